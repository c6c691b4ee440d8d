package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.fold.Fold;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of decision record 021, and what stands around it. */
class HowRulesMeetTest {
  private static final String HEAD =
      """
      pack: {format: 1, id: meeting, version: 1.0.0, title: Meeting}
      programme:
        title: Meeting
        zone: UTC
        currency: EUR
        pointKinds: [{id: points, title: Points}]
        periods:
          - {id: month, title: Month, is: calendar-month}
      earning:
        - id: own
          title: Own
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
      """;

  private static final String TWICE = "{type: multiply, by: 2, of: [base]}";
  private static final String HALF_MORE = "{type: multiply, by: 1.5, of: [base]}";

  private static String group(String meeting, String... rules) {
    return HEAD
        + "  - id: extra\n    title: Extra\n    meeting: "
        + meeting
        + "\n    rules:\n"
        + String.join("\n", List.of(rules));
  }

  private static String rule(String id, String then) {
    return rule(id, then, "");
  }

  private static String rule(String id, String then, String more) {
    return "      - {id: %s, title: %s, then: [%s]%s}\n".formatted(id, id, then, more);
  }

  private static Body.Purchase purchase(long cents, long... lines) {
    List<Event.Line> all = new ArrayList<>();
    for (int i = 0; i < lines.length; i++)
      all.add(
          new Event.Line(
              lines[i],
              Event.MICROS,
              Map.of("category", Datum.of(Value.of(i == 0 ? "tea" : "cake")))));
    return new Body.Purchase(cents, 0, 0, 0, 0, 0, Event.MICROS, all, Map.of());
  }

  private static Decision decide(String pack, Body body) {
    Fold fold = new Fold(Programmes.of(pack));
    List<Decision> decisions = new ArrayList<>();
    fold.fold(
        fold.begin("ann"),
        new Event("till", "1", "ann", Instant.parse("2026-03-10T10:00:00Z"), body),
        decisions::add);
    return decisions.getLast();
  }

  private static Map<String, Long> given(Decision decision) {
    return decision.postings().stream()
        .collect(Collectors.toMap(Posting::rule, Posting::units, Long::sum));
  }

