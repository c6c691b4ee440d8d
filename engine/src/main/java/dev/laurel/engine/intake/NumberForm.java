package dev.laurel.engine.intake;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How numbers are written in a file. A sign may stand before them; they have no exponent and no
 * currency. Immutable and thread-safe.
 *
 * @param decimal the character between whole and decimal places
 * @param thousands the character between groups of digits; empty for none. A blank means any kind
 *     of blank
 */
record NumberForm(char decimal, Optional<Character> thousands) {
  /** No amount that is counted here has more digits. */
  private static final int MOST_DIGITS = 30;

  private static final int DIGITS_OF_LONG = 18;
  private static final char NO_BREAK_SPACE = '\u00A0';
  private static final char NARROW_NO_BREAK_SPACE = '\u202F';

  /**
   * The number; empty where the text is none. Groups are checked: three digits in the last one, two
   * or three in those before it, so that 1,5 is never read as 15.
   */
  Optional<BigDecimal> read(String text) {
    String plain = text.strip();
    boolean negative = plain.startsWith("-");
    int from = negative || plain.startsWith("+") ? 1 : 0;
    int point = plain.indexOf(decimal, from);
    int whole = point < 0 ? plain.length() : point;
    String grouped = plain.substring(from, whole);
    Optional<String> digits = thousands.isEmpty() ? Optional.of(grouped) : ungrouped(grouped);
    String places = point < 0 ? "" : plain.substring(point + 1);
    if (digits.isEmpty() || point >= 0 && places.isEmpty()) return Optional.empty();
    return number(digits.get(), places, negative);
  }

  private static Optional<BigDecimal> number(String digits, String places, boolean negative) {
    int length = digits.length() + places.length();
    if (length == 0 || length > MOST_DIGITS || !areDigits(digits) || !areDigits(places))
      return Optional.empty();
    if (length > DIGITS_OF_LONG)
      return Optional.of(new BigDecimal((negative ? "-0" : "0") + digits + "." + places));
    long unscaled = 0;
    for (int i = 0; i < digits.length(); i++) unscaled = unscaled * 10 + digits.charAt(i) - '0';
    for (int i = 0; i < places.length(); i++) unscaled = unscaled * 10 + places.charAt(i) - '0';
    return Optional.of(BigDecimal.valueOf(negative ? -unscaled : unscaled, places.length()));
  }

  private static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return true;
  }

  private Optional<String> ungrouped(String grouped) {
    StringBuilder digits = new StringBuilder(grouped.length());
    int group = 0;
    int groups = 1;
    for (int i = 0; i < grouped.length(); i++) {
      char c = grouped.charAt(i);
      if (isThousands(c)) {
        boolean first = groups == 1;
        if (group == 0 || group > 3 || !first && group == 1) return Optional.empty();
        group = 0;
        groups++;
      } else {
        digits.append(c);
        group++;
      }
    }
    return groups > 1 && group != 3 ? Optional.empty() : Optional.of(digits.toString());
  }

  private boolean isThousands(char c) {
    char wanted = thousands.orElseThrow();
    return c == wanted || wanted == ' ' && (c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE);
  }
}
