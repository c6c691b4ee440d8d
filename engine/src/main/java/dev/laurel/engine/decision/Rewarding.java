package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body.ReferralReward;
import dev.laurel.engine.member.Unsettled;
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
  private final Event event;
  private final HandingOut handingOut;
  private final RewardedPoints points;

  Rewarding(Working working, Event event, CampaignBudgets budgets, List<Lapses> following) {
    this.working = working;
    this.event = event;
    this.handingOut = new HandingOut(working, event, budgets);
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

  /** What is remembered of the reward that a part is of, whatever it is by now. */
  static Unsettled unsettled(Working working, Event event, ReferralReward.Part part, String of) {
    String reward =
        part.goods()
            .map(ReferralReward.Goods::reward)
            .filter(name -> !name.isEmpty())
            .orElseGet(() -> OtherShares.origin(event.id()));
    return working.holdings().unsettled(reward, of);
  }

  private void benefit(ReferralReward.Part part) {
    Optional<BenefitPlan> plan = Benefits.plan(working.revision, part.benefit());
    Unsettled before = unsettled(working, event, part, BenefitPlan.placeOf(part.benefit()));
    if (part.units() < 0) {
      long taken = plan.map(of -> handingOut.takeBack(of, -part.units())).orElse(0L);
      working.findings.add(new Finding.TakenBack(part.rule(), part.benefit(), taken));
      working.holdings(working.holdings().with(before.plus(-part.units() - taken, 0, 0)));
      return;
    }
    // What was used or has lapsed by the time it was taken back was had.
    long had = Math.min(part.units(), before.untaken());
    working.holdings(working.holdings().with(before.plus(-had, 0, 0)));
    if (had > 0)
      working.findings.add(
          new Finding.Settled(
              part.rule(), "", part.benefit(), had, Finding.Settled.How.STILL_THERE));
    if (plan.isPresent()) handingOut.handOver(plan.get(), part.units() - had, part.rule());
    else if (part.units() > had)
      // A revision that came into force meanwhile has it no more.
      working.findings.add(
          HandingOut.limitReached(
              part.rule(), BenefitPlan.mostHeldOf(part.benefit()), part.units() - had, 0));
  }
}
