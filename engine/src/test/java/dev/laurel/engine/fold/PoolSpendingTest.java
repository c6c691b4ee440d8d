package dev.laurel.engine.fold;

import static dev.laurel.engine.fold.PooledHome.HOME;
import static dev.laurel.engine.fold.PooledHome.code;
import static dev.laurel.engine.fold.PooledHome.home;
import static dev.laurel.engine.fold.PooledHome.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.StateCodec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever is in a pool spends of what all of them have. */
class PoolSpendingTest {
  @Test
  void a_member_spends_of_the_pool_and_rules_answer_to_it_with_what_they_know_of_that_member() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 150);
    home.buys("2026-03-01T12:00", "ben", 10);
    home.joins("2026-03-02T12:00", "ann", HOME);
    home.joins("2026-03-02T12:01", "ben", HOME);
    Decision byBen = home.spends("2026-03-03T12:00", "ben", HOME, 40);
    assertThat(code(byBen)).isEqualTo("carried out");
    assertThat(home.heading(byBen)).contains("a redemption of 40 points from the pool by \"ben\"");
    assertThat(home.available(HOME)).isEqualTo(120);
    assertThat(home.why(home.last("ben")))
        .contains(
            "\"Thanks for spending\" did not apply: it asks that the member is Gold, and found Base.");
    home.spends("2026-03-04T12:00", "ann", HOME, 40);
    assertThat(home.heading(home.last("ann")))
        .contains("a redemption of 40 points from the pool \"pool:home\"");
    assertThat(home.why(home.last("ann")))
        .contains("\"Thanks for spending\" gave 5 points.", "5 points went on to the pool.");
    assertThat(home.available(HOME)).isEqualTo(85);
    assertThat(home.points(HOME).redeemed()).isEqualTo(80);
    assertThat(home.state("ann").standing("status").orElseThrow().tier()).isEqualTo("Gold");
    assertThat(home.state("ben").standing("status").orElseThrow().tier()).isEqualTo("Base");
  }

  @Test
  void nobody_spends_more_than_the_pool_has_and_no_stranger_any_of_it() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 50);
    home.buys("2026-03-01T12:00", "zoe", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    assertThat(code(home.spends("2026-03-03T12:00", "ann", HOME, 51)))
        .isEqualTo("not-enough-points");
    Decision strange = home.spends("2026-03-03T12:01", "zoe", HOME, 1);
    assertThat(code(strange)).isEqualTo("not-in-pool");
    assertThat(message(strange)).contains("the member zoe is not in the pool pool:home");
    assertThat(home.available(HOME)).isEqualTo(50);
  }

  @Test
  void a_till_that_asks_the_member_is_told_where_the_points_lie() {
    Household home = home("transfer: {least: 1}", "");
    home.buys("2026-03-01T12:00", "ann", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    for (Body asked :
        List.of(
            new Body.Redemption("points", 10, Optional.empty()),
            new Body.Reservation("points", 10, Optional.empty()),
            new Body.Transfer("points", 10, HOME),
            new Body.Adjustment("points", -10, "why"))) {
      Decision refused = home.does("2026-03-03T12:00", "ann", asked);
      assertThat(code(refused)).isEqualTo("points-in-pool");
      assertThat(message(refused)).contains("lie in the pool pool:home");
    }
    home.does("2026-03-03T12:00", "ann", new Body.Adjustment("points", 7, "sorry"));
    assertThat(home.available(HOME)).isEqualTo(57);
  }

  @Test
  void what_was_set_aside_before_is_redeemed_by_the_member_or_goes_on_to_the_pool() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 50);
    home.does("2026-03-01T13:00", "ann", new Body.Reservation("points", 20, Optional.empty()));
    home.does("2026-03-01T14:00", "ann", new Body.Reservation("points", 10, Optional.empty()));
    home.joins("2026-03-02T12:00", "ann", HOME);
    assertThat(home.available(HOME)).isEqualTo(20);
    assertThat(code(home.does("2026-03-03T12:00", "ann", new Body.Confirmation("2"))))
        .isEqualTo("carried out");
    home.does("2026-03-03T13:00", "ann", new Body.Cancellation("3", "why"));
    assertThat(home.available(HOME)).isEqualTo(30);
    assertThat(home.points("ann").redeemed()).isEqualTo(20);
  }

  @Test
  void what_a_member_sets_aside_of_the_pool_is_redeemed_by_that_member_even_after_leaving() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 150);
    home.joins("2026-03-02T12:00", "ann", HOME);
    Decision aside =
        home.does(
            "2026-03-03T12:00",
            HOME,
            new Body.Reservation("points", 60, Optional.empty(), Optional.of("ann")));
    assertThat(home.heading(aside)).contains("a reservation of 60 points from the pool by \"ann\"");
    home.leaves("2026-03-04T12:00", "ann", HOME);
    home.does("2026-03-05T12:00", HOME, new Body.Confirmation(aside.event().id()));
    assertThat(home.points(HOME).redeemed()).isEqualTo(60);
    assertThat(home.last("ann").event().body())
        .isEqualTo(new Body.PoolSpent("points", 60, Optional.empty(), HOME));
    // She is Gold, so the rule gives; and in no pool any more, so she keeps it.
    assertThat(home.available("ann")).isEqualTo(5);
    assertThat(home.state(HOME).pooling().asked()).isEmpty();
  }

  @Test
  void a_benefit_that_was_set_aside_of_the_pool_is_counted_with_the_member_who_asked() {
    Household home =
        home(
            "expiry: {type: never}",
            """
            benefits:
              - id: lounge
                title: Lounge
                price: {type: fixed, kind: points, points: 30}
            """);
    home.buys("2026-03-01T12:00", "ann", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    Decision aside =
        home.does(
            "2026-03-03T12:00",
            HOME,
            new Body.Reservation("points", 30, Optional.of("lounge"), Optional.of("ann")));
    assertThat(StateCodec.read(StateCodec.write(home.state(HOME)))).isEqualTo(home.state(HOME));
    home.does("2026-03-04T12:00", HOME, new Body.Confirmation(aside.event().id()));
    assertThat(home.last("ann").event().body())
        .isEqualTo(new Body.PoolSpent("points", 30, Optional.of("lounge"), HOME));
    assertThat(home.state("ann").usages().keySet())
        .contains("benefits/lounge/issued", "benefits/lounge/used");
  }

  @Test
  void a_benefit_for_a_tier_is_had_by_whoever_holds_it_though_the_pool_pays() {
    Household home =
        home(
            "expiry: {type: never}",
            """
            benefits:
              - id: lounge
                title: Lounge
                price: {type: fixed, kind: points, points: 30}
                tiers: [Gold]
              - id: voucher
                title: Voucher
                price: {type: fixed, kind: points, points: 10}
                entitlement: {uses: 1}
            """);
    home.buys("2026-03-01T12:00", "ann", 150);
    home.buys("2026-03-01T12:00", "ben", 10);
    home.joins("2026-03-02T12:00", "ann", HOME);
    home.joins("2026-03-02T12:00", "ben", HOME);
    Decision ben =
        home.does(
            "2026-03-03T12:00",
            HOME,
            new Body.Redemption("points", 30, Optional.of("lounge"), Optional.of("ben")));
    assertThat(code(ben)).isEqualTo("not-entitled");
    Decision ann =
        home.does(
            "2026-03-03T12:01",
            HOME,
            new Body.Redemption("points", 30, Optional.of("lounge"), Optional.of("ann")));
    assertThat(code(ann)).isEqualTo("carried out");
    // What is handed out would be hers, but the pool decides.
    Decision voucher =
        home.does(
            "2026-03-03T12:02",
            HOME,
            new Body.Redemption("points", 10, Optional.of("voucher"), Optional.of("ann")));
    assertThat(code(voucher)).isEqualTo("not-from-a-pool");
    assertThat(message(voucher)).contains("leaves the pool first");
    assertThat(home.why(voucher, "zh").getFirst()).contains("请先让会员退出共享账户");
  }
}
