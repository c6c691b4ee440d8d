package dev.laurel.rules.sentence;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.language.Range;
import dev.laurel.rules.language.Refers;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.random.RandomPacks;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Random values that take the place of others; what they refer to mostly resolves. */
final class Fresh {
  private final Random random;
  private final Ids ids;
  private final String language;

  Fresh(Random random, Ids ids, Language language) {
    this.language = language.tag();
    this.random = random;
    this.ids = ids;
  }

  /**
   * A value of this type.
   *
   * @param about carries the annotations of the component that holds it
   */
  Object value(Type type, AnnotatedElement about) {
    if (type instanceof ParameterizedType of)
      return of.getRawType() == Map.class
          ? Map.of(
              key(of.getActualTypeArguments()[0], about),
              value(of.getActualTypeArguments()[1], about))
          : List.of(value(of.getActualTypeArguments()[0], about));
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) return text(about);
    if (raw == BigDecimal.class) return number(about);
    if (raw == int.class || raw == Integer.class) return number(about).intValue();
    if (raw == long.class || raw == Long.class) return number(about).longValue();
    if (raw == boolean.class) return random.nextBoolean();
    if (raw == Operand.class) return operand();
    return ids.resolved(RandomPacks.any(raw, random, 1 + random.nextInt(3)), random);
  }

  /** A key of a map: an id, or another value. */
  Object key(Type type, AnnotatedElement about) {
    return type == String.class ? ids.any(random) : value(type, about);
  }

  /** Other words in the language. */
  Text words(Text text) {
    Map<String, String> words = new TreeMap<>(text.byLanguage());
    words.put(language, other(text.in(language)));
    return new Text(new TreeMap<>(words));
  }

  private Operand operand() {
    Optional<Condition> where =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of((Condition) value(Condition.class, Condition.class));
    return switch (random.nextInt(3)) {
      case 0 -> new Operand.LineCount(where);
      case 1 -> new Operand.LineSum(pick("amount", "quantity"), where);
      default -> new Operand.Attribute(ids.path(random));
    };
  }

  private BigDecimal number(AnnotatedElement about) {
    Range range = about.getAnnotation(Range.class);
    long least = range == null ? 0 : new BigDecimal(range.min()).longValue();
    long most = range == null ? 1000 : new BigDecimal(range.max()).longValue();
    long span = Math.min(most - least, 40);
    return BigDecimal.valueOf(least + (long) (random.nextDouble() * (span + 1)));
  }

  private String text(AnnotatedElement about) {
    if (about.isAnnotationPresent(Refers.class))
      return ids.of(about.getAnnotation(Refers.class).value(), random);
    if (about instanceof RecordComponent component)
      return switch (component.getName()) {
        case "operand", "path" -> ids.path(random);
        case "attribute" ->
            component.getDeclaringRecord() == Operand.LineSum.class
                ? pick("amount", "quantity", "weight")
                : ids.path(random);
        default -> other("");
      };
    return other("");
  }

  private String other(String text) {
    List<String> alike =
        List.of(
            "Gold",
            "Gold or Silver",
            "gold\" or \"silver",
            "1",
            "Points",
            "Stars",
            "Star",
            "金卡",
            "金卡或银卡",
            "金卡”或“银卡",
            "「金卡」",
            "积分",
            "点积分",
            "是");
    return switch (random.nextInt(4)) {
      case 0 -> text + pick(" ", "x", "\"", "\\", ".", "\n");
      case 1 -> alike.get(random.nextInt(alike.size()));
      default -> RandomPacks.any(Text.class, random, 1).byLanguage().firstEntry().getValue();
    };
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }
}
