package dev.laurel.engine.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.member.Purse.Lot;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PurseTest {
  /**
   * A purse is compared with a plain list of single points, each with the day on which it becomes
   * available and the day on which it lapses.
   */
  private static final class Points {
    private record Point(long availableOn, long lapsesOn, boolean[] pending) {}

    private final List<Point> held = new ArrayList<>();

    void earn(long day, long availableOn, long lapsesOn, int units) {
      for (int i = 0; i < units; i++)
        held.add(new Point(availableOn, lapsesOn, new boolean[] {availableOn > day}));
    }

    int count(boolean pending) {
      return (int) held.stream().filter(p -> p.pending()[0] == pending).count();
    }

    void take(int units) {
      for (int i = 0; i < units; i++)
        held.remove(held.stream().filter(p -> !p.pending()[0]).findFirst().orElseThrow());
    }

    void release(long day) {
      for (Point point : held) if (point.availableOn() <= day) point.pending()[0] = false;
    }

    void keep(long day) {
      held.replaceAll(point ->
          new Point(point.availableOn(), Math.max(day, point.lapsesOn()), point.pending()));
    }

    int lapse(long day) {
      int before = held.size();
      held.removeIf(point -> point.lapsesOn() <= day);
      return before - held.size();
    }
  }

  @Property
  void a_purse_is_its_points_one_by_one(
      @ForAll @Size(max = 30) List<@IntRange(max = 999) Integer> steps) {
    Purse purse = Purse.empty("points");
    Points points = new Points();
    long day = 0;
    int expired = 0;
    for (int step : steps) {
      int much = step / 10 % 10 + 1;
      switch (step % 6) {
        case 0, 1 -> {
          long availableOn = day + step / 100;
          long lapsesOn = step % 7 == 0 ? Purse.NEVER : availableOn + 1 + step % 4;
          purse = purse.plus(new Lot(day, availableOn, lapsesOn, much, availableOn > day));
          points.earn(day, availableOn, lapsesOn, much);
        }
        case 2 -> {
          int taken = Math.min(much, points.count(false));
          purse = purse.redeem(taken);
          points.take(taken);
        }
        case 3 -> {
          day += step / 100;
          purse = purse.release(day);
          points.release(day);
        }
        case 4 -> {
          purse = purse.keep(day + much);
          points.keep(day + much);
        }
        default -> {
          day += step / 100;
          expired += points.lapse(day);
          purse = purse.lapse(day);
        }
      }
      assertThat(purse.available()).isEqualTo(points.count(false));
      assertThat(purse.pending()).isEqualTo(points.count(true));
      assertThat(purse.expired()).isEqualTo(expired);
      assertBalances(purse);
    }
  }

  private static void assertBalances(Purse purse) {
    assertThat(purse.earned() - purse.redeemed() - purse.expired() - purse.reversed())
        .isEqualTo(purse.available() + purse.pending() - purse.debt());
  }

  @Property
  void what_is_owed_and_repaid_balances(
      @ForAll @IntRange(max = 50) int owed, @ForAll @IntRange(max = 50) int earned) {
    Purse purse =
        Purse.empty("points")
            .owe(owed)
            .plus(new Lot(0, 0, Purse.NEVER, earned + 1, false))
            .repay(Math.min(owed, earned + 1));
    assertThat(purse.debt()).isEqualTo(Math.max(0, owed - earned - 1));
    assertBalances(purse);
  }

  @Property
  void more_than_is_available_is_never_taken(@ForAll @IntRange(min = 1, max = 9) int more) {
    Purse purse =
        Purse.empty("points").plus(new Lot(0, 0, 9, 5, false)).plus(new Lot(0, 3, 9, 100, true));
    assertThatThrownBy(() -> purse.redeem(5 + more)).isInstanceOf(IllegalArgumentException.class);
  }
}
