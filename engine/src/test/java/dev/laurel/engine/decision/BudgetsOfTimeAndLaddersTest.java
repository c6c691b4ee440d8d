package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Finding.HandedOut;
import dev.laurel.engine.decision.Finding.LimitReached;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What time and ladders bring about is paid by budgets and stocks as what events bring about. */
class BudgetsOfTimeAndLaddersTest {
  private static final Body BORN =
      new Body.Enrolment(Optional.of(MonthDay.of(4, 1)), new TreeMap<>());

  private static Decision last(Story story) {
    return story.decisions().getLast();
  }

  @Test
  void birthdays_are_paid_by_the_budget_until_it_is_used_up_and_it_is_told() {
    Story story =
        Story.of(
            """
            campaigns:
              - id: birthdays
                title: Birthdays
                schedule: {}
                budget: {points: 15}
                rules:
                  - {id: gift, title: Gift, on: birthday, then: [{type: points, kind: points, points: 10}]}
            """);
    story.does("2026-03-01T10:00", BORN);
    story.passes("2026-04-01T00:00");
    assertThat(Story.given(last(story))).isEqualTo(Map.of("gift", 10L));
    assertThat(last(story).given().used()).containsEntry("campaigns/birthdays/points", 10_000_000L);
    story.passes("2027-04-01T00:00");
    assertThat(Story.given(last(story))).isEqualTo(Map.of("gift", 5L));
    assertThat(last(story).findings())
        .contains(new LimitReached("gift", "campaigns/birthdays/points", 10_000_000L, 5_000_000L));
    story.passes("2028-04-01T00:00");
    assertThat(Story.given(last(story))).isEmpty();
    assertThat(story.why(last(story))).anyMatch(text -> text.contains("\"Birthdays\""));
  }

  @Test
  void one_budget_pays_what_a_purchase_earns_and_then_what_the_rise_that_it_brings_does() {
    Story story =
        Story.of(
            """
            ladders:
              - id: status
                title: Status
                tiers:
                  - {id: Base, title: Base}
                  - id: Gold
                    title: Gold
                    entry: {type: reaches, id: gold, metric: spend, atLeast: 100}
            campaigns:
              - id: spring
                title: Spring
                schedule: {}
                budget: {points: 15}
                firstMembers: 1
                rules:
                  - {id: bought, title: Bought, then: [{type: points, kind: points, points: 10}]}
                  - id: risen
                    title: Risen
                    on: {type: tier-change, ladder: status, direction: up}
                    then: [{type: points, kind: points, points: 10}]
            """);
    Decision decision = story.buys("2026-03-01T10:00", 10_000);
    assertThat(Story.given(decision)).isEqualTo(Map.of("bought", 10L, "risen", 5L));
    assertThat(decision.given().used())
        .isEqualTo(Map.of("campaigns/spring/points", 15_000_000L, "campaigns/spring/places", 1L));
    assertThat(Story.given(story.buys("2026-03-02T10:00", 100))).isEmpty();
  }

  @Test
  void what_time_and_ladders_hand_out_is_taken_from_the_stock() {
    Story story =
        Story.of(
            """
            ladders:
              - id: status
                title: Status
                tiers:
                  - {id: Base, title: Base}
                  - id: Gold
                    title: Gold
                    entry: {type: reaches, id: gold, metric: spend, atLeast: 100}
                    onUpgrade: [{type: entitle, benefit: cake, count: 2}]
                milestones: [{id: more, metric: spend, at: 200, then: [{type: entitle, benefit: cake}]}]
            earning:
              - id: usual
                title: Usual
                rules:
                  - {id: born, title: Born, on: birthday, then: [{type: entitle, benefit: cake}]}
            benefits:
              - {id: cake, title: Cake, entitlement: {validFor: 90 days}, stock: 3}
            """);
    story.does("2026-03-01T10:00", BORN);
    Decision risen = story.buys("2026-03-02T10:00", 10_000);
    assertThat(risen.findings())
        .filteredOn(HandedOut.class::isInstance)
        .extracting(found -> ((HandedOut) found).count())
        .containsExactly(2L);
    assertThat(risen.given().used()).isEqualTo(Map.of("benefits/cake/stock", 2L));
    story.passes("2026-04-01T00:00");
    assertThat(last(story).given().used()).isEqualTo(Map.of("benefits/cake/stock", 1L));
    Decision none = story.buys("2026-04-02T10:00", 10_000);
    assertThat(none.findings())
        .contains(
            new LimitReached(
                "ladders/status/milestones/more", "benefits/cake/stock", 1_000_000, 0));
    assertThat(story.state().holdings().entitlements()).hasSize(3);
  }
}
