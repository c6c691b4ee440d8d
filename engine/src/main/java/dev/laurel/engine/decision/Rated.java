package dev.laurel.engine.decision;

import dev.laurel.engine.revision.ChallengePlan;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.revision.RulePlan;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Outcome.PerAmount.Crossing;
import dev.laurel.rules.language.Outcome.PerAmount.Steps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule with what of its outcomes is the same in every decision, so that no decision works it out
 * again. Immutable.
 *
 * @param index the rule's index in the rule base; rules are numbered in the order of their ids
 * @param rates of each of the rule's outcomes, in their order
 * @param multiplies whether it is a multiplier
 * @param counts whether it moves a counter
 * @param grants whether it grants a tier
 * @param handsOut whether it hands out a benefit
 * @param sends whether it sends a message
 * @param offers whether it makes an offer
 * @param pools whether it gives to the member's pool
 * @param refers whether it gives to a side of a referral
 */
record Rated(
    int index,
    RulePlan plan,
    List<Rate> rates,
    boolean multiplies,
    boolean counts,
    boolean grants,
    boolean handsOut,
    boolean sends,
    boolean offers,
    boolean pools,
    boolean refers) {
  /**
   * What an outcome gives for one of what it looks at.
   *
   * @param points for each minor unit of money, for each unit of an attribute, or at all
   * @param step the size of a step in minor units where only whole ones earn
   */
  record Rate(Fraction points, Optional<Fraction> step) {
    private static final Rate NONE = new Rate(Fraction.ZERO, Optional.empty());

    static Rate of(Fraction points) {
      return new Rate(points, Optional.empty());
    }
  }

  /** Whether the tier that a purchase itself reaches may change what it gives. */
  boolean crosses() {
    return crosses(Crossing.FROM_THAT_CENT) || crosses(Crossing.TIER_AFTER);
  }

  /** Whether it gives something in this way. */
  boolean crosses(Crossing crossing) {
    for (Outcome outcome : plan.rule().then())
      if (outcome instanceof Outcome.PerAmount rate && rate.crossing() == crossing) return true;
    return false;
  }

  /** All earning rules of a revision, by index. */
  static List<Rated> of(Revision revision) {
    long minorPerUnit = Tens.power(revision.currencyDecimals());
    List<Rated> all = new ArrayList<>(revision.rules().size());
    for (RulePlan plan : revision.rules()) all.add(of(all.size(), plan, minorPerUnit));
    return List.copyOf(all);
  }

  /** What ladders and challenges give, by its place; numbered after all rules. */
  static Map<String, Rated> gifts(Revision revision) {
    long minorPerUnit = Tens.power(revision.currencyDecimals());
    SortedMap<String, RulePlan> plans = new TreeMap<>();
    for (LadderPlan ladder : revision.ladders())
      ladder.gifts().forEach(gift -> plans.put(gift.id(), gift));
    for (ChallengePlan challenge : revision.challenges())
      challenge.steps().forEach(step -> plans.put(step.gift().id(), step.gift()));
    Map<String, Rated> all = new HashMap<>();
    for (RulePlan plan : plans.values())
      all.put(plan.id(), of(revision.rules().size() + all.size(), plan, minorPerUnit));
    return all;
  }

  static Rated of(int index, RulePlan plan, long minorPerUnit) {
    List<Outcome> outcomes = plan.rule().then();
    return new Rated(
        index,
        plan,
        outcomes.stream().map(outcome -> rate(outcome, minorPerUnit)).toList(),
        outcomes.stream()
            .anyMatch(o -> o instanceof Outcome.Multiply || o instanceof Outcome.MultiplyByTable),
        outcomes.stream().anyMatch(o -> o instanceof Outcome.Count),
        outcomes.stream().anyMatch(o -> o instanceof Outcome.GrantTier),
        outcomes.stream().anyMatch(o -> o instanceof Outcome.Entitle),
        outcomes.stream().anyMatch(o -> o instanceof Outcome.Send),
        outcomes.stream().anyMatch(o -> o instanceof Outcome.Offer),
        outcomes.stream().anyMatch(Rated::isForPool),
        outcomes.stream().anyMatch(Outcome::isOfReferral));
  }

  /** Whether an outcome is meant for the member's pool. */
  static boolean isForPool(Outcome outcome) {
    return outcome instanceof Outcome.Points points && points.to() == Outcome.To.POOL;
  }

  private static Rate rate(Outcome outcome, long minorPerUnit) {
    return switch (outcome) {
      case Outcome.Points p -> Rate.of(Fraction.of(p.points()));
      case Outcome.PerAmount p -> {
        Fraction each = Fraction.of(p.each()).times(minorPerUnit);
        yield new Rate(
            Fraction.of(p.points()).dividedBy(each),
            p.steps() == Steps.WHOLE_ONLY ? Optional.of(each) : Optional.empty());
      }
      case Outcome.PerUnit p -> Rate.of(Fraction.of(p.points()));
      case Outcome.ByTable p -> Rate.NONE;
      case Outcome.Multiply m -> Rate.NONE;
      case Outcome.MultiplyByTable m -> Rate.NONE;
      case Outcome.Count c -> Rate.NONE;
      case Outcome.GrantTier g -> Rate.NONE;
      case Outcome.Entitle e -> Rate.NONE;
      case Outcome.Send s -> Rate.NONE;
      case Outcome.Offer o -> Rate.NONE;
    };
  }
}
