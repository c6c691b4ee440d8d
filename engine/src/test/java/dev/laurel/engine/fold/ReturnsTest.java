package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What goods that come back take with them. Purchases are named by their number in the story. */
class ReturnsTest {
  private static final String RULES =
      """
      earning:
        - id: own
          title: Own
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
      ladders:
        - id: status
          title: Status
          validity: while-met
          tiers:
            - {id: Base, title: Base}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: g, metric: spend, atLeast: 100}
      """;

  private static String programme(String kind, String returns) {
    return """
    programme:
      title: Club
      zone: Europe/Berlin
      currency: EUR
      pointKinds: [{id: points, title: Points%s}]
      periods: [{id: year, title: Year, is: calendar-year}]
      metrics:
        - {id: spend, title: Spend, counts: spend, over: year}
        - {id: earned, title: Earned, counts: {type: points-earned, kind: points}, over: year}
        - {id: buys, title: Purchases, counts: purchases, over: year}
      returns: %s
    """
        .formatted(kind, returns);
  }

  private static Story club(String kind, String returns) {
    return Story.of(programme(kind, returns), RULES);
  }

  private static Story club() {
    return club("", "{from: [pending, lots-earned, newest-lots, debt]}");
  }

  private static Decision back(Story story, String at, String purchase, long cents) {
    return story.does(at, new Body.Return(Optional.of(purchase), cents, List.of()));
  }

  private static BigDecimal metric(Story story, String id, String day) {
    return story.metric(id, LocalDate.parse(day));
  }

  @Test
  void what_a_step_of_a_challenge_gave_stays_as_the_step_does() {
    Story story =
        Story.of(
            programme("", "{from: [pending, lots-earned, newest-lots, debt]}"),
            RULES,
            """
            challenges:
              - id: two
                title: Two
                kind: stamp-card
                on: purchase
                steps: [{id: both, at: 2, then: [{type: points, kind: points, points: 30}]}]
            """);
    story.buys("2026-03-01T12:00", 10_00);
    story.buys("2026-03-02T12:00", 20_00);
    assertThat(story.purse("points").available()).isEqualTo(60);
    back(story, "2026-03-03T12:00", "2", 20_00);
    assertThat(story.purse("points").available()).isEqualTo(40);
    assertThat(metric(story, "earned", "2026-03-03")).isEqualByComparingTo("40");
    // Of a purchase that nobody names as much comes back as all of them earned, without the step.
    back(story, "2026-03-04T12:00", "unknown", 10_00);
    assertThat(story.purse("points").available()).isEqualTo(30);
  }

  @Test
  void a_refund_takes_the_points_so_that_nobody_farms_them() {
    Story story = club();
    story.buys("2026-03-01T12:00", 100_00);
    Decision back = back(story, "2026-03-02T12:00", "1", 100_00);
    assertThat(story.purse("points").available()).isZero();
    assertThat(story.purse("points").reversed()).isEqualTo(100);
    assertThat(story.why(back))
        .contains(
            "Of the purchase \"1\" (€100.00) goods for €100.00 have come back in all; their share of"
                + " what it earned is taken back, each part once.",
            "100 points were taken back.");
  }

  @Test
  void it_takes_them_once() {
    Story story = club();
    story.buys("2026-03-01T12:00", 100_00);
    back(story, "2026-03-02T12:00", "1", 100_00);
    Decision again = back(story, "2026-03-03T12:00", "1", 100_00);
    assertThat(again.refusal().orElseThrow().code()).isEqualTo("more-than-bought");
    assertThat(again.refusal().orElseThrow().message())
        .contains("0.00 of 100.00 is still to be returned of the purchase 1, not 100.00");
    assertThat(story.purse("points").reversed()).isEqualTo(100);
  }

  @Test
  void a_part_takes_its_part_so_that_what_is_kept_keeps_what_it_would_have_earned() {
    Story story = club();
    story.buys("2026-03-01T12:00", 10_01);
    back(story, "2026-03-02T12:00", "1", 3_34);
    assertThat(story.purse("points").available()).isEqualTo(6);
    back(story, "2026-03-03T12:00", "1", 3_34);
    assertThat(story.purse("points").available()).isEqualTo(3);
    back(story, "2026-03-04T12:00", "1", 2_00);
    assertThat(story.purse("points").available()).isEqualTo(1);
    back(story, "2026-03-05T12:00", "1", 1_33);
    assertThat(story.purse("points").available()).isZero();
  }

  @Test
  void a_return_of_a_return_is_refused() {
    Story story = club();
    story.buys("2026-03-01T12:00", 100_00);
    back(story, "2026-03-02T12:00", "1", 40_00);
    Decision wrong = back(story, "2026-03-03T12:00", "2", 40_00);
    assertThat(wrong.refusal().orElseThrow().code()).isEqualTo("not-a-purchase");
    assertThat(story.why(wrong).getFirst()).contains("2 is no purchase that was carried out");
  }

