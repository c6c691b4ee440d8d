package dev.laurel.ui.studio.tryit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads prices as people write them. */
final class Prices {
  /** Up to seven digits, and after a comma or a point up to four more. */
  private static final Pattern PRICE = Pattern.compile("\\d{1,7}(?:[.,]\\d{0,4})?");

  private Prices() {}

  static Optional<BigDecimal> read(String text) {
    String plain = text.strip();
    if (!PRICE.matcher(plain).matches()) return Optional.empty();
    String point = plain.replace(',', '.');
    return Optional.of(new BigDecimal(point.endsWith(".") ? point + "0" : point));
  }
}
