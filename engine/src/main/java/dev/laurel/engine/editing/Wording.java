package dev.laurel.engine.editing;

import dev.laurel.rules.language.Span;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What can be said instead of one word of the draft. Closed family, immutable.
 *
 * @see Answers
 */
public sealed interface Wording {
  /** Where the word stands, as its sentence names it. */
  String place();

  /** Where what goes stands when the word is left out; empty where it cannot be. */
  Optional<String> leftOut();

  /** One of what can be said. */
  record Option(String value, String said) {}

  /** What a number counts. */
  enum Unit {
    NONE,
    /** Money, in the major unit of the programme's currency. */
    MONEY,
    PERCENT
  }

  /**
   * A number.
   *
   * @param at where the number itself stands
   * @param digits as it is written now; empty where nothing is
   * @param decimals how many may stand behind the point
   */
  record Digits(
      String place,
      Optional<String> leftOut,
      String at,
      String digits,
      BigDecimal least,
      BigDecimal most,
      int decimals,
      Unit unit)
      implements Wording {}

  /**
   * A length of calendar time.
   *
   * @param instead what can stand instead of all that the length is part of, where that is one of a
   *     family; such as a tier that is held for ever
   */
  record Length(String place, Optional<String> leftOut, Span now, Optional<One> instead)
      implements Wording {}

  /**
   * The first and the last day.
   *
   * @param at where both stand
   */
  record Days(
      String place,
      Optional<String> leftOut,
      String at,
      Optional<LocalDate> from,
      Optional<LocalDate> to)
      implements Wording {}

  record Time(String place, Optional<String> leftOut, LocalTime now) implements Wording {}

  /**
   * One of several.
   *
   * @param at where the choice stands
   * @param options what can be chosen, with its words; at least one
   * @param chosen the value of the option that is so now; empty where it is none of them
   */
  record One(String place, Optional<String> leftOut, String at, List<Option> options, String chosen)
      implements Wording {
    public One {
      options = List.copyOf(options);
    }
  }

  /**
   * Any of several.
   *
   * @param at where their list stands
   * @param mayBeNone whether none of them is a choice too
   */
  record Several(
      String place,
      Optional<String> leftOut,
      String at,
      List<Option> options,
      List<String> chosen,
      boolean mayBeNone)
      implements Wording {
    public Several {
      options = List.copyOf(options);
      chosen = List.copyOf(chosen);
    }
  }

  /** What a person writes. */
  record Plain(String place, Optional<String> leftOut, String text) implements Wording {}

  /** Words for people, of which those in the language spoken are changed. */
  record Told(String place, Optional<String> leftOut, String text) implements Wording {}

  /** How what a condition looks at is compared. */
  enum Operator {
    AT_LEAST,
    MORE,
    AT_MOST,
    LESS,
    EQUAL,
    NOT_EQUAL,
    BETWEEN,
    ONE_OF,
    NONE_OF,
    HOLDS,
    HOLDS_NOT,
    KNOWN,
    UNKNOWN;

    /** How many values it is said with; -1 where there are as many as one likes, but one. */
    public int takes() {
      return switch (this) {
        case AT_LEAST, MORE, AT_MOST, LESS, EQUAL, NOT_EQUAL, HOLDS, HOLDS_NOT -> 1;
        case BETWEEN -> 2;
        case ONE_OF, NONE_OF -> -1;
        case KNOWN, UNKNOWN -> 0;
      };
    }
  }

  /**
   * What a condition asks.
   *
   * @param about what it looks at, in words
   * @param type what is compared
   * @param operators by which it can be compared
   * @param options the values there are, where they are known
   * @param values as they are typed: numbers with a point, dates and times as ISO 8601 writes them
   */
  record Asked(
      String place,
      Optional<String> leftOut,
      String about,
      Word.Type type,
      List<Operator> operators,
      Operator operator,
      List<Option> options,
      List<String> values)
      implements Wording {
    public Asked {
      operators = List.copyOf(operators);
      options = List.copyOf(options);
      values = List.copyOf(values);
    }
  }

  /**
   * What a cell of a rate table asks.
   *
   * @param range whether it asks for values between two bounds: the first, included, and the one
   *     below which they lie, either empty where it is open; else for one of the values, any value
   *     where there are none
   */
  record Cell(
      String place,
      Optional<String> leftOut,
      boolean range,
      Word.Type type,
      List<Option> options,
      List<String> values)
      implements Wording {
    public Cell {
      options = List.copyOf(options);
      values = List.copyOf(values);
    }
  }
}
