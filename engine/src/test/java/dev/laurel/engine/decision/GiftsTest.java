package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Finding.LimitReached;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ladders give: at marks of a metric, on reaching tiers and on renewing them. */
class GiftsTest {
  private static Story marks(String marks) {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            tiers:
              - {id: Base, title: Base}
            milestones:
              %s
        """
            .formatted(marks));
  }

  private static final String MARK = "{id: first, metric: spend, at: 100, then: [%s]}";
  private static final String FIVE = "{type: points, kind: points, points: 5}";
  private static final String PLACE = "ladders/status/milestones/first";

  @Test
  void a_mark_is_given_at_it_and_not_one_below_and_once() {
    Story story = marks("- " + MARK.formatted(FIVE));
    assertThat(Story.given(story.buys("2026-03-01T10:00", 9_999))).isEmpty();
    assertThat(Story.given(story.buys("2026-03-02T10:00", 1)))
        .containsExactly(Map.entry(PLACE, 5L));
    assertThat(Story.given(story.buys("2026-03-03T10:00", 1))).isEmpty();
    assertThat(Story.given(story.buys("2026-03-04T10:00", 50_000))).isEmpty();
  }

  @Test
  void it_is_told_what_a_mark_gave() {
    Story story = marks("- " + MARK.formatted(FIVE));
    Decision given = story.buys("2026-03-01T10:00", 10_000);
    assertThat(story.why(given)).contains("The mark at €100.00 of \"Spend\" gave 5 points.");
    assertThat(story.why(given, "zh")).contains("“Spend”达到 €100 时的奖励给予 5 Points。");
  }

  @Test
  void each_year_has_its_marks() {
    Story story = marks("- " + MARK.formatted(FIVE));
    story.buys("2026-12-31T23:59", 10_000);
    assertThat(story.purse("points").available()).isEqualTo(5);
    story.buys("2027-01-01T00:00", 9_999);
    assertThat(story.purse("points").available()).isEqualTo(5);
    story.buys("2027-01-02T00:00", 1);
    assertThat(story.purse("points").available()).isEqualTo(10);
  }

  @Test
  void one_event_that_passes_several_marks_is_given_all_of_them() {
    Story story = marks("- {id: first, metric: spend, at: 100, each: 50, then: [" + FIVE + "]}");
    assertThat(Story.given(story.buys("2026-03-01T10:00", 19_999)))
        .containsExactly(Map.entry(PLACE, 10L));
    assertThat(Story.given(story.buys("2026-03-02T10:00", 1)))
        .containsExactly(Map.entry(PLACE, 5L));
    assertThat(Story.given(story.buys("2026-03-03T10:00", 4_999))).isEmpty();
  }

  @Test
  void no_more_are_given_in_a_year_than_may_be() {
    Story story =
        marks("- {id: first, metric: spend, at: 100, each: 50, atMost: 3, then: [" + FIVE + "]}");
    story.buys("2026-03-01T10:00", 100_000);
    assertThat(story.purse("points").available()).isEqualTo(15);
    story.buys("2026-03-02T10:00", 100_000);
    assertThat(story.purse("points").available()).isEqualTo(15);
    story.buys("2027-03-02T10:00", 100_000);
    assertThat(story.purse("points").available()).isEqualTo(30);
  }

  @Test
  void a_mark_that_a_counter_passes_up_and_down_is_given_once() {
    Story story =
        Story.of(
            """
            programme:
              title: Story
              zone: UTC
              currency: EUR
              pointKinds: [{id: points, title: Points}]
              periods: [{id: year, title: Year, is: calendar-year}]
              metrics: [{id: cards, title: Cards, counts: {type: of-counter, counter: stamps}, over: year}]
              counters: [{id: stamps, title: Stamps, over: year}]
            ladders:
              - id: status
                title: Status
                tiers: [{id: Base, title: Base}]
                milestones:
                  - id: full
                    metric: cards
                    at: 2
                    then: [{type: points, kind: points, points: 5}, {type: count, counter: stamps, by: -2}]
            earning:
              - id: own
                title: Own
                rules:
                  - {id: stamp, title: Stamp, then: [{type: count, counter: stamps}]}
            """);
    story.buys("2026-03-01T10:00", 100);
    assertThat(Story.given(story.buys("2026-03-02T10:00", 100))).hasSize(1);
    assertThat(story.metric("cards")).isEqualTo("0");
    story.buys("2026-03-03T10:00", 100);
    assertThat(Story.given(story.buys("2026-03-04T10:00", 100))).isEmpty();
    assertThat(story.metric("cards")).isEqualTo("2");
  }

  private static Story ofGold(String milestones) {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            tiers:
              - {id: Base, title: Base}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
                milestones: [%s]
        """
            .formatted(milestones));
  }

  @Test
  void a_mark_of_a_tier_is_given_to_whoever_holds_it_after_the_event() {
    Story story = ofGold(MARK.formatted(FIVE));
    assertThat(Story.given(story.buys("2026-03-01T10:00", 10_000))).isEmpty();
    Decision rise = story.buys("2026-03-02T10:00", 20_000);
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(Story.given(rise))
        .containsExactly(Map.entry("ladders/status/tiers/Gold/milestones/first", 5L));
    assertThat(story.why(rise))
        .contains("The mark at €100.00 of \"Spend\" for Gold gave 5 points.");
  }

  @Test
  void what_a_mark_gives_counts_for_what_comes_later() {
    Story story =
        Story.of(
            """
            programme:
              title: Story
              zone: UTC
              currency: EUR
              pointKinds: [{id: points, title: Points}]
              periods: [{id: year, title: Year, is: calendar-year}]
              metrics: [{id: earned, title: Earned, counts: {type: points-earned, kind: points}, over: year}]
            ladders:
              - id: status
                title: Status
                tiers: [{id: Base, title: Base}]
                milestones:
                  - {id: first, metric: earned, at: 10, then: [{type: points, kind: points, points: 5}]}
                  - {id: second, metric: earned, at: 15, then: [{type: points, kind: points, points: 1}]}
            earning:
              - id: own
                title: Own
                rules:
                  - {id: base, title: Base, then: [{type: points, kind: points, points: 10}]}
            """);
    story.buys("2026-03-01T10:00", 100);
    assertThat(story.purse("points").available()).isEqualTo(15);
    assertThat(story.metric("earned")).isEqualTo("15");
    story.does("2026-03-02T10:00", new Body.Change(Map.of()));
    assertThat(story.purse("points").available()).isEqualTo(16);
    story.does("2026-03-03T10:00", new Body.Change(Map.of()));
    assertThat(story.purse("points").available()).isEqualTo(16);
  }

  private static Story capped(String kind) {
    return Story.of(
        """
        programme:
          title: Story
          zone: UTC
          currency: EUR
          pointKinds: [{id: points, title: Points%s}]
          periods: [{id: year, title: Year, is: calendar-year}]
          metrics: [{id: spend, title: Spend, counts: spend, over: year}]
        ladders:
          - id: status
            title: Status
            tiers: [{id: Base, title: Base}]
            milestones:
              - {id: first, metric: spend, at: 100, then: [{type: points, kind: points, points: 50}]}
        """
            .formatted(kind));
  }

  @Test
  void the_caps_of_a_kind_hold_for_marks_too() {
    Story story = capped(", caps: [{id: most, atMost: 30}]");
    Decision given = story.buys("2026-03-01T10:00", 10_000);
    assertThat(Story.given(given)).containsExactly(Map.entry(PLACE, 30L));
    assertThat(given.findings())
        .contains(new LimitReached(PLACE, "points/most", 50_000_000, 30_000_000));
  }

  @Test
  void a_debt_is_paid_by_what_a_mark_gives() {
    Story story = capped("");
    story.does("2026-03-01T10:00", new Body.Adjustment("points", -20, "mistake"));
    story.buys("2026-03-02T10:00", 10_000);
    assertThat(story.purse("points").debt()).isZero();
    assertThat(story.purse("points").available()).isEqualTo(30);
  }

  @Test
  void spending_points_gives_no_mark_again() {
    Story story = capped("");
    story.buys("2026-03-02T10:00", 10_000);
    story.does("2026-03-03T10:00", new Body.Redemption("points", 50, Optional.empty()));
    story.buys("2026-03-04T10:00", 10_000);
    assertThat(story.purse("points").earned()).isEqualTo(50);
  }

  private static Story rewarding(String terms) {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            %s
            tiers:
              - {id: Base, title: Base}
              - id: Silver
                title: Silver
                entry: {type: reaches, id: silver, metric: spend, atLeast: 100}
                onUpgrade: [{type: points, kind: points, points: 1}]
                onRenewal: [{type: points, kind: points, points: 2}]
              - id: Gold
                title: Gold
                entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
                onUpgrade: [{type: points, kind: points, points: 10}]
                onRenewal: [{type: points, kind: points, points: 20}]
        """
            .formatted(terms));
  }

  private static final String YEARLY = "validity: {type: rest-of-period, period: year}";

  @Test
  void reaching_a_tier_gives_what_it_gives_and_not_what_those_below_give() {
    Story story = rewarding(YEARLY);
    Decision rise = story.buys("2026-03-01T10:00", 30_000);
    assertThat(Story.given(rise))
        .containsExactly(Map.entry("ladders/status/tiers/Gold/onUpgrade", 10L));
    assertThat(story.why(rise)).contains("Reaching Gold gave 10 points.");
    assertThat(story.why(rise, "zh")).contains("升至 Gold 给予 10 Points。");
  }

  @Test
  void going_down_to_a_tier_gives_nothing_and_reaching_the_next_one_again_does() {
    Story story = rewarding(YEARLY + "\n    descent: one-down");
    story.buys("2026-03-01T10:00", 30_000);
    story.passes("2028-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
    assertThat(story.purse("points").earned()).isEqualTo(10);
    story.buys("2028-03-01T10:00", 30_000);
    assertThat(story.purse("points").earned()).isEqualTo(20);
  }

  @Test
  void a_review_that_renews_gives_at_the_start_of_its_day() {
    Story story = rewarding("validity: {type: rest-of-period, period: year, more: 0}");
    story.buys("2026-03-01T10:00", 10_000);
    story.passes("2026-12-30T23:59");
    assertThat(story.purse("points").earned()).isEqualTo(1);
    story.passes("2026-12-31T00:00");
    assertThat(story.purse("points").earned()).isEqualTo(3);
    Decision renewal = story.decisions().getLast();
    assertThat(story.why(renewal)).contains("Renewing Silver gave 2 points.");
    assertThat(story.why(renewal, "zh")).contains("Silver 保级给予 2 Points。");
  }

  @Test
  void a_tier_that_each_purchase_prolongs_rewards_one_renewal_for_each_term() {
    Story story = rewarding("validity: {type: for, span: 12 months}\n    renewal: at-once");
    story.buys("2026-03-01T10:00", 10_000);
    assertThat(story.purse("points").earned()).isEqualTo(1);
    story.buys("2026-03-02T10:00", 100);
    assertThat(story.until("status").orElseThrow()).hasToString("2027-03-02");
    assertThat(story.purse("points").earned()).isEqualTo(3);
    story.buys("2026-11-01T10:00", 100);
    assertThat(story.until("status").orElseThrow()).hasToString("2027-11-01");
    assertThat(story.purse("points").earned()).isEqualTo(3);
    story.buys("2027-02-28T10:00", 10_000);
    assertThat(story.purse("points").earned()).isEqualTo(3);
    story.buys("2027-03-01T00:00", 100);
    assertThat(story.purse("points").earned()).isEqualTo(5);
    story.buys("2027-03-02T00:00", 100);
    assertThat(story.purse("points").earned()).isEqualTo(5);
  }
}
