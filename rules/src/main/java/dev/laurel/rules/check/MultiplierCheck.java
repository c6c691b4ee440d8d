package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.OfferSet.Offer;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether multipliers have something to multiply that is not, in the end, themselves, and can be
 * worked out one group after the other. What offers give is given as the own of the rule that makes
 * them, so a rule is looked at together with all offers of its sets, of which any may be made.
 */
final class MultiplierCheck {
  private final Inspection in;
  private final Map<String, Multiplier> multipliers = new LinkedHashMap<>();
  private final Map<String, String> events = new LinkedHashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();

  /** By set what its offers multiply. */
  private final Map<String, List<Times>> offered = new LinkedHashMap<>();

  /**
   * An outcome that multiplies.
   *
   * @param then the outcomes among which it stands
   */
  private record Times(List<String> of, Place then, int index) {
    Place place() {
      return then.of("", index).of("of");
    }
  }

  /**
   * A rule that multiplies.
   *
   * @param group the group that holds it; of a rule of a campaign what no group is called
   */
  private record Multiplier(EarningRule rule, String group, List<Times> times) {
    String event() {
      return Setting.eventOf(rule.on());
    }
  }

  MultiplierCheck(Inspection in) {
    this.in = in;
  }

  void check(Pack pack) {
    Place.ROOT.of("offers").each(pack.offers(), OfferSet::id, this::offers);
    Place.ROOT.of("earning").each(pack.earning(), EarningGroup::id, this::group);
    Place.ROOT.of("campaigns").each(pack.campaigns(), Campaign::id, this::campaign);
    multipliers.values().forEach(this::targets);
    cycles();
  }

  private void offers(Place at, OfferSet set) {
    List<Times> times = new ArrayList<>();
    at.of("of")
        .each(
            set.of(),
            Offer::id,
            (place, offer) -> times.addAll(times(offer.then(), place.of("then"))));
    offered.put(set.id(), times);
  }

  /** What these outcomes multiply; what offers do among them is not in it. */
  private static List<Times> times(List<Outcome> outcomes, Place then) {
    List<Times> times = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      List<String> targets = targets(outcomes.get(i));
      if (!targets.isEmpty()) times.add(new Times(targets, then, i));
    }
    return times;
  }

  private static List<String> targets(Outcome outcome) {
    return switch (outcome) {
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

  private void group(Place at, EarningGroup group) {
    rules(group.rules(), group.id(), at.of("rules"));
    groups.put(group.id(), group.rules().stream().map(EarningRule::id).toList());
  }

  private void campaign(Place at, Campaign campaign) {
    String group = at.toString();
    rules(campaign.rules(), group, at.of("rules"));
    at.of("variants")
        .each(
            campaign.variants(),
            Campaign.Variant::id,
            (place, variant) -> rules(variant.rules(), group, place.of("rules")));
  }

  private void rules(List<EarningRule> rules, String group, Place at) {
    at.each(
        rules,
        EarningRule::id,
        (place, rule) -> {
          events.put(rule.id(), Setting.eventOf(rule.on()));
          List<Times> times = new ArrayList<>(times(rule.then(), place.of("then")));
          for (Outcome outcome : rule.then())
            if (outcome instanceof Outcome.Offer(var set))
              times.addAll(offered.getOrDefault(set, List.of()));
          if (!times.isEmpty())
            multipliers.put(rule.id(), new Multiplier(rule, group, List.copyOf(times)));
        });
  }

  private void targets(Multiplier multiplier) {
    for (Times times : multiplier.times()) {
      Place at = times.place();
      List<String> targets = times.of();
      at.each(targets, target -> "", (place, target) -> target(multiplier, target, place));
      if (targets.stream().noneMatch(target -> mayMeet(multiplier.rule(), target)))
        in.sink()
            .add(
                "nothing-to-multiply",
                at,
                String.join(", ", targets),
                "None of them earns when the rule \"%s\" applies: it answers to %s."
                    .formatted(multiplier.rule().id(), multiplier.event()),
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
              "The rule \"%s\" multiplies what it earns itself.".formatted(target),
              "Name the rules whose points are multiplied.");
    else if (isBeside(multiplier, target))
      in.sink()
          .add(
              "multiplies-beside",
              at,
              target,
              "\"%s\" multiplies in the same group, which says how its multipliers meet."
                  .formatted(target),
              "Name the rules whose points are multiplied, or put one of the two into another"
                  + " group.");
    if (groups.containsKey(target) && events.containsKey(target))
      in.sink()
          .add(
              "ambiguous-reference",
              at,
              target,
              "There are both a rule and a group \"%s\".".formatted(target),
              "Give one of the two another id.");
  }

  /** Whether the target is another multiplier of the same group, for the same event. */
  private boolean isBeside(Multiplier multiplier, String target) {
    Multiplier other = multipliers.get(target);
    return other != null
        && other.group().equals(multiplier.group())
        && other.event().equals(multiplier.event());
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

  /**
   * The multipliers of a group are worked out together, so that groups of which each multiplies
   * what another one adds in the same event have no order.
   */
  private void cycles() {
    Map<String, Map<String, Map<String, Place>>> byEvent = new LinkedHashMap<>();
    for (Multiplier multiplier : multipliers.values())
      for (Times times : multiplier.times())
        for (Multiplier other : multiplied(multiplier, times))
          if (other.event().equals(multiplier.event()))
            byEvent
                .computeIfAbsent(multiplier.event(), event -> new LinkedHashMap<>())
                .computeIfAbsent(multiplier.group(), group -> new LinkedHashMap<>())
                .putIfAbsent(other.group(), times.then());
    byEvent.values().forEach(this::cycles);
  }

  /**
   * @param places where a group multiplies what another one adds
   */
  private void cycles(Map<String, Map<String, Place>> places) {
    Map<String, Set<String>> edges = new LinkedHashMap<>();
    places.forEach((group, others) -> edges.put(group, others.keySet()));
    for (List<String> cycle : Cycles.in(edges))
      in.sink()
          .add(
              "cyclic-multipliers",
              places
                  .getOrDefault(cycle.getFirst(), Map.of())
                  .getOrDefault(cycle.get(1), Place.ROOT),
              String.join(" > ", cycle),
              "Each of these groups multiplies what another one of them adds, in a circle.",
              "Let the multipliers of one of them name only rules that give points.");
  }

  /** The multipliers of other groups that an outcome of a multiplier multiplies. */
  private Set<Multiplier> multiplied(Multiplier multiplier, Times times) {
    Set<Multiplier> multiplied = new LinkedHashSet<>();
    for (String target : times.of()) {
      List<String> rules = new ArrayList<>(List.of(target));
      rules.addAll(groups.getOrDefault(target, List.of()));
      for (String rule : rules) {
        Multiplier other = multipliers.get(rule);
        if (other != null && !other.group().equals(multiplier.group())) multiplied.add(other);
      }
    }
    return multiplied;
  }
}
