package dev.laurel.rules.sentence;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/** Numbers and amounts in Arabic digits, in groups of three, with the decimal point. */
final class Digits {
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

  private Digits() {}

  /** A number with all its decimals. */
  static String number(BigDecimal number) {
    String plain = plain(number).abs().toPlainString();
    return sign(number) + grouped(plain);
  }

  /** The sign that stands before an amount: the currency's own, or its code. */
  static String symbol(Currency currency) {
    return SYMBOLS.getOrDefault(currency.getCurrencyCode(), currency + "\u00a0");
  }

  /** An amount with all its decimals, and no fewer than so many. */
  static String money(BigDecimal amount, String symbol, int leastDecimals) {
    BigDecimal plain = plain(amount).abs();
    int decimals = Math.max(leastDecimals, plain.scale());
    String digits = grouped(plain.setScale(Math.max(0, decimals)).toPlainString());
    return sign(amount) + symbol + digits;
  }

  private static String sign(BigDecimal number) {
    return number.signum() < 0 ? "−" : "";
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
