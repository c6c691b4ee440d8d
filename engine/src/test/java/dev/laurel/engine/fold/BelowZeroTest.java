package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** More is taken than there is: the balance goes below zero, a debt arises, or it is forgiven. */
class BelowZeroTest {
  private static final String RULES =
      """
      earning:
        - id: own
          title: Own
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
      """;

  private static Story club(String shortfall, String more) {
    return Story.of(
        """
        programme:
          title: Club
          zone: Europe/Berlin
          currency: EUR
          pointKinds: [{id: points, title: Points, shortfall: %s%s}]
          returns: {from: [lots-earned, newest-lots]}
        """
            .formatted(shortfall, more),
        RULES);
  }

  private static Decision takes(Story story, String at, long units) {
    return story.does(at, new Body.Adjustment("points", -units, "mistake"));
  }

  @Test
  void the_balance_goes_below_zero_and_what_comes_later_fills_it() {
    Story story = club("negative", "");
    story.buys("2026-03-01T12:00", 30_00);
    Decision taken = takes(story, "2026-03-02T12:00", 50);
    assertThat(story.purse("points").available()).isEqualTo(-20);
    assertThat(story.purse("points").debt()).isZero();
    assertThat(taken.postings())
        .containsExactly(
            new Posting(Account.AVAILABLE, Account.REVERSED, "points", 30, "adjustment"),
            new Posting(Account.AVAILABLE, Account.REVERSED, "points", 20, "overdraft"));
    assertThat(story.why(taken))
        .containsExactly(
            "30 points were taken back by support.",
            "20 points more were taken than there were; the balance goes below zero by them, and"
                + " later points fill it.");
    assertThat(story.why(taken, "zh")).contains("另有 20 Points 超出余额，余额因此为负，由此后所得积分先行补足。");
    Decision bought = story.buys("2026-03-03T12:00", 15_00);
    assertThat(bought.postings())
        .containsExactly(new Posting(Account.ISSUED, Account.AVAILABLE, "points", 15, "base"));
    assertThat(story.purse("points").available()).isEqualTo(-5);
    assertThat(story.purse("points").lots()).isEmpty();
    story.buys("2026-03-04T12:00", 12_00);
    assertThat(story.purse("points").available()).isEqualTo(7);
    assertThat(story.purse("points").below()).isZero();
    assertThat(story.purse("points").lots()).extracting(lot -> lot.units()).containsExactly(7L);
  }

  @Test
  void a_debt_is_a_balance_of_its_own_that_later_points_pay() {
    Story story = club("debt", "");
    story.buys("2026-03-01T12:00", 30_00);
    Decision taken = takes(story, "2026-03-02T12:00", 50);
    assertThat(taken.postings())
        .containsExactly(
            new Posting(Account.AVAILABLE, Account.REVERSED, "points", 30, "adjustment"),
            new Posting(Account.DEBT, Account.REVERSED, "points", 20, "adjustment"));
    assertThat(story.purse("points").available()).isZero();
    Decision bought = story.buys("2026-03-03T12:00", 15_00);
    assertThat(bought.postings())
        .containsExactly(
            new Posting(Account.ISSUED, Account.AVAILABLE, "points", 15, "base"),
            new Posting(Account.AVAILABLE, Account.DEBT, "points", 15, "debt"));
    assertThat(story.purse("points").available()).isZero();
    assertThat(story.purse("points").debt()).isEqualTo(5);
  }

  @Test
  void what_is_forgiven_is_posted_nowhere() {
    Story story = club("forgive", "");
    story.buys("2026-03-01T12:00", 30_00);
    Decision taken = takes(story, "2026-03-02T12:00", 50);
    assertThat(taken.postings())
        .containsExactly(
            new Posting(Account.AVAILABLE, Account.REVERSED, "points", 30, "adjustment"));
    story.buys("2026-03-03T12:00", 15_00);
    assertThat(story.purse("points").available()).isEqualTo(15);
  }

  @Test
  void nothing_can_be_spent_below_zero() {
    Story story = club("negative", "");
    takes(story, "2026-03-02T12:00", 20);
    Decision spent =
        story.does("2026-03-03T12:00", new Body.Redemption("points", 1, Optional.empty()));
    assertThat(spent.refusal().orElseThrow().code()).isEqualTo("not-enough-points");
    assertThat(spent.refusal().orElseThrow().message()).contains("the member has -20");
  }

  @Test
  void goods_that_come_back_after_their_points_were_spent_take_the_balance_below_zero() {
    Story story = club("negative", "");
    story.buys("2026-03-01T12:00", 100_00);
    story.does("2026-03-02T12:00", new Body.Redemption("points", 80, Optional.empty()));
    Decision back =
        story.does("2026-03-03T12:00", new Body.Return(Optional.of("1"), 100_00, List.of()));
    assertThat(story.purse("points").available()).isEqualTo(-80);
    assertThat(story.why(back))
        .contains(
            "20 points were taken back.",
            "80 points more were taken than there were; the balance goes below zero by them, and"
                + " later points fill it.");
  }

  @Test
  void pending_points_fill_it_once_they_can_be_spent_and_a_cancelled_reservation_does_at_once() {
    Story story = club("negative", ", available: {type: after, span: 2 days}");
    story.buys("2026-03-01T12:00", 30_00);
    story.does("2026-03-04T12:00", new Body.Reservation("points", 30, Optional.empty()));
    story.buys("2026-03-05T12:00", 50_00);
    takes(story, "2026-03-05T13:00", 40);
    assertThat(story.purse("points").available()).isEqualTo(-40);
    assertThat(story.purse("points").pending()).isEqualTo(50);
    story.does("2026-03-06T12:00", new Body.Cancellation("2", "no time"));
    assertThat(story.purse("points").available()).isEqualTo(-10);
    story.passes("2026-03-07T12:00");
    assertThat(story.purse("points").available()).isEqualTo(40);
    assertThat(story.purse("points").below()).isZero();
  }

  /** Whatever is earned and taken in whatever order, the balance is what one sum says. */
  @Property(tries = 300)
  void the_balance_is_the_sum_of_what_came_and_went(
      @ForAll @Size(max = 20) List<@IntRange(min = -60, max = 60) Integer> steps) {
    Story story = club("negative", ", expiry: {type: after, span: 10 years}");
    long sum = 0;
    int day = 1;
    for (int step : steps) {
      story.does("2026-03-%02dT12:00".formatted(day++), new Body.Adjustment("points", step, "why"));
      sum += step;
      assertThat(story.purse("points").available()).isEqualTo(sum);
      assertThat(story.purse("points").lots().stream().mapToLong(lot -> lot.units()).sum())
          .isEqualTo(Math.max(0, sum));
    }
  }
}
