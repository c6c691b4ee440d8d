package dev.laurel.rules.pack;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A literal: a number, true or false, a date, a time of day, or else a text. A text of the form of
 * a date or of a time is written {@code {text: "2026-01-01"}}, quoted or not, because JSON knows
 * only quoted ones.
 */
final class ValueShape implements Shape.Special {
  static final ValueShape INSTANCE = new ValueShape();
  private static final String TEXT_KEY = "text";
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");
  private static final Leaf NUMBER =
      new Leaf(
          Node.Kind.NUMBER,
          "a number",
          ValueShape::number,
          value -> Leaves.plain((BigDecimal) value),
          Node.map().put("type", Node.text("number")).node());

  private ValueShape() {}

  private static Value number(String text) {
    BigDecimal number = Leaves.decimal(text);
    try {
      return Value.of(number);
    } catch (IllegalArgumentException tooManyDigits) {
      throw new Refusal(
          "out-of-range",
          "A value has at most %d digits before the point and as many behind it."
              .formatted(Value.Number.MOST_DIGITS),
          "Take one nearer to zero, or round it.");
    }
  }

  @Override
  public @Nullable Object bind(Node node, Place at, Binder binder) {
    return switch (node) {
      case Node.Scalar scalar -> scalar(scalar, at, binder);
      case Node.Mapping map when isText(map) -> {
        Node text = map.entries().getFirst().value();
        Object words = binder.bind(Leaves.TEXT, text, at.of(TEXT_KEY));
        yield words == null ? null : Value.of((String) words);
      }
      case Node.Mapping ignored -> binder.wrongKind(node, at, "a value");
      case Node.Sequence ignored -> binder.wrongKind(node, at, "a value");
    };
  }

  /** Whether a map says a text that must not be taken for a date or a time. */
  static boolean isText(Node.Mapping map) {
    return map.entries().size() == 1 && map.get(TEXT_KEY) != null;
  }

  private static @Nullable Object scalar(Node.Scalar scalar, Place at, Binder binder) {
    return switch (scalar.kind()) {
      case NUMBER -> binder.leaf(NUMBER, scalar, at);
      case TRUTH -> Value.of(scalar.text().equalsIgnoreCase("true"));
      case TEXT -> {
        if (DATE.matcher(scalar.text()).matches()) {
          Object date = binder.leaf(Leaves.DATE, scalar, at);
          yield date == null ? null : new Value.Date((LocalDate) date);
        }
        if (TIME.matcher(scalar.text()).matches()) {
          Object time = binder.leaf(Leaves.TIME, scalar, at);
          yield time == null ? null : new Value.Time((LocalTime) time);
        }
        yield Value.of(scalar.text());
      }
      case EMPTY, REFUSED -> null;
    };
  }

  @Override
  public Node describe(Object value) {
    return switch ((Value) value) {
      case Value.Number(var number) -> Node.of(Leaves.plain(number), Node.Kind.NUMBER);
      case Value.Truth(var truth) -> Node.truth(truth);
      case Value.Date(var date) -> Node.text(date.toString());
      case Value.Time(var time) -> Node.text(time.toString());
      case Value.Text(var text) -> {
        boolean mistakable = DATE.matcher(text).matches() || TIME.matcher(text).matches();
        yield mistakable ? Node.map().put(TEXT_KEY, Node.text(text)).node() : Node.text(text);
      }
    };
  }

  @Override
  public String name() {
    return "Value";
  }

  @Override
  public Node.Mapping schema(Shape.Referring referring) {
    return Schemas.oneOf(
        Node.map().put("type", Node.texts(List.of("string", "number", "boolean"))).node(),
        Schemas.closed(Node.map().put(TEXT_KEY, Leaves.TEXT.schema()).node(), List.of(TEXT_KEY)));
  }
}
