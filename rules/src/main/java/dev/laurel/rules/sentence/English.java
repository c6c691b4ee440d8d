package dev.laurel.rules.sentence;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** English. */
final class English implements Tongue {
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("USD", "$"),
          Map.entry("EUR", "€"),
          Map.entry("GBP", "£"),
          Map.entry("JPY", "¥"),
          Map.entry("CNY", "CN¥"),
          Map.entry("INR", "₹"),
          Map.entry("KRW", "₩"),
          Map.entry("CAD", "CA$"),
          Map.entry("AUD", "A$"),
          Map.entry("NZD", "NZ$"),
          Map.entry("HKD", "HK$"),
          Map.entry("SGD", "S$"),
          Map.entry("TWD", "NT$"),
          Map.entry("BRL", "R$"),
          Map.entry("MXN", "MX$"));

  /** Words that begin with a capital letter or, from the second on, a digit: "Premier 1K". */
  private static final Pattern PROPER_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}\\p{Nd}]*( [\\p{Lu}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*)*");

  /**
   * Titles whose singular is theirs without the s. Others keep their form: Avios, Status, Rubies.
   */
  private static final Pattern PLAIN_PLURAL =
      Pattern.compile(".*(?:[bcdfghjklmnpqrtvwxyz]|[bcdfgjklmnpqrtvwy]e)s");

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String plural(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.ONE) == 0 ? "one" : "other";
  }

  @Override
  public String number(BigDecimal number) {
    String plain = plain(number).abs().toPlainString();
    return (number.signum() < 0 ? "−" : "") + grouped(plain);
  }

  @Override
  public String money(BigDecimal amount, Currency currency) {
    BigDecimal plain = plain(amount).abs();
    int decimals = Math.max(currency.getDefaultFractionDigits(), plain.scale());
    String digits = grouped(plain.setScale(Math.max(0, decimals)).toPlainString());
    String symbol = SYMBOLS.getOrDefault(currency.getCurrencyCode(), currency + "\u00a0");
    return (amount.signum() < 0 ? "−" : "") + symbol + digits;
  }

  @Override
  public String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> escape(c, quoted));
    return quoted.append('"').toString();
  }

  @Override
  public String proper(String title) {
    return PROPER_NAME.matcher(title).matches() ? title : quoted(title);
  }

  @Override
  public String counted(String title, String plural) {
    boolean one = plural.equals("one");
    if (title.toLowerCase(Locale.ROOT).equals("points")) return one ? "point" : "points";
    return proper(
        one && PLAIN_PLURAL.matcher(title).matches()
            ? title.substring(0, title.length() - 1)
            : title);
  }

  @Override
  public String opening(String words) {
    if (words.isEmpty()) return words;
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  @Override
  public String between() {
    return " ";
  }

  /** Whatever cannot be seen, or turns the direction of writing, is written by its number. */
  private static void escape(int codePoint, StringBuilder into) {
    switch (codePoint) {
      case '"', '\\' -> into.append('\\').appendCodePoint(codePoint);
      case '\n' -> into.append("\\n");
      case '\t' -> into.append("\\t");
      default -> {
        if (isHidden(codePoint)) into.append("\\u{%X}".formatted(codePoint));
        else into.appendCodePoint(codePoint);
      }
    }
  }

  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      case Character.SPACE_SEPARATOR -> codePoint != ' ';
      default -> false;
    };
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String grouped(String digits) {
    int point = digits.indexOf('.');
    StringBuilder grouped = new StringBuilder(digits);
    for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) grouped.insert(i, ',');
    return grouped.toString();
  }
}
