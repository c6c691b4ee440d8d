package dev.laurel.engine.decision;

import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.MemberState.Standing;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Validity;
import java.time.LocalDate;

/**
 * On which days members rise on ladders where they rise at reviews only, whatever tier they hold
 * and however long it lasts: with each end of the period by which the ladder's terms are reckoned,
 * or each length of a term after the tier was reached.
 */
public final class Rises {
  private Rises() {}

  /**
   * The next such day of a member.
   *
   * @param plan one of a ladder on which members rise at reviews
   * @param after days up to and including this one are over
   * @return {@link LocalDate#MAX} where there is none
   */
  public static LocalDate next(
      Revision revision, LadderPlan plan, Standing standing, LocalDate after, LocalDate enrolled) {
    Ladder ladder = plan.ladder();
    return switch (ladder.validity()) {
      case Validity.RestOfPeriod(var period, var _) -> {
        LocalDate end = Calendar.end(revision.period(period), after, enrolled);
        LocalDate day = Terms.atStart(end.minusDays(1), ladder.ends());
        yield day.isAfter(after)
            ? day
            : Terms.atStart(
                Calendar.end(revision.period(period), end, enrolled).minusDays(1), ladder.ends());
      }
      case Validity.ToEndOfMonth(var period, var _, var _) ->
          Calendar.end(revision.period(period), after, enrolled);
      case Validity.For(var span) -> {
        LocalDate since = standing.since().isBefore(enrolled) ? enrolled : standing.since();
        int shift = ladder.ends() == Edge.TO_ITS_END ? 1 : 0;
        yield Calendar.nextRepeat(span, since, after.minusDays(shift)).plusDays(shift);
      }
      case Validity.WhileMet _, Validity.ForEver _ -> LocalDate.MAX;
    };
  }
}
