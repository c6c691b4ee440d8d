package dev.laurel.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the vault relies on in its tombstones, whoever keeps them. */
public abstract class TombstonesContract {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456789Z");

  /** The same tombstones, opened anew. */
  protected abstract Tombstones tombstones();

  private static Tombstone tombstone(String mark, String why) {
    return new Tombstone(mark, new Erasure(NOON, "desk \"1\"", why));
  }

  @Test
  void tombstones_are_there_for_ever_and_the_first_of_a_mark_counts() {
    assertThat(tombstones().isBegun()).isFalse();
    tombstones().begin();
    assertThat(tombstones().isBegun()).isTrue();
    assertThat(tombstones().all()).isEmpty();
    tombstones().add(tombstone("a", "asked\nfor it"));
    tombstones().add(tombstone("b", ""));
    tombstones().add(tombstone("a", "again"));
    tombstones().begin();
    assertThat(tombstones().all())
        .containsExactlyInAnyOrder(tombstone("a", "asked\nfor it"), tombstone("b", ""));
  }
}
