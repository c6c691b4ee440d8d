package dev.laurel.rules.check;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.Word.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.OptionalInt;

/** Whether a literal is a value that a word can have. Immutable and thread-safe. */
final class LiteralCheck {
  /** The most decimal places of a number that is no money. */
  static final int MOST_DECIMALS = 6;

  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
  private static final String SEGMENTS = "member.segments";

  private final int moneyDecimals;

  LiteralCheck(Currency currency) {
    // Currencies without a minor unit are refused elsewhere.
    this.moneyDecimals = Math.max(0, currency.getDefaultFractionDigits());
  }

  int moneyDecimals() {
    return moneyDecimals;
  }

  /** Reports what is wrong; tells whether nothing is. */
  boolean check(Word word, Value value, Place place, Sink sink) {
    if (!fits(word.type(), value)) {
      sink.add(
          "wrong-type",
          place,
          text(value),
          "%s is %s, and \"%s\" is not.".formatted(word.path(), noun(word.type()), text(value)),
          "Write %s.".formatted(example(word.type())));
      return false;
    }
    return switch (value) {
      case Value.Number(var number) -> number(word, number, place, sink);
      case Value.Text(var text) -> text(word, text, place, sink);
      case Value.Truth _, Value.Date _, Value.Time _ -> true;
    };
  }

  /** Reports a number with more decimal places than the currency has. */
  boolean money(BigDecimal number, Place place, Sink sink) {
    return decimals(number, moneyDecimals, "the programme's currency", place, sink);
  }

  /** Reports a number with more decimal places than whatever is named has. */
  static boolean decimals(BigDecimal number, int most, String of, Place place, Sink sink) {
    if (number.stripTrailingZeros().scale() <= most) return true;
    sink.add(
        "too-many-decimals",
        place,
        text(number),
        most == 0
            ? "The number must be whole: so is %s.".formatted(of)
            : "The number may have %d decimal places: so many has %s.".formatted(most, of),
        "Round it.");
    return false;
  }

  private boolean number(Word word, BigDecimal number, Place place, Sink sink) {
    if (number.abs().compareTo(LARGEST) > 0) {
      sink.add(
          "out-of-range",
          place,
          text(number),
          "The number must be -%1$s to %1$s.".formatted(text(LARGEST)),
          "Take one nearer to zero.");
      return false;
    }
    if (word.type() == Type.MONEY) return money(number, place, sink);
    return decimals(number, MOST_DECIMALS, "every number", place, sink);
  }

  private static boolean text(Word word, String text, Place place, Sink sink) {
    boolean closed = !word.choices().isEmpty() || word.path().equals(SEGMENTS);
    if (!closed || word.choices().contains(text)) return true;
    sink.unknown("unknown-value", place, text, "a value of " + word.path(), word::choices);
    return false;
  }

  private static boolean fits(Type type, Value value) {
    return switch (type) {
      case NUMBER, MONEY -> value instanceof Value.Number;
      case TEXT, LIST, TIER -> value instanceof Value.Text;
      case TRUTH -> value instanceof Value.Truth;
      case DATE -> value instanceof Value.Date;
      case TIME -> value instanceof Value.Time;
    };
  }

  /** How two literals of a word stand to one another; empty where they have no order. */
  static OptionalInt order(Word word, Value one, Value other) {
    if (one instanceof Value.Number(BigDecimal a) && other instanceof Value.Number(BigDecimal b))
      return OptionalInt.of(a.compareTo(b));
    if (one instanceof Value.Date(LocalDate a) && other instanceof Value.Date(LocalDate b))
      return OptionalInt.of(a.compareTo(b));
    if (one instanceof Value.Time(LocalTime a) && other instanceof Value.Time(LocalTime b))
      return OptionalInt.of(a.compareTo(b));
    if (word.type() == Type.TIER
        && one instanceof Value.Text(String a)
        && other instanceof Value.Text(String b))
      return OptionalInt.of(Integer.compare(word.choices().indexOf(a), word.choices().indexOf(b)));
    return OptionalInt.empty();
  }

  /** Whether values of this type have an order. */
  static boolean isOrdered(Type type) {
    return switch (type) {
      case NUMBER, MONEY, DATE, TIME, TIER -> true;
      case TEXT, LIST, TRUTH -> false;
    };
  }

  static String noun(Type type) {
    return switch (type) {
      case NUMBER -> "a number";
      case MONEY -> "an amount of money";
      case TEXT -> "a text";
      case LIST -> "a list of texts";
      case TRUTH -> "true or false";
      case DATE -> "a date";
      case TIME -> "a time of day";
      case TIER -> "a tier";
    };
  }

  private static String example(Type type) {
    return switch (type) {
      case NUMBER, MONEY -> "a number, such as 100";
      case TEXT, LIST -> "a text in quotes";
      case TRUTH -> "true or false";
      case DATE -> "a date, such as 2026-01-31";
      case TIME -> "a time of day, such as 10:30:00";
      case TIER -> "the id of a tier in quotes";
    };
  }

  static String text(Value value) {
    return switch (value) {
      case Value.Number(var number) -> text(number);
      case Value.Text(var text) -> text;
      case Value.Truth(var truth) -> String.valueOf(truth);
      case Value.Date(var date) -> date.toString();
      case Value.Time(var time) -> time.toString();
    };
  }

  /** The number as people write it; a huge one with its exponent, which is short. */
  static String text(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return Math.abs(stripped.scale()) > 30 ? stripped.toString() : stripped.toPlainString();
  }
}
