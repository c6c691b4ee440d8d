package dev.laurel.engine.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Where a share of all members lies of which a sample tells. */
class IntervalTest {
  @Test
  void it_is_the_one_that_the_literature_gives() {
    Interval ten = Interval.of(10, 100);
    assertThat(ten.low()).isCloseTo(0.0552, within(0.0001));
    assertThat(ten.high()).isCloseTo(0.1744, within(0.0001));
  }

  @Test
  void none_and_all_of_a_sample_leave_room_on_one_side_only() {
    assertThat(Interval.of(0, 400).least(200_000)).isZero();
    assertThat(Interval.of(0, 400).most(200_000)).isBetween(1_890L, 1_910L);
    assertThat(Interval.of(400, 400).most(200_000)).isEqualTo(200_000);
    assertThat(Interval.of(400, 400).least(200_000)).isBetween(198_090L, 198_110L);
  }
}
