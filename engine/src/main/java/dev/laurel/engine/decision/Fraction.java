package dev.laurel.engine.decision;

import dev.laurel.rules.language.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number: rates, shares and multipliers never lose a part of a point before the one place
 * that rounds. Immutable; kept in lowest terms with a positive denominator, so equal values are
 * equal.
 */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
  static final Fraction ZERO = of(0, 1);
  static final Fraction ONE = of(1, 1);

  Fraction {
    if (denominator.signum() == 0) throw new ArithmeticException("The denominator is zero.");
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) common = common.negate();
    if (!common.equals(BigInteger.ONE)) {
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
  }

  static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  static Fraction of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Fraction times(long factor) {
    return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
  }

  Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  int signum() {
    return numerator.signum();
  }

  /**
   * To a whole number, as named.
   *
   * @throws ArithmeticException when it must be exact and is not, or leaves the range of a long
   */
  long round(Rounding rounding) {
    RoundingMode mode =
        switch (rounding) {
          case EXACT -> RoundingMode.UNNECESSARY;
          case DOWN -> RoundingMode.DOWN;
          case UP -> RoundingMode.UP;
          case HALF_UP -> RoundingMode.HALF_UP;
          case HALF_EVEN -> RoundingMode.HALF_EVEN;
        };
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, mode).longValueExact();
  }

  /** Toward minus infinity. */
  long floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return (parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact();
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** A plain decimal where it has an end, else numerator and denominator. */
  @Override
  public String toString() {
    if (denominator.equals(BigInteger.ONE)) return numerator.toString();
    BigInteger rest = denominator;
    for (int prime : new int[] {2, 5}) {
      BigInteger divisor = BigInteger.valueOf(prime);
      while (rest.mod(divisor).signum() == 0) rest = rest.divide(divisor);
    }
    if (!rest.equals(BigInteger.ONE)) return numerator + "/" + denominator;
    return new BigDecimal(numerator).divide(new BigDecimal(denominator)).toPlainString();
  }
}
