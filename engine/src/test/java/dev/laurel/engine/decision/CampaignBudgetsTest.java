package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What campaigns may cost, and how many members they have places for. */
class CampaignBudgetsTest {
  private static final String SHOP =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: UTC
        currency: EUR
        pointKinds:
          - {id: points, title: Points, worth: 0.005}
          - {id: stars, title: Stars, unit: hundredths, worth: 0.000001}
          - {id: miles, title: Miles, use: qualifying}
      """;

  private final List<Decision> decisions = new ArrayList<>();
  private final Map<String, MemberState> states = new HashMap<>();
  private BudgetsInMemory budgets = new BudgetsInMemory();
  private Fold fold = new Fold(shop(""));

  private static Revision shop(String sections) {
    return Programmes.of(SHOP + sections);
  }

  private void runs(String sections) {
    fold = new Fold(shop(sections));
  }

  private Decision buys(String member, long euros) {
    Event event =
        new Event(
            "till",
            String.valueOf(decisions.size()),
            member,
            Instant.parse("2026-03-01T10:00:00Z").plusSeconds(decisions.size()),
            new Body.Purchase(euros * 100, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of()));
    MemberState before = states.computeIfAbsent(member, fold::begin);
    states.put(
        member,
        fold.fold(
            before,
            event,
            budgets,
            decision -> {
              budgets.add(decision);
              decisions.add(decision);
            }));
    return decisions.getLast();
  }

  private List<String> why(Decision decision) {
    return new Explanations(fold.decider().revision())
        .why(decision).stream().map(Explanations.english()::say).toList();
  }

  @Test
  void a_budget_of_points_is_shared_by_all_members_and_ends_to_the_point() {
    runs(
        """
        campaigns:
          - id: spring
            title: Spring
            schedule: {}
            budget: {points: 25}
            rules:
              - {id: bonus, title: Bonus, then: [{type: per-amount, kind: points, points: 1}]}
        """);
    assertThat(Story.given(buys("ann", 10))).isEqualTo(Map.of("bonus", 10L));
    assertThat(Story.given(buys("ben", 10))).isEqualTo(Map.of("bonus", 10L));
    Decision cut = buys("cid", 10);
    assertThat(Story.given(cut)).isEqualTo(Map.of("bonus", 5L));
    assertThat(cut.given().budgets()).isEqualTo(Map.of("campaigns/spring/points", 5_000_000L));
    assertThat(why(cut))
        .contains("\"Bonus\" would have given 10 and gave 5: the budget of \"Spring\" is used up.");
    Decision none = buys("dan", 10);
    assertThat(none.postings()).isEmpty();
    assertThat(none.findings())
        .contains(new Finding.LimitReached("bonus", "campaigns/spring/points", 10_000_000, 0));
    assertThat(why(none)).contains("\"Bonus\" gave nothing: the budget of \"Spring\" is used up.");
    assertThat(budgets.used()).isEqualTo(Map.of("campaigns/spring/points", 25_000_000L));
  }

  @Test
  void a_budget_of_money_pays_redeemable_points_at_their_worth() {
    runs(
        """
        campaigns:
          - id: spring
            title: Spring
            schedule: {}
            budget: {money: 0.13}
            rules:
              - id: bonus
                title: Bonus
                then:
                  - {type: points, kind: miles, points: 1000}
                  - {type: per-amount, kind: points, points: 1}
        """);
    assertThat(Story.given(buys("ann", 20))).isEqualTo(Map.of("bonus", 1_020L));
    Decision cut = buys("ben", 20);
    assertThat(cut.given().budgets()).isEqualTo(Map.of("campaigns/spring/money", 30_000L));
    assertThat(Story.given(cut)).isEqualTo(Map.of("bonus", 1_006L));
    assertThat(why(cut))
        .contains(
            "\"Bonus\" would have cost €0.10 and cost €0.03: the budget of \"Spring\" is used up.");
    assertThat(Story.given(buys("cid", 20))).isEqualTo(Map.of("bonus", 1_000L));
  }

  @Test
  void what_a_part_of_a_point_costs_is_rounded_up_so_that_nothing_is_overspent() {
    runs(
        """
        campaigns:
          - id: spring
            title: Spring
            schedule: {}
            budget: {money: 0.01}
            rules:
              - {id: bonus, title: Bonus, then: [{type: points, kind: stars, points: 0.01}]}
        """);
    assertThat(buys("ann", 1).given().budgets()).isEqualTo(Map.of("campaigns/spring/money", 1L));
  }

  @Test
  void the_first_members_profit_and_keep_their_places() {
    runs(
        """
        campaigns:
          - id: spring
            title: Spring
            schedule: {}
            firstMembers: 2
            rules:
              - {id: bonus, title: Bonus, when: purchase.amount >= 10, then: [{type: points, kind: points, points: 5}]}
        """);
    assertThat(buys("zoe", 5).given()).isEqualTo(Given.NOTHING);
    assertThat(buys("ann", 10).given().used()).isEqualTo(Map.of("campaigns/spring/places", 1L));
    assertThat(Story.given(buys("ben", 10))).isEqualTo(Map.of("bonus", 5L));
    Decision late = buys("cid", 10);
    assertThat(late.postings()).isEmpty();
    assertThat(late.findings())
        .containsExactly(
            new Finding.LimitReached("bonus", "campaigns/spring/places", 1_000_000, 0));
    assertThat(why(late))
        .containsExactly(
            "\"Bonus\" gave nothing: \"Spring\" has 2 places, and others have taken all of them.");
    Decision again = buys("ann", 10);
    assertThat(Story.given(again)).isEqualTo(Map.of("bonus", 5L));
    assertThat(again.given()).as("asked once").isEqualTo(Given.NOTHING);
  }

  @Test
  void a_campaign_without_a_place_keeps_no_other_campaign_from_running() {
    runs(
        """
        campaigns:
          - id: early
            title: Early birds
            schedule: {}
            firstMembers: 1
            exclusion: one
            priority: 1
            rules:
              - {id: bird, title: Bird, then: [{type: points, kind: points, points: 50}]}
          - id: other
            title: Others
            schedule: {}
            exclusion: one
            rules:
              - {id: rest, title: Rest, then: [{type: points, kind: points, points: 5}]}
        """);
    assertThat(Story.given(buys("ann", 10))).isEqualTo(Map.of("bird", 50L));
    assertThat(Story.given(buys("ben", 10))).isEqualTo(Map.of("rest", 5L));
  }

  @Test
  void a_place_is_not_taken_by_a_campaign_that_gives_way() {
    runs(
        """
        campaigns:
          - id: early
            title: Early birds
            schedule: {}
            firstMembers: 1
            exclusion: one
            rules:
              - {id: bird, title: Bird, then: [{type: points, kind: points, points: 50}]}
          - id: other
            title: Others
            schedule: {}
            exclusion: one
            priority: 1
            rules:
              - {id: rest, title: Rest, when: purchase.amount >= 10, then: [{type: points, kind: points, points: 5}]}
        """);
    Decision first = buys("ann", 10);
    assertThat(Story.given(first)).isEqualTo(Map.of("rest", 5L));
    assertThat(first.given().places()).isEqualTo(Map.of("campaigns/early/places", true));
    assertThat(first.given().used()).isEmpty();
    assertThat(Story.given(buys("ben", 5))).isEqualTo(Map.of("bird", 50L));
  }

  @Test
  void what_a_budget_cuts_is_not_used_up_of_other_ceilings() {
    runs(
        """
          periods: [{id: day, title: Day, is: day}]
        campaigns:
          - id: spring
            title: Spring
            schedule: {}
            budget: {points: 12}
            rules:
              - id: bonus
                title: Bonus
                limits: [{id: daily, atMost: 20, over: day}]
                then: [{type: points, kind: points, points: 10}]
        """);
    buys("ann", 10);
    assertThat(Story.given(buys("ann", 10))).isEqualTo(Map.of("bonus", 2L));
    budgets = new BudgetsInMemory();
    assertThat(Story.given(buys("ann", 10))).isEqualTo(Map.of("bonus", 8L));
  }

  @Test
  void what_multiplied_points_cost_must_be_known() {
    String campaign =
        """
        earning:
          - id: own
            title: Own
            rules:
              - {id: base, title: Base, then: [{type: points, kind: points, points: 10}]}
        campaigns:
          - id: spring
            title: Spring
            schedule: {}
            budget: {money: 12}
            rules:
              - {id: twice, title: Twice, then: [{type: multiply, by: 2, of: [own]}]}
        """;
    shop(campaign);
    assertThatThrownBy(() ->
            Programmes.of(
                (SHOP + campaign).replace("title: Points, worth: 0.005", "title: Points")))
        .hasMessageContaining("no-worth");
  }

  @Test
  void a_decision_that_asks_does_not_count() {
    runs(
        """
        campaigns:
          - id: spring
            title: Spring
            schedule: {}
            firstMembers: 1
            budget: {points: 12}
            rules:
              - {id: bonus, title: Bonus, then: [{type: points, kind: points, points: 10}]}
        """);
    Event event =
        new Event(
            "till",
            "1",
            "ann",
            Instant.parse("2026-03-01T10:00:00Z"),
            new Body.Purchase(100, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of()));
    MemberState state = fold.begin("ann");
    Decision asking = fold.decider().decide(state, event, event.occurredAt(), Given.NOTHING);
    assertThat(asking.asks())
        .extracting(ask ->
            ask instanceof Ask.OfBudget(var budget, var wanted)
                ? budget.key() + " " + wanted
                : "codes")
        .containsExactly("campaigns/spring/places 1", "campaigns/spring/points 10000000");
    assertThatThrownBy(() -> StoredDecision.of(asking))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("campaigns/spring/places");
    assertThatThrownBy(() -> fold.fold(state, event, d -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nothing here grants budgets");
  }
}
