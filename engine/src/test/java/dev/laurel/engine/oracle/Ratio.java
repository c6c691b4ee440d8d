package dev.laurel.engine.oracle;

import dev.laurel.rules.language.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number: a whole one over another. Immutable.
 *
 * @param bottom above 0
 */
record Ratio(BigInteger top, BigInteger bottom) implements Comparable<Ratio> {
  static final Ratio ZERO = of(0);

  Ratio {
    BigInteger common = top.gcd(bottom);
    top = top.divide(common);
    bottom = bottom.divide(common);
  }

  static Ratio of(long whole) {
    return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  static Ratio of(BigDecimal decimal) {
    return new Ratio(decimal.movePointRight(20).toBigIntegerExact(), BigInteger.TEN.pow(20));
  }

  Ratio plus(Ratio other) {
    return new Ratio(
        top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
  }

  Ratio minus(Ratio other) {
    return plus(other.times(of(-1)));
  }

  Ratio times(Ratio other) {
    return new Ratio(top.multiply(other.top), bottom.multiply(other.bottom));
  }

  /**
   * @param other above 0
   */
  Ratio over(Ratio other) {
    return new Ratio(top.multiply(other.bottom), bottom.multiply(other.top));
  }

  boolean isAbove(Ratio other) {
    return compareTo(other) > 0;
  }

  /** The whole number at or below it. */
  long floor() {
    return decimal(RoundingMode.FLOOR);
  }

  long rounded(Rounding rounding) {
    return decimal(
        switch (rounding) {
          case EXACT -> RoundingMode.UNNECESSARY;
          case DOWN -> RoundingMode.DOWN;
          case UP -> RoundingMode.UP;
          case HALF_UP -> RoundingMode.HALF_UP;
          case HALF_EVEN -> RoundingMode.HALF_EVEN;
        });
  }

  private long decimal(RoundingMode mode) {
    return new BigDecimal(top).divide(new BigDecimal(bottom), 0, mode).longValueExact();
  }

  @Override
  public int compareTo(Ratio other) {
    return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
  }

  /** A decimal where it ends, else one whole number over the other. */
  @Override
  public String toString() {
    try {
      return Wording.number(new BigDecimal(top).divide(new BigDecimal(bottom)));
    } catch (ArithmeticException endless) {
      return top + "/" + bottom;
    }
  }
}
