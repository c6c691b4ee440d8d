package dev.laurel.engine.oracle;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningGroup.Meeting;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A rule that applies. Immutable.
 *
 * @param group the earning group it stands in; empty for a rule of a campaign
 * @param campaign the campaign it stands in; empty for a rule of a group
 * @param lines the lines it applies to, by their place; empty for a rule of the whole event
 * @param often how often a rule of the whole event applies
 */
record Applied(
    EarningRule rule,
    Optional<EarningGroup> group,
    Optional<Campaign> campaign,
    List<Integer> lines,
    int often) {
  Applied(
      EarningRule rule,
      Optional<EarningGroup> group,
      Optional<Campaign> campaign,
      List<Integer> lines) {
    this(rule, group, campaign, lines, 1);
  }

  String id() {
    return rule.id();
  }

  boolean isPerLine() {
    return rule.per() == EarningRule.Scope.LINE;
  }

  /** How often it applies. */
  int times() {
    return isPerLine() ? lines.size() : often;
  }

  Applied on(List<Integer> fewer) {
    return new Applied(rule, group, campaign, fewer);
  }

  Meeting meeting() {
    return group.map(EarningGroup::meeting).or(() -> campaign.map(Campaign::meeting)).orElseThrow();
  }

  List<EarningGroup.Limit> groupLimits() {
    return group.map(EarningGroup::limits).orElseGet(() -> campaign.orElseThrow().limits());
  }

  /** Where the ceilings of its group or campaign stand. */
  String limitsPlace() {
    return group
        .map(EarningGroup::id)
        .orElseGet(() -> "campaigns/" + campaign.orElseThrow().id() + "/limits");
  }

  /** Names the rules that meet with this one; a group and a campaign may have the same id. */
  String company() {
    return group.map(g -> "group " + g.id()).orElseGet(() -> "campaign " + campaign.get().id());
  }

  /** Whether the tier that a purchase itself reaches may change what it gives. */
  boolean crosses() {
    return rule.then().stream()
        .anyMatch(outcome ->
            outcome instanceof Outcome.PerAmount rate
                && rate.crossing() != Outcome.PerAmount.Crossing.TIER_BEFORE);
  }

  boolean isMultiplier() {
    return rule.then().stream().anyMatch(outcome -> !targets(outcome).isEmpty());
  }

  /** Which rules and groups an outcome multiplies. */
  static List<String> targets(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Multiply(var by, var of) -> of;
      case Outcome.MultiplyByTable(var table, var of) -> of;
      case Outcome.Points o -> List.of();
      case Outcome.PerAmount o -> List.of();
      case Outcome.PerUnit o -> List.of();
      case Outcome.ByTable o -> List.of();
      case Outcome.GrantTier o -> List.of();
      case Outcome.Count o -> List.of();
      case Outcome.Entitle o -> List.of();
      case Outcome.Send o -> List.of();
      case Outcome.Offer o -> List.of();
    };
  }

  /** Whether one of the names is this rule's or its group's. */
  boolean isAmong(List<String> names) {
    return names.contains(id()) || group.map(g -> names.contains(g.id())).orElse(false);
  }
}
