package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.StateCodec;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is completed step by step: challenges, streaks and stamp cards. */
class ChallengesTest {
  private static final String STAMPS =
      """
      challenges:
        - id: coffee
          title: Ten coffees
          kind: stamp-card
          on: purchase
          when: {big: purchase.amount >= 3}
          repeats: true
          steps:
            - {id: half, at: 2, then: [{type: points, kind: points, points: 5}]}
            - {id: full, at: 4, then: [{type: points, kind: points, points: 20}]}
      """;

  private static final String STREAK =
      """
      challenges:
        - id: monthly
          title: Every month
          kind: streak
          on: purchase
          every: month
          steps:
            - {id: third, at: 3, then: [{type: points, kind: points, points: 30}]}
      """;

  @Test
  void a_stamp_card_gives_at_its_steps_and_begins_again_when_it_is_full() {
    Story story = Story.of(STAMPS);
    Decision first = story.buys("2026-01-05T10:00", 400);
    assertThat(Story.given(first)).isEmpty();
    assertThat(story.why(first)).contains("\"Ten coffees\" is at 1 of 4.");
    assertThat(story.why(first, "zh")).contains("“Ten coffees”进度为 1/4。");
    assertThat(Story.given(story.buys("2026-01-06T10:00", 400)))
        .containsExactly(Map.entry("challenges/coffee/steps/half", 5L));
    story.buys("2026-01-07T10:00", 400);
    Decision full = story.buys("2026-01-08T10:00", 400);
    assertThat(Story.given(full)).containsExactly(Map.entry("challenges/coffee/steps/full", 20L));
    assertThat(story.why(full))
        .contains(
            "\"Ten coffees\" is complete: 4 of 4.",
            "The step at 4 of \"Ten coffees\" gave 20 points.");
    assertThat(story.why(story.buys("2026-01-09T10:00", 400)))
        .contains("\"Ten coffees\" is at 1 of 4.");
  }

  @Test
  void an_event_that_does_not_meet_it_says_what_is_missing() {
    Story story = Story.of(STAMPS);
    assertThat(story.why(story.buys("2026-01-05T10:00", 299)))
        .contains(
            "\"Ten coffees\" did not apply: it asks that the purchase amount is at least €3.00,"
                + " and found €2.99.");
  }

  @Test
  void what_does_not_repeat_is_over_once_it_is_complete() {
    Story story = Story.of(STAMPS.replace("repeats: true", "repeats: false"));
    for (int day = 1; day <= 4; day++) story.buys("2026-01-0%dT10:00".formatted(day), 300);
    Decision later = story.buys("2026-01-05T10:00", 300);
    assertThat(Story.given(later)).isEmpty();
    assertThat(story.why(later))
        .contains("\"Ten coffees\" was completed before and does not begin again.");
  }

  @Test
  void the_last_of_a_stock_goes_to_the_first_by_id_wherever_it_stands_in_the_pack() {
    String benefit = "benefits:\n  - {id: cup, title: Cup, entitlement: {uses: 1}, stock: 1}\n";
    for (String both :
        new String[] {challenge("a") + challenge("b"), challenge("b") + challenge("a")}) {
      Story story = Story.of(benefit + "challenges:\n" + both);
      Decision first = story.buys("2026-01-05T10:00", 400);
      assertThat(first.findings())
          .filteredOn(Finding.HandedOut.class::isInstance)
          .extracting(Finding::rule)
          .containsExactly("challenges/a/steps/full");
    }
  }

  private static String challenge(String id) {
    return """
      - id: %s
        title: %s
        kind: stamp-card
        on: purchase
        steps: [{id: full, at: 1, then: [{type: entitle, benefit: cup}]}]
    """
        .formatted(id, id);
  }

