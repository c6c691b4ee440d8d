package dev.laurel.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.member.Quintiles.Bounds;
import dev.laurel.engine.member.Quintiles.Starts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What whoever keeps snapshots of the population must hold to. */
public abstract class QuintileStoreContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** One that is empty. */
  protected abstract QuintileStore store();

  private static Quintiles of(Instant from, long members) {
    Starts starts = new Starts(Long.MIN_VALUE, -5, 9_007_199_254_740_993L, Long.MAX_VALUE);
    return new Quintiles(
        LocalDate.of(2026, 3, 1),
        from,
        new TreeMap<>(Map.of("12 months", new Bounds(members, starts, starts, starts))));
  }

  @Test
  void snapshots_come_back_as_they_were_kept_in_the_order_in_which_they_hold() {
    QuintileStore store = store();
    assertThat(store.from(Instant.EPOCH)).isEmpty();
    store.keep(of(NOON.plusSeconds(60), 2));
    store.keep(of(NOON, 1));
    assertThat(store.from(Instant.EPOCH)).containsExactly(of(NOON, 1), of(NOON.plusSeconds(60), 2));
    assertThat(store.from(NOON)).hasSize(2);
    assertThat(store.from(NOON.plusNanos(1))).containsExactly(of(NOON.plusSeconds(60), 2));
  }

  @Test
  void the_first_of_two_that_hold_from_the_same_instant_stays() {
    QuintileStore store = store();
    store.keep(of(NOON, 1));
    store.keep(of(NOON, 2));
    assertThat(store.from(NOON)).containsExactly(of(NOON, 1));
  }
}
