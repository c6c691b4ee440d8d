package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Scenario.Happening;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What marketers read. */
class SentencesTest {
  private final Sentences sentences = Sentences.of(Club.pack());

  @Test
  void a_rule_for_everybody_says_the_base_and_the_rounding() {
    assertThat(said(Club.BASE))
        .isEqualTo(
            "Members earn 1 point for each $1.00 spent, net of tax, shipping, discounts and what"
                + " was paid with points; the result is rounded down once per purchase.");
  }

  @Test
  void a_multiplier_says_for_whom_and_except_when() {
    assertThat(said(Club.BETTER))
        .isEqualTo(
            "When the member is Silver or Gold and the purchase amount is at least $50.00, except"
                + " when the way of payment is \"gift card\", points from \"Base earning\" are"
                + " multiplied by 1.25.");
  }

  @Test
  void a_tier_says_what_it_takes_over_from_its_ladder() {
    Ladder ladder = Club.ladder();
    Passage silver = sentences.tier("ladders/main", ladder, ladder.tiers().get(1));
    assertThat(said(silver))
        .isEqualTo(
            "Silver is reached with $100.00 of \"Spend\" in the last 12 months, at once; it is held"
                + " for 12 months from the day it was reached or last renewed, and is renewed by an"
                + " event after which that is met again. A member who does not renew goes to the"
                + " highest tier that the metrics earn on that day.");
  }

  @Test
  void several_rows_are_joined_by_and_several_exceptions_by_or() {
    Map<String, Condition> when = new LinkedHashMap<>();
    when.put("app", Club.is("purchase.channel", Comparator.EQUAL, Value.of("app")));
    when.put("much", Club.is("purchase.amount", Comparator.GREATER, Value.of(20)));
    Map<String, Condition> unless = new LinkedHashMap<>();
    unless.put("gold", Club.is("member.tier", Comparator.EQUAL, Value.of("gold")));
    unless.put("first", Club.is("purchase.number", Comparator.EQUAL, Value.of(1)));
    assertThat(
            said(
                Club.rule(
                    "app",
                    "App",
                    new Rows(when),
                    new Rows(unless),
                    new Outcome.Points("stars", BigDecimal.ONE, Outcome.To.MEMBER))))
        .isEqualTo(
            "On a purchase, when the purchase's channel is \"app\" and the purchase amount is"
                + " above $20.00, except when the member is Gold or the number of the member's"
                + " purchases so far, this one included, is exactly 1, the member earns 1 Star.");
  }

  @Test
  void a_rule_says_its_ceilings_its_rivals_and_that_it_is_switched_off() {
    EarningRule rule =
        new EarningRule(
            "base",
            Text.of("Base earning"),
            false,
            new Trigger.Purchase(),
            EarningRule.Scope.EVENT,
            Optional.of(
                new EarningRule.Term(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty())),
            List.of(),
            Rows.NONE,
            Rows.NONE,
            List.of(Club.spend("stars", "2")),
            Optional.of("double"),
            5,
            List.of(
                new EarningGroup.Limit(
                    "event",
                    EarningGroup.Limit.Of.POINTS,
                    BigDecimal.valueOf(500),
                    Optional.empty()),
                new EarningGroup.Limit(
                    "month", EarningGroup.Limit.Of.TIMES, BigDecimal.ONE, Optional.of("month"))));
    assertThat(said(rule))
        .isEqualTo(
            "This rule is switched off. From 1 January 2026 on, members earn 2 Stars for each"
                + " $1.00 spent, net of tax, shipping, discounts and what was paid with points; the"
                + " result is rounded down once per purchase. It gives at most 500 points per event"
                + " and once per calendar month. Of all rules marked \"double\", only the one of"
                + " the highest priority applies, then the first by id. Its priority is 5.");
  }

  @Test
  void things_that_share_a_title_are_told_apart_by_their_ids() {
    EarningRule twin = Club.rule("twin", "Base earning", Rows.NONE, Rows.NONE);
    Outcome.Multiply multiply = new Outcome.Multiply(BigDecimal.TWO, List.of("base", "twin"));
    assertThat(
            Speaker.english()
                .say(Sentences.of(Club.pack(List.of(Club.BASE, twin))).outcome("here", multiply)))
        .isEqualTo(
            "points from \"Base earning\" (base) and \"Base earning\" (twin) are multiplied by 2");
  }

  @Test
  void a_title_cannot_pass_for_grammar() {
    EarningRule liar = Club.rule("liar", "Base\" and \"Better", Rows.NONE, Rows.NONE);
    Outcome.Multiply multiply = new Outcome.Multiply(BigDecimal.TWO, List.of("liar"));
    assertThat(
            Speaker.english()
                .say(Sentences.of(Club.pack(List.of(Club.BASE, liar))).outcome("here", multiply)))
        .isEqualTo("points from \"Base\\\" and \\\"Better\" are multiplied by 2");
  }

  @Test
  void a_large_table_is_said_in_part() {
    List<RateTable.Row> rows =
        IntStream.rangeClosed(1, 500)
            .mapToObj(i ->
                new RateTable.Row(
                    "r" + i,
                    List.of(new RateTable.Cell.OneOf(List.of(Value.of("c" + i)))),
                    BigDecimal.valueOf(i)))
            .toList();
    RateTable table =
        new RateTable(
            "rates",
            Text.of("Rates"),
            RateTable.Gives.POINTS_PER_AMOUNT,
            List.of(
                new RateTable.Column("category", "line.category", RateTable.Column.Match.EQUALS)),
            rows);
    assertThat(said(sentences.table("tables/rates", table, 100, 2)))
        .isEqualTo(
            "Each row gives points for each unit of money; the first matching row, from the top,"
                + " counts. It is looked up by the line's category. When the line's category is"
                + " \"c101\": 101 points for each $1.00. When the line's category is \"c102\": 102"
                + " points for each $1.00. And 398 rows more.");
    assertThat(said(sentences.table("tables/rates", table, 600, 2))).endsWith("line's category.");
  }

  @Test
  void a_word_knows_what_it_is_about_and_where_it_stands() {
    Passage rule = sentences.rule("earning/usual/rules/better", Club.BETTER);
    assertThat(Speaker.english().runs(rule.sentences().getFirst()))
        .contains(
            new Run.Plain("When the member is "),
            new Run.Word(
                Phrase.Kind.WHO, "earning/usual/rules/better/when/only/parts/1", "Silver or Gold"),
            new Run.Word(
                Phrase.Kind.HOW_MUCH,
                "earning/usual/rules/better/when/only/parts/2",
                "at least $50.00"));
  }

  @Test
  void what_every_event_may_tell_is_named_in_a_scenario_as_in_a_condition() {
    Scenario.Given given =
        new Scenario.Given(
            Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    Happening checkIn =
        new Happening.Other("checkIn", Map.of("place", new Datum.One(Value.of("Harbour"))));
    Scenario.Step step =
        new Scenario.Step(
            LocalDateTime.of(2026, 1, 1, 12, 0), Optional.of(checkIn), Optional.empty());
    Scenario scenario =
        new Scenario("door", Text.of("Door"), Optional.empty(), List.of(), given, List.of(step));
    assertThat(said(sentences.scenario("scenarios/door", scenario)))
        .endsWith("there is an event of the type check-in, with the place \"Harbour\".");
  }

  private String said(EarningRule rule) {
    return said(sentences.rule("earning/usual/rules/" + rule.id(), rule));
  }

  private static String said(Passage passage) {
    return String.join(" ", passage.sentences().stream().map(Speaker.english()::say).toList());
  }
}
