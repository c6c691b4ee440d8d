package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.rules.language.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.LongSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Fractions are exact, whether they fit into two longs or not. */
class FractionTest {
  /** A fraction and the same in the plainest form, never reduced. */
  record Pair(Fraction fraction, BigInteger over, BigInteger under) {}

  @Provide
  static Arbitrary<Pair> pairs() {
    Arbitrary<Long> small = Arbitraries.longs().between(-1_000, 1_000);
    Arbitrary<Long> any = Arbitraries.longs();
    Arbitrary<Long> over = Arbitraries.oneOf(small, any);
    Arbitrary<Long> under =
        Arbitraries.oneOf(small, any).filter(n -> n != 0 && n != Long.MIN_VALUE);
    return Combinators.combine(over, under)
        .as((n, d) ->
            new Pair(
                Fraction.of(BigInteger.valueOf(n), BigInteger.valueOf(d)),
                BigInteger.valueOf(n),
                BigInteger.valueOf(d)));
  }

  private static void assertIs(Fraction fraction, BigInteger over, BigInteger under) {
    BigInteger n = under.signum() < 0 ? over.negate() : over;
    assertThat(fraction).isEqualTo(Fraction.of(n, under.abs()));
    assertThat(fraction.compareTo(Fraction.of(n, under.abs()))).isZero();
    assertThat(fraction.signum()).isEqualTo(n.signum());
  }

  @Property
  void sums_differences_and_products_are_those_of_school(
      @ForAll("pairs") Pair a, @ForAll("pairs") Pair b) {
    BigInteger under = a.under().multiply(b.under());
    BigInteger left = a.over().multiply(b.under());
    BigInteger right = b.over().multiply(a.under());
    assertIs(a.fraction().plus(b.fraction()), left.add(right), under);
    assertIs(a.fraction().minus(b.fraction()), left.subtract(right), under);
    assertIs(a.fraction().times(b.fraction()), a.over().multiply(b.over()), under);
    if (b.over().signum() != 0)
      assertIs(
          a.fraction().dividedBy(b.fraction()),
          a.over().multiply(b.under()),
          a.under().multiply(b.over()));
    BigInteger sign =
        BigInteger.valueOf((long) a.under().signum() * b.under().signum())
            .multiply(left.subtract(right));
    assertThat(a.fraction().compareTo(b.fraction())).isEqualTo(sign.signum());
  }

  @Property
  void a_factor_is_a_fraction_over_one(@ForAll("pairs") Pair a, @ForAll long factor) {
    assertThat(a.fraction().times(factor)).isEqualTo(a.fraction().times(Fraction.of(factor, 1)));
  }

  @Property
  void rounding_is_that_of_decimals(@ForAll("pairs") Pair a, @ForAll Rounding rounding) {
    RoundingMode mode =
        switch (rounding) {
          case EXACT -> RoundingMode.UNNECESSARY;
          case DOWN -> RoundingMode.DOWN;
          case UP -> RoundingMode.UP;
          case HALF_UP -> RoundingMode.HALF_UP;
          case HALF_EVEN -> RoundingMode.HALF_EVEN;
        };
    BigDecimal over = new BigDecimal(a.over());
    BigDecimal under = new BigDecimal(a.under());
    boolean whole = a.over().remainder(a.under()).signum() == 0;
    if (rounding == Rounding.EXACT && !whole)
      assertThatThrownBy(() -> a.fraction().round(rounding))
          .isInstanceOf(ArithmeticException.class);
    else isWhole(() -> a.fraction().round(rounding), over.divide(under, 0, mode));
    isWhole(() -> a.fraction().floor(), over.divide(under, 0, RoundingMode.FLOOR));
  }

  /** The number, or refused where no long holds it. */
  private static void isWhole(LongSupplier rounded, BigDecimal expected) {
    if (expected.toBigInteger().bitLength() < Long.SIZE)
      assertThat(rounded.getAsLong()).isEqualTo(expected.longValueExact());
    else assertThatThrownBy(rounded::getAsLong).isInstanceOf(ArithmeticException.class);
  }

  @Property
  void equal_ones_are_written_alike(@ForAll("pairs") Pair a) {
    Fraction same =
        Fraction.of(a.over().multiply(BigInteger.TEN), a.under().multiply(BigInteger.TEN));
    assertThat(same).hasToString(a.fraction().toString()).isEqualTo(a.fraction());
  }

  @Test
  void what_fits_into_a_long_is_held_in_one_way() {
    for (long number : new long[] {1L << 61, 1L << 62, Long.MAX_VALUE, -Long.MAX_VALUE}) {
      BigInteger large = BigInteger.valueOf(number);
      assertThat(Fraction.of(large, BigInteger.ONE)).isEqualTo(Fraction.of(number, 1));
      assertThat(Fraction.of(large, BigInteger.TWO.pow(5))).isEqualTo(Fraction.of(number, 32));
    }
  }

  @Property
  void a_decimal_is_read_and_written_as_it_is(
      @ForAll BigInteger unscaled, @ForAll @IntRange(min = -5, max = 25) int scale) {
    BigDecimal decimal = new BigDecimal(unscaled, scale);
    BigDecimal shortest = decimal.stripTrailingZeros();
    if (shortest.scale() < 0) shortest = shortest.setScale(0);
    assertThat(Fraction.of(decimal)).hasToString(shortest.toPlainString());
  }

  @Test
  void what_is_no_decimal_is_written_as_a_fraction() {
    assertThat(Fraction.of(-7, 3)).hasToString("-7/3");
    assertThat(Fraction.of(Long.MAX_VALUE, 4)).hasToString("2305843009213693951.75");
    assertThat(Fraction.of(1, 1L << 40))
        .hasToString(BigDecimal.ONE.divide(new BigDecimal(1L << 40)).toPlainString());
  }

  @Test
  void what_does_not_fit_is_refused_and_never_wrapped() {
    Fraction most = Fraction.of(Long.MAX_VALUE, 1);
    assertThatThrownBy(() -> most.plus(Fraction.of(1, 1)).floor())
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.dividedBy(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
  }
}
