package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.StateCodec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When terms of tiers end, and when points lapse. */
class TermsTest {
  private static Story ladder(String terms) {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            %s
            tiers:
              - {id: Base, title: Base}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: spend, metric: spend, atLeast: 100}
        """
            .formatted(terms));
  }

  @Test
  void aTermReachedOnTheLastDayOfItsPeriodLastsThroughTheNext() {
    Story story = ladder("validity: {type: rest-of-period, period: year, more: 0}");
    story.buys("2026-12-31T10:00", 10_000);
    assertThat(story.until("status")).contains(LocalDate.of(2027, 12, 31));
  }

  @Test
  void aReviewOnTheLastDayOfAPeriodRenewsForTheNext() {
    Story story = ladder("validity: {type: rest-of-period, period: year, more: 0}");
    story.buys("2026-03-01T10:00", 10_000);
    assertThat(story.until("status")).contains(LocalDate.of(2026, 12, 31));
    story.passes("2027-06-01T00:00");
    assertThat(story.until("status")).contains(LocalDate.of(2027, 12, 31));
    story.passes("2028-06-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void pointsThatShouldHaveLapsedBeforeTheyWereEarnedLapseAtTheNextMidnight() {
    Story story =
        Story.of(
            """
            programme:
              title: Story
              zone: UTC
              currency: EUR
              pointKinds:
                - id: points
                  title: Points
                  expiry: {type: on, day: 2026-01-31}
            earning:
              - id: own
                title: Own
                rules:
                  - {id: base, title: Base, then: [{type: points, kind: points, points: 5}]}
            """);
    story.buys("2026-03-01T10:00", 100);
    story.buys("2026-03-01T11:00", 100);
    assertThat(story.purse("points").available()).isEqualTo(10);
    story.passes("2026-03-02T00:00");
    assertThat(story.purse("points").expired()).isEqualTo(10);
  }

  @Test
  void aTermOfNoLengthEndsAtTheNextMidnight() {
    for (String ends : new String[] {"at-its-start", "to-its-end"}) {
      Story story = ladder("validity: {type: for, span: 0 months}\n    ends: " + ends);
      story.buys("2026-03-01T10:00", 10_000);
      assertThat(story.until("status")).as(ends).contains(LocalDate.of(2026, 3, 2));
    }
  }

  @Test
  void a_term_to_the_end_of_a_month_ends_so_many_years_after_the_period_it_was_reached_in() {
    String terms = "validity: {type: to-end-of-month, period: year, month: 2, yearsLater: 2}";
    Story story = ladder(terms + "\n    ends: to-its-end");
    story.buys("2026-12-31T10:00", 10_000);
    assertThat(story.until("status")).contains(LocalDate.of(2028, 3, 1));
    Story early = ladder(terms + "\n    ends: at-its-start");
    early.buys("2025-01-01T10:00", 10_000);
    assertThat(early.until("status")).contains(LocalDate.of(2027, 2, 28));
  }

  private static Story falling() {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            validity: {type: rest-of-period, period: year}
            descent: term-earned
            tiers:
              - {id: Base, title: Base}
              - id: Silver
                title: Silver
                entry: {type: reaches, id: silver, metric: spend, atLeast: 100}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
        """);
  }

  @Test
  void whoever_falls_is_held_by_the_tier_whose_own_term_still_runs_to_its_end() {
    Story story = falling();
    story.buys("2025-03-01T10:00", 30_000);
    story.buys("2026-05-01T10:00", 10_000);
    assertThat(story.until("status")).contains(LocalDate.of(2026, 12, 31));
    story.passes("2027-06-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
    assertThat(story.until("status")).contains(LocalDate.of(2027, 12, 31));
    story.passes("2028-06-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void whoever_met_nothing_since_falls_to_the_base_tier() {
    Story story = falling();
    story.buys("2025-03-01T10:00", 30_000);
    story.buys("2026-05-01T10:00", 9_999);
    story.passes("2027-06-01T00:00");
    assertThat(story.moves()).containsExactly("2025-03-01 Gold", "2026-12-31 Base");
  }

  private static Story idle(String expiry) {
    return Story.of(
        """
        programme:
          title: Story
          zone: UTC
          currency: EUR
          pointKinds:
            - id: points
              title: Points
              expiry: {type: inactivity, %s}
        earning:
          - id: own
            title: Own
            rules:
              - {id: base, title: Base, then: [{type: points, kind: points, points: 5}]}
        """
            .formatted(expiry));
  }

  @Test
  void points_live_on_as_long_as_there_are_purchases_and_lapse_all_together() {
    Story story = idle("span: 6 months");
    story.buys("2026-01-31T10:00", 100);
    story.buys("2026-07-31T23:59", 100);
    assertThat(story.purse("points").available()).isEqualTo(10);
    assertThat(story.purse("points").lots()).hasSize(1);
    story.passes("2027-01-31T23:59");
    assertThat(story.purse("points").available()).isEqualTo(10);
    story.passes("2027-02-01T00:00");
    assertThat(story.purse("points").expired()).isEqualTo(10);
  }

  @Test
  void a_purchase_a_day_too_late_keeps_nothing() {
    Story story = idle("span: 6 months");
    story.buys("2026-01-31T10:00", 100);
    story.buys("2026-08-01T00:00", 100);
    assertThat(story.purse("points").expired()).isEqualTo(5);
    assertThat(story.purse("points").available()).isEqualTo(5);
  }

  @Test
  void only_the_events_named_are_activity_and_what_is_refused_is_none() {
    Story story = idle("span: 30 days, events: [redemption], edge: at-its-start");
    story.buys("2026-01-01T10:00", 100);
    story.does("2026-01-20T10:00", new Body.Redemption("points", 6, Optional.empty()));
    story.buys("2026-01-20T11:00", 100);
    assertThat(lapses(story)).containsExactly("2026-01-31", "2026-02-19");
    story.does("2026-01-25T10:00", new Body.Redemption("points", 6, Optional.empty()));
    assertThat(lapses(story)).containsExactly("2026-02-24");
  }

  @Test
  void points_that_are_set_aside_live_on_too() {
    Story story = idle("span: 30 days");
    story.buys("2026-01-01T10:00", 100);
    story.does("2026-01-02T10:00", new Body.Reservation("points", 5, Optional.empty()));
    story.buys("2026-01-25T10:00", 100);
    story.does("2026-02-10T10:00", new Body.Cancellation("2", "Changed their mind"));
    story.passes("2026-02-24T23:59");
    assertThat(story.purse("points").available()).isEqualTo(10);
  }

  @Test
  void what_came_late_keeps_points_from_when_it_happened() {
    Story story = idle("span: 30 days, events: [redemption]");
    story.buys("2026-01-01T10:00", 100);
    story.buys("2026-01-20T10:00", 100);
    story.does("2026-01-05T10:00", new Body.Redemption("points", 1, Optional.empty()));
    assertThat(lapses(story)).containsExactly("2026-02-05", "2026-02-20");
  }

  private static List<String> lapses(Story story) {
    return story.purse("points").lots().stream()
        .map(lot -> LocalDate.ofEpochDay(lot.lapsesOn()).toString())
        .toList();
  }

  private static Story graceful(String terms) {
    return ladder(
        "validity: {type: rest-of-period, period: year, more: 0}\n    ends: to-its-end\n"
            + "    grace: 2 months\n    "
            + terms);
  }

  @Test
  void a_tier_that_was_not_renewed_is_kept_for_its_grace_and_then_lost() {
    Story story = graceful("");
    story.buys("2026-05-01T10:00", 10_000);
    story.passes("2027-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.until("status")).contains(LocalDate.of(2028, 1, 1));
    story.passes("2028-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.until("status")).contains(LocalDate.of(2028, 3, 1));
    Decision kept = story.decisions().getLast();
    assertThat(story.why(kept))
        .contains(
            "The term of Gold ended; so that it can still be renewed, it is held to the end of"
                + " 29 February 2028.");
    assertThat(story.why(kept, "zh")).contains("Gold 的有效期届满，宽限期内仍可保级，有效期至 2028 年 2 月 29 日（含当日）。");
    assertThat(StateCodec.read(StateCodec.write(story.state()))).isEqualTo(story.state());
    story.passes("2028-03-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void a_tier_is_renewed_in_its_grace_with_the_event_that_does_it() {
    Story story = graceful("");
    story.buys("2026-05-01T10:00", 10_000);
    story.buys("2028-02-29T10:00", 9_999);
    assertThat(story.until("status")).contains(LocalDate.of(2028, 3, 1));
    story.buys("2028-02-29T11:00", 1);
    assertThat(story.until("status")).contains(LocalDate.of(2029, 1, 1));
    assertThat(story.moves())
        .containsExactly(
            "2026-05-01 Gold", "2027-01-01 Gold", "2028-01-01 Gold", "2028-02-29 Gold");
  }

  @Test
  void a_tier_has_its_grace_after_each_term_anew() {
    Story story = graceful("");
    story.buys("2026-05-01T10:00", 10_000);
    story.buys("2028-02-01T10:00", 10_000);
    story.passes("2029-01-01T00:00");
    assertThat(story.until("status")).contains(LocalDate.of(2030, 1, 1));
    story.passes("2030-01-01T00:00");
    assertThat(story.until("status")).contains(LocalDate.of(2030, 3, 1));
    story.passes("2030-03-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  /** Held while two purchases lie in thirty days. */
  private static Story whileMet() {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            grace: 10 days
            tiers:
              - {id: Base, title: Base}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: lately, metric: lately, atLeast: 2}
        """);
  }

  @Test
  void what_is_held_while_met_is_kept_for_its_grace_once_it_is_met_no_more() {
    Story story = whileMet();
    story.buys("2026-03-01T10:00", 100);
    story.buys("2026-03-05T10:00", 100);
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.until("status")).isEmpty();
    story.passes("2026-03-31T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.until("status")).contains(LocalDate.of(2026, 4, 10));
    assertThat(story.why(story.decisions().getLast()))
        .contains(
            "What Gold asks for is not met any more; so that it can be met again, it is held to the"
                + " end of 9 April 2026.");
    story.passes("2026-04-09T23:59");
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2026-04-10T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void whoever_meets_it_again_within_the_grace_holds_it_without_an_end() {
    Story story = whileMet();
    story.buys("2026-03-01T10:00", 100);
    story.buys("2026-03-05T10:00", 100);
    story.buys("2026-04-08T10:00", 100);
    assertThat(story.until("status")).contains(LocalDate.of(2026, 4, 10));
    story.buys("2026-04-09T10:00", 100);
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.until("status")).isEmpty();
    story.passes("2026-04-20T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
  }
}
