package dev.laurel.rules.sentence;

import dev.laurel.rules.sentence.Phrase.Role;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** English. */
final class English implements Tongue {
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
    return Digits.number(number);
  }

  @Override
  public String money(BigDecimal amount, Currency currency) {
    return Digits.money(amount, Digits.symbol(currency), currency.getDefaultFractionDigits());
  }

  @Override
  public String quoted(String text) {
    return Quotation.of(text, '"', '"');
  }

  @Override
  public String proper(String title) {
    return Quotation.isProperName(title) ? title : quoted(title);
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
  public String measure(String title) {
    return "";
  }

  @Override
  public String between(String before) {
    return " ";
  }

  @Override
  public String gap(String before, String after) {
    return "";
  }

  @Override
  public int rank(Role role) {
    return 0;
  }
}