  @Test
  void a_streak_counts_one_event_in_each_period_and_breaks_when_one_is_left_out() {
    Story story = Story.of(STREAK);
    story.buys("2026-01-31T23:59:59", 100);
    assertThat(story.why(story.buys("2026-02-01T00:00", 100)))
        .contains("\"Every month\" is at 2 of 3.");
    assertThat(story.why(story.buys("2026-02-28T10:00", 100)))
        .contains("\"Every month\" stays at 2 of 3: this period has its event already.");
    Decision broken = story.buys("2026-04-01T10:00", 100);
    assertThat(story.why(broken)).contains("\"Every month\" begins again, at 1 of 3.");
    story.buys("2026-05-01T10:00", 100);
    assertThat(Story.given(story.buys("2026-06-30T10:00", 100)))
        .containsExactly(Map.entry("challenges/monthly/steps/third", 30L));
  }

  @Test
  void the_period_with_which_a_streak_was_completed_is_not_counted_once_more() {
    Story story = Story.of(STREAK.replace("steps:", "repeats: true\n    steps:"));
    for (int month = 1; month <= 3; month++) story.buys("2026-0%d-01T10:00".formatted(month), 100);
    Decision same = story.buys("2026-03-02T10:00", 100);
    assertThat(story.why(same))
        .contains("\"Every month\" stays at 0 of 3: this period has its event already.");
    assertThat(story.why(story.buys("2026-04-01T10:00", 100)))
        .contains("\"Every month\" is at 1 of 3.");
    story.buys("2026-05-01T10:00", 100);
    assertThat(Story.given(story.buys("2026-06-01T10:00", 100)))
        .containsExactly(Map.entry("challenges/monthly/steps/third", 30L));
  }

  @Test
  void what_ran_out_within_a_period_begins_again_in_the_same_one() {
    Story story = Story.of(STREAK.replace("steps:", "within: 10 days\n    steps:"));
    story.buys("2026-01-01T10:00", 100);
    assertThat(story.why(story.buys("2026-01-10T10:00", 100)))
        .contains("\"Every month\" stays at 1 of 3: this period has its event already.");
    assertThat(story.why(story.buys("2026-01-11T10:00", 100)))
        .contains("\"Every month\" begins again, at 1 of 3.");
  }

  @Test
  void a_challenge_that_was_not_completed_in_time_begins_again() {
    Story story = Story.of(STAMPS.replace("repeats: true", "repeats: true\n    within: 7 days"));
    story.buys("2026-01-01T10:00", 300);
    assertThat(story.why(story.buys("2026-01-07T23:59:59", 300)))
        .contains("\"Ten coffees\" is at 2 of 4.");
    assertThat(story.why(story.buys("2026-01-08T00:00", 300)))
        .contains("\"Ten coffees\" begins again, at 1 of 4.");
  }

  @Test
  void it_runs_in_its_term_and_answers_to_what_it_names() {
    Story story =
        Story.of(
            """
            challenges:
              - id: voice
                title: Your voice
                kind: challenge
                on: review
                inForce: {from: 2026-02-01, to: 2026-02-28}
                when: {good: event.score >= 3}
                steps:
                  - {id: all, at: 2, then: [{type: count, counter: stamps}, {type: points, kind: points, points: 9}]}
            """);
    Map<String, Datum> good = Map.of("score", new Datum.One(Value.of(4)));
    assertThat(story.why(story.does("2026-01-31T23:59:59", "review", good)))
        .anyMatch(line -> line.startsWith("\"Your voice\" was not in force"));
    story.does("2026-02-01T00:00", "review", good);
    Decision done = story.does("2026-02-28T23:59", "review", good);
    assertThat(Story.given(done)).containsExactly(Map.entry("challenges/voice/steps/all", 9L));
    assertThat(story.why(done))
        .contains("The step at 2 of \"Your voice\" gave 9 points; 1 to the counter \"Stamps\".");
  }

  @Test
  void what_was_done_so_far_stands_in_the_state() {
    Story story = Story.of(STREAK);
    story.buys("2026-01-31T10:00", 100);
    assertThat(StateCodec.read(StateCodec.write(story.state()))).isEqualTo(story.state());
    assertThat(story.state().holdings().challenges().get("monthly").count()).isEqualTo(1);
  }
}
