package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tiers give of a metric at the start of its periods. */
class HeadStartsTest {
  private static Story club(String ladder) {
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
                headStarts: [{id: start, metric: spend, units: 25.50}]
              - id: Gold
                title: Gold
                entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
                headStarts: [{id: start, metric: spend, units: 100}]
        """
            .formatted(ladder));
  }

  private static Story yearly() {
    return club("validity: {type: rest-of-period, period: year}\n    renewal: at-once");
  }

  @Test
  void whoever_holds_the_tier_when_the_year_begins_is_given_its_head_start() {
    Story story = yearly();
    story.buys("2026-05-01T10:00", 10_000);
    story.passes("2026-12-31T23:59");
    assertThat(story.metric("spend")).isEqualTo("100");
    story.passes("2027-01-01T00:00");
    assertThat(story.metric("spend")).isEqualTo("25.5");
    Decision given = story.decisions().getLast();
    assertThat(story.heading(given))
        .isEqualTo(
            "1 January 2027, 00:00: a new period began for \"Status\""
                + " (time:head_start:status:2027-01-01).");
    assertThat(story.why(given))
        .containsExactly("The head start of Silver added €25.50 to \"Spend\".");
    assertThat(story.why(given, "zh")).containsExactly("Silver 的起始赠送为“Spend”计入 €25.50。");
  }

  @Test
  void a_head_start_comes_before_what_happens_at_the_first_instant_of_the_year() {
    Story story = yearly();
    story.buys("2026-05-01T10:00", 10_000);
    story.buys("2027-01-01T00:00", 7_449);
    assertThat(story.metric("spend")).isEqualTo("99.99");
    assertThat(story.until("status").orElseThrow()).hasToString("2027-12-31");
    story.buys("2027-03-01T10:00", 1);
    assertThat(story.metric("spend")).isEqualTo("100");
    assertThat(story.until("status").orElseThrow()).hasToString("2028-12-31");
  }

  @Test
  void whoever_reaches_the_tier_on_the_first_day_waits_for_the_next_year() {
    Story story = yearly();
    story.buys("2027-01-01T00:00", 10_000);
    assertThat(story.metric("spend")).isEqualTo("100");
    story.passes("2027-12-31T23:59");
    assertThat(story.metric("spend")).isEqualTo("100");
    story.passes("2028-01-01T00:00");
    assertThat(story.metric("spend")).isEqualTo("25.5");
  }

  @Test
  void whoever_falls_at_that_instant_is_given_what_the_lower_tier_gives() {
    Story story =
        club(
            "validity: {type: rest-of-period, period: year}\n    ends: to-its-end\n"
                + "    descent: one-down");
    story.buys("2026-05-01T10:00", 30_000);
    story.passes("2027-12-31T23:59");
    assertThat(story.metric("spend")).isEqualTo("100");
    story.passes("2028-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
    assertThat(story.metric("spend")).isEqualTo("25.5");
  }

  @Test
  void a_head_start_lifts_nobody_before_the_next_event() {
    Story story =
        Story.of(
            """
            ladders:
              - id: status
                title: Status
                validity: for-ever
                tiers:
                  - {id: Base, title: Base, headStarts: [{id: start, metric: spend, units: 100}]}
                  - id: Silver
                    title: Silver
                    entry: {type: reaches, id: silver, metric: spend, atLeast: 100}
            """);
    story.buys("2026-05-01T10:00", 100);
    story.passes("2027-06-01T00:00");
    assertThat(story.metric("spend")).isEqualTo("100");
    assertThat(story.tier("status")).isEqualTo("Base");
    story.buys("2027-06-01T10:00", 0);
    assertThat(story.tier("status")).isEqualTo("Silver");
  }

  @Test
  void a_day_on_which_a_head_start_was_given_is_still_a_day_that_counts() {
    Story story =
        Story.of(
            """
            programme:
              title: Story
              zone: UTC
              currency: EUR
              pointKinds: [{id: points, title: Points}]
              periods: [{id: year, title: Year, is: membership-year}]
              metrics: [{id: days, title: Days, counts: {type: distinct-days, event: checkIn}, over: year}]
            ladders:
              - id: status
                title: Status
                tiers: [{id: Base, title: Base, headStarts: [{id: start, metric: days, units: 2}]}]
            """);
    story.does("2024-02-29T10:00", "checkIn", Map.of());
    assertThat(story.metric("days")).isEqualTo("1");
    story.does("2025-02-28T00:00", "checkIn", Map.of());
    assertThat(story.metric("days")).isEqualTo("3");
    story.does("2025-02-28T10:00", "checkIn", Map.of());
    assertThat(story.metric("days")).isEqualTo("3");
    story.does("2025-03-01T10:00", "checkIn", Map.of());
    assertThat(story.metric("days")).isEqualTo("4");
  }

  @Test
  void years_that_nobody_looked_at_are_made_up_for_one_by_one() {
    Story story = club("validity: for-ever");
    story.buys("2026-05-01T10:00", 10_000);
    story.passes("2030-06-01T00:00");
    assertThat(story.decisions())
        .filteredOn(d -> d.findings().stream().anyMatch(Finding.HeadStart.class::isInstance))
        .extracting(d -> d.event().occurredAt().toString())
        .containsExactly(
            "2027-01-01T00:00:00Z",
            "2028-01-01T00:00:00Z",
            "2029-01-01T00:00:00Z",
            "2030-01-01T00:00:00Z");
    assertThat(story.metric("spend")).isEqualTo("25.5");
  }
}
