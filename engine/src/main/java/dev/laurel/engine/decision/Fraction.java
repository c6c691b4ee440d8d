package dev.laurel.engine.decision;

import dev.laurel.rules.language.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number: rates, shares and multipliers never lose a part of a point before the one place
 * that rounds. Immutable; kept in lowest terms with a positive denominator, so equal values are
 * equal.
 *
 * <p>Nearly all of them fit into two longs; those that do not are held as big integers, and are
 * brought back where they fit again.
 */
sealed interface Fraction extends Comparable<Fraction> {
  Fraction ZERO = new Small(0, 1);
  Fraction ONE = new Small(1, 1);

  BigInteger numerator();

  BigInteger denominator();

  /** Both parts fit into a long; neither is {@link Long#MIN_VALUE}. */
  record Small(long n, long d) implements Fraction {
    @Override
    public BigInteger numerator() {
      return BigInteger.valueOf(n);
    }

    @Override
    public BigInteger denominator() {
      return BigInteger.valueOf(d);
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** One part at least does not fit into a long. */
  record Big(BigInteger numerator, BigInteger denominator) implements Fraction {
    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * @throws ArithmeticException when the denominator is zero
   */
  static Fraction of(long numerator, long denominator) {
    if (denominator == 0) throw new ArithmeticException("The denominator is zero.");
    if (denominator == 1 && numerator != Long.MIN_VALUE) return new Small(numerator, 1);
    if (numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE)
      return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    long a = Math.abs(numerator);
    long b = Math.abs(denominator);
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    long common = denominator < 0 ? -a : a;
    return new Small(numerator / common, denominator / common);
  }

  static Fraction of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) throw new ArithmeticException("The denominator is zero.");
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) common = common.negate();
    BigInteger n = numerator.divide(common);
    BigInteger d = denominator.divide(common);
    return fits(n) && fits(d) ? new Small(n.longValue(), d.longValue()) : new Big(n, d);
  }

  static Fraction of(BigDecimal decimal) {
    BigInteger unscaled = decimal.unscaledValue();
    int scale = decimal.scale();
    if (scale >= 0 && scale <= Tens.MOST && unscaled.bitLength() < Long.SIZE)
      return of(unscaled.longValue(), Tens.power(scale));
    return scale <= 0
        ? of(decimal.toBigIntegerExact(), BigInteger.ONE)
        : of(unscaled, BigInteger.TEN.pow(scale));
  }

  default Fraction plus(Fraction other) {
    if (this instanceof Small(var n, var d) && other instanceof Small(var on, var od)) {
      if (n == 0) return other;
      if (on == 0) return this;
      long sum = n + on;
      if (d == od && ((n ^ sum) & (on ^ sum)) >= 0) return of(sum, d);
      long left = n * od;
      long right = on * d;
      long below = d * od;
      long above = left + right;
      if (fits(n, od) && fits(on, d) && fits(d, od) && ((left ^ above) & (right ^ above)) >= 0)
        return of(above, below);
    }
    return of(
        numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
        denominator().multiply(other.denominator()));
  }

  default Fraction minus(Fraction other) {
    return plus(other.times(-1));
  }

  default Fraction times(Fraction other) {
    if (this instanceof Small(var n, var d)
        && other instanceof Small(var on, var od)
        && fits(n, on)
        && fits(d, od)) return of(n * on, d * od);
    return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
  }

  default Fraction times(long factor) {
    return factor == 1 ? this : times(of(factor, 1));
  }

  /**
   * @throws ArithmeticException when the other is zero
   */
  default Fraction dividedBy(Fraction other) {
    return times(
        other instanceof Small(var n, var d)
            ? of(d, n)
            : of(other.denominator(), other.numerator()));
  }

  default int signum() {
    return this instanceof Small(var n, var d) ? Long.signum(n) : numerator().signum();
  }

  /**
   * To a whole number, as named.
   *
   * @throws ArithmeticException when it must be exact and is not, or leaves the range of a long
   */
  default long round(Rounding rounding) {
    if (this instanceof Small(var n, var d) && (d == 1 || rounding == Rounding.DOWN)) return n / d;
    RoundingMode mode =
        switch (rounding) {
          case EXACT -> RoundingMode.UNNECESSARY;
          case DOWN -> RoundingMode.DOWN;
          case UP -> RoundingMode.UP;
          case HALF_UP -> RoundingMode.HALF_UP;
          case HALF_EVEN -> RoundingMode.HALF_EVEN;
        };
    return new BigDecimal(numerator())
        .divide(new BigDecimal(denominator()), 0, mode)
        .longValueExact();
  }

  /**
   * Toward minus infinity.
   *
   * @throws ArithmeticException when it leaves the range of a long
   */
  default long floor() {
    if (this instanceof Small(var n, var d)) return Math.floorDiv(n, d);
    BigInteger[] parts = numerator().divideAndRemainder(denominator());
    return (parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact();
  }

  @Override
  default int compareTo(Fraction other) {
    if (this instanceof Small(var n, var d)
        && other instanceof Small(var on, var od)
        && fits(n, od)
        && fits(on, d)) return Long.compare(n * od, on * d);
    return numerator()
        .multiply(other.denominator())
        .compareTo(other.numerator().multiply(denominator()));
  }

  /** A plain decimal where it has an end, else numerator and denominator. */
  default String text() {
    if (this instanceof Small(var n, var d)) {
      if (d == 1) return Long.toString(n);
      for (int places = 1; places <= Tens.MOST && fits(n, Tens.power(places)); places++)
        if (Tens.power(places) % d == 0)
          return BigDecimal.valueOf(n * (Tens.power(places) / d), places).toPlainString();
    }
    if (denominator().equals(BigInteger.ONE)) return numerator().toString();
    BigInteger rest = denominator();
    rest = rest.shiftRight(rest.getLowestSetBit());
    BigInteger five = BigInteger.valueOf(5);
    for (BigInteger[] by = rest.divideAndRemainder(five);
        by[1].signum() == 0;
        by = rest.divideAndRemainder(five)) rest = by[0];
    if (!rest.equals(BigInteger.ONE)) return numerator() + "/" + denominator();
    return new BigDecimal(numerator()).divide(new BigDecimal(denominator())).toPlainString();
  }

  private static boolean fits(BigInteger number) {
    return number.bitLength() < Long.SIZE && number.longValue() != Long.MIN_VALUE;
  }

  /** Whether the product of two longs is one, and not the least of them. */
  private static boolean fits(long a, long b) {
    long product = a * b;
    return Math.multiplyHigh(a, b) == product >> (Long.SIZE - 1) && product != Long.MIN_VALUE;
  }
}
