package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.rules.language.Benefit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What points of a pool are redeemed for: benefits that ask for nothing but a price and a tier, of
 * the member who asks. What is handed out, counted or set aside is a member's.
 */
final class PoolRewards implements Rewards {
  private final Working working;
  private final Event event;

  PoolRewards(Working working, Event event) {
    this.working = working;
    this.event = event;
  }

  @Override
  public Optional<Refusal> refusal(String id, String kind, long units) {
    Optional<BenefitPlan> plan = Benefits.plan(working.revision, id);
    if (plan.isEmpty()) return Benefits.unknown(working.revision, event, id);
    Benefit benefit = plan.get().benefit();
    List<String> more = onlyOfMembers(benefit);
    if (!more.isEmpty())
      return no(
          "not-from-a-pool",
          "points of a pool are not redeemed for the benefit %s, which says more than a price and tiers (%s). What a pool gives to its own member comes straight back: the member leaves the pool first, and the pool gives the points then."
              .formatted(id, String.join(", ", more)));
    if (!benefit.tiers().isEmpty() && benefit.tiers().stream().noneMatch(working.tiers()::contains))
      return no(
          "not-entitled",
          "the benefit %s is for %s; the member is %s."
              .formatted(
                  id, String.join(", ", benefit.tiers()), String.join(", ", working.tiers())));
    return new Prices(working.revision, event).refusal(benefit, kind, units);
  }

  private static List<String> onlyOfMembers(Benefit benefit) {
    List<String> more = new ArrayList<>();
    if (!benefit.segments().isEmpty()) more.add("segments");
    if (!benefit.when().byId().isEmpty()) more.add("when");
    if (benefit.entitlement().isPresent()) more.add("entitlement");
    if (benefit.codes().isPresent()) more.add("codes");
    if (benefit.stock().isPresent()) more.add("stock");
    if (benefit.reservation().isPresent()) more.add("reservation");
    return more;
  }

  /** Nothing that can be used later is handed out for what a pool has. */
  @Override
  public Optional<Refusal> full(BenefitPlan plan) {
    return Optional.empty();
  }

  @Override
  public Optional<Refusal> take(BenefitPlan plan) {
    return Optional.empty();
  }

  /** It is counted with the member whom the pool's decision is told. */
  @Override
  public void redeemed(BenefitPlan plan) {}

  @Override
  public void hold(BenefitPlan plan, String kind) {}

  private Optional<Refusal> no(String code, String why) {
    return Optional.of(
        new Refusal(code, "The %s %s was refused: %s".formatted(event.type(), event.id(), why)));
  }
}
