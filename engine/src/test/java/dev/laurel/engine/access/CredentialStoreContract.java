package dev.laurel.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What people rely on in their store, whoever keeps it. */
public abstract class CredentialStoreContract {
  /** An empty store. */
  protected abstract CredentialStore store();

  private static Staff staff(long version, String why) {
    return new Staff(
        version,
        List.of(
            new Person("ann", "Ann Ž", EnumSet.allOf(Role.class), "hash", true, false),
            new Person("ben", "Ben", EnumSet.noneOf(Role.class), "other", false, true)),
        List.of(new AccessKey("till 1", EnumSet.of(Role.INTEGRATOR), "sum", true)),
        Optional.of(
            new Act("ann", "roles-changed", "ben", why, new TreeMap<>(Map.of("roles", "")))));
  }

  @Test
  void a_staff_is_read_as_it_was_written() {
    CredentialStore store = store();
    assertThat(store.staff()).isEqualTo(Staff.NOBODY);
    assertThat(store.put(staff(1, "\"why\""))).isTrue();
    assertThat(store.staff()).isEqualTo(staff(1, "\"why\""));
    assertThat(store.history().last()).isEmpty();
  }

  @Test
  void a_staff_is_replaced_only_by_the_next_version() {
    CredentialStore store = store();
    assertThat(store.put(staff(2, ""))).isFalse();
    assertThat(store.put(staff(1, "first"))).isTrue();
    assertThat(store.put(staff(1, "other"))).isFalse();
    assertThat(store.put(staff(3, ""))).isFalse();
    assertThat(store.put(staff(2, "second"))).isTrue();
    assertThat(store.staff()).isEqualTo(staff(2, "second"));
  }
}
