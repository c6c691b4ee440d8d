package dev.laurel.rules.language;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of calendar time, such as {@code 12 months}; what a month is follows from the date it is
 * added to: 31 January and 1 month give 28 or 29 February ({@link LocalDate#plusMonths}).
 *
 * @param count 0 to {@value #MOST}
 */
public record Span(int count, Unit unit) {
  public static final int MOST = 36_500;
  private static final Pattern FORM = Pattern.compile("(\\d{1,5}) (day|week|month|year)s?");

  /** What is counted. */
  public enum Unit {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  public Span {
    if (count < 0 || count > MOST)
      throw new IllegalArgumentException("A span (%d) must be 0..%d.".formatted(count, MOST));
  }

  /**
   * Reads {@code 12 months}, {@code 1 year}, {@code 30 days}.
   *
   * @throws IllegalArgumentException when the text is not of that form
   */
  public static Span parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches())
      throw new IllegalArgumentException(
          "A span is written like \"12 months\", \"30 days\", \"2 weeks\" or \"1 year\".");
    return new Span(
        Integer.parseInt(m.group(1)), Unit.valueOf(m.group(2).toUpperCase(Locale.ROOT)));
  }

  public LocalDate after(LocalDate day) {
    return switch (unit) {
      case DAY -> day.plusDays(count);
      case WEEK -> day.plusWeeks(count);
      case MONTH -> day.plusMonths(count);
      case YEAR -> day.plusYears(count);
    };
  }

  public LocalDate before(LocalDate day) {
    return switch (unit) {
      case DAY -> day.minusDays(count);
      case WEEK -> day.minusWeeks(count);
      case MONTH -> day.minusMonths(count);
      case YEAR -> day.minusYears(count);
    };
  }

  /** The canonical form, such as {@code 1 month} or {@code 12 months}. */
  @Override
  public String toString() {
    return count + " " + unit.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
  }
}
