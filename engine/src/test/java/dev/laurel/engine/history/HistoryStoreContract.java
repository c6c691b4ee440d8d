package dev.laurel.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What a book relies on in its store, whoever keeps it. */
public abstract class HistoryStoreContract {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-31T12:00:00.123456789Z"));

  /** An empty store. */
  protected abstract HistoryStore store();

  private static Entry entry(String key) {
    return new Entry(
        key,
        "ann",
        "draft-approved",
        "draft 1",
        "Read \"all\"\nof it: 好",
        "abc",
        new TreeMap<>(Map.of("authors", "ben, chris", "version", "7")));
  }

  @Test
  void records_are_read_as_they_were_written_and_in_order() {
    HistoryStore store = store();
    History history = new History(store, CLOCK);
    assertThat(store.last()).isEmpty();
    assertThat(history.head()).isEqualTo(Head.EMPTY);
    HistoryRecord first = history.append(Head.EMPTY, entry("")).orElseThrow();
    HistoryRecord second = history.append(first.head(), entry("k")).orElseThrow();
    assertThat(store.last()).contains(second);
    assertThat(store.after(0, 9)).containsExactly(first, second);
    assertThat(store.after(0, 1)).containsExactly(first);
    assertThat(store.after(1, 9)).containsExactly(second);
    assertThat(store.holds("k")).isTrue();
    assertThat(store.holds("l")).isFalse();
    assertThat(history.verify(second.head())).isEqualTo(new Verification.Whole(second.head()));
  }

  @Test
  void of_two_records_with_one_number_the_first_counts() {
    HistoryStore store = store();
    HistoryRecord first = HistoryRecord.of(Head.EMPTY, CLOCK.instant(), entry("a"));
    assertThat(store.append(first)).isTrue();
    assertThat(store.append(HistoryRecord.of(Head.EMPTY, CLOCK.instant(), entry("b")))).isFalse();
    assertThat(store.after(0, 9)).containsExactly(first);
  }

  @Test
  void what_many_record_at_once_by_one_key_is_recorded_once() throws Exception {
    History history = new History(store(), CLOCK);
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 20; round++) {
        Entry same = entry("k" + round);
        Entry other = entry("other" + round);
        Callable<Boolean> one = () -> appended(history, same);
        Callable<Boolean> another = () -> appended(history, other);
        for (var done : threads.invokeAll(List.of(one, another, one, one))) done.get();
      }
    }
    assertThat(history.after(0, 100).stream().map(r -> r.entry().key()))
        .hasSize(40)
        .doesNotHaveDuplicates();
    assertThat(history.verify(Head.EMPTY)).isInstanceOf(Verification.Whole.class);
  }

  private static boolean appended(History history, Entry entry) {
    history.appendOnce(entry);
    return true;
  }
}
