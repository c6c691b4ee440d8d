package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that answer to moves on a ladder. */
class TierChangeTest {
  private static final String LADDERS =
      """
      ladders:
        - id: status
          title: Status
          validity: {type: rest-of-period, period: year}
          ends: to-its-end
          renewal: at-once
          tiers:
            - {id: Base, title: Base}
            - id: Silver
              title: Silver
              entry: {type: reaches, id: silver, metric: spend, atLeast: 100}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
              onUpgrade: [{type: points, kind: points, points: 7}]
        - id: other
          title: Other
          validity: for-ever
          tiers:
            - {id: Plain, title: Plain}
            - id: Rich
              title: Rich
              entry: {type: holds, id: rich, when: 'points.points >= 40'}
      """;

  private static String rule(String id, String direction, String more) {
    return """
        - id: %1$s
          title: %1$s
          on: {type: tier-change, ladder: status, direction: %2$s}
          %3$s
    """
        .formatted(id, direction, more);
  }

  private static Story story(String... rules) {
    return Story.of(
        LADDERS,
        """
        earning:
          - id: moves
            title: Moves
            rules:
        """,
        String.join("", rules).indent(2));
  }

  private static final String TEN = "then: [{type: points, kind: points, points: 10}]";

  @Test
  void a_rule_answers_in_the_decision_that_lifts_the_member_and_sees_the_tier_reached() {
    Story story =
        story(
            rule("to-silver", "up", "when: member.tier = \"Silver\"\n      " + TEN),
            rule("to-gold", "up", "when: member.tier = \"Gold\"\n      " + TEN));
    Decision risen = story.buys("2026-03-01T10:00", 10_000);
    assertThat(Story.given(risen)).isEqualTo(Map.of("to-silver", 10L));
    assertThat(story.why(risen))
        .contains(
            "\"to-silver\" gave 10 points.",
            "\"to-gold\" did not apply: it asks that the member is Gold, and found Silver.");
    Decision stays = story.buys("2026-03-02T10:00", 1_000);
    assertThat(story.why(stays)).noneMatch(line -> line.contains("to-silver"));
  }

  @Test
  void going_down_at_a_review_is_answered_too() {
    Story story = story(rule("sorry", "down", TEN));
    story.buys("2026-03-01T10:00", 10_000);
    story.passes("2028-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
    Decision review = story.decisions().getLast();
    assertThat(review.moves()).extracting(Move::way).containsExactly(Move.Way.DOWN);
    assertThat(Story.given(review)).isEqualTo(Map.of("sorry", 10L));
  }

  @Test
  void a_renewal_is_neither_a_rise_nor_a_fall() {
    Story story =
        story(rule("up", "up", TEN), rule("down", "down", TEN), rule("again", "renewed", TEN));
    assertThat(Story.given(story.buys("2026-03-01T10:00", 10_000))).containsOnlyKeys("up");
    assertThat(Story.given(story.buys("2027-03-01T10:00", 10_000))).containsOnlyKeys("again");
  }

  @Test
  void a_granted_tier_rises_and_falls_but_being_held_longer_is_no_move() {
    Story story = story(rule("up", "up", TEN), rule("down", "down", TEN));
    assertThat(Story.given(grant(story, "2026-03-01T10:00", "2026-04-01")))
        .isEqualTo(Map.of("up", 10L, "ladders/status/tiers/Gold/onUpgrade", 7L));
    assertThat(Story.given(grant(story, "2026-03-02T10:00", "2026-05-01"))).isEmpty();
    story.passes("2026-06-01T00:00");
    assertThat(Story.given(story.decisions().getLast())).isEqualTo(Map.of("down", 10L));
  }

  private static Decision grant(Story story, String at, String until) {
    return story.does(at, new Body.Grant("Gold", LocalDate.parse(until), "goodwill"));
  }

  @Test
  void what_they_give_lifts_and_triggers_nothing_in_the_same_decision() {
    Story story =
        story(
            rule("much", "up", "then: [{type: points, kind: points, points: 50}]"),
            """
                - id: rich
                  title: rich
                  on: {type: tier-change, ladder: other}
                  then: [{type: points, kind: points, points: 1}]
            """);
    Decision risen = story.buys("2026-03-01T10:00", 10_000);
    assertThat(Story.given(risen)).containsOnlyKeys("much");
    assertThat(story.tier("other")).isEqualTo("Plain");
    Decision next = story.buys("2026-03-02T10:00", 100);
    assertThat(story.tier("other")).isEqualTo("Rich");
    assertThat(Story.given(next)).containsOnlyKeys("rich");
  }

  @Test
  void a_tier_that_such_a_rule_grants_is_held_at_once_and_both_moves_are_told() {
    Story story =
        story(
            rule(
                "taste",
                "up",
                "then: [{type: grant-tier, tier: Gold, span: 10 days, reason: a taste}]"));
    Decision risen = story.buys("2026-03-01T10:00", 10_000);
    assertThat(risen.moves())
        .extracting(Move::from, Move::to, Move::way)
        .containsExactly(
            tuple("Base", "Silver", Move.Way.UP), tuple("Silver", "Gold", Move.Way.GRANTED));
    assertThat(Story.given(risen)).isEmpty();
    story.passes("2026-03-12T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
  }

  @Test
  void limits_hold_over_all_decisions() {
    Story story =
        story(
            rule(
                "once",
                "up",
                "limits: [{id: once, of: times, atMost: 1, over: ever}]\n      " + TEN));
    assertThat(Story.given(story.buys("2026-03-01T10:00", 10_000))).containsOnlyKeys("once");
    Decision gold = story.buys("2026-03-02T10:00", 20_000);
    assertThat(Story.given(gold)).doesNotContainKey("once");
    assertThat(story.why(gold)).anyMatch(line -> line.contains("the limit"));
  }
}
