package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Move;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What hurts users of loyalty systems, each as a story that ends well here. That a message which
 * comes again awards once, and that two redemptions at once do not spend the same points, is held
 * in {@link dev.laurel.engine.recording.RecorderTest}.
 */
class PainsTest {
  private static final String PROGRAMME =
      """
      programme:
        title: Club
        zone: Europe/Berlin
        currency: EUR
        pointKinds:
          - {id: points, title: Points, expiry: {type: after, span: 12 months}}
        periods: [{id: year, title: Year, is: {type: rolling, span: 12 months}}]
        metrics:
          - {id: earned, title: Earned, counts: {type: points-earned, kind: points}, over: year}
        returns: {from: [lots-earned, newest-lots, debt]}
      ladders:
        - id: status
          title: Status
          validity: {type: for, span: 12 months}
          tiers:
            - {id: Base, title: Base}
            - {id: Silver, title: Silver, entry: {type: reaches, id: s, metric: earned, atLeast: 100}}
            - {id: Gold, title: Gold, entry: {type: reaches, id: g, metric: earned, atLeast: 500}}
      """;

  private static final String EARNING =
      """
      earning:
        - id: own
          title: Own
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
            - id: bulk
              title: Three or more
              when: purchase.quantity >= 3
              then: [{type: points, kind: points, points: 20}]
      """;

  private final Story story = Story.of(PROGRAMME, EARNING);

  private static Body.Purchase purchase(long cents, long quantity) {
    return new Body.Purchase(cents, 0, 0, 0, 0, 0, quantity * 1_000_000, List.of(), Map.of());
  }

  /** 1: A refund keeps the points, takes them twice, or takes all for a part. */
  @Test
  void a_refund_takes_its_part_and_takes_it_once() {
    story.buys("2026-03-01T12:00", 80_00);
    story.does("2026-03-02T12:00", new Body.Return(Optional.of("1"), 20_00, List.of()));
    assertThat(story.purse("points").available()).isEqualTo(60);
    Decision again =
        story.does("2026-03-02T13:00", new Body.Return(Optional.of("1"), 60_01, List.of()));
    assertThat(again.refusal()).isPresent();
    story.does("2026-03-02T14:00", new Body.Return(Optional.of("1"), 60_00, List.of()));
    assertThat(story.purse("points").available()).isZero();
    assertThat(story.purse("points").debt()).isZero();
  }

  /** 2: Points granted although the minimum was not met; negative awards. */
  @Test
  void nothing_is_given_below_the_minimum_and_nothing_below_zero() {
    Decision two = story.does("2026-03-01T12:00", purchase(10_00, 2));
    assertThat(Story.given(two)).containsOnlyKeys("base");
    Decision three = story.does("2026-03-02T12:00", purchase(10_00, 3));
    assertThat(Story.given(three)).containsEntry("bulk", 20L);
    Decision credit = story.does("2026-03-03T12:00", purchase(-10_00, 1));
    assertThat(credit.postings()).extracting(Posting::units).allMatch(units -> units > 0);
    assertThat(Story.given(credit)).isEmpty();
  }

  /** 3: Nobody can tell what earns: tax, shipping, discounts, gift cards, points. */
  @Test
  void what_earns_is_said_and_is_what_the_rule_says() {
    Decision bought =
        story.does(
            "2026-03-01T12:00",
            new Body.Purchase(
                119_00, 19_00, 5_00, 10_00, 15_00, 30_00, 1_000_000, List.of(), Map.of()));
    // Net of tax, shipping, discount and what was paid with points; a gift card is money.
    assertThat(Story.given(bought)).containsEntry("base", 80L);
  }

  /** 4: A tier is skipped or wrong at the boundary. */
  @Test
  void exactly_the_threshold_reaches_the_tier_and_one_purchase_may_pass_two() {
    story.buys("2026-03-01T12:00", 99_00);
    assertThat(story.tier("status")).isEqualTo("Base");
    story.buys("2026-03-02T12:00", 1_00);
    assertThat(story.tier("status")).isEqualTo("Silver");
    Story other = Story.of(PROGRAMME, EARNING);
    other.buys("2026-03-01T12:00", 500_00);
    assertThat(other.tier("status")).isEqualTo("Gold");
  }

  /** 5: The tier follows the balance, so redeeming demotes a member. */
  @Test
  void spending_points_lowers_no_tier() {
    story.buys("2026-03-01T12:00", 500_00);
    story.does("2026-03-02T12:00", new Body.Redemption("points", 500, Optional.empty()));
    assertThat(story.purse("points").available()).isZero();
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2027-02-28T23:59");
    assertThat(story.tier("status")).isEqualTo("Gold");
  }

  /** 6: A tier given by hand becomes an unexplained floor for ever. */
  @Test
  void a_granted_tier_ends_on_its_day_and_says_why() {
    Decision granted =
        story.does(
            "2026-03-01T12:00",
            new Body.Grant("Gold", LocalDate.of(2026, 6, 30), "A wrong invoice"));
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(granted.moves()).extracting(Move::way).containsExactly(Move.Way.GRANTED);
    story.passes("2026-07-02T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
    assertThat(story.why(story.decisions().getLast()).toString()).contains("A wrong invoice");
  }

  /** 7: Expiry is not paired with spending, and only one next date is known. */
  @Test
  void the_oldest_points_are_spent_first_and_every_date_is_known_ahead() {
    story.buys("2026-01-10T12:00", 30_00);
    story.buys("2026-02-10T12:00", 40_00);
    story.buys("2026-03-10T12:00", 20_00);
    story.does("2026-03-11T12:00", new Body.Redemption("points", 50, Optional.empty()));
    assertThat(story.purse("points").lots())
        .extracting(lot -> LocalDate.ofEpochDay(lot.lapsesOn() - 1) + " " + lot.units())
        .containsExactly("2027-02-10 20", "2027-03-10 20");
    story.passes("2027-02-10T00:00");
    assertThat(story.purse("points").expired()).isZero();
    story.passes("2027-02-11T00:00");
    assertThat(story.purse("points").expired()).isEqualTo(20);
  }

  /** 9: Which of two promotions wins is unpredictable; what was edited last wins. */
  @Test
  void which_promotion_wins_is_said_and_the_order_in_the_pack_never_matters() {
    String first = promotion("half", "by: 1.5", "priority: 2");
    String second = promotion("double", "by: 2", "priority: 1");
    for (String both : List.of(first + second, second + first)) {
      Story promoted = Story.of(PROGRAMME, EARNING + "campaigns:\n" + both);
      Decision bought = promoted.buys("2026-03-01T12:00", 10_00);
      assertThat(Story.given(bought)).containsOnly(Map.entry("base", 10L), Map.entry("half", 5L));
      assertThat(promoted.why(bought).toString())
          .contains("\"double\" gave nothing: it excludes \"half\", which goes first.");
    }
  }

  private static String promotion(String id, String by, String priority) {
    return """
      - id: %s
        title: %s
        schedule: {from: 2026-01-01}
        exclusion: season
        %s
        rules: [{id: %s, title: %s, then: [{type: multiply, %s, of: [own]}]}]
    """
        .formatted(id, id, priority, id, id, by);
  }
}
