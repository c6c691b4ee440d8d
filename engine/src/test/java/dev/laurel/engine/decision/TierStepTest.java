package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When members move on ladders. */
class TierStepTest {
  @Test
  void aTierIsJudgedWhenTheMemberChanges() {
    Story story =
        Story.of(
            """
            vocabulary:
              member: [{id: staff, title: Staff, type: truth}]
            ladders:
              - id: status
                title: Status
                tiers:
                  - {id: Base, title: Base}
                  - id: Staff
                    title: Staff
                    entry: {type: holds, id: staff, when: member.staff = true}
            """);
    story.does("2026-03-01T10:00", staff(true));
    assertThat(story.tier("status")).isEqualTo("Staff");
    story.does("2026-04-01T10:00", staff(false));
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  private static Body staff(boolean is) {
    return new Body.Change(Map.of("staff", Datum.of(Value.of(is))));
  }

  @Test
  void aReviewReadsCountersAtTheStartOfItsDay() {
    Story story =
        Story.of(
            """
            ladders:
              - id: status
                title: Status
                validity: {type: rest-of-period, period: year, more: 0}
                ends: to-its-end
                tiers:
                  - {id: Base, title: Base}
                  - id: Gold
                    title: Gold
                    entry: {type: holds, id: stamps, when: counters.stamps >= 1}
            earning:
              - id: own
                title: Own
                rules:
                  - {id: stamp, title: Stamp, then: [{type: count, counter: stamps}]}
            """);
    story.buys("2026-05-01T10:00", 100);
    story.passes("2027-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2028-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  private static Story whileMet(String when) {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            tiers:
              - {id: Base, title: Base}
              - id: Gold
                title: Gold
                entry: {type: holds, id: gold, when: %s}
        earning:
          - id: own
            title: Own
            rules:
              - {id: stamp, title: Stamp, then: [{type: count, counter: stamps}]}
        """
            .formatted(when));
  }

  @Test
  void aTierIsLostOnTheDayOnWhichACounterBeginsAgain() {
    Story story = whileMet("counters.stamps >= 1");
    story.buys("2026-05-01T10:00", 100);
    story.passes("2028-01-01T00:00");
    assertThat(story.moves()).containsExactly("2026-05-01 Gold", "2027-01-01 Base");
  }

  @Test
  void aTierIsLostOnTheDayOnWhichTheLastPurchaseIsTooLongAgo() {
    Story story = whileMet("member.daysSinceLastPurchase <= 30");
    story.buys("2026-05-01T10:00", 100);
    story.passes("2026-12-01T00:00");
    assertThat(story.moves()).containsExactly("2026-05-01 Gold", "2026-06-01 Base");
  }

  @Test
  void timeAloneLiftsNobody() {
    Story story = whileMet("member.daysEnrolled >= 10");
    story.buys("2026-05-01T10:00", 100);
    story.passes("2026-12-01T00:00");
    assertThat(story.moves()).isEmpty();
    story.buys("2026-12-01T10:00", 100);
    assertThat(story.moves()).containsExactly("2026-12-01 Gold");
  }

  private static Story mixed(String goldTo) {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            tiers:
              - {id: Base, title: Base}
              - id: Silver
                title: Silver
                entry: {type: reaches, id: lately, metric: lately, atLeast: 1}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: spend, metric: spend, atLeast: 100}
                validity: {type: for, span: %s}
                descent: one-down
        """
            .formatted(goldTo));
  }

  @Test
  void whoGoesOneDownPassesOverATierThatIsHeldWhileMetAndIsNot() {
    Story story = mixed("12 months");
    story.buys("2026-05-01T10:00", 10_000);
    story.passes("2027-12-01T00:00");
    assertThat(story.moves()).containsExactly("2026-05-01 Gold", "2027-05-01 Base");
  }

  @Test
  void whoGoesOneDownToATierThatIsHeldWhileMetKeepsItNoLonger() {
    Story story = mixed("30 days");
    story.buys("2026-12-15T10:00", 10_000);
    story.passes("2027-12-01T00:00");
    // The review on 14 January counts 15 December, the day itself no longer does.
    assertThat(story.moves())
        .containsExactly("2026-12-15 Gold", "2027-01-14 Silver", "2027-01-15 Base");
  }

  @Test
  void aTierIsJudgedWhenABalanceIsAdjusted() {
    Story story =
        Story.of(
            """
            ladders:
              - id: status
                title: Status
                tiers:
                  - {id: Base, title: Base}
                  - id: Rich
                    title: Rich
                    entry: {type: holds, id: rich, when: points.points >= 100}
            """);
    story.does("2026-03-01T10:00", new Body.Adjustment("points", 100, "goodwill"));
    assertThat(story.tier("status")).isEqualTo("Rich");
    story.does("2026-03-02T10:00", new Body.Adjustment("points", -1, "mistake"));
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  private static Story atReview(String terms) {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            upgrade: at-review
            %s
            tiers:
              - {id: Base, title: Base}
              - id: Silver
                title: Silver
                entry: {type: reaches, id: silver, metric: spend, atLeast: 100}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
        """
            .formatted(terms));
  }

  @Test
  void who_rises_at_reviews_rises_with_the_end_of_the_year_by_what_was_earned_in_it() {
    Story story = atReview("validity: {type: rest-of-period, period: year}\n    ends: to-its-end");
    story.buys("2026-05-01T10:00", 30_000);
    story.passes("2026-12-31T23:59");
    assertThat(story.tier("status")).isEqualTo("Base");
    story.buys("2027-01-01T00:00", 0);
    assertThat(story.moves()).containsExactly("2027-01-01 Gold");
    assertThat(story.until("status").orElseThrow()).hasToString("2029-01-01");
  }

  @Test
  void a_term_that_runs_on_does_not_keep_anybody_from_rising_at_the_next_review() {
    Story story =
        atReview(
            "validity: {type: rest-of-period, period: year}\n    ends: to-its-end\n"
                + "    renewal: at-once");
    story.buys("2026-05-01T10:00", 10_000);
    story.passes("2027-01-01T00:00");
    assertThat(story.until("status").orElseThrow()).hasToString("2029-01-01");
    story.buys("2028-05-01T10:00", 30_000);
    assertThat(story.until("status").orElseThrow()).hasToString("2030-01-01");
    story.passes("2029-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
  }

  @Test
  void a_term_counted_in_months_is_reviewed_each_so_many_months_after_the_tier_was_reached() {
    Story story = atReview("validity: {type: for, span: 1 month}");
    story.buys("2026-01-31T10:00", 10_000);
    story.passes("2026-02-27T23:59");
    assertThat(story.tier("status")).isEqualTo("Base");
    story.passes("2026-02-28T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
    story.buys("2026-03-01T10:00", 30_000);
    story.passes("2026-12-01T00:00");
    assertThat(story.moves().subList(0, 2)).containsExactly("2026-02-28 Silver", "2026-03-28 Gold");
  }

  @Test
  void a_tier_that_is_reached_at_reviews_is_lost_at_them_too() {
    Story story = atReview("validity: {type: rest-of-period, period: year, more: 0}");
    story.buys("2026-05-01T10:00", 10_000);
    story.passes("2030-01-01T00:00");
    assertThat(story.moves()).containsExactly("2026-12-31 Silver", "2027-12-31 Base");
  }
}
