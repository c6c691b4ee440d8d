package dev.laurel.engine.fold;

import dev.laurel.engine.decision.Rises;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.MemberState.Grant;
import dev.laurel.engine.member.MemberState.Granted;
import dev.laurel.engine.member.MemberState.Standing;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.LadderPlan.HeadStartPlan;
import dev.laurel.engine.revision.LadderPlan.TierPlan;
import dev.laurel.engine.revision.LadderPlan.WarningPlan;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * On which days ladders have something to do for a member; days are counted from 1970-01-01, and
 * {@link Purse#NEVER} where there are none. Immutable and thread-safe.
 */
final class LadderDays {
  private final Revision revision;
  private final List<Integer> rolledOver;
  private final boolean laddersGrant;

  LadderDays(Revision revision) {
    this.revision = revision;
    List<MetricPlan> metrics = revision.metrics();
    this.rolledOver =
        IntStream.range(0, metrics.size())
            .filter(i -> metrics.get(i).rollover().isPresent())
            .boxed()
            .toList();
    this.laddersGrant =
        revision.ladders().stream()
            .flatMap(plan -> plan.gifts().stream())
            .flatMap(gift -> gift.rule().then().stream())
            .anyMatch(Outcome.GrantTier.class::isInstance);
  }

  /** The indexes of the metrics of which something may go into the next period. */
  List<Integer> rolledOver() {
    return rolledOver;
  }

  /**
   * When the metric's next period begins, where something of the present one may be carried into
   * it.
   *
   * @param begun the last day of which that was done which falls due at its start
   */
  long rollover(MemberState state, int metric, LocalDate begun) {
    MetricPlan plan = revision.metrics().get(metric);
    LocalDate enrolled = state.profile().enrolled().orElse(begun);
    // By less than a whole unit what is read may lie above what was counted.
    long units = Calendar.upTo(state.tallies().get(metric), plan.period(), begun, enrolled);
    long least = plan.rollover().orElseThrow().least();
    if (least == Long.MAX_VALUE || units <= least - Event.MICROS) return Purse.NEVER;
    return Calendar.end(plan.period(), begun, enrolled).toEpochDay();
  }

  /**
   * The next day on which where the member stands must be looked at.
   *
   * @param begun the last day of which that was done which falls due at its start
   */
  long review(MemberState state, int ladder, LocalDate begun) {
    LadderPlan plan = revision.ladders().get(ladder);
    Standing held = state.standings().get(ladder);
    Standing standing = held.byRules();
    OptionalInt rank = plan.rankIfAny(standing.tier());
    // A revision without the member's tier has come into force: the member leaves it at once.
    if (rank.isEmpty() || plan.rankIfAny(held.tier()).isEmpty())
      return state.asOf().atZone(revision.zone()).toLocalDate().toEpochDay();
    LocalDate enrolled = state.profile().enrolled().orElse(begun);
    long ends = ends(state, plan, standing, rank.getAsInt(), begun, enrolled);
    if (!plan.risesAtReview()) return ends;
    return Math.min(ends, Rises.next(revision, plan, standing, begun, enrolled).toEpochDay());
  }

  /** When the term ends, or the tier may be lost whose condition must be met. */
  private long ends(
      MemberState state,
      LadderPlan plan,
      Standing standing,
      int held,
      LocalDate begun,
      LocalDate enrolled) {
    if (standing.until().isPresent()) return standing.until().get().toEpochDay();
    if (held == 0 || !(plan.tiers().get(held).validity() instanceof Validity.WhileMet))
      return Purse.NEVER;
    // A review, which looks at the days before, may have put the member there.
    boolean tomorrow = plan.fading().daily() || standing.since().equals(begun);
    LocalDate next = tomorrow ? begun.plusDays(1) : LocalDate.MAX;
    for (int tally : plan.fading().tallies()) {
      LocalDate fall =
          Calendar.nextFall(state.tallies().get(tally), revision.tallied(tally), begun, enrolled);
      if (fall.isBefore(next)) next = fall;
    }
    return next.equals(LocalDate.MAX) ? Purse.NEVER : next.toEpochDay();
  }

  /** When the first of what was granted ends. */
  long grantEnd(MemberState state, int ladder) {
    long next = Purse.NEVER;
    Optional<Granted> granted = state.standings().get(ladder).beside().granted();
    if (granted.isEmpty()) return next;
    for (Grant grant : granted.get().tiers().values())
      next = Math.min(next, grant.until().toEpochDay());
    return next;
  }

  /**
   * When the next period begins of a metric of which the tier held gives something; a review, or
   * the end of a grant, of the same day may put the member into another tier, which then gives it.
   *
   * @param begun the last day of which that was done which falls due at its start
   */
  long headStart(MemberState state, int ladder, LocalDate begun) {
    String held = state.standings().get(ladder).tier();
    LocalDate enrolled = state.profile().enrolled().orElse(begun);
    long move = move(state, ladder, begun);
    long next = Purse.NEVER;
    for (TierPlan tier : revision.ladders().get(ladder).tiers())
      for (HeadStartPlan start : tier.headStarts()) {
        Period period = revision.metrics().get(start.metric()).period();
        if (tier.id().equals(held))
          next = Math.min(next, Calendar.end(period, begun, enrolled).toEpochDay());
        else if (move < next && begins(period, move, enrolled)) next = move;
      }
    return next;
  }

  /**
   * The next day on which time may move the member on a ladder: by what falls due on it, or, where
   * rules answer to moves or ladders grant tiers, by what is given for one on another.
   */
  private long move(MemberState state, int ladder, LocalDate begun) {
    if (revision.occasions().moves().isEmpty() && !laddersGrant)
      return Math.min(review(state, ladder, begun), grantEnd(state, ladder));
    long next = Purse.NEVER;
    for (int i = 0; i < revision.ladders().size(); i++)
      next = Math.min(next, Math.min(review(state, i, begun), grantEnd(state, i)));
    return next;
  }

  /**
   * When the next word is to be given before a term ends, or the member may be moved to a tier of
   * which it then is to be given at once.
   *
   * @param begun the last day of which that was done which falls due at its start
   */
  long warning(MemberState state, int ladder, LocalDate begun) {
    Standing held = state.standings().get(ladder);
    long next = Math.min(move(state, ladder, begun), warning(held, ladder, begun));
    return Math.min(next, warning(held.byRules(), ladder, begun));
  }

  private long warning(Standing held, int ladder, LocalDate begun) {
    LadderPlan plan = revision.ladders().get(ladder);
    OptionalInt rank = plan.rankIfAny(held.tier());
    long next = Purse.NEVER;
    if (rank.isEmpty() || held.until().isEmpty()) return next;
    for (WarningPlan warning : plan.tiers().get(rank.getAsInt()).warnings()) {
      LocalDate day = held.until().get().minusDays(warning.daysBefore());
      if (day.isAfter(begun)) next = Math.min(next, day.toEpochDay());
    }
    return next;
  }

  private static boolean begins(Period period, long on, LocalDate enrolled) {
    LocalDate day = LocalDate.ofEpochDay(on);
    return Calendar.start(period, day, enrolled).equals(day);
  }
}