  @Test
  void multipliersThatAddWorkOnTheSameAmount() {
    Decision decision =
        decide(group("add", rule("a", TWICE), rule("b", HALF_MORE)), purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 10L, "b", 5L));
  }

  @Test
  void multipliersThatMultiplyWorkOnOneAnother() {
    Decision decision =
        decide(group("multiply", rule("a", TWICE), rule("b", HALF_MORE)), purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 10L, "b", 10L));
  }

  @Test
  void ofTheBestOnlyTheLargestSurplusStays() {
    Decision decision =
        decide(group("best", rule("a", HALF_MORE), rule("b", TWICE)), purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "b", 10L));
    assertThat(decision.findings()).contains(new Finding.Beaten("a", "b", Finding.Contest.BEST));
  }

  @Test
  void theFirstIsTheOneOfHighestPriority() {
    Decision decision =
        decide(
            group(
                "first", rule("a", TWICE, ", priority: 1"), rule("b", HALF_MORE, ", priority: 2")),
            purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "b", 5L));
    assertThat(decision.findings()).contains(new Finding.Beaten("a", "b", Finding.Contest.FIRST));
  }

  @Test
  void ofEqualPriorityTheFirstIdWinsAnExclusion() {
    Decision decision =
        decide(
            group(
                "add",
                rule("b", TWICE, ", exclusion: one"),
                rule("a", HALF_MORE, ", exclusion: one")),
            purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 5L));
    assertThat(decision.findings())
        .contains(new Finding.Beaten("b", "a", Finding.Contest.EXCLUSION));
  }

  @Test
  void aMultiplierOfALineWorksOnThatLinesPart() {
    Decision decision =
        decide(
            group("add", rule("a", TWICE, ", per: line, when: 'line.category = \"cake\"'")),
            purchase(1000, 600, 400));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 4L));
  }

  @Test
  void partsOfAPointAreAddedBeforeTheyAreRounded() {
    Decision decision =
        decide(group("add", rule("a", "{type: multiply, by: 1.25, of: [base]}")), purchase(1177));
    assertThat(given(decision)).isEqualTo(Map.of("base", 11L, "a", 3L));
    assertThat(decision.findings())
        .contains(new Finding.Fired("a", List.of(new Finding.Award("points", "", "2.9425", 3))));
  }

  @Test
  void aCeilingCutsAndSaysWhatWasWanted() {
    Decision decision =
        decide(
            group(
                "add",
                rule(
                    "a",
                    "{type: points, kind: points, points: 5}",
                    ", limits: [{id: monthly, atMost: 4, over: month}]")),
            purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 4L));
    assertThat(decision.findings())
        .contains(new Finding.LimitReached("a", "a/monthly", 5_000_000, 4_000_000));
  }

  private static final String BONUS =
      """
            - {id: bonus, title: Bonus, then: [{type: points, kind: points, points: 3}]}
      """;

  @Test
  void multipliersThatMultiplyWorkOnOneAnotherOnlyWhereTheyNameTheSameRules() {
    String pack =
        HEAD
            + BONUS
            + """
              - id: extra
                title: Extra
                meeting: multiply
                rules:
            """
            + rule("a", "{type: multiply, by: 2, of: [base, bonus]}")
            + rule("b", TWICE);
    assertThat(given(decide(pack, purchase(1000))))
        .isEqualTo(Map.of("base", 10L, "bonus", 3L, "a", 13L, "b", 20L));
  }

  @Test
  void multipliersThatMultiplyWorkOnOneAnotherWhetherTheyNameARuleOrItsGroup() {
    Decision decision =
        decide(
            group("multiply", rule("a", TWICE), rule("b", "{type: multiply, by: 2, of: [own]}")),
            purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 10L, "b", 20L));
  }

  @Test
  void aGroupsCeilingOfTimesCountsTheBestOnly() {
    Decision decision =
        decide(
            group(
                    "best",
                    rule("a", "{type: points, kind: points, points: 1}"),
                    rule("b", "{type: points, kind: points, points: 2}"))
                .replace(
                    "meeting: best",
                    "meeting: best\n    limits: [{id: once, of: times, atMost: 1}]"),
            purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "b", 2L));
    assertThat(decision.findings()).contains(new Finding.Beaten("a", "b", Finding.Contest.BEST));
  }

  @Test
  void aGroupsCeilingOfTimesLeavesItsRulesInTheOrderOfTheirIds() {
    Decision decision =
        decide(
            group(
                    "add",
                    rule("b", "{type: points, kind: points, points: 2}"),
                    rule("a", "{type: points, kind: points, points: 1}"))
                .replace(
                    "meeting: add", "meeting: add\n    limits: [{id: once, of: times, atMost: 1}]"),
            purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 1L));
    assertThat(decision.findings())
        .contains(new Finding.LimitReached("b", "extra/once", 1_000_000, 0));
  }

  @Test
  void oneMultiplierWorksOnAnotherOnlyWhereItNamesIt() {
    Decision decision =
        decide(
            group("add", rule("a", TWICE))
                + """
                  - id: top
                    title: Top
                    rules:
                """
                + rule("t", "{type: multiply, by: 2, of: [base, a]}"),
            purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 10L, "t", 20L));
  }

  @Test
  void aCampaignThatIsCalledLikeARuleIsNotMultipliedWithIt() {
    Decision decision =
        decide(
            group("add", rule("a", TWICE))
                + """
                campaigns:
                  - id: base
                    title: Base
                    schedule: {}
                    rules:
                      - {id: c, title: C, then: [{type: points, kind: points, points: 7}]}
                """,
            purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 10L, "c", 7L));
  }

  @Test
  void aCampaignAndAGroupOfOneNameDoNotMeet() {
    Decision decision =
        decide(
            group("first", rule("a", TWICE))
                + """
                campaigns:
                  - id: extra
                    title: Extra
                    schedule: {}
                    meeting: first
                    rules:
                      - {id: c, title: C, then: [{type: points, kind: points, points: 7}]}
                """,
            purchase(1000));
    assertThat(given(decision)).isEqualTo(Map.of("base", 10L, "a", 10L, "c", 7L));
  }

  @Test
  void theOrderInWhichRulesStandDoesNotMatter() {
    String[] rules = {
      rule("a", TWICE), rule("b", HALF_MORE), rule("c", "{type: points, kind: points, points: 3}")
    };
    Decision one = decide(group("multiply", rules[0], rules[1], rules[2]), purchase(777));
    Decision other = decide(group("multiply", rules[2], rules[1], rules[0]), purchase(777));
    assertThat(other.postings()).isEqualTo(one.postings());
    assertThat(other.findings()).isEqualTo(one.findings());
  }

  @Test
  void aRuleThatDoesNotApplySaysWhatWasAskedAndWhatWasThere() {
    Fold fold =
        new Fold(
            Programmes.of(group("add", rule("a", TWICE, ", when: {big: purchase.amount >= 50}"))));
    List<Decision> decisions = new ArrayList<>();
    fold.fold(
        fold.begin("ann"),
        new Event("till", "1", "ann", Instant.parse("2026-03-10T10:00:00Z"), purchase(4999)),
        decisions::add);
    assertThat(fold.decider().findings(decisions.getLast()))
        .contains(
            new Finding.NotMet(
                "a",
                List.of(
                    new dev.laurel.engine.rulebase.Unmet(
                        "big",
                        false,
                        "purchase.amount",
                        "purchase.amount >= 50",
                        "49.99",
                        false))));
  }
}
