package dev.laurel.rules.oracle;

import dev.laurel.rules.condition.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fact that random conditions ask for. Immutable.
 *
 * @param path as in an attribute
 * @param type which comparisons make sense
 * @param thresholds the values that conditions compare it with, at least one; of a tier the whole
 *     ladder, lowest first
 * @param values the values it may have: the thresholds and what lies one step beside them
 */
public record Subject(String path, Type type, List<Value> thresholds, List<Value> values) {
  /** Types of facts. */
  public enum Type {
    NUMBER,
    TEXT,
    TIER,
    TRUTH,
    DATE,
    TIME,
    /** Several texts. */
    LIST;

    /** The comparisons that make sense. */
    Set<Form> forms() {
      return switch (this) {
        case NUMBER, TIER, DATE, TIME -> EnumSet.range(Form.EQUAL, Form.PRESENT);
        case TEXT -> EnumSet.of(Form.EQUAL, Form.NOT_EQUAL, Form.ONE_OF, Form.PRESENT);
        case TRUTH -> EnumSet.of(Form.EQUAL, Form.NOT_EQUAL, Form.PRESENT);
        case LIST -> EnumSet.of(Form.HOLDS, Form.PRESENT);
      };
    }
  }

  public Subject {
    thresholds = List.copyOf(thresholds);
    values = List.copyOf(values);
  }

  /**
   * @param step the smallest difference there is, such as 0.01 for dollars
   */
  public static Subject number(String path, String step, String... thresholds) {
    BigDecimal beside = new BigDecimal(step);
    List<BigDecimal> numbers = Arrays.stream(thresholds).map(BigDecimal::new).toList();
    return new Subject(
        path,
        Type.NUMBER,
        numbers.stream().map(Value::of).toList(),
        numbers.stream()
            .flatMap(n -> Stream.of(n.subtract(beside), n, n.add(beside)))
            .map(Value::of)
            .toList());
  }

  public static Subject text(String path, String... thresholds) {
    List<Value> values = texts(thresholds);
    return new Subject(
        path,
        Type.TEXT,
        values,
        Stream.concat(values.stream(), Stream.of(Value.of("another"))).toList());
  }

  /**
   * @param ladder the tiers, lowest first
   */
  public static Subject tier(String path, String... ladder) {
    return new Subject(path, Type.TIER, texts(ladder), texts(ladder));
  }

  public static Subject truth(String path) {
    List<Value> both = List.of(Value.of(true), Value.of(false));
    return new Subject(path, Type.TRUTH, both, both);
  }

  public static Subject date(String path, LocalDate... thresholds) {
    return new Subject(
        path,
        Type.DATE,
        Arrays.stream(thresholds).<Value>map(Value.Date::new).toList(),
        Arrays.stream(thresholds)
            .flatMap(date -> Stream.of(date.minusDays(1), date, date.plusDays(1)))
            .<Value>map(Value.Date::new)
            .toList());
  }

  public static Subject time(String path, LocalTime... thresholds) {
    return new Subject(
        path,
        Type.TIME,
        Arrays.stream(thresholds).<Value>map(Value.Time::new).toList(),
        Arrays.stream(thresholds)
            .flatMap(time -> Stream.of(time.minusSeconds(1), time, time.plusSeconds(1)))
            .<Value>map(Value.Time::new)
            .toList());
  }

  /** A list that holds some of the texts. */
  public static Subject list(String path, String... texts) {
    return new Subject(path, Type.LIST, texts(texts), texts(texts));
  }

  /** The values of a text, a tier or a list as what they say. */
  List<String> texts() {
    return values.stream().map(value -> ((Value.Text) value).text()).toList();
  }

  private static List<Value> texts(String... texts) {
    return Arrays.stream(texts).map(Value::of).toList();
  }
}
