package dev.laurel.rules.sentence;

import dev.laurel.rules.sentence.Phrase.Role;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Simplified Chinese. Templates hold no blanks: where Chinese meets Latin letters, digits or signs
 * of money, or letters meet digits, the one between them comes by itself.
 */
final class Chinese implements Tongue {
  /** Those that differ from English: here the yuan is the usual currency with this sign. */
  private static final Map<String, String> SYMBOLS = Map.of("CNY", "¥", "JPY", "JP¥");

  /**
   * Characters that sentences are built of; a title that holds one could be read as a part of the
   * sentence, such as "金卡或银卡".
   */
  private static final String GRAMMAR = "或和与及且并非不未为是的在于以至到从自每之除但若当者共总由将";

  /** A name of up to twelve letters and digits in a row that begins with a letter. */
  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{IsHan}\\p{Lu}&&[^%1$s]][\\p{L}\\p{M}\\p{Nd}&&[^%1$s]]{0,11}".formatted(GRAMMAR));

  /** The measure word of a unit by how its title ends; the first that fits. */
  private static final List<Measure> MEASURES =
      List.of(
          new Measure("", "点数|里程|英里|公里|晚|次"),
          new Measure("颗", "星|星星|豆|钻|钻石|宝石|果|糖|stars?|beans?|gems?"),
          new Measure("张", "券|票|卡|贴纸|vouchers?|coupons?|tickets?"),
          new Measure("枚", "币|章|徽章|勋章|coins?|stamps?|badges?"),
          new Measure("点", "分|值|点|points?|credits?"),
          new Measure("", "miles|nights|stays|segments|flights"));

  private record Measure(String word, Pattern titles) {
    Measure(String word, String endings) {
      this(word, Pattern.compile("(?i)(?:.*[^a-z])?(?:%s)".formatted(endings)));
    }
  }

  @Override
  public String language() {
    return "zh-Hans";
  }

  @Override
  public String plural(BigDecimal number) {
    return "other";
  }

  @Override
  public String number(BigDecimal number) {
    return Digits.number(number);
  }

  @Override
  public String money(BigDecimal amount, Currency currency) {
    String symbol = SYMBOLS.getOrDefault(currency.getCurrencyCode(), Digits.symbol(currency));
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    return Digits.money(amount, symbol, whole ? 0 : currency.getDefaultFractionDigits());
  }

  /** In 「」 where the text has the usual marks itself. */
  @Override
  public String quoted(String text) {
    boolean marked = text.indexOf('“') >= 0 || text.indexOf('”') >= 0;
    return marked ? Quotation.of(text, '「', '」') : Quotation.of(text, '“', '”');
  }

  @Override
  public String proper(String title) {
    return NAME.matcher(title).matches() || Quotation.isProperName(title) ? title : quoted(title);
  }

  @Override
  public String counted(String title, String plural) {
    return proper(title);
  }

  @Override
  public String measure(String title) {
    if (title.equalsIgnoreCase("points")) return "";
    for (Measure measure : MEASURES)
      if (measure.titles().matcher(title).matches()) return measure.word();
    return Quotation.isProperName(title) ? "" : "个";
  }

  @Override
  public String opening(String words) {
    return words;
  }

  /** Nothing after a full stop, which may stand within a quotation. */
  @Override
  public String between(String before) {
    String open = before.replaceAll("[”」）]+$", "");
    return !open.isEmpty() && "。！？.!?".indexOf(open.charAt(open.length() - 1)) >= 0 ? "" : "。";
  }

  @Override
  public String gap(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) return "";
    int last = before.codePointBefore(before.length());
    int first = after.codePointAt(0);
    boolean differ = isWide(last) && isNarrow(first) || isNarrow(last) && isWide(first);
    boolean merge = isAlphanumeric(last) && isAlphanumeric(first);
    return differ || merge ? " " : "";
  }

  /** Who, when, on what, under which condition, with which exception. */
  @Override
  public int rank(Role role) {
    return switch (role) {
      case AUDIENCE -> 0;
      case TERM -> 1;
      case TRIGGER -> 2;
      case CONDITION -> 3;
      case EXCEPTION -> 4;
    };
  }

  private static boolean isWide(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> false;
    };
  }

  private static boolean isNarrow(int codePoint) {
    return isAlphanumeric(codePoint)
        || Character.getType(codePoint) == Character.CURRENCY_SYMBOL
        || codePoint == '−'
        || codePoint == '%';
  }

  private static boolean isAlphanumeric(int codePoint) {
    return !isWide(codePoint) && Character.isLetterOrDigit(codePoint);
  }
}
