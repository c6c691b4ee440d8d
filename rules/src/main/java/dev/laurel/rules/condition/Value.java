package dev.laurel.rules.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A literal that an operand is compared with. Immutable. Whether a number is money, a count or
 * points follows from the operand; a tier is a text that the operand's ladder ranks.
 */
public sealed interface Value {
  /** A decimal number, exact; held without trailing zeros, so that equal numbers are equal. */
  record Number(BigDecimal number) implements Value {
    public Number {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
  }

  /** A text, compared code point by code point. */
  record Text(String text) implements Value {}

  /** True or false. */
  record Truth(boolean truth) implements Value {}

  /** A calendar day in the programme's zone. */
  record Date(LocalDate date) implements Value {}

  /** A time of day in the programme's zone, to the second. */
  record Time(LocalTime time) implements Value {}

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
