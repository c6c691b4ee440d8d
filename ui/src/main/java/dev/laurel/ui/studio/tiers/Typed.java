package dev.laurel.ui.studio.tiers;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them. */
final class Typed {
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}([, \u00a0\u202f]\\d{3})+(\\.\\d{1,6})?");
  private static final Pattern PLAIN = Pattern.compile("\\d{1,12}([.,]\\d{1,6})?");

  private Typed() {}

  /**
   * A number, with or without signs between thousands; a comma before one or two digits is a point.
   */
  static Optional<BigDecimal> number(String text) {
    String typed = text.strip();
    if (GROUPED.matcher(typed).matches())
      return Optional.of(new BigDecimal(typed.replaceAll("[, \u00a0\u202f]", "")));
    return PLAIN.matcher(typed).matches()
        ? Optional.of(new BigDecimal(typed.replace(',', '.')))
        : Optional.empty();
  }
}
