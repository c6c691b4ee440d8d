package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body.ReferralReward;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.rules.language.Outcome.To;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes what another member's event gives by a referral: points that a rule gave, under the terms
 * of their kind for this member, cut by the caps of this member's balance only.
 *
 * @see "engine/docs/decisions/070-both-sides-of-a-referral.md"
 */
final class Rewarding {
  private final Working working;
  private final Benefits benefits;
  private final RewardedPoints points;

  Rewarding(Working working, Event event, Benefits benefits, List<Lapses> following) {
    this.working = working;
    this.benefits = benefits;
    this.points = new RewardedPoints(working, event, following);
  }

  void take(ReferralReward reward) {
    if (reward.as() == To.REFERRED) brought(working, reward.from());
    // A correction may bring of one kind and take back of another: that is told apart.
    Map<String, List<Award>> came = new TreeMap<>();
    Map<String, List<Award>> back = new TreeMap<>();
    for (ReferralReward.Part part : reward.parts())
      if (part.isOfPoints())
        points
            .take(part)
            .ifPresent(award ->
                (part.units() > 0 ? came : back)
                    .computeIfAbsent(part.rule(), _ -> new ArrayList<>(1))
                    .add(award));
      else benefit(part);
    tell(reward, came);
    tell(reward, back);
  }

  private void tell(ReferralReward reward, Map<String, List<Award>> awards) {
    awards.forEach((rule, all) ->
        working.findings.add(new Finding.Rewarded(rule, reward.from(), reward.as(), all)));
  }

  /** Notes by whom the member was brought; whoever did so first stays. */
  static void brought(Working working, String by) {
    if (working.holdings().referrer().isEmpty())
      working.holdings(working.holdings().withReferrer(by));
  }

  private void benefit(ReferralReward.Part part) {
    Optional<BenefitPlan> plan = Benefits.plan(working.revision, part.benefit());
    if (part.units() > 0) {
      if (plan.isPresent()) benefits.handOver(plan.get(), part.units(), part.rule());
      else
        // A revision that came into force meanwhile has it no more.
        working.findings.add(
            Benefits.limitReached(
                part.rule(), BenefitPlan.mostHeldOf(part.benefit()), part.units(), 0));
      return;
    }
    long taken = plan.map(of -> benefits.takeBack(of, -part.units())).orElse(0L);
    working.findings.add(new Finding.TakenBack(part.rule(), part.benefit(), taken));
  }
}
