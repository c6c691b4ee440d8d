package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether multipliers have something to multiply that is not, in the end, themselves. */
final class MultiplierCheck {
  private final Inspection in;
  private final Map<String, Multiplier> multipliers = new LinkedHashMap<>();
  private final Map<String, String> events = new LinkedHashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();

  /**
   * A rule that multiplies.
   *
   * @param group the group that holds it; empty for a rule of a campaign
   */
  private record Multiplier(EarningRule rule, String group, Place place) {
    List<String> targets(int outcome) {
      return switch (rule.then().get(outcome)) {
        case Outcome.Multiply(var _, var of) -> of;
        case Outcome.MultiplyByTable(var _, var of) -> of;
        case Outcome.Points _,
            Outcome.PerAmount _,
            Outcome.PerUnit _,
            Outcome.ByTable _,
            Outcome.GrantTier _,
            Outcome.Count _,
            Outcome.Entitle _,
            Outcome.Send _,
            Outcome.Offer _ ->
            List.of();
      };
    }

    /** The outcomes that multiply, by their index. */
    int[] outcomes() {
      return IntStream.range(0, rule.then().size()).filter(i -> !targets(i).isEmpty()).toArray();
    }
  }

  MultiplierCheck(Inspection in) {
    this.in = in;
  }

  void check(Pack pack) {
    Place.ROOT.of("earning").each(pack.earning(), EarningGroup::id, this::group);
    Place.ROOT.of("campaigns").each(pack.campaigns(), Campaign::id, this::campaign);
    multipliers.values().forEach(this::targets);
    cycles();
  }

  private void group(Place at, EarningGroup group) {
    rules(group.rules(), group.id(), at.of("rules"));
    groups.put(group.id(), group.rules().stream().map(EarningRule::id).toList());
  }

  private void campaign(Place at, Campaign campaign) {
    rules(campaign.rules(), "", at.of("rules"));
    at.of("variants")
        .each(
            campaign.variants(),
            Campaign.Variant::id,
            (place, variant) -> rules(variant.rules(), "", place.of("rules")));
  }

  private void rules(List<EarningRule> rules, String group, Place at) {
    at.each(
        rules,
        EarningRule::id,
        (place, rule) -> {
          events.put(rule.id(), Setting.eventOf(rule.on()));
          Multiplier multiplier = new Multiplier(rule, group, place);
          if (multiplier.outcomes().length > 0) multipliers.put(rule.id(), multiplier);
        });
  }

  private void targets(Multiplier multiplier) {
    for (int i : multiplier.outcomes()) {
      Place at = multiplier.place().of("then").of("", i).of("of");
      List<String> targets = multiplier.targets(i);
      at.each(targets, target -> "", (place, target) -> target(multiplier, target, place));
      if (targets.stream().noneMatch(target -> mayMeet(multiplier.rule(), target)))
        in.sink()
            .add(
                "nothing-to-multiply",
                at,
                String.join(", ", targets),
                "None of them earns when this rule applies: it answers to %s."
                    .formatted(Setting.eventOf(multiplier.rule().on())),
                "Name rules that answer to the same event.");
    }
  }

  private void target(Multiplier multiplier, String target, Place at) {
    if (target.equals(multiplier.rule().id()))
      in.sink()
          .add(
              "multiplies-itself",
              at,
              target,
              "The rule multiplies what it earns itself.",
              "Name the rules whose points are multiplied.");
    if (groups.containsKey(target) && events.containsKey(target))
      in.sink()
          .add(
              "ambiguous-reference",
              at,
              target,
              "There are both a rule and a group \"%s\".".formatted(target),
              "Give one of the two another id.");
  }

  /** Whether the target can earn in an event to which the rule answers; unknown ones may. */
  private boolean mayMeet(EarningRule rule, String target) {
    if (target.equals(rule.id())) return true;
    String event = Setting.eventOf(rule.on());
    if (events.containsKey(target)) return event.equals(events.get(target));
    List<String> members = groups.get(target);
    return members == null
        || members.isEmpty()
        || members.stream().anyMatch(id -> event.equals(events.get(id)));
  }

  private void cycles() {
    Map<String, Set<String>> edges = new LinkedHashMap<>();
    multipliers.forEach((id, multiplier) -> edges.put(id, multiplied(multiplier)));
    for (List<String> cycle : Cycles.in(edges)) {
      Multiplier first = multipliers.get(cycle.getFirst());
      if (first != null)
        in.sink()
            .add(
                "cyclic-multipliers",
                first.place().of("then"),
                String.join(" > ", cycle),
                "These rules multiply one another in a circle.",
                "Let one of them name only rules that give points.");
    }
  }

  /**
   * The other multipliers that a multiplier multiplies. A group that it stands in itself is taken
   * without its multipliers: how those meet is said by the group.
   */
  private Set<String> multiplied(Multiplier multiplier) {
    Set<String> multiplied = new LinkedHashSet<>();
    for (int i : multiplier.outcomes())
      for (String target : multiplier.targets(i)) {
        List<String> rules = new ArrayList<>(List.of(target));
        if (!target.equals(multiplier.group()))
          rules.addAll(groups.getOrDefault(target, List.of()));
        rules.stream().filter(multipliers::containsKey).forEach(multiplied::add);
      }
    multiplied.remove(multiplier.rule().id());
    return multiplied;
  }
}
