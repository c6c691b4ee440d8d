package dev.laurel.rules.pack;

import dev.laurel.rules.language.Declares;
import dev.laurel.rules.language.Doc;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Range;
import dev.laurel.rules.language.Refers;
import dev.laurel.rules.language.Thing;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the reference of the language, {@code rules/docs/language.md}, from the records, their
 * annotations and the examples. Not thread-safe.
 */
final class LanguageReference {
  private static final String NOT_YET = "Not evaluated yet.";

  private final LanguageExamples examples;
  private final StringBuilder out = new StringBuilder();
  private final Set<Class<?>> told = new HashSet<>();

  private LanguageReference(LanguageExamples examples) {
    this.examples = examples;
  }

  static String of(LanguageExamples examples) {
    LanguageReference reference = new LanguageReference(examples);
    reference.out.append(LanguageWords.HEAD);
    reference.sections();
    reference.out.append("\n## Mappings\n\n").append(LanguageWords.MAPPINGS);
    reference.tell(Shapes.of(Mapping.class));
    reference.out.append(LanguageWords.of(examples));
    reference.notYet();
    return reference.out.toString();
  }

  /** Each section of a pack, with all that it holds and was not told before. */
  private void sections() {
    for (Shape.Field section : Shapes.ofRecord(Pack.class).fields()) {
      line("\n## `%s`\n".formatted(section.name()));
      line(
          "In `%s`.%s"
              .formatted(
                  Layout.fileOf(section.name()),
                  section.shape() instanceof Shape.Many ? " A list." : ""));
      tell(section.shape());
    }
  }

  private void tell(Shape first) {
    Deque<Shape> waiting = new ArrayDeque<>(List.of(first));
    while (!waiting.isEmpty()) {
      // What a construct holds is told right after it.
      List<Shape> parts = one(waiting.pop());
      for (int i = parts.size() - 1; i >= 0; i--) waiting.push(parts.get(i));
    }
  }

  /** Tells one construct, if it has not been told; the shapes of its parts. */
  private List<Shape> one(Shape shape) {
    return switch (shape) {
      case Shape.Maybe(var of) -> List.of(of);
      case Shape.Many(var of) -> List.of(of);
      case Shape.ByKey(var _, var of) -> List.of(of);
      case Shape.Fields fields -> {
        if (!told.add(fields.type())) yield List.of();
        record("###", fields);
        yield fields.fields().stream().map(Shape.Field::shape).toList();
      }
      case Shape.Variants family -> {
        if (!told.add(family.family())) yield List.of();
        yield family(family);
      }
      case Shape.Leaf _, Shape.Special _ -> List.of();
    };
  }

  private List<Shape> family(Shape.Variants family) {
    line("\n### %s\n".formatted(LanguageExamples.name(family.family())));
    if (!family.doc().isEmpty()) line(family.doc() + "\n");
    line("One of these; where a word needs nothing more, the word alone says it.\n");
    line("| `type` | | |\n|---|---|---|");
    family
        .byWord()
        .forEach((word, fields) ->
            line(
                "| `%s` | %s | %s |"
                    .formatted(
                        word,
                        joined(fields.doc(), examples.isNotYet(fields.type()) ? NOT_YET : ""),
                        fields.fields().isEmpty() ? inLine(fields.type()) : link(fields.type()))));
    for (Shape.Fields variant : family.byWord().values()) {
      told.add(variant.type());
      if (!variant.fields().isEmpty()) record("####", variant);
    }
    return family.byWord().values().stream()
        .flatMap(variant -> variant.fields().stream())
        .map(Shape.Field::shape)
        .toList();
  }

