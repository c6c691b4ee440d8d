package dev.laurel.engine.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.tree.Alteration;
import dev.laurel.rules.tree.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What drafts rely on in their store, whoever keeps it. */
public abstract class DraftStoreContract {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123Z");

  /** An empty store. */
  protected abstract DraftStore store();

  private static DraftStart start(int number, String by) {
    return new DraftStart(number, 7, "digest", by, NOON);
  }

  @Test
  void drafts_begin_once_and_the_latest_is_the_one_with_the_highest_number() {
    DraftStore store = store();
    assertThat(store.latest()).isEmpty();
    assertThat(store.begin(start(1, "ann"))).isTrue();
    assertThat(store.begin(start(1, "ben"))).isFalse();
    assertThat(store.begin(start(2, "ben"))).isTrue();
    assertThat(store.latest()).contains(start(2, "ben"));
    assertThat(store.find(1)).contains(start(1, "ann"));
    assertThat(store.find(3)).isEmpty();
  }

  @Test
  void entries_of_every_kind_are_read_as_they_were_written_and_in_order() {
    DraftStore store = store();
    Tree tree =
        Tree.branch()
            .with("n", Tree.number("1.50"))
            .with("t", Tree.text("\"好\"\n"))
            .with("l", Tree.items(Tree.truth(true), new Tree.Leaf(Tree.Kind.NOTHING, "")));
    List<LogEntry> entries =
        List.of(
            new LogEntry.Edited(
                1,
                1,
                "ann",
                NOON,
                "Gold from 3,700",
                LogEntry.Kind.DONE,
                1,
                List.of(
                    new Alteration.Replace("", tree, Tree.branch()),
                    new Alteration.Insert("a/b", tree, Optional.of("c")),
                    new Alteration.Remove("a/b", tree, Optional.empty()),
                    new Alteration.Move("a/b", Optional.empty(), Optional.of("c")))),
            new LogEntry.Edited(
                1, 2, "ann", NOON, "Gold from 3,700", LogEntry.Kind.UNDONE, 1, List.of()),
            new LogEntry.Rebased(1, 3, "ben", NOON, 8, "later", LogEntry.Side.REVISION),
            new LogEntry.Sealed(1, 4, "ben", NOON, "digest"),
            new LogEntry.Reopened(1, 5, "cleo", NOON),
            new LogEntry.Closed(1, 6, "cleo", NOON));
    for (LogEntry entry : entries.reversed()) assertThat(store.append(entry)).isTrue();
    store.append(new LogEntry.Closed(2, 1, "cleo", NOON));
    assertThat(store.log(1, 0, 99)).isEqualTo(entries);
    assertThat(store.log(1, 2, 2)).isEqualTo(entries.subList(2, 4));
    assertThat(store.log(3, 0, 9)).isEmpty();
  }

  @Test
  void of_two_entries_with_one_number_the_first_counts() {
    DraftStore store = store();
    assertThat(store.append(new LogEntry.Reopened(1, 1, "ann", NOON))).isTrue();
    assertThat(store.append(new LogEntry.Reopened(1, 1, "ben", NOON))).isFalse();
    assertThat(store.append(new LogEntry.Reopened(2, 1, "ben", NOON))).isTrue();
    assertThat(store.log(1, 0, 9)).extracting(LogEntry::by).containsExactly("ann");
  }
}
