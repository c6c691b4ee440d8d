package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Match;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the tiers of a ladder can be reached one after the other. */
final class RungCheck {
  private final Sink sink;
  private final OutcomeCheck outcomes;

  /**
   * @param outcomes has looked at all that grants tiers
   */
  RungCheck(Inspection in, OutcomeCheck outcomes) {
    this.sink = in.sink();
    this.outcomes = outcomes;
  }

  void check(List<Ladder> ladders) {
    Place.ROOT
        .of("ladders")
        .each(ladders, Ladder::id, (at, ladder) -> tiers(ladder.tiers(), at.of("tiers")));
  }

  private void tiers(List<Tier> tiers, Place at) {
    if (tiers.isEmpty()) {
      sink.emptyList(at, "The ladder has no tier.", "Add a base tier.");
      return;
    }
    base(tiers.getFirst(), at.of(tiers.getFirst().id(), 0));
    for (int i = 1; i < tiers.size(); i++) reachable(tiers.get(i), at.of(tiers.get(i).id(), i));
    rising(tiers, at);
    matchedOnce(tiers, at);
  }

  private void base(Tier tier, Place at) {
    String message = "Every member is in the base tier: nothing leads there.";
    String remedy = "Leave it out, or put another tier first.";
    if (tier.entry().isPresent()) sink.add("base-tier", at.of("entry"), "", message, remedy);
    if (tier.renewal().isPresent()) sink.add("base-tier", at.of("renewal"), "", message, remedy);
    if (tier.byInvitation()) sink.add("base-tier", at.of("byInvitation"), "true", message, remedy);
  }

  private void reachable(Tier tier, Place at) {
    if (tier.byInvitation() && tier.entry().isPresent())
      sink.add(
          "invitation-and-entry",
          at.of("entry"),
          "",
          "A tier reached by invitation only has no entry condition.",
          "Leave out the one or the other.");
    boolean reachable =
        tier.entry().isPresent()
            || tier.byInvitation()
            || !tier.matches().isEmpty()
            || outcomes.isGranted(tier.id());
    if (!reachable)
      sink.add(
          "tier-unreachable",
          at,
          tier.id(),
          "Nothing leads to the tier \"%s\".".formatted(tier.id()),
          "Add an entry condition, or byInvitation: true.");
  }

  /** Of tiers with a single threshold on one metric each must ask for more than those below. */
  private void rising(List<Tier> tiers, Place at) {
    Map<String, BigDecimal> highest = new HashMap<>();
    for (int i = 1; i < tiers.size(); i++) {
      Optional<Requirement> entry = tiers.get(i).entry();
      if (entry.isEmpty()
          || !(entry.get() instanceof Requirement.Reaches(var _, String metric, BigDecimal least)))
        continue;
      BigDecimal below = highest.get(metric);
      if (below != null && least.compareTo(below) <= 0)
        sink.add(
            "tier-not-rising",
            at.of(tiers.get(i).id(), i).of("entry").of("atLeast"),
            LiteralCheck.text(least),
            "A lower tier asks for as much or more (%s).".formatted(LiteralCheck.text(below)),
            "Raise this threshold, or change the order of the tiers.");
      highest.merge(metric, least, BigDecimal::max);
    }
  }

  private void matchedOnce(List<Tier> tiers, Place at) {
    Set<String> seen = new HashSet<>();
    at.each(
        tiers,
        Tier::id,
        (place, tier) ->
            place
                .of("matches")
                .each(
                    tier.matches(),
                    Match::id,
                    (match, it) -> {
                      if (!seen.add(it.status())) sink.namedTwice(match.of("status"), it.status());
                    }));
  }
}
