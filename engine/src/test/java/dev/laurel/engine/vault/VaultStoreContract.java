package dev.laurel.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What the vault relies on in its store, whoever implements it. */
public abstract class VaultStoreContract {
  private static final Erasure ERASURE =
      new Erasure(Instant.parse("2026-01-31T12:00:00.123456789Z"), "desk", "asked for it");

  /** An empty store. */
  protected abstract VaultStore store();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static VaultRecord.Kept kept(String member, long version, String... tokens) {
    return new VaultRecord.Kept(
        member,
        version,
        "mark-" + member,
        "master",
        bytes("key of " + member + version),
        tokens.length == 0 ? Optional.empty() : Optional.of(bytes("\u00ff" + version)),
        Set.of(tokens));
  }

  private static VaultRecord.Erased erased(String member, long version) {
    return new VaultRecord.Erased(member, version, "mark-" + member, ERASURE);
  }

  private static String told(VaultRecord record) {
    return switch (record) {
      case VaultRecord.Erased erased -> erased.toString();
      case VaultRecord.Kept k ->
          "%s %d %s %s %s %s %s"
              .formatted(
                  k.member(),
                  k.version(),
                  k.mark(),
                  k.wrapping(),
                  new String(k.key(), StandardCharsets.UTF_8),
                  k.fields().map(f -> new String(f, StandardCharsets.UTF_8)),
                  k.tokens().stream().sorted().toList());
    };
  }

  @Test
  void records_begin_once_and_whoever_comes_later_learns_what_is_there() {
    VaultStore store = store();
    assertThat(store.begin(List.of(kept("a", 1, "t", "u"), kept("b", 1)))).isEmpty();
    var before = store.begin(List.of(kept("b", 1, "other"), kept("c", 1), erased("d", 1)));
    assertThat(before.keySet()).containsExactly("b");
    assertThat(told(before.get("b"))).isEqualTo(told(kept("b", 1)));
    var found = store.find(Set.of("a", "d", "unknown"));
    assertThat(found.keySet()).containsExactlyInAnyOrder("a", "d");
    assertThat(told(found.get("a"))).isEqualTo(told(kept("a", 1, "t", "u")));
    assertThat(told(found.get("d"))).isEqualTo(told(erased("d", 1)));
    assertThat(store.find(Set.of())).isEmpty();
    assertThat(store.begin(List.of())).isEmpty();
  }

  @Test
  void a_record_is_replaced_only_by_the_next_version() {
    VaultStore store = store();
    assertThat(store.put(kept("a", 2))).isFalse();
    store.begin(List.of(kept("a", 1, "t")));
    assertThat(store.put(kept("a", 3))).isFalse();
    assertThat(store.put(kept("a", 2, "u"))).isTrue();
    assertThat(store.put(kept("a", 2, "v"))).isFalse();
    assertThat(told(store.find(Set.of("a")).get("a"))).isEqualTo(told(kept("a", 2, "u")));
    assertThat(store.put(erased("a", 3))).isTrue();
    assertThat(told(store.find(Set.of("a")).get("a"))).isEqualTo(told(erased("a", 3)));
  }

  @Test
  void of_many_who_begin_the_same_at_once_one_is_first() throws Exception {
    VaultStore store = store();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (int round = 0; round < 10; round++) {
        String member = "m" + round;
        Callable<Boolean> begin = () -> store.begin(List.of(kept(member, 1))).isEmpty();
        int first = 0;
        for (var begun : threads.invokeAll(List.of(begin, begin, begin, begin, begin, begin)))
          if (begun.get()) first++;
        assertThat(first).isOne();
      }
    }
  }

  @Test
  void a_token_finds_whoever_has_it_now_in_order_and_in_pages() {
    VaultStore store = store();
    store.begin(
        List.of(kept("c", 1, "t"), kept("a", 1, "t", "u"), kept("b", 1, "u"), kept("d", 1, "t")));
    assertThat(store.search("t", "", 9).stream().map(VaultRecord.Kept::member))
        .containsExactly("a", "c", "d");
    assertThat(store.search("t", "a", 1).stream().map(VaultRecord.Kept::member))
        .containsExactly("c");
    store.put(kept("c", 2, "u"));
    store.put(erased("d", 2));
    assertThat(store.search("t", "", 9).stream().map(VaultRecord.Kept::member))
        .containsExactly("a");
    assertThat(store.search("unknown", "", 9)).isEmpty();
  }

  @Test
  void records_are_found_by_mark_and_paged_by_member() {
    VaultStore store = store();
    store.begin(List.of(kept("a", 1), kept("b", 1), erased("c", 1)));
    assertThat(
            store.marked(List.of("mark-a", "mark-c", "mark-x")).stream().map(VaultRecord::member))
        .containsExactlyInAnyOrder("a", "c");
    assertThat(store.marked(List.of())).isEmpty();
    assertThat(store.page("", 2).stream().map(VaultRecord::member)).containsExactly("a", "b");
    assertThat(store.page("b", 2).stream().map(VaultRecord::member)).containsExactly("c");
  }

  @Test
  void the_secret_is_put_once_and_replaced_only_by_the_next_version() {
    VaultStore store = store();
    assertThat(store.secret()).isEmpty();
    assertThat(store.put(new WrappedSecret(2, "m", bytes("x")))).isFalse();
    assertThat(store.put(new WrappedSecret(1, "m", bytes("first")))).isTrue();
    assertThat(store.put(new WrappedSecret(1, "m", bytes("other")))).isFalse();
    WrappedSecret first = store.secret().orElseThrow();
    assertThat(first.secret()).isEqualTo(bytes("first"));
    assertThat(store.put(new WrappedSecret(2, "n", bytes("second")))).isTrue();
    WrappedSecret second = store.secret().orElseThrow();
    assertThat(second.secret()).isEqualTo(bytes("second"));
    assertThat(second.wrapping() + second.version()).isEqualTo("n2");
  }
}