  @Test
  void what_pending_points_there_are_goes_first() {
    Story story =
        club(
            ", available: {type: after, span: 14 days}",
            "{from: [pending, lots-earned, newest-lots, debt]}");
    story.buys("2026-03-01T12:00", 50_00);
    story.buys("2026-03-20T12:00", 30_00);
    back(story, "2026-03-21T12:00", "2", 30_00);
    assertThat(story.purse("points").pending()).isZero();
    assertThat(story.purse("points").available()).isEqualTo(50);
    back(story, "2026-03-22T12:00", "1", 20_00);
    assertThat(story.purse("points").available()).isEqualTo(30);
  }

  @Test
  void the_points_it_earned_go_before_newer_ones() {
    Story story =
        club(
            ", expiry: {type: after, span: 12 months}",
            "{from: [pending, lots-earned, newest-lots, debt]}");
    story.buys("2026-03-01T12:00", 50_00);
    story.buys("2026-04-01T12:00", 30_00);
    back(story, "2026-04-02T12:00", "1", 20_00);
    assertThat(story.purse("points").lots())
        .extracting(lot -> LocalDate.ofEpochDay(lot.earnedOn()) + " " + lot.units())
        .containsExactly("2026-03-01 30", "2026-04-01 30");
    story.does("2026-04-03T12:00", new Body.Redemption("points", 30, Optional.empty()));
    back(story, "2026-04-04T12:00", "1", 10_00);
    assertThat(story.purse("points").lots())
        .extracting(lot -> LocalDate.ofEpochDay(lot.earnedOn()) + " " + lot.units())
        .containsExactly("2026-04-01 20");
  }

  @Test
  void what_was_spent_already_is_owed_and_the_next_points_pay_it() {
    Story story = club();
    story.buys("2026-03-01T12:00", 100_00);
    story.does("2026-03-02T12:00", new Body.Redemption("points", 80, Optional.empty()));
    Decision back = back(story, "2026-03-03T12:00", "1", 100_00);
    assertThat(story.purse("points").debt()).isEqualTo(80);
    assertThat(story.why(back))
        .contains("80 points more were to be taken back than there were; they are owed.");
    story.buys("2026-03-04T12:00", 100_00);
    assertThat(story.purse("points").debt()).isZero();
    assertThat(story.purse("points").available()).isEqualTo(20);
  }

  @Test
  void what_is_missing_is_forgiven_where_the_programme_says_so() {
    Story story = club(", shortfall: forgive", "{from: [pending, lots-earned, newest-lots]}");
    story.buys("2026-03-01T12:00", 100_00);
    story.does("2026-03-02T12:00", new Body.Redemption("points", 80, Optional.empty()));
    back(story, "2026-03-03T12:00", "1", 100_00);
    assertThat(story.purse("points").debt()).isZero();
    assertThat(story.purse("points").available()).isZero();
    assertThat(story.purse("points").reversed()).isEqualTo(20);
  }

  @Test
  void points_that_lapsed_meanwhile_are_not_taken_a_second_time() {
    Story story =
        club(", expiry: {type: after, span: 1 month}", "{from: [lots-earned, newest-lots, debt]}");
    story.buys("2026-03-01T12:00", 100_00);
    story.buys("2026-04-15T12:00", 40_00);
    assertThat(story.purse("points").expired()).isEqualTo(100);
    back(story, "2026-04-16T12:00", "1", 100_00);
    assertThat(story.purse("points").available()).isEqualTo(40);
    assertThat(story.purse("points").debt()).isZero();
  }

  @Test
  void tiers_follow_what_was_kept() {
    Story story = club();
    story.buys("2026-03-01T12:00", 60_00);
    story.buys("2026-03-02T12:00", 40_00);
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(metric(story, "buys", "2026-03-02")).isEqualByComparingTo("2");
    back(story, "2026-03-03T12:00", "2", 1);
    assertThat(story.tier("status")).isEqualTo("Base");
    assertThat(metric(story, "spend", "2026-03-03")).isEqualByComparingTo("99.99");
    assertThat(metric(story, "buys", "2026-03-03")).isEqualByComparingTo("2");
    back(story, "2026-03-03T12:00", "2", 39_99);
    assertThat(metric(story, "buys", "2026-03-03")).isEqualByComparingTo("1");
    assertThat(metric(story, "earned", "2026-03-03")).isEqualByComparingTo("60");
  }

  @Test
  void the_year_in_which_it_was_bought_is_corrected() {
    Story story = club();
    story.buys("2026-12-31T12:00", 60_00);
    story.buys("2027-01-01T12:00", 30_00);
    back(story, "2027-01-02T12:00", "1", 60_00);
    assertThat(metric(story, "spend", "2026-12-31")).isEqualByComparingTo("0");
    assertThat(metric(story, "spend", "2027-01-02")).isEqualByComparingTo("30");
  }

