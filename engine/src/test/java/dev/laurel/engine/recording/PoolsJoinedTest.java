package dev.laurel.engine.recording;

import static dev.laurel.engine.recording.KeptPools.FOLD;
import static dev.laurel.engine.recording.KeptPools.FORM;
import static dev.laurel.engine.recording.KeptPools.HOME;
import static dev.laurel.engine.recording.KeptPools.WORK;
import static dev.laurel.engine.recording.KeptPools.agree;
import static dev.laurel.engine.recording.KeptPools.codeOf;
import static dev.laurel.engine.recording.KeptPools.day;
import static dev.laurel.engine.recording.KeptPools.inTurn;
import static dev.laurel.engine.recording.KeptPools.join;
import static dev.laurel.engine.recording.KeptPools.leave;
import static dev.laurel.engine.recording.KeptPools.points;
import static dev.laurel.engine.recording.KeptPools.purchase;
import static dev.laurel.engine.recording.KeptPools.recorder;
import static dev.laurel.engine.recording.KeptPools.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who comes into a pool while others do, or into two of them, is in one and knows it. */
class PoolsJoinedTest {
  private final Stores stores = new MemoryStores().stores();

  @Test
  void whoever_joins_two_pools_at_once_is_in_the_one_that_was_first() {
    try (Recorder recorder = recorder(stores)) {
      // Nothing that follows is delivered until both have taken her in.
      recorder.record(List.of(purchase("ann", "1", 0, 50)));
      recorder.record(List.of(join(HOME, "2", 1, "ann")));
      recorder.record(List.of(join(WORK, "3", 2, "ann")));
      recorder.recover();
    }
    assertThat(codeOf(stores, "app:2")).isEqualTo("carried out");
    assertThat(codeOf(stores, "app:3")).isEqualTo("carried out");
    assertThat(state(stores, "ann").pooling().in()).contains(HOME);
    assertThat(state(stores, WORK).pooling().members()).isEmpty();
    assertThat(points(stores, HOME).available()).isEqualTo(50);
    agree(stores);
  }

  @Test
  void what_reaches_a_member_after_a_later_join_is_declined() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(List.of(purchase("ann", "1", 0, 50)));
      recorder.record(List.of(join(WORK, "2", 1, "ann")));
      // Pools are drained in the order of their ids, so that this one reaches her first.
      recorder.record(List.of(join(HOME, "3", 2, "ann")));
      recorder.recover();
    }
    assertThat(codeOf(stores, "pool:app:2")).isEqualTo("too-late");
    assertThat(state(stores, "ann").pooling().in()).contains(HOME);
    agree(stores);
  }

  @Test
  void a_join_that_was_declined_stays_so_though_she_had_left_the_other_pool_before() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(List.of(purchase("ann", "1", 0, 50)));
      recorder.record(List.of(join(HOME, "2", 1, "ann")));
      recorder.record(List.of(join(WORK, "3", 4, "ann")));
      recorder.recover();
    }
    assertThat(codeOf(stores, "pool:app:3")).isEqualTo("in-another-pool");
    inTurn(stores, leave(HOME, "4", 2, "ann"));
    assertThat(codeOf(stores, "app:4")).isEqualTo("carried out");
    assertThat(state(stores, "ann").pooling().in()).isEmpty();
    assertThat(state(stores, WORK).pooling().members()).isEmpty();
    assertThat(state(stores, HOME).pooling().members()).isEmpty();
  }

  @Test
  void a_member_may_come_again_after_a_join_that_was_declined() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(List.of(purchase("ann", "1", 0, 50)));
      recorder.record(List.of(join(HOME, "2", 1, "ann")));
      recorder.record(List.of(join(WORK, "3", 2, "ann")));
      recorder.recover();
    }
    inTurn(
        stores, leave(HOME, "4", 3, "ann"), join(WORK, "5", 4, "ann"), purchase("ann", "6", 5, 7));
    assertThat(points(stores, WORK).available()).isEqualTo(7);
    agree(stores);
  }

  @Test
  void of_many_who_join_at_once_as_many_are_in_as_may_be() throws Exception {
    List<Event> joins = new ArrayList<>();
    try (Recorder one = recorder(stores);
        Recorder two = recorder(stores);
        var threads = Executors.newFixedThreadPool(6)) {
      one.start();
      two.start();
      for (int i = 0; i < 12; i++) {
        one.record(purchase("m" + i, "p" + i, 0, 10));
        joins.add(
            new Event("app", "j" + i, HOME, day(1).plusSeconds(i), new Body.PoolJoin("m" + i)));
      }
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < joins.size(); i++) {
        Recorder recorder = i % 2 == 0 ? one : two;
        Event join = joins.get(i);
        all.add(
            threads.submit(() -> {
              while (recorder.record(join) instanceof Recording.Busy) Thread.onSpinWait();
            }));
      }
      for (var each : all) each.get();
    }
    try (Recorder last = recorder(stores)) {
      last.recover();
    }
    assertThat(state(stores, HOME).pooling().members()).hasSize(2);
    assertThat(points(stores, HOME).available()).isEqualTo(20);
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, joins);
  }
}
