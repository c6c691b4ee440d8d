package dev.laurel.rules.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A literal that an operand is compared with. Immutable. Whether a number is money, a count or
 * points follows from the operand; a tier is a text that the operand's ladder ranks.
 */
public sealed interface Value {
  /**
   * A decimal number, exact; held without trailing zeros, so that equal numbers are equal.
   *
   * @param number at most {@value #MOST_DIGITS} digits before the point and as many behind it
   */
  record Number(BigDecimal number) implements Value {
    /** As many digits as FEEL's decimal128 holds; it keeps a written number short. */
    public static final int MOST_DIGITS = 34;

    public Number {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      long before = (long) number.precision() - number.scale();
      if (before > MOST_DIGITS || number.scale() > MOST_DIGITS)
        throw new IllegalArgumentException(
            "A number has at most %d digits before the point and as many behind it."
                .formatted(MOST_DIGITS));
    }
  }

  /** A text, compared code point by code point. */
  record Text(String text) implements Value {}

  /** True or false. */
  record Truth(boolean truth) implements Value {}

  /** A calendar day in the programme's zone, in the years 1 to 9999. */
  record Date(LocalDate date) implements Value {
    public Date {
      if (date.getYear() < 1 || date.getYear() > 9999)
        throw new IllegalArgumentException("A date lies in the years 1 to 9999.");
    }
  }

  /** A time of day in the programme's zone, in whole seconds. */
  record Time(LocalTime time) implements Value {
    public Time {
      if (time.getNano() != 0)
        throw new IllegalArgumentException("A time of day is in whole seconds.");
    }
  }

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(long number) {
    return new Number(BigDecimal.valueOf(number));
  }

  static Value of(BigDecimal number) {
    return new Number(number);
  }

  static Value of(boolean truth) {
    return new Truth(truth);
  }
}
