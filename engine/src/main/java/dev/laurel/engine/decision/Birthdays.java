package dev.laurel.engine.decision;

import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Tally;
import dev.laurel.rules.language.Period;
import java.time.LocalDate;

/** In which years a birthday was kept: each year one, however often the member names another. */
public final class Birthdays {
  private static final String KEPT = "birthday";
  private static final Period YEAR = new Period.CalendarYear();

  private Birthdays() {}

  /** Whether one was kept in this year. */
  public static boolean isKept(MemberState state, int year) {
    Tally kept = state.usages().get(KEPT);
    if (kept == null) return false;
    int first = Math.toIntExact(LocalDate.of(year, 1, 1).toEpochDay());
    return kept.sum(first, first) > 0;
  }

  /** Notes that it is kept today. */
  static void keep(Working working) {
    working.use(KEPT, YEAR, 1);
  }
}
