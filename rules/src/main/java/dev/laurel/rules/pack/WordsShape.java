package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Text;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for people: a text in English, or a map from language to text. */
final class WordsShape implements Shape.Special {
  private static final String TAG = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";
  private static final Pattern LANGUAGE = Pattern.compile(TAG);
  private static final Leaf WORDS =
      new Leaf(
          Node.Kind.TEXT,
          "a text",
          text -> {
            if (text.codePoints().allMatch(Characters::isSpace))
              throw new Refusal("empty", "The text has no words.", "Write some.");
            return text;
          },
          Object::toString,
          Node.map()
              .put("type", Node.text("string"))
              .put("maxLength", Node.number(PackLimits.LONGEST_TEXT))
              .put("pattern", Node.text("\\S"))
              .node());

  @Override
  public @Nullable Object bind(Node node, Place at, Binder binder) {
    return switch (node) {
      case Node.Scalar scalar -> {
        Object words = binder.leaf(WORDS, scalar, at);
        yield words == null ? null : Text.of((String) words);
      }
      case Node.Mapping map -> byLanguage(map, at, binder);
      case Node.Sequence ignored ->
          binder.wrongKind(node, at, "a text, or a map from language to text");
    };
  }

  private static @Nullable Text byLanguage(Node.Mapping map, Place at, Binder binder) {
    SortedMap<String, String> byLanguage = new TreeMap<>();
    for (Node.Entry entry : map.entries()) {
      String language = entry.key().text();
      boolean known = LANGUAGE.matcher(language).matches();
      if (!known)
        binder
            .report()
            .fault(
                "bad-key",
                entry.key(),
                at.of(language),
                "\"%s\" is no language tag.".formatted(language),
                "Write it like en, de or pt-BR.");
      Object words = binder.bind(WORDS, entry.value(), at.of(language));
      if (known && words != null) byLanguage.put(language, (String) words);
    }
    if (byLanguage.isEmpty() && map.entries().isEmpty())
      binder.report().fault("empty", map, at, "", "The text has no words.", "Write some.");
    boolean whole = !byLanguage.isEmpty() && byLanguage.size() == map.entries().size();
    return whole ? new Text(byLanguage) : null;
  }

  @Override
  public Node describe(Object value) {
    SortedMap<String, String> byLanguage = ((Text) value).byLanguage();
    String english = byLanguage.get(Text.FIRST_LANGUAGE);
    if (byLanguage.size() == 1 && english != null) return Node.text(english);
    Node.Builder map = Node.map();
    for (Map.Entry<String, String> entry : byLanguage.entrySet())
      map.put(entry.getKey(), Node.text(entry.getValue()));
    return map.node();
  }

  @Override
  public String name() {
    return "Text";
  }

  @Override
  public Node.Mapping schema(Shape.Referring referring) {
    return Schemas.oneOf(
        WORDS.schema(),
        Node.map()
            .put("type", Node.text("object"))
            .put("patternProperties", Node.map().put(TAG, WORDS.schema()).node())
            .put("additionalProperties", Node.truth(false))
            .put("minProperties", Node.number(1))
            .node());
  }
}
