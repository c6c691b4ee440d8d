package dev.laurel.engine.fold;

import dev.laurel.engine.decision.Birthdays;
import dev.laurel.engine.event.Event.Body.Due.What;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Occasions;
import dev.laurel.rules.language.Span;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * On which days rules answer to time alone; days are counted from 1970-01-01. Immutable and
 * thread-safe.
 *
 * @see "engine/docs/decisions/036-what-time-brings-about.md"
 */
final class MemberDays {
  private final Occasions occasions;

  MemberDays(Occasions occasions) {
    this.occasions = occasions;
  }

  /** Is told what falls due on which day. */
  interface Offers {
    void offer(long on, What what, String of);
  }

  /**
   * Offers the next of each kind of day to which rules answer.
   *
   * @param begun the last day of which that was done which falls due at its start
   */
  void offer(MemberState state, LocalDate begun, Offers to) {
    if (occasions.birthday()) to.offer(birthday(state, begun), What.BIRTHDAY, "");
    if (occasions.anniversary()) to.offer(anniversary(state, begun), What.ANNIVERSARY, "");
    for (Span span : occasions.inactivity())
      to.offer(inactive(state, span, begun), What.INACTIVITY, span.toString());
  }

  /** The next birthday in a year in which none was kept. */
  private static long birthday(MemberState state, LocalDate begun) {
    Optional<MonthDay> birthday = state.profile().birthday();
    if (birthday.isEmpty()) return Purse.NEVER;
    int year = begun.getYear();
    while (!birthday.get().atYear(year).isAfter(begun) || Birthdays.isKept(state, year)) year++;
    return birthday.get().atYear(year).toEpochDay();
  }

  /** The next day that lies whole years after the enrolment. */
  private static long anniversary(MemberState state, LocalDate begun) {
    Optional<LocalDate> enrolled = state.profile().enrolled();
    if (enrolled.isEmpty()) return Purse.NEVER;
    int years = Math.max(1, begun.getYear() - enrolled.get().getYear());
    while (!enrolled.get().plusYears(years).isAfter(begun)) years++;
    return enrolled.get().plusYears(years).toEpochDay();
  }

  /** So long after the last purchase; once for each. */
  private static long inactive(MemberState state, Span span, LocalDate begun) {
    if (state.lastPurchase().isEmpty()) return Purse.NEVER;
    LocalDate day = span.after(state.lastPurchase().get());
    return day.isAfter(begun) ? day.toEpochDay() : Purse.NEVER;
  }
}