  private void record(String level, Shape.Fields fields) {
    line("\n%s %s\n".formatted(level, LanguageExamples.name(fields.type())));
    String doc = joined(fields.doc(), examples.isNotYet(fields.type()) ? NOT_YET : "");
    if (!doc.isEmpty()) line(doc + "\n");
    line("| key | takes | left out | |\n|---|---|---|---|");
    Map<String, RecordComponent> components =
        Arrays.stream(fields.type().getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, each -> each));
    for (Shape.Field field : fields.fields())
      key(fields.type(), field, Optional.ofNullable(components.get(field.name())).orElseThrow());
    example(fields.type());
  }

  private void key(Class<?> type, Shape.Field field, RecordComponent component) {
    String use = LanguageExamples.name(type) + "." + field.name();
    boolean isNotYet = !(field.shape() instanceof Shape.Leaf) && examples.isNotYet(use);
    line(
        "| `%s` | %s | %s | %s |"
            .formatted(
                field.name(),
                takes(use, field.shape(), component),
                leftOut(field),
                joined(
                    doc(field),
                    meanings(component),
                    isNotYet && !examples.isNotYet(type) ? NOT_YET : "")));
  }

  /** What the words of a key mean, of those that need it. */
  private static String meanings(RecordComponent component) {
    if (!component.getType().isEnum()) return "";
    List<String> meanings = new ArrayList<>();
    for (Object constant : component.getType().getEnumConstants())
      doc((Enum<?>) constant)
          .ifPresent(
              doc -> meanings.add("`%s`: %s".formatted(Shape.word((Enum<?>) constant), doc)));
    return String.join(" ", meanings);
  }

  private static Optional<String> doc(Enum<?> constant) {
    try {
      Doc doc = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Doc.class);
      return Optional.ofNullable(doc).map(Doc::value);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(constant.name(), e);
    }
  }

  private static String doc(Shape.Field field) {
    if (!field.doc().isEmpty()) return field.doc();
    return switch (field.name()) {
      case "id" -> "By which it is named and stays the same.";
      case "title" -> "What people call it.";
      case "description" -> "What people are told of it.";
      case "when" -> "Every row must be met.";
      case "unless" -> "No row may be met.";
      default -> "";
    };
  }

  private String takes(String use, Shape shape, RecordComponent component) {
    return switch (shape) {
      case Shape.Maybe(var of) -> takes(use, of, component);
      case Shape.Many(var of) -> "a list: " + takes(use, of, component);
      case Shape.ByKey(var _, var of) -> "a map of names to: " + takes(use, of, component);
      case Shape.Fields fields -> link(fields.type());
      case Shape.Variants family -> link(family.family());
      case Shape.Special special ->
          "[%s](#%s)".formatted(special.name(), anchor(LanguageWords.heading(special.name())));
      case Shape.Leaf leaf -> leaf(use, leaf, component);
    };
  }

  private String leaf(String use, Shape.Leaf leaf, RecordComponent component) {
    Declares declares = component.getAnnotation(Declares.class);
    if (declares != null) return "an id" + (declares.value().isName() ? ", as a name" : "");
    Refers refers = component.getAnnotation(Refers.class);
    if (refers != null)
      return Stream.of(refers.value())
          .map(LanguageReference::noun)
          .collect(Collectors.joining(" or ", "the id of ", ""));
    List<String> words = words(leaf);
    if (!words.isEmpty())
      return words.stream()
          .map(word ->
              "`%s`%s".formatted(word, examples.isNotYet(use + "=" + word) ? " (not yet)" : ""))
          .collect(Collectors.joining(", "));
    Range range = component.getAnnotation(Range.class);
    if (range == null || leaf.kind() != Node.Kind.NUMBER) return leaf.noun();
    return "%s, %s to %s%s"
        .formatted(
            leaf.noun(),
            range.min(),
            range.max(),
            range.decimals() == 0 ? "" : ", %d decimals".formatted(range.decimals()));
  }

  static List<String> words(Shape.Leaf leaf) {
    return leaf.schema().get("enum") instanceof Node.Sequence all
        ? all.items().stream().map(each -> ((Node.Scalar) each).text()).toList()
        : List.of();
  }

  private static String noun(Thing thing) {
    String word = thing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return ("aeio".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }

  private static String leftOut(Shape.Field field) {
    if (field.absent().isEmpty()) return "never";
    return switch (field.shape()) {
      case Shape.Leaf _, Shape.Variants _, Shape.Fields _ ->
          "`%s`"
              .formatted(
                  YamlWriter.write(
                          Node.map()
                              .put("x", Describer.describe(field.shape(), field.absent().get()))
                              .node())
                      .substring(2)
                      .strip());
      case Shape.Maybe _, Shape.Many _, Shape.ByKey _, Shape.Special _ -> "nothing";
    };
  }

  private void example(Class<?> type) {
    examples.of(type).ifPresent(yaml -> line("\n```yaml\n" + yaml + "```"));
  }

  private String inLine(Class<?> type) {
    return examples.of(type).map(yaml -> "`" + yaml.strip() + "`").orElse("");
  }

  /** What is refused by name, each with the whole pack that uses it. */
  private void notYet() {
    line("\n## What is not evaluated yet\n");
    line("Each of these packs is without fault, and refused by name where it is to be evaluated.");
    examples
        .refused()
        .forEach((name, pack) ->
            whole("refused", name, pack, "Refused as `%s`.".formatted(name.replace('-', ' '))));
  }

  private void whole(String folder, String name, Pack pack, String what) {
    line("\n### %s\n\n%s".formatted(pack.pack().title().in("en"), what));
    line("\n```yaml\n" + LanguageExamples.text(folder, name) + "```");
  }

  private static String link(Class<?> type) {
    String name = LanguageExamples.name(type);
    return "[%s](#%s)".formatted(name, anchor(name));
  }

  /** What a heading is linked by. */
  static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private static String joined(String... sentences) {
    return Stream.of(sentences)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "))
        .replace("|", "\\|");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
