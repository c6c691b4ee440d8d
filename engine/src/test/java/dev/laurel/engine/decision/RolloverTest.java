package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Finding.RolledOver;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.StateCodec;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What stands above the threshold of the tier that was reached goes into the next period. */
class RolloverTest {
  private static final String LADDER =
      """
      ladders:
        - id: status
          title: Status
          validity: {type: rest-of-period, period: year, more: 1}
          ends: to-its-end
          tiers:
            - {id: Base, title: Base}
            - {id: Silver, title: Silver, entry: {type: reaches, id: s, metric: spend, atLeast: 2000}}
            - {id: Gold, title: Gold, entry: {type: reaches, id: g, metric: spend, atLeast: 5000}}
      """;

  private static String programme(String rollover) {
    return programme(rollover, "");
  }

  private static String programme(String rollover, String more) {
    return """
    programme:
      title: Story
      zone: Europe/Vienna
      currency: EUR
      pointKinds: [{id: points, title: Points}]
      periods: [{id: year, title: Year, is: calendar-year}]
      metrics:
        - {id: spend, title: Spend, counts: spend, over: year, rollover: %s}
      %s
    """
        .formatted(rollover, more);
  }

  private static final String RETURNS = "returns: {from: [debt]}";

  private static Optional<RolledOver> carried(Story story) {
    return story.decisions().stream()
        .flatMap(decision -> decision.findings().stream())
        .filter(RolledOver.class::isInstance)
        .map(RolledOver.class::cast)
        .findFirst();
  }

  @Test
  void what_is_above_the_threshold_of_the_tier_reached_goes_into_the_next_year() {
    Story story = Story.of(programme("{}"), LADDER);
    story.buys("2026-03-01T10:00", 530_000);
    story.passes("2026-12-31T23:59:59");
    assertThat(story.metric("spend")).isEqualTo("5300");
    story.passes("2027-01-01T00:00");
    assertThat(story.metric("spend")).isEqualTo("300");
    Decision decision = story.decisions().getLast();
    assertThat(decision.event().occurredAt()).hasToString("2026-12-31T23:00:00Z");
    assertThat(decision.findings())
        .containsExactly(
            new RolledOver(
                "programme/metrics/spend/rollover",
                "spend",
                "Gold",
                5_000_000_000L,
                5_300_000_000L,
                300_000_000L));
    assertThat(story.why(decision))
        .containsExactly(
            "€300.00 of the €5,300.00 counted as \"Spend\" in the period before were carried over:"
                + " €5,000.00 of them were needed for Gold.");
    assertThat(story.why(decision, "zh"))
        .containsExactly("“Spend”上一周期累计 €5,300，达到 Gold 需 €5,000，结转 €300 至本周期。");
    assertThat(story.heading(decision)).contains("a new period of \"Spend\" began");
  }

  @Test
  void of_several_tiers_it_is_the_one_reached_and_below_the_first_nothing_is_carried() {
    assertThat(startOf2027(499_999)).isEqualTo("2999.99");
    assertThat(startOf2027(500_000)).isEqualTo("0");
    assertThat(startOf2027(500_001)).isEqualTo("0.01");
    assertThat(startOf2027(199_999)).isEqualTo("0");
    assertThat(startOf2027(200_000)).isEqualTo("0");
  }

  private static String startOf2027(long cents) {
    Story story = Story.of(programme("{}"), LADDER);
    story.buys("2026-03-01T10:00", cents);
    return story.passes("2027-01-01T00:00").metric("spend");
  }

  @Test
  void a_part_of_it_is_carried_and_no_more_than_the_pack_says() {
    Story half = Story.of(programme("{percent: 50}"), LADDER);
    half.buys("2026-03-01T10:00", 500_099);
    assertThat(half.passes("2027-01-01T00:00").metric("spend")).isEqualTo("0.49");
    Story capped = Story.of(programme("{atMost: 250, percent: 50}"), LADDER);
    capped.buys("2026-03-01T10:00", 550_001);
    assertThat(capped.passes("2027-01-01T00:00").metric("spend")).isEqualTo("250");
  }

