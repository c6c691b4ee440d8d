package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Scenario.Expected;
import dev.laurel.rules.language.Scenario.Given;
import dev.laurel.rules.language.Scenario.Step;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Thing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether scenarios speak of what the pack declares, in the order in which it happens. */
final class ScenarioCheck {
  private final Inspection in;
  private final DatumCheck data;
  private final HappeningCheck happenings;

  ScenarioCheck(Inspection in) {
    this.in = in;
    this.data = new DatumCheck(in);
    this.happenings = new HappeningCheck(in, data);
  }

  void check(List<Scenario> scenarios) {
    Place.ROOT.of("scenarios").each(scenarios, Scenario::id, this::scenario);
  }

  private void scenario(Place at, Scenario scenario) {
    given(scenario.member(), at.of("member"));
    if (scenario.steps().isEmpty()) {
      in.sink().emptyList(at.of("steps"), "Nothing happens in the scenario.", "Add a step.");
      return;
    }
    enrolled(scenario, at);
    Set<String> purchases = new TreeSet<>();
    LocalDateTime before = scenario.steps().getFirst().at();
    for (int i = 0; i < scenario.steps().size(); i++) {
      Step step = scenario.steps().get(i);
      Place place = at.of("steps").of("", i);
      if (step.at().isBefore(before))
        in.sink()
            .add(
                "steps-out-of-order",
                place.of("at"),
                step.at().toString(),
                "The step before it is later (%s).".formatted(before),
                "Put the steps in the order in which they happen.");
      before = step.at();
      step(step, purchases, place);
    }
  }

  private void enrolled(Scenario scenario, Place at) {
    LocalDate first = scenario.steps().getFirst().at().toLocalDate();
    scenario
        .member()
        .enrolled()
        .filter(day -> day.isAfter(first))
        .ifPresent(day ->
            in.sink()
                .add(
                    "enrolled-later",
                    at.of("member").of("enrolled"),
                    day.toString(),
                    "The first step happens before the member enrols.",
                    "Let the member enrol on %s at the latest.".formatted(first)));
  }

  private void step(Step step, Set<String> purchases, Place at) {
    if (step.event().isEmpty() && step.expect().isEmpty())
      in.sink()
          .add(
              "empty-step",
              at,
              "",
              "Nothing happens and nothing is expected.",
              "Add an event or what is expected.");
    step.event().ifPresent(event -> happenings.check(event, purchases, at.of("event")));
    step.expect().ifPresent(expected -> expected(expected, at.of("expect")));
  }

  private void given(Given given, Place at) {
    tiers(given.tiers(), at.of("tiers"));
    known(given.tiersUntil().keySet(), Thing.LADDER, at.of("tiersUntil"));
    given.tiersUntil().keySet().stream()
        .filter(ladder -> !given.tiers().containsKey(ladder))
        .forEach(ladder ->
            in.sink()
                .add(
                    "term-without-tier",
                    at.of("tiersUntil").of(ladder),
                    ladder,
                    "The member holds no tier of this ladder whose term could end.",
                    "Name the tier under tiers."));
    points(given.points(), at.of("points"));
    metrics(given.metrics(), at.of("metrics"));
    data.check(given.attributes(), data.ofMember(), at.of("attributes"));
    groups(given.groups(), at.of("groups"));
    fifths(given.fifths().keySet(), at.of("fifths"));
  }

  /** In which groups of campaigns somebody can be. */
  private void groups(Map<String, String> groups, Place at) {
    known(groups.keySet(), Thing.CAMPAIGN, at);
    groups.forEach((id, group) ->
        in.pack().campaigns().stream()
            .filter(campaign -> campaign.id().equals(id))
            .findFirst()
            .ifPresent(campaign -> {
              Set<String> all = new TreeSet<>();
              campaign.variants().forEach(variant -> all.add(variant.id()));
              if (campaign.controlPercent().signum() != 0) all.add(Given.CONTROL);
              if (!all.contains(group))
                in.sink()
                    .unknown(
                        "unknown-group",
                        at.of(id),
                        group,
                        "a group of the campaign \"%s\"".formatted(id),
                        () -> all);
            }));
  }

