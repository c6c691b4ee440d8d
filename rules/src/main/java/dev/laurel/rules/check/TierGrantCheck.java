package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Outcome;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what is given on reaching tiers grants them in a circle: whoever reached one of them
 * would be granted the others again and again. What is given at milestones and on renewal is given
 * once and reaches nothing by itself, so it may grant any tier.
 */
final class TierGrantCheck {
  private final Sink sink;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Set<String>> grants = new LinkedHashMap<>();

  TierGrantCheck(Inspection in) {
    this.sink = in.sink();
  }

  void check(List<Ladder> ladders) {
    Place.ROOT
        .of("ladders")
        .each(
            ladders,
            Ladder::id,
            (at, ladder) -> at.of("tiers").each(ladder.tiers(), Tier::id, this::tier));
    Cycles.in(grants).forEach(this::cycle);
  }

  private void tier(Place at, Tier tier) {
    Set<String> granted = new LinkedHashSet<>();
    for (Outcome outcome : tier.onUpgrade())
      if (outcome instanceof Outcome.GrantTier grant) granted.add(grant.tier());
    grants.put(tier.id(), granted);
    places.put(tier.id(), at.of("onUpgrade"));
  }

  private void cycle(List<String> cycle) {
    sink.add(
        "tier-grant-cycle",
        places.getOrDefault(cycle.getFirst(), Place.ROOT.of("ladders")),
        String.join(" > ", cycle),
        "Reaching the tier grants tiers that grant it again.",
        "Let one of these tiers give something else.");
  }
}