  @Test
  void a_tier_that_needs_its_condition_is_kept_by_what_is_carried() {
    Story story =
        Story.of(
            programme("{}"),
            LADDER.replace(
                "validity: {type: rest-of-period, period: year, more: 1}", "validity: while-met"));
    story.buys("2026-03-01T10:00", 720_000);
    story.passes("2027-01-01T00:00");
    assertThat(story.metric("spend")).isEqualTo("2200");
    assertThat(story.tier("status")).isEqualTo("Silver");
    assertThat(story.moves()).containsExactly("2026-03-01 Gold", "2027-01-01 Silver");
  }

  @Test
  void what_was_carried_counts_like_anything_else_and_is_carried_on() {
    Story story = Story.of(programme("{}"), LADDER);
    story.buys("2026-03-01T10:00", 1_250_000);
    story.passes("2028-06-01T00:00");
    assertThat(story.decisions().stream().flatMap(d -> d.findings().stream()))
        .filteredOn(RolledOver.class::isInstance)
        .extracting(f -> ((RolledOver) f).units() / 1_000_000)
        .containsExactly(7_500L, 2_500L);
    assertThat(story.passes("2029-06-01T00:00").metric("spend")).isEqualTo("500");
  }

  @Test
  void goods_that_come_back_later_take_back_what_was_carried_too_much() {
    Story story = Story.of(programme("{percent: 50}", RETURNS), LADDER);
    story.buys("2026-12-30T10:00", 560_000);
    story.buys("2027-01-02T10:00", 10_000);
    assertThat(story.metric("spend")).isEqualTo("400");
    story.does("2027-01-03T10:00", new Body.Return(Optional.of("1"), 20_000, List.of()));
    assertThat(story.metric("spend")).isEqualTo("300");
    story.does("2027-01-04T10:00", new Body.Return(Optional.of("1"), 540_000, List.of()));
    assertThat(story.metric("spend")).isEqualTo("100");
  }

  @Test
  void what_a_return_will_have_to_know_is_kept_in_the_state() {
    Story story = Story.of(programme("{}", RETURNS), LADDER);
    story.buys("2026-03-01T10:00", 530_000);
    story.passes("2027-02-01T00:00");
    assertThat(StateCodec.read(StateCodec.write(story.state()))).isEqualTo(story.state());
    assertThat(story.state().usages()).containsOnlyKeys("programme/metrics/spend/rollover");
  }

  @Test
  void whoever_returns_everything_stands_as_if_nothing_had_been_bought() {
    Story story = Story.of(programme("{}", RETURNS), LADDER);
    story.buys("2026-12-31T10:00", 1_250_000);
    story.passes("2028-06-01T00:00");
    story.does("2028-06-02T10:00", new Body.Return(Optional.of("1"), 1_250_000, List.of()));
    assertThat(story.metric("spend", LocalDate.of(2026, 12, 31))).isZero();
    assertThat(story.metric("spend", LocalDate.of(2027, 12, 31))).isZero();
    assertThat(story.metric("spend")).isEqualTo("0");
  }

  @Property(tries = 200)
  void what_is_carried_and_what_was_needed_are_never_more_than_what_was_reached(
      @ForAll @LongRange(min = 0, max = 2_000_000) long cents,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    Story story = Story.of(programme("{percent: %d}".formatted(percent)), LADDER);
    story.buys("2026-03-01T10:00", cents);
    story.passes("2027-01-01T00:00");
    long needed = cents >= 500_000 ? 500_000 : 200_000;
    long expected = cents <= needed ? 0 : (cents - needed) * percent / 100;
    assertThat(story.metric("spend", LocalDate.of(2027, 1, 1)).movePointRight(2).longValueExact())
        .isEqualTo(expected);
    assertThat(carried(story).map(RolledOver::units).orElse(0L)).isEqualTo(expected * 10_000);
    assertThat(story.state().usages()).isEqualTo(Map.of());
  }
}