  /** Over which periods somebody can be in fifths. */
  private void fifths(Set<String> periods, Place at) {
    known(periods, Thing.PERIOD, at);
    Set<String> looked = new TreeSet<>();
    for (Segment segment : in.pack().segments())
      if (segment.is() instanceof Segment.Membership.Rfm rfm) looked.add(rfm.over());
    for (String period : periods)
      if (in.declared().ids(Thing.PERIOD).contains(period) && !looked.contains(period))
        in.sink()
            .add(
                "no-fifths",
                at.of(period),
                period,
                "No segment asks for fifths of the population over this period.",
                looked.isEmpty()
                    ? "Leave it out, or add a segment of the type rfm."
                    : "Name one of %s.".formatted(String.join(", ", looked)));
  }

  private void expected(Expected expected, Place at) {
    points(expected.earned(), at.of("earned"));
    points(expected.available(), at.of("available"));
    points(expected.pending(), at.of("pending"));
    points(expected.expired(), at.of("expired"));
    tiers(expected.tiers(), at.of("tiers"));
    known(expected.tiersUntil().keySet(), Thing.LADDER, at.of("tiersUntil"));
    metrics(expected.metrics(), at.of("metrics"));
    Place expiring = at.of("expiring");
    known(expected.expiring().keySet(), Thing.POINT_KIND, expiring);
    expected
        .expiring()
        .forEach((kind, days) ->
            days.forEach(
                (day, points) -> in.points(kind, points, expiring.of(kind).of(day.toString()))));
    notFired(expected, at.of("notFired"));
    points(expected.received(), at.of("received"));
  }

  private void notFired(Expected expected, Place at) {
    for (String rule : expected.notFired().keySet())
      if (!isRule(rule))
        in.sink()
            .unknown(
                "unknown-reference",
                at.of(rule),
                rule,
                "the id of a rule or a campaign",
                this::rules);
      else if (expected.fired().contains(rule))
        in.sink()
            .add(
                "fired-and-not",
                at.of(rule),
                rule,
                "The rule cannot both fire and not fire.",
                "Take it out of one of the two.");
  }

  private boolean isRule(String id) {
    return in.declared().ids(Thing.RULE).contains(id)
        || in.declared().ids(Thing.CAMPAIGN).contains(id);
  }

  private Set<String> rules() {
    Set<String> rules = new TreeSet<>(in.declared().ids(Thing.RULE));
    rules.addAll(in.declared().ids(Thing.CAMPAIGN));
    return rules;
  }

  private void tiers(Map<String, String> byLadder, Place at) {
    known(byLadder.keySet(), Thing.LADDER, at);
    byLadder.forEach((id, tier) ->
        in.ladder(id)
            .map(ladder -> ladder.tiers().stream().map(Ladder.Tier::id).toList())
            .filter(tiers -> !tiers.contains(tier))
            .ifPresent(tiers ->
                in.sink()
                    .unknown(
                        "unknown-reference",
                        at.of(id),
                        tier,
                        "a tier of the ladder \"%s\"".formatted(id),
                        () -> tiers)));
  }

  private void points(Map<String, BigDecimal> byKind, Place at) {
    known(byKind.keySet(), Thing.POINT_KIND, at);
    byKind.forEach((kind, points) -> in.points(kind, points, at.of(kind)));
  }

  private void metrics(Map<String, BigDecimal> byId, Place at) {
    known(byId.keySet(), Thing.METRIC, at);
    byId.forEach((metric, value) -> in.ofMetric(metric, value, at.of(metric)));
  }

  private void known(Collection<String> keys, Thing thing, Place at) {
    Set<String> ids = in.declared().ids(thing);
    for (String key : keys)
      if (!ids.contains(key))
        in.sink()
            .unknown("unknown-reference", at.of(key), key, ReferenceCheck.noun(thing), () -> ids);
  }
}
