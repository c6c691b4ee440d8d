package dev.laurel.engine.decision;

import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Availability;
import dev.laurel.rules.language.PointKind.Expiry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * When points become available and lapse, and when a tier's term ends, by the terms of the pack.
 */
final class Terms {
  private Terms() {}

  /**
   * A lot of points earned on this day. Points live to the end of that day at least, so that
   * whatever time does it does at the start of a later day. When one lapses that follows the tier
   * held or what the member does, {@link Lapses} says at the end of the decision.
   */
  static Purse.Lot lot(PointKind kind, LocalDate day, long units) {
    LocalDate available =
        switch (kind.available()) {
          case Availability.AtOnce a -> day;
          case Availability.After(var span) -> span.after(day);
          case Availability.On(var fixed) -> fixed.isBefore(day) ? day : fixed;
          case Availability.AtEvent a -> LocalDate.MAX;
        };
    long lapses =
        switch (kind.expiry()) {
          case Expiry.Never n -> Purse.NEVER;
          case Expiry.After after -> after(after, day).toEpochDay();
          case Expiry.On on -> on(on, day).toEpochDay();
          case Expiry.Inactivity idle -> idle(idle, day);
          case Expiry.ByTier b -> Purse.NEVER;
        };
    return new Purse.Lot(
        day.toEpochDay(),
        kind.available() instanceof Availability.AtEvent ? Purse.NEVER : available.toEpochDay(),
        lapses,
        units,
        available.isAfter(day),
        Lapses.follow(kind),
        day.toEpochDay());
  }

  /** On which day points of this day lapse, whatever the member does. */
  static LocalDate after(Expiry.After after, LocalDate day) {
    return later(atStart(carry(after.span().after(day), after.carriedTo()), after.edge()), day);
  }

  /** The fixed day on which points of this day lapse. */
  static LocalDate on(Expiry.On on, LocalDate day) {
    return later(atStart(on.day(), on.edge()), day);
  }

  /**
   * On which day points lapse that were earned, or kept by activity, last on this day; counted from
   * 1970-01-01.
   */
  static long idle(Expiry.Inactivity idle, LocalDate day) {
    return later(atStart(idle.span().after(day), idle.edge()), day).toEpochDay();
  }

  private static LocalDate carry(LocalDate day, Expiry.UpTo to) {
    return switch (to) {
      case NONE -> day;
      case END_OF_MONTH -> YearMonth.from(day).atEndOfMonth();
      case END_OF_QUARTER ->
          YearMonth.of(day.getYear(), (day.getMonthValue() + 2) / 3 * 3).atEndOfMonth();
      case END_OF_YEAR -> LocalDate.of(day.getYear(), 12, 31);
    };
  }

  /** The day at whose start something is over that ends at this edge of a day. */
  static LocalDate atStart(LocalDate day, Edge edge) {
    return switch (edge) {
      case AT_ITS_START -> day;
      case TO_ITS_END -> day.plusDays(1);
    };
  }

  /**
   * The day at whose start a tier's term ends that begins on this day; empty where it does not. A
   * term always ends after the day on which it begins, or its review would never be over.
   */
  static Optional<LocalDate> until(
      Revision revision, Validity validity, Edge ends, LocalDate day, LocalDate enrolled) {
    return switch (validity) {
      case Validity.WhileMet w -> Optional.empty();
      case Validity.ForEver f -> Optional.empty();
      case Validity.For(var span) -> Optional.of(later(atStart(span.after(day), ends), day));
      case Validity.RestOfPeriod(var period, var more) -> {
        LocalDate end = Calendar.end(revision.period(period), day, enrolled);
        for (int i = 0; i < more; i++) end = Calendar.end(revision.period(period), end, enrolled);
        // On the last day of a period that ends at its start, nothing of it is left.
        if (!atStart(end.minusDays(1), ends).isAfter(day))
          end = Calendar.end(revision.period(period), end, enrolled);
        yield Optional.of(atStart(end.minusDays(1), ends));
      }
      case Validity.ToEndOfMonth(var period, var month, var years) -> {
        LocalDate last = Calendar.end(revision.period(period), day, enrolled).minusDays(1);
        LocalDate end = YearMonth.of(last.getYear() + years, month).atEndOfMonth();
        yield Optional.of(later(atStart(end, ends), day));
      }
    };
  }

  /** The end, but not before the day after this one. */
  static LocalDate later(LocalDate end, LocalDate day) {
    return end.isAfter(day) ? end : day.plusDays(1);
  }
}
