package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Benefits.What;
import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Holdings.Hold;
import dev.laurel.engine.revision.BenefitPlan;
import java.util.Optional;

/**
 * What a member redeems points for: benefits, which are handed out for them.
 *
 * @see "engine/docs/decisions/069-benefits.md"
 */
final class MemberRewards implements Rewards {
  private final Working working;
  private final Event event;
  private final CampaignBudgets budgets;
  private final FactsMaker factsMaker;
  private final HandingOut handingOut;

  MemberRewards(Working working, Event event, CampaignBudgets budgets, FactsMaker factsMaker) {
    this.working = working;
    this.event = event;
    this.budgets = budgets;
    this.factsMaker = factsMaker;
    this.handingOut = new HandingOut(working, event, budgets);
  }

  @Override
  public Optional<Refusal> refusal(String id, String kind, long units) {
    Optional<BenefitPlan> plan = Benefits.plan(working.revision, id);
    if (plan.isEmpty()) return Benefits.unknown(working.revision, event, id);
    return Benefits.missing(working, event, factsMaker, plan.get())
        .or(() -> new Prices(working.revision, event).refusal(plan.get().benefit(), kind, units));
  }

  @Override
  public Optional<Refusal> full(BenefitPlan plan) {
    if (!plan.isUsedLater() || handingOut.handedOutOf(plan) < BenefitPlan.MOST_HELD)
      return Optional.empty();
    return Benefits.refused(
        event,
        "too-many-held",
        "the member has %d of the benefit %s already, and may have no more at once. Use some first."
            .formatted(BenefitPlan.MOST_HELD, plan.id()));
  }

  @Override
  public Optional<Refusal> take(BenefitPlan plan) {
    if (plan.stock().isEmpty() || budgets.take(plan.stock().get(), 1) > 0) return Optional.empty();
    return Benefits.refused(
        event, "out-of-stock", "of the benefit %s none is left.".formatted(plan.id()));
  }

  @Override
  public void redeemed(BenefitPlan plan) {
    // What has a code is used when the code is.
    if (plan.isUsedLater()) handingOut.issue(plan, 1, plan.place());
    else {
      Benefits.count(working, plan.id(), What.ISSUED, 1);
      Benefits.count(working, plan.id(), What.USED, 1);
    }
  }

  @Override
  public void hold(BenefitPlan plan, String kind) {
    working.holdings(
        working
            .holdings()
            .plus(
                Event.nameOf(event.source(), event.id()),
                new Hold(
                    plan.id(),
                    kind,
                    event.source(),
                    event.id(),
                    plan.benefit()
                        .reservation()
                        .map(span -> Terms.later(span.after(working.day), working.day)))));
  }
}
