package dev.laurel.rules.random;

import dev.laurel.rules.language.Range;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

/** Random decimals within a range: its ends, small numbers and any others. */
final class RandomNumbers {
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private RandomNumbers() {}

  static BigDecimal within(AnnotatedElement about, Random random) {
    Range range = about.getAnnotation(Range.class);
    return range == null
        ? within(MOST.negate(), MOST, 6, random)
        : within(
            new BigDecimal(range.min()), new BigDecimal(range.max()), range.decimals(), random);
  }

  private static BigDecimal within(BigDecimal min, BigDecimal max, int decimals, Random random) {
    BigDecimal number =
        switch (random.nextInt(8)) {
          case 0 -> min;
          case 1 -> max;
          case 2, 3, 4 -> BigDecimal.valueOf(random.nextInt(20));
          case 5, 6 -> BigDecimal.valueOf(random.nextInt(1_000_000), Math.min(decimals, 3));
          default -> min.add(max.subtract(min).multiply(BigDecimal.valueOf(random.nextDouble())));
        };
    return plain(number.setScale(decimals, RoundingMode.DOWN).max(min).min(max));
  }

  /** One form for each number, as a reader of packs gives it: no trailing zeros, no exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
