package dev.laurel.engine.revision;

import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Row;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.OfferSet.Offer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An offer and what tells who may have it. Immutable.
 *
 * @param set the id of the set of which it is one
 * @param rule the index of its rule in the rule base
 */
public record OfferPlan(String set, Offer offer, int rule) {
  /** The best first: the one of the highest score, then the first by id. */
  private static final Comparator<Offer> BEST =
      Comparator.comparing(Offer::score).reversed().thenComparing(Offer::id);

  /** Where the pack says what it is, such as {@code offers/spring/cup}; so its rule is named. */
  public String place() {
    return placeOf(set, offer);
  }

  static String placeOf(String set, Offer offer) {
    return "offers/" + set + "/" + offer.id();
  }

  /** All offers of a pack, the best of each set first. */
  static List<OfferPlan> of(List<OfferSet> sets, int firstRule) {
    List<OfferPlan> plans = new ArrayList<>();
    for (OfferSet set : sets)
      for (Offer offer : set.of().stream().sorted(BEST).toList())
        plans.add(new OfferPlan(set.id(), offer, firstRule + plans.size()));
    return List.copyOf(plans);
  }

  /** The rule by which members may have it. */
  RuleBase.Rule asRule() {
    List<Row> when = new ArrayList<>();
    SegmentRules.audience("audience", offer.audience()).ifPresent(when::add);
    when.addAll(Rules.rows("", offer.when()));
    return new RuleBase.Rule(
        place(),
        RuleBase.Target.MEMBER,
        Optional.empty(),
        List.of(),
        when,
        Rules.rows("", offer.unless()));
  }
}
