package dev.laurel.engine.editing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them. Stateless. */
public final class Numbers {
  private static final Pattern GROUPED =
      Pattern.compile("[-−]?\\d{1,3}([, \u00a0\u202f]\\d{3})+(\\.\\d{1,6})?");
  private static final Pattern PLAIN = Pattern.compile("[-−]?\\d{1,13}([.,]\\d{1,6})?");

  private Numbers() {}

  /**
   * A number, with or without signs between thousands; a comma before one or two digits is a point.
   *
   * @return empty where the text is none
   */
  public static Optional<BigDecimal> typed(String text) {
    String typed = text.strip();
    if (GROUPED.matcher(typed).matches())
      return Optional.of(new BigDecimal(minus(typed).replaceAll("[, \u00a0\u202f]", "")));
    return PLAIN.matcher(typed).matches()
        ? Optional.of(new BigDecimal(minus(typed).replace(',', '.')))
        : Optional.empty();
  }

  private static String minus(String typed) {
    return typed.replace('−', '-');
  }
}
