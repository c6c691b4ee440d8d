package dev.laurel.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever tampers with what was recorded is found, and where. */
class HistoryTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));

  private final MemoryHistory store = new MemoryHistory();
  private final History history = new History(store, CLOCK);

  private static Entry entry(String why) {
    return new Entry("", "ann", "act", "about", why, "digest", new TreeMap<>(Map.of("a", "b")));
  }

  @BeforeEach
  void fiveRecords() {
    for (int i = 1; i <= 5; i++) history.append(history.head(), entry("because " + i));
  }

  /** Each part of a record changed alone. */
  static Stream<UnaryOperator<HistoryRecord>> changes() {
    return Stream.of(
        r -> with(r, e -> new Entry("k", "ann", "act", "about", e.why(), "digest", e.facts())),
        r -> with(r, e -> new Entry("", "bob", "act", "about", e.why(), "digest", e.facts())),
        r -> with(r, e -> new Entry("", "ann", "act2", "about", e.why(), "digest", e.facts())),
        r -> with(r, e -> new Entry("", "ann", "act", "other", e.why(), "digest", e.facts())),
        r -> with(r, e -> new Entry("", "ann", "act", "about", "", "digest", e.facts())),
        r -> with(r, e -> new Entry("", "ann", "act", "about", e.why(), "other", e.facts())),
        r ->
            with(
                r,
                e ->
                    new Entry(
                        "", "ann", "act", "about", e.why(), "digest", new TreeMap<>(Map.of()))),
        // The same letters, divided otherwise.
        r -> with(r, e -> new Entry("", "anna", "ct", "about", e.why(), "digest", e.facts())),
        r ->
            new HistoryRecord(
                r.number(), r.recordedAt().plusMillis(1), r.entry(), r.previous(), r.hash()));
  }

  private static HistoryRecord with(HistoryRecord record, UnaryOperator<Entry> how) {
    return new HistoryRecord(
        record.number(),
        record.recordedAt(),
        how.apply(record.entry()),
        record.previous(),
        record.hash());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_record_of_which_any_part_was_changed_is_named(UnaryOperator<HistoryRecord> change) {
    store.tamper(records -> {
      records.set(2, change.apply(records.get(2)));
      return records;
    });
    assertThat(history.verify(Head.EMPTY))
        .isEqualTo(new Verification.Broken(3, "Record 3 is not as it was written."));
  }

  @Test
  void a_record_that_was_changed_and_hashed_anew_breaks_the_next_one() {
    store.tamper(records -> {
      Head before = records.get(1).head();
      records.set(2, HistoryRecord.of(before, CLOCK.instant(), entry("another reason")));
      return records;
    });
    assertThat(history.verify(Head.EMPTY))
        .isEqualTo(
            new Verification.Broken(
                4, "Record 4 does not follow the record that stands before it."));
  }

  @Test
  void a_record_that_was_taken_out_is_missed() {
    store.tamper(records -> {
      records.remove(2);
      return records;
    });
    assertThat(history.verify(Head.EMPTY))
        .isEqualTo(new Verification.Broken(3, "Record 3 is missing; record 4 follows."));
  }

  @Test
  void a_book_whose_end_was_cut_off_is_found_by_a_head_that_was_noted() {
    Head noted = history.head();
    store.tamper(records -> records.subList(0, 3));
    assertThat(history.verify(Head.EMPTY)).isInstanceOf(Verification.Whole.class);
    assertThat(history.verify(noted))
        .isEqualTo(
            new Verification.Broken(
                4, "Record 4 and all after it are missing; record 5 was noted."));
  }

  @Test
  void a_book_that_was_written_anew_is_found_by_a_head_that_was_noted() {
    Head noted = history.head();
    store.tamper(records -> List.of());
    for (int i = 1; i <= 5; i++) history.append(history.head(), entry("a better reason " + i));
    assertThat(history.verify(Head.EMPTY)).isInstanceOf(Verification.Whole.class);
    assertThat(history.verify(noted)).isInstanceOf(Verification.Broken.class);
  }

  @Test
  void what_was_decided_on_an_earlier_state_is_not_recorded() {
    Head before = history.head();
    assertThat(history.append(before, entry("first"))).isPresent();
    assertThat(history.append(before, entry("second"))).isEmpty();
    assertThat(history.head().number()).isEqualTo(6);
  }

  @Test
  void broken_requests_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> history.after(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> history.after(0, 1_001));
    assertThatIllegalArgumentException().isThrownBy(() -> history.appendOnce(entry("")));
  }
}
