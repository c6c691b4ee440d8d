package dev.laurel.engine.oracle;

import dev.laurel.rules.language.Period;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;

/** Which days a period counts, asked one day at a time. */
final class Windows {
  private Windows() {}

  /** Whether a day counts at an event: up to and including the day of the event. */
  static boolean countsUpTo(Period period, LocalDate then, LocalDate day, LocalDate enrolled) {
    if (then.isAfter(day)) return false;
    if (period instanceof Period.Rolling(var span)) return then.isAfter(span.before(day));
    return isSame(period, then, day, enrolled);
  }

  /** Whether a day counts at the start of the day of a review: the days before it. */
  static boolean countsBefore(Period period, LocalDate then, LocalDate day, LocalDate enrolled) {
    if (!then.isBefore(day)) return false;
    if (period instanceof Period.Rolling(var span)) return !then.isBefore(span.before(day));
    return isSame(period, then, day.minusDays(1), enrolled);
  }

  /** Whether what is counted on two days is counted together, and so is taken back together. */
  static boolean together(Period period, LocalDate a, LocalDate b, LocalDate enrolled) {
    return period instanceof Period.Rolling ? a.equals(b) : isSame(period, a, b, enrolled);
  }

  /** The last day of the period in which this day lies. */
  static LocalDate lastDay(Period period, LocalDate day, LocalDate enrolled) {
    LocalDate last = day;
    while (isSame(period, last.plusDays(1), day, enrolled)) last = last.plusDays(1);
    return last;
  }

  /** Whether this day is the last of its period. */
  static boolean isLastDay(Period period, LocalDate day, LocalDate enrolled) {
    return !isSame(period, day, day.plusDays(1), enrolled);
  }

  /** Whether two days lie in the same period. */
  private static boolean isSame(Period period, LocalDate a, LocalDate b, LocalDate enrolled) {
    return switch (period) {
      case Period.Day() -> a.equals(b);
      case Period.CalendarWeek() ->
          a.get(IsoFields.WEEK_BASED_YEAR) == b.get(IsoFields.WEEK_BASED_YEAR)
              && a.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                  == b.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case Period.CalendarMonth() -> YearMonth.from(a).equals(YearMonth.from(b));
      case Period.CalendarQuarter() ->
          a.getYear() == b.getYear()
              && a.get(IsoFields.QUARTER_OF_YEAR) == b.get(IsoFields.QUARTER_OF_YEAR);
      case Period.CalendarYear() -> a.getYear() == b.getYear();
      case Period.YearFrom(var start) -> yearFrom(start, a) == yearFrom(start, b);
      case Period.MembershipYear() -> membershipYear(a, enrolled) == membershipYear(b, enrolled);
      case Period.Lifetime() -> true;
      case Period.Rolling r ->
          throw new IllegalArgumentException("A rolling period is not followed by another: " + r);
    };
  }

  private static int yearFrom(MonthDay start, LocalDate day) {
    return day.isBefore(start.atYear(day.getYear())) ? day.getYear() - 1 : day.getYear();
  }

  /** The first is 0; points that another gave may have been earned before it. */
  private static int membershipYear(LocalDate day, LocalDate enrolled) {
    int years = 0;
    while (!enrolled.plusYears(years + 1).isAfter(day)) years++;
    while (enrolled.plusYears(years).isAfter(day)) years--;
    return years;
  }
}
