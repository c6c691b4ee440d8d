package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Progressed.Way;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.Holdings.Progress;
import dev.laurel.engine.revision.ChallengePlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings challenges, streaks and stamp cards forward by one event, and gives what their steps give.
 * Immutable.
 *
 * @see "engine/docs/decisions/068-challenges.md"
 */
final class Challenges {
  private final List<ChallengePlan> plans;
  private final Gifts gifts;

  Challenges(Revision revision, Gifts gifts) {
    this.plans = revision.challenges();
    this.gifts = gifts;
  }

  /**
   * Brings them forward.
   *
   * @param facts what rules looked at
   * @param budgets of which steps take what they hand out
   */
  void advance(Working working, Event event, List<Hit> hits, Facts facts, CampaignBudgets budgets) {
    if (plans.isEmpty()) return;
    List<Candidate> due = new ArrayList<>(0);
    for (Hit hit : hits) {
      int index = hit.rule() - plans.getFirst().rule();
      if (index >= 0 && index < plans.size()) advance(working, plans.get(index), due);
    }
    // Of what is short the first by id gets it, wherever it stands in the pack.
    due.sort(Comparator.comparing(Candidate::id));
    if (!due.isEmpty()) gifts.give(working, event, facts, budgets, due);
  }

  /** Whether a purchase earned it itself: what a step gave stays given as the step stays done. */
  static boolean isBought(Posting posting) {
    return posting.from() == Posting.Account.ISSUED
        && !posting.rule().startsWith(ChallengePlan.PLACES);
  }

  /** The same of what it gave the other side of a referral; of points only, as returns take. */
  static boolean isBought(OtherShare share) {
    return share.isOfPoints() && !share.rule().startsWith(ChallengePlan.PLACES);
  }

  private void advance(Working working, ChallengePlan plan, List<Candidate> due) {
    Progress before = working.holdings().challenges().getOrDefault(plan.id(), Progress.NOT_BEGUN);
    LocalDate day = working.day;
    if (before.rounds() > 0 && !plan.challenge().repeats()) {
      tell(working, plan, Way.OVER, plan.goal());
      return;
    }
    boolean begun = before.count() > 0;
    boolean over = begun && isOver(plan, before, working);
    // The period with which a round was completed has its event too.
    if (!over && (begun || before.rounds() > 0) && isCounted(plan, before, working)) {
      tell(working, plan, Way.ALREADY, before.count());
      return;
    }
    boolean goesOn = begun && !over;
    long count = goesOn ? before.count() + 1 : 1;
    boolean complete = count >= plan.goal();
    working.holdings(
        working
            .holdings()
            .with(
                plan.id(),
                new Progress(
                    complete ? 0 : count,
                    goesOn ? before.began() : day,
                    day,
                    complete ? before.rounds() + 1 : before.rounds())));
    tell(working, plan, way(complete, over), count);
    for (ChallengePlan.StepPlan step : plan.steps())
      if (step.at() == count) due.add(gifts.candidate(step.gift().id(), 1));
  }

  private static Way way(boolean complete, boolean anew) {
    if (complete) return Way.COMPLETED;
    return anew ? Way.ANEW : Way.FORWARD;
  }

  /** Whether a streak has its event of the present period already. */
  private static boolean isCounted(ChallengePlan plan, Progress before, Working working) {
    return plan.every()
        .filter(period -> key(period, before.last(), working) == key(period, working.day, working))
        .isPresent();
  }

  private static boolean isOver(ChallengePlan plan, Progress before, Working working) {
    return ends(plan, before, working.enrolled())
        .filter(end -> !end.isAfter(working.day))
        .isPresent();
  }

  /** The day at whose start what was begun has run out or is broken off; empty where it is not. */
  static Optional<LocalDate> ends(ChallengePlan plan, Progress progress, LocalDate enrolled) {
    Optional<LocalDate> runsOut =
        plan.challenge().within().map(span -> span.after(progress.began()));
    Optional<LocalDate> breaks =
        plan.every()
            .map(period ->
                Calendar.end(period, Calendar.end(period, progress.last(), enrolled), enrolled));
    if (runsOut.isEmpty() || breaks.isEmpty()) return runsOut.or(() -> breaks);
    return runsOut.get().isBefore(breaks.get()) ? runsOut : breaks;
  }

  private static int key(Period period, LocalDate day, Working working) {
    return Calendar.key(period, day, working.enrolled());
  }

  private static void tell(Working working, ChallengePlan plan, Way way, long count) {
    working.findings.add(new Finding.Progressed(plan.place(), way, count, plan.goal()));
  }
}