  @Test
  void metrics_stay_where_the_programme_says_so() {
    Story story = club("", "{from: [newest-lots], metrics: false}");
    story.buys("2026-03-01T12:00", 100_00);
    back(story, "2026-03-02T12:00", "1", 100_00);
    assertThat(metric(story, "spend", "2026-03-02")).isEqualByComparingTo("100");
    assertThat(story.tier("status")).isEqualTo("Gold");
  }

  @Test
  void whoever_brings_back_all_without_a_receipt_loses_all_that_was_earned_and_no_more() {
    Story story =
        Story.of(
            programme("", "{from: [newest-lots, debt]}"),
            RULES.replace(
                "then: [{type: per-amount, kind: points, points: 1}]}",
                "then: [{type: per-amount, kind: points, points: 1}]}\n"
                    + "      - {id: gold, title: Gold, when: 'member.tier = \"Gold\"',"
                    + " then: [{type: multiply, by: 2, of: [base]}]}"));
    story.buys("2026-03-01T12:00", 100_00);
    story.buys("2026-03-02T12:00", 50_00);
    assertThat(story.purse("points").available()).isEqualTo(200);
    Decision back =
        story.does("2026-03-03T12:00", new Body.Return(Optional.empty(), 75_00, List.of()));
    assertThat(story.purse("points").available()).isEqualTo(100);
    assertThat(story.why(back).toString())
        .contains("The purchase of these goods is not known: of what all purchases earned");
    story.does("2026-03-04T12:00", new Body.Return(Optional.empty(), 75_00, List.of()));
    story.does("2026-03-05T12:00", new Body.Return(Optional.empty(), 75_00, List.of()));
    assertThat(story.purse("points").available()).isZero();
    assertThat(story.purse("points").debt()).isZero();
    assertThat(story.purse("points").reversed()).isEqualTo(200);
  }

  @Test
  void a_return_without_its_purchase_takes_the_share_of_all_that_was_bought() {
    Story story = club();
    story.buys("2026-03-01T12:00", 100_00);
    story.does("2026-03-02T12:00", new Body.Return(Optional.empty(), 25_00, List.of()));
    assertThat(story.purse("points").available()).isEqualTo(75);
    assertThat(metric(story, "spend", "2026-03-02")).isEqualByComparingTo("75");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void it_is_refused_where_the_programme_says_so() {
    Story story = club("", "{from: [newest-lots], unknown: refuse}");
    story.buys("2026-03-01T12:00", 100_00);
    Decision back = back(story, "2026-03-02T12:00", "receipt-9", 25_00);
    assertThat(back.refusal().orElseThrow().message())
        .isEqualTo("The return 2 was refused: the member has no purchase receipt-9 of till.");
    assertThat(story.purse("points").available()).isEqualTo(100);
  }

  @Test
  void a_programme_that_says_nothing_of_returns_refuses_them_and_says_what_to_do() {
    Story story = Story.of(RULES);
    story.buys("2026-03-01T12:00", 100_00);
    Decision back = back(story, "2026-03-02T12:00", "1", 100_00);
    assertThat(back.refusal().orElseThrow().message())
        .contains("the programme does not say what a return takes back");
  }

  @Test
  void what_was_bought_at_no_price_takes_nothing() {
    Story story = club();
    story.buys("2026-03-01T12:00", 0);
    assertThat(back(story, "2026-03-02T12:00", "1", 0).postings()).isEmpty();
  }

  /**
   * Whoever buys and brings back, in whatever pieces, has what the goods kept would have earned.
   */
  @Property
  void no_sequence_of_buying_and_bringing_back_gains(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 50_000) Integer> prices,
      @ForAll @Size(max = 12) List<@IntRange(max = 60_000) Integer> pieces) {
    Story story = club();
    long[] left = new long[prices.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = prices.get(i);
      story.buys("2026-03-01T12:00", left[i]);
    }
    for (int i = 0; i < pieces.size(); i++) {
      int of = i % left.length;
      boolean carriedOut =
          back(story, "2026-03-02T12:00", String.valueOf(of + 1), pieces.get(i))
              .refusal()
              .isEmpty();
      assertThat(carriedOut).isEqualTo(pieces.get(i) <= left[of]);
      if (carriedOut) left[of] -= pieces.get(i);
    }
    long kept = 0;
    long bought = 0;
    for (int i = 0; i < left.length; i++) {
      kept += prices.get(i) / 100 * left[i] / prices.get(i);
      bought += left[i];
      assertThat(prices.get(i) / 100 * left[i] / prices.get(i)).isLessThanOrEqualTo(left[i] / 100);
    }
    assertThat(story.purse("points").available()).isEqualTo(kept);
    assertThat(metric(story, "spend", "2026-03-02").movePointRight(2).longValueExact())
        .isEqualTo(bought);
  }
}
