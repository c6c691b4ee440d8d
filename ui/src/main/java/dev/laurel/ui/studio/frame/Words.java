package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Speaker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** How things are said and written in one language. Immutable and thread-safe. */
public final class Words {
  private static final Words ENGLISH =
      new Words(
          Language.ENGLISH,
          "d MMM uuuu",
          "d MMMM uuuu",
          "EEEE d MMMM uuuu",
          "EEE d MMM uuuu, HH:mm",
          "d MMMM",
          "MMM uu");
  private static final Words CHINESE =
      new Words(
          Language.CHINESE,
          "uuuu 年 M 月 d 日",
          "uuuu 年 M 月 d 日",
          "uuuu 年 M 月 d 日 EEEE",
          "uuuu 年 M 月 d 日 EEE HH:mm",
          "M 月 d 日",
          "uu 年 M 月");

  private final Language language;
  private final DateTimeFormatter day;
  private final DateTimeFormatter longDay;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter instant;
  private final DateTimeFormatter dayOfYear;
  private final DateTimeFormatter month;

  private Words(
      Language language,
      String day,
      String longDay,
      String weekday,
      String instant,
      String dayOfYear,
      String month) {
    this.language = language;
    this.day = formatter(day);
    this.longDay = formatter(longDay);
    this.weekday = formatter(weekday);
    this.instant = formatter(instant);
    this.dayOfYear = formatter(dayOfYear);
    this.month = formatter(month);
  }

  private DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, language.locale());
  }

  /** Those of whoever looks at this moment. */
  public static Words here() {
    UI ui = UI.getCurrent();
    return of(ui == null ? Locale.ENGLISH : ui.getLocale());
  }

  /** Those of a language, whoever looks. */
  public static Words in(Language language) {
    return of(language.locale());
  }

  static Words of(Locale locale) {
    return switch (Language.of(locale)) {
      case ENGLISH -> ENGLISH;
      case CHINESE -> CHINESE;
    };
  }

  public Language language() {
    return language;
  }

  /** A text of the studio. */
  public String of(String key, Object... parameters) {
    return I18NProvider.translate(language.locale(), key, parameters);
  }

  /** What the pack says in this language. */
  public String of(Text text) {
    return text.in(language.tag());
  }

  /** Who speaks the sentences of rules and decisions. */
  public Speaker speaker() {
    return Explanations.speaker(language.tag()).orElseGet(Explanations::english);
  }

  public String number(long number) {
    return number(BigDecimal.valueOf(number));
  }

  /** A number with its decimals, but for zeros at the end. */
  public String number(BigDecimal number) {
    return decimal(number, "#,##0.######");
  }

  /** The same with a sign, if it is not 0. */
  public String change(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + number(number);
  }

  /** An amount of money. */
  public String money(BigDecimal amount, Currency currency) {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    String symbol = currency.getSymbol(Locale.UK);
    String plain = decimal(amount.abs(), pattern);
    String sign = amount.signum() < 0 ? "−" : "";
    return symbol.length() > 2 ? sign + symbol + " " + plain : sign + symbol + plain;
  }

  /** A share of a whole, in per cent with one decimal. */
  public String share(long part, long whole) {
    if (whole == 0) return "–";
    BigDecimal percent =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    String space =
        switch (language) {
          case ENGLISH -> " ";
          case CHINESE -> "";
        };
    return decimal(percent, "#,##0.0") + space + "%";
  }

  private static String decimal(BigDecimal number, String pattern) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    symbols.setMinusSign('−');
    DecimalFormat format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }

  public String day(LocalDate date) {
    return day.format(date);
  }

  public String longDay(LocalDate date) {
    return longDay.format(date);
  }

  public String weekday(LocalDate date) {
    return weekday.format(date);
  }

  public String dayOfYear(MonthDay date) {
    return dayOfYear.format(date);
  }

  public String month(LocalDate date) {
    return month.format(date);
  }

  public String time(ZonedDateTime at) {
    return DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(at);
  }

  public String instant(ZonedDateTime at) {
    return instant.format(at);
  }

  /** Several things in a row. */
  public String list(List<String> things) {
    return String.join(
        switch (language) {
          case ENGLISH -> ", ";
          case CHINESE -> "、";
        },
        things);
  }
}
