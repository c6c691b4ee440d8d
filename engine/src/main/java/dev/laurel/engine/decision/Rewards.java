package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.revision.BenefitPlan;
import java.util.Optional;

/** What points are redeemed for. */
interface Rewards {
  /** Why points cannot be redeemed for a benefit; empty where they can. */
  Optional<Refusal> refusal(String id, String kind, long units);

  /** Why the member can have no more of it; empty where the member can. */
  Optional<Refusal> full(BenefitPlan plan);

  /** Takes one of a stock for points that are redeemed; a refusal where there is none. */
  Optional<Refusal> take(BenefitPlan plan);

  /** Hands out what points were redeemed for, where it is used later. */
  void redeemed(BenefitPlan plan);

  /** Remembers for which benefit points were set aside, and for how long. */
  void hold(BenefitPlan plan, String kind);
}
