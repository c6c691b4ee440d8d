package dev.laurel.engine.member;

import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Where the periods of the language lie for one member. All days are in the programme's zone.
 *
 * <p>A tally is read in two ways: "up to and including" the day of an event, and "at the start" of
 * the day of a review, which leaves that day out.
 */
public final class Calendar {
  /** How many whole periods before the present one a tally keeps, so that late reviews can ask. */
  private static final int KEPT_PERIODS = 3;

  /** Months are clamped at their ends, so a window may reach a few days further back. */
  private static final int CLAMP = 4;

  private Calendar() {}

  /** The key under which units of this day are counted. */
  public static int key(Period period, LocalDate day, LocalDate enrolled) {
    return epochDay(period instanceof Period.Rolling ? day : start(period, day, enrolled));
  }

  /** The lowest key that any later reading can ask for. */
  public static int keepFrom(Period period, LocalDate day, LocalDate enrolled) {
    if (period instanceof Period.Rolling(var span))
      return Math.toIntExact(span.before(day).toEpochDay() - CLAMP);
    LocalDate from = start(period, day, enrolled);
    if (period instanceof Period.Lifetime) return Integer.MIN_VALUE;
    for (int i = 0; i < KEPT_PERIODS; i++) from = start(period, from.minusDays(1), enrolled);
    return Math.toIntExact(from.toEpochDay());
  }

  /** What the tally holds up to and including this day. */
  public static long upTo(Tally tally, Period period, LocalDate day, LocalDate enrolled) {
    if (period instanceof Period.Rolling(var span))
      return tally.sum(epochDay(span.before(day)) + 1, epochDay(day));
    int key = key(period, day, enrolled);
    return tally.sum(key, key);
  }

  /** What the tally holds at the start of this day: of the days before it. */
  public static long before(Tally tally, Period period, LocalDate day, LocalDate enrolled) {
    if (period instanceof Period.Rolling(var span))
      return tally.sum(epochDay(span.before(day)), epochDay(day) - 1);
    int key = key(period, day.minusDays(1), enrolled);
    long sum = tally.sum(key, key);
    // What this day brought so far, such as at another review, counts in the same period.
    return key(period, day, enrolled) == key ? sum - tally.of(epochDay(day)) : sum;
  }

  /**
   * The first day of the period that holds this day; of a rolling one the first day that counts.
   */
  public static LocalDate start(Period period, LocalDate day, LocalDate enrolled) {
    return switch (period) {
      case Period.Day d -> day;
      case Period.CalendarWeek w -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case Period.CalendarMonth m -> day.withDayOfMonth(1);
      case Period.CalendarQuarter q ->
          LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case Period.CalendarYear y -> day.withDayOfYear(1);
      case Period.YearFrom(var first) -> yearStart(day, first);
      case Period.MembershipYear y -> membershipYear(day, enrolled);
      case Period.Rolling(var span) -> span.before(day).plusDays(1);
      case Period.Lifetime l -> LocalDate.EPOCH;
    };
  }

  /**
   * The first day after this one on which what the tally holds up to and including that day may
   * have fallen by time alone; {@link LocalDate#MAX} where it never does.
   */
  public static LocalDate nextFall(Tally tally, Period period, LocalDate day, LocalDate enrolled) {
    if (!(period instanceof Period.Rolling(var span))) return end(period, day, enrolled);
    int first = epochDay(span.before(day)) + 1;
    for (int i = 0; i < tally.size(); i++) {
      if (tally.key(i) < first) continue;
      LocalDate fall = span.after(LocalDate.ofEpochDay(tally.key(i)));
      while (epochDay(span.before(fall)) < tally.key(i)) fall = fall.plusDays(1);
      return fall.isAfter(day) ? fall : day.plusDays(1);
    }
    return LocalDate.MAX;
  }

  /** The first day after the period that holds this day; {@link LocalDate#MAX} of a lifetime. */
  public static LocalDate end(Period period, LocalDate day, LocalDate enrolled) {
    LocalDate start = start(period, day, enrolled);
    return switch (period) {
      case Period.Day d -> start.plusDays(1);
      case Period.CalendarWeek w -> start.plusWeeks(1);
      case Period.CalendarMonth m -> start.plusMonths(1);
      case Period.CalendarQuarter q -> start.plusMonths(3);
      case Period.CalendarYear y -> start.plusYears(1);
      case Period.YearFrom(var first) -> first.atYear(start.getYear() + 1);
      case Period.MembershipYear y -> enrolled.plusYears(ordinal(start, enrolled) + 1);
      case Period.Rolling r -> day.plusDays(1);
      case Period.Lifetime l -> LocalDate.MAX;
    };
  }

  /** The first day after another one that lies whole spans, one at least, after a day. */
  public static LocalDate nextRepeat(Span span, LocalDate since, LocalDate after) {
    if (span.count() == 0) return after.plusDays(1);
    ChronoUnit unit =
        switch (span.unit()) {
          case DAY -> ChronoUnit.DAYS;
          case WEEK -> ChronoUnit.WEEKS;
          case MONTH -> ChronoUnit.MONTHS;
          case YEAR -> ChronoUnit.YEARS;
        };
    long times = Math.max(1, unit.between(since, after) / span.count());
    LocalDate next = since.plus(times * span.count(), unit);
    while (!next.isAfter(after)) next = since.plus(++times * span.count(), unit);
    return next;
  }

  private static LocalDate yearStart(LocalDate day, MonthDay first) {
    LocalDate start = first.atYear(day.getYear());
    return start.isAfter(day) ? first.atYear(day.getYear() - 1) : start;
  }

  /** Anniversaries are counted from the day of enrolment itself, so that 29 February comes back. */
  private static LocalDate membershipYear(LocalDate day, LocalDate enrolled) {
    return enrolled.plusYears(ordinal(day, enrolled));
  }

  private static int ordinal(LocalDate day, LocalDate enrolled) {
    int years = day.getYear() - enrolled.getYear();
    return enrolled.plusYears(years).isAfter(day) ? years - 1 : years;
  }

  private static int epochDay(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }
}
