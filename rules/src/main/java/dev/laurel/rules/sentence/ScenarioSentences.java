package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.date;
import static dev.laurel.rules.sentence.Phrases.each;
import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;
import static dev.laurel.rules.sentence.Phrases.who;

import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Join;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scenarios: a member, what happens, and what must come of it. */
final class ScenarioSentences {
  private final Names names;
  private final Operands operands;
  private final Happenings happenings;
  private final Periods periods;

  ScenarioSentences(Grammar grammar) {
    this.names = grammar.names();
    this.operands = grammar.operands();
    this.periods = grammar.periods();
    this.happenings = new Happenings(names, operands);
  }

  Passage scenario(String place, Scenario scenario) {
    Lines lines = new Lines(place);
    scenario
        .because()
        .ifPresent(text ->
            lines.add(say("scenario.because", what(place + "/because", new Phrase.Told(text)))));
    if (!scenario.waitsFor().isEmpty())
      lines.add(
          say(
              "scenario.waits-for",
              what(
                  place + "/waitsFor",
                  joined(
                      Join.AND,
                      scenario.waitsFor().stream()
                          .map(construct -> (Phrase) new Phrase.Quoted(construct))
                          .toList()))));
    String member = place + "/member";
    lines.add(
        member,
        say("given", joined(Join.COMMA, given(member, scenario.member()), "given.new-member")));
    for (int i = 0; i < scenario.steps().size(); i++) {
      String at = place + "/steps/" + (i + 1);
      lines.add(at, step(at, scenario.steps().get(i)));
    }
    return lines.passage(names.own(Thing.SCENARIO, scenario.id(), scenario.title()), List.of());
  }

  private List<Phrase> given(String place, Scenario.Given given) {
    List<Phrase> facts = new ArrayList<>();
    given
        .enrolled()
        .ifPresent(day -> facts.add(say("given.enrolled", date(place + "/enrolled", day))));
    given
        .birthday()
        .ifPresent(day ->
            facts.add(say("given.birthday", when(place + "/birthday", new Phrase.DayOfYear(day)))));
    tiers(place, given.tiers(), given.tiersUntil(), facts);
    points(place + "/points", "given.points", given.points(), facts);
    metrics(place + "/metrics", given.metrics(), facts);
    facts.addAll(happenings.attributes(place, "member.", given.attributes()));
    given
        .groups()
        .forEach((campaign, group) ->
            facts.add(
                say(
                    "given.group",
                    what(
                        place + "/groups/" + campaign,
                        group.equals(Scenario.Given.CONTROL)
                            ? say("group.control")
                            : names.variant(campaign, group)),
                    names.of(Thing.CAMPAIGN, campaign))));
    given
        .fifths()
        .forEach(
            (period, fifths) -> facts.add(fifths(place + "/fifths/" + period, period, fifths)));
    return facts;
  }

  private Phrase fifths(String place, String period, Scenario.Fifths fifths) {
    return say(
        "given.fifths",
        fifth(place + "/recency", fifths.recency()),
        fifth(place + "/frequency", fifths.frequency()),
        fifth(place + "/money", fifths.money()),
        periods.over(place, period));
  }

  private static Phrase fifth(String place, int fifth) {
    return howMuch(place, new Phrase.Number(BigDecimal.valueOf(fifth)));
  }

  private Phrase step(String place, Scenario.Step step) {
    String at = place + "/at";
    Phrase day = date(at, step.at().toLocalDate());
    Phrase time = when(at, new Phrase.Time(step.at().toLocalTime()));
    Phrase happening =
        step.event()
            .map(event -> happenings.of(place + "/event", event))
            .orElseGet(() -> say("happening.nothing"));
    return step.expect()
        .map(expected ->
            say(
                "step.expected",
                day,
                time,
                happening,
                joined(Join.SEMICOLON, expected(place + "/expect", expected), "expected.nothing")))
        .orElseGet(() -> say("step", day, time, happening));
  }

  private List<Phrase> expected(String place, Scenario.Expected expected) {
    List<Phrase> facts = new ArrayList<>();
    points(place + "/earned", "expected.earned", expected.earned(), facts);
    points(place + "/available", "expected.available", expected.available(), facts);
    points(place + "/pending", "expected.pending", expected.pending(), facts);
    points(place + "/expired", "expected.expired", expected.expired(), facts);
    tiers(place, expected.tiers(), expected.tiersUntil(), facts);
    metrics(place + "/metrics", expected.metrics(), facts);
    expected
        .expiring()
        .forEach((kind, days) -> expiring(place + "/expiring/" + kind, kind, days, facts));
    facts.addAll(
        each(
            expected.fired(),
            place + "/fired",
            (at, id) -> say("expected.fired", what(at, ruleOrCampaign(id)))));
    expected
        .notFired()
        .forEach((id, why) ->
            facts.add(
                say(
                    "expected.not-fired",
                    ruleOrCampaign(id),
                    what(place + "/notFired/" + id, say("why", why)))));
    expected
        .refused()
        .ifPresent(code ->
            facts.add(say("expected.refused", what(place + "/refused", new Phrase.Quoted(code)))));
    facts.addAll(
        each(
            expected.messages(),
            place + "/messages",
            (at, id) -> say("outcome.send", what(at, names.of(Thing.MESSAGE, id)))));
    facts.addAll(
        each(
            expected.entitled(),
            place + "/entitled",
            (at, id) -> say("expected.entitled", what(at, names.of(Thing.BENEFIT, id)))));
    points(place + "/received", "expected.received", expected.received(), facts);
    return facts;
  }

  private void tiers(
      String place, Map<String, String> tiers, Map<String, LocalDate> until, List<Phrase> facts) {
    tiers.forEach((ladder, tier) ->
        facts.add(
            say(
                "fact.tier",
                who(place + "/tiers/" + ladder, names.of(Thing.TIER, tier)),
                names.of(Thing.LADDER, ladder))));
    until.forEach((ladder, day) ->
        facts.add(
            say(
                "fact.tier-until",
                names.of(Thing.LADDER, ladder),
                date(place + "/tiersUntil/" + ladder, day))));
  }

  private void points(
      String place, String key, Map<String, BigDecimal> points, List<Phrase> facts) {
    points.forEach((kind, number) ->
        facts.add(say(key, howMuch(place + "/" + kind, operands.points(number, kind)))));
  }

  private void metrics(String place, Map<String, BigDecimal> metrics, List<Phrase> facts) {
    metrics.forEach((id, number) ->
        facts.add(
            say(
                "fact.metric",
                names.of(Thing.METRIC, id),
                howMuch(place + "/" + id, operands.number("metrics." + id, number)))));
  }

  private void expiring(
      String place, String kind, Map<LocalDate, BigDecimal> days, List<Phrase> facts) {
    if (days.isEmpty()) facts.add(say("expected.none-expiring", operands.kind(kind)));
    days.forEach((day, number) ->
        facts.add(
            say(
                "expected.expiring",
                howMuch(place + "/" + day, operands.points(number, kind)),
                new Phrase.Date(day))));
  }

  private Phrase ruleOrCampaign(String id) {
    return names.find(Thing.CAMPAIGN, id).isPresent() && names.find(Thing.RULE, id).isEmpty()
        ? say("expected.campaign", names.of(Thing.CAMPAIGN, id))
        : names.of(Thing.RULE, id);
  }
}
