package dev.laurel.engine.fold;

import static dev.laurel.engine.fold.PooledHome.HOME;
import static dev.laurel.engine.fold.PooledHome.RULES;
import static dev.laurel.engine.fold.PooledHome.home;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.PoolShare;
import dev.laurel.engine.event.Event.Body;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is to be taken back is taken where the points lie, of the pool or of the member. */
class PoolReturnsTest {
  private static Household forgiving() {
    return Household.of(
        """
        programme:
          title: Club
          zone: Europe/Berlin
          currency: EUR
          pointKinds: [{id: points, title: Points, pooling: {members: 2}, shortfall: forgive}]
          periods: [{id: year, title: Year, is: calendar-year}]
          metrics: [{id: spend, title: Spend, counts: spend, over: year}]
          returns: {from: [newest-lots]}
        """
            + RULES);
  }

  private static Body.PoolPoints.Part taken(long units) {
    return new Body.PoolPoints.Part(
        "points", List.of(), 0, units, Optional.empty(), Optional.empty());
  }

  @Test
  void goods_that_come_back_take_of_the_pool_which_owes_what_is_missing() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    home.spends("2026-03-03T12:00", "ann", HOME, 30);
    Decision back =
        home.does("2026-03-04T12:00", "ann", new Body.Return(Optional.of("1"), 40_00, List.of()));
    assertThat(back.postings()).isEmpty();
    assertThat(back.shares()).containsExactly(new PoolShare(HOME, "points", 0, 40));
    assertThat(home.why(back))
        .contains(
            "40 points are to be taken back from the pool \"pool:home\", where the points lie.");
    assertThat(home.why(home.last(HOME)))
        .containsExactly(
            "20 points were taken back.",
            "20 points more were to be taken back than there were; they are owed.");
    assertThat(home.points(HOME).debt()).isEqualTo(20);
    assertThat(home.points("ann").debt()).isZero();
    home.buys("2026-03-05T12:00", "ann", 25);
    assertThat(home.available(HOME)).isEqualTo(5);
  }

  @Test
  void what_a_pool_forgave_it_is_not_given_back_either() {
    Household home = forgiving();
    home.buys("2026-03-01T12:00", "ann", 10);
    home.joins("2026-03-02T12:00", "ann", HOME);
    home.does("2026-03-03T12:00", HOME, new Body.PoolPoints("ann", List.of(taken(40))));
    assertThat(home.points(HOME).reversed()).isEqualTo(10);
    assertThat(home.state(HOME).pooling().untaken()).containsEntry("points", 30L);
    // A late event has it that only five were to be taken.
    home.does("2026-03-04T12:00", HOME, new Body.PoolPoints("ann", List.of(taken(-35))));
    assertThat(home.available(HOME)).isEqualTo(5);
    assertThat(home.points(HOME).reversed()).isEqualTo(5);
    assertThat(home.state(HOME).pooling().untaken()).isEmpty();
  }

  @Test
  void goods_that_come_back_after_leaving_take_of_the_member() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    home.leaves("2026-03-03T12:00", "ann", HOME);
    home.does("2026-03-04T12:00", "ann", new Body.Return(Optional.of("1"), 50_00, List.of()));
    assertThat(home.points("ann").debt()).isEqualTo(50);
    assertThat(home.available(HOME)).isEqualTo(50);
  }

  @Test
  void points_that_wait_do_so_with_the_member_and_go_on_when_they_can_be_spent() {
    Household home = home("available: {type: after, span: 14 days}", "");
    home.buys("2026-03-01T12:00", "ann", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    assertThat(home.points("ann").pending()).isEqualTo(50);
    Decision back =
        home.does("2026-03-04T12:00", "ann", new Body.Return(Optional.of("1"), 20_00, List.of()));
    assertThat(back.shares()).isEmpty();
    home.passes("2026-03-15T00:00");
    assertThat(home.points("ann").pending()).isZero();
    assertThat(home.available(HOME)).isEqualTo(30);
    assertThat(home.why(home.last("ann")))
        .containsExactly("30 points can now be spent.", "30 points went on to the pool.");
  }

  @Test
  void a_debt_stays_with_whoever_made_it_and_is_paid_first() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 50);
    home.does("2026-03-01T13:00", "ann", new Body.Redemption("points", 50, Optional.empty()));
    home.does("2026-03-01T14:00", "ann", new Body.Return(Optional.of("1"), 50_00, List.of()));
    home.joins("2026-03-02T12:00", "ann", HOME);
    home.buys("2026-03-03T12:00", "ann", 70);
    assertThat(home.points("ann").debt()).isZero();
    assertThat(home.available(HOME)).isEqualTo(20);
  }
}
