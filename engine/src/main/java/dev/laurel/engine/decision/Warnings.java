package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.member.MemberState.Standing;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.LadderPlan.WarningPlan;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import java.util.Optional;

/**
 * Words in advance of the end of a term: of the tier that is held, and of that which runs by the
 * rules beneath a granted one.
 *
 * @see "engine/docs/decisions/037-warnings.md"
 */
final class Warnings {
  private Warnings() {}

  /**
   * Notes which are due on this day, and which conditions of tiers are met.
   *
   * @return what these looked at; empty where nothing is due
   */
  static Optional<Facts> give(Working working, FactsMaker factsMaker, int ladder) {
    Standing held = working.standing(ladder);
    give(working, ladder, held);
    Standing byRules = held.byRules();
    if (!byRules.tier().equals(held.tier())) give(working, ladder, byRules);
    if (working.findings.isEmpty()) return Optional.empty();
    Facts standing = factsMaker.standing(working.state(), working.day, Reading.UP_TO);
    try (RuleBase.Session session = working.revision.base().open()) {
      TierStep.tell(working, session.standing(standing));
    }
    return Optional.of(standing);
  }

  private static void give(Working working, int ladder, Standing held) {
    LadderPlan plan = working.revision.ladders().get(ladder);
    if (held.until().isEmpty()) return;
    for (WarningPlan each : plan.tiers().get(plan.rank(held.tier())).warnings())
      if (each.isDue(working.day, held.until().get())) {
        Finding.Warned warned =
            new Finding.Warned(each.place(), each.message(), held.tier(), held.until().get());
        working.findings.add(warned);
        Sending.ask(working, warned);
      }
  }
}
