package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event of a member while it is decided, with all that one decision works on. Not thread-safe.
 *
 * @param asOf the instant as of which the event is judged
 * @param day the day of that instant in the programme's zone
 * @param given what is not the member's own
 * @param untouched the member as the decision found it
 * @param before the same as rules see it: a member from this day on at the latest, and in the
 *     fifths that a snapshot of the population tells
 * @param working the member while the decision changes it
 * @param sent what happens to other accounts by it, which is added to
 */
record Matter(
    Event event,
    Instant asOf,
    LocalDate day,
    Given given,
    MemberState untouched,
    MemberState before,
    Working working,
    CampaignBudgets budgets,
    List<Event> sent) {

  static Matter of(Revision revision, MemberState state, Event event, Instant asOf, Given given) {
    LocalDate day = asOf.atZone(revision.zone()).toLocalDate();
    MemberState before = enrolled(counted(state, given), event, day);
    Working working = new Working(revision, before, asOf, day);
    working.sides(Sides.of(event, before, given));
    if (!given.codes().isEmpty()) working.codes(new CodeDesk(given));
    CampaignBudgets budgets = new CampaignBudgets(working, given);
    return new Matter(event, asOf, day, given, state, before, working, budgets, new ArrayList<>(0));
  }

  /** By what a snapshot of the population tells the member's fifths. */
  private static MemberState counted(MemberState state, Given given) {
    return given.quintiles().isEmpty() ? state : state.seenBy(given.quintiles());
  }

  /** Whoever does something is a member from that day on, unless an enrolment said so earlier. */
  private static MemberState enrolled(MemberState state, Event event, LocalDate day) {
    if (state.profile().enrolled().isPresent() || event.body() instanceof Body.Due) return state;
    MemberState.Profile profile =
        new MemberState.Profile(
            Optional.of(day), state.profile().birthday(), state.profile().attributes());
    return state.with(profile);
  }

  /** Whether it is of a pool, to which no rule answers and which stands on no ladder. */
  boolean isOfPool() {
    return Event.isPool(event.member());
  }

  /** Whether it falls due by time alone. */
  boolean isDue() {
    return event.body() instanceof Body.Due;
  }

  /** Whether it falls due by time alone, and no rule answers to it. */
  boolean isDueUnanswered() {
    return event.body() instanceof Body.Due due && !due.isAnswered();
  }

  /** Whether it was carried out already when it was decided first. */
  boolean isDone() {
    return given.effect().isPresent();
  }

  PoolMember pooled() {
    return new PoolMember(working, event);
  }
}
