package dev.laurel.engine.evaluate;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.event.EventCodec;
import dev.laurel.engine.spill.Merge;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Folds groups of connected members, one after the other. Lines are handed on whenever there are
 * many, so that a large group needs memory for its states only. Not thread-safe.
 */
final class GroupFolding {
  /** So many members and pools are folded together at most. */
  static final int MOST = 100_000;

  private static final int LINES_AT_ONCE = 1 << 20;

  private final FoldPlan plan;
  private final Groups groups;
  private final int most;
  private final EventCodec codec = new EventCodec();
  private final BinaryReader row = new BinaryReader();
  private final Folded folded = new Folded();

  GroupFolding(FoldPlan plan, Groups groups) {
    this(plan, groups, MOST);
  }

  GroupFolding(FoldPlan plan, Groups groups, int most) {
    this.plan = plan;
    this.groups = groups;
    this.most = most;
  }

  /**
   * @param rows of connected members, by group and time
   * @param done is told how many rows were folded
   */
  void fold(Merge rows, Ordered.Sink<Folded> sink, LongConsumer done) throws IOException {
    long start = plan.watch().nanos();
    folded.clear(plan.files().size());
    String name = "";
    Optional<GroupFold> open = Optional.empty();
    long count = 0;
    while (rows.next()) {
      row.over(rows.bytes(), rows.from(), rows.to());
      String group = Rows.group(row);
      if (!group.equals(name)) {
        open.ifPresent(each -> each.end(folded));
        name = group;
        open = groups.size(group) > most ? Optional.empty() : Optional.of(new GroupFold(plan));
      }
      StoredRow stored = StoredRow.read(codec, row);
      if (open.isPresent()) open.get().add(stored, folded);
      else refuse(stored, groups.size(group));
      count++;
      if (folded.decisions.size() + folded.refused.size() > LINES_AT_ONCE) hand(sink, done, count);
    }
    if (count == 0) return;
    open.ifPresent(each -> each.end(folded));
    folded.count.allNanos += plan.watch().nanos() - start;
    hand(sink, done, count);
  }

  private void hand(Ordered.Sink<Folded> sink, LongConsumer done, long count) throws IOException {
    sink.take(folded);
    folded.clear(plan.files().size());
    done.accept(count);
  }

  private void refuse(StoredRow of, int size) {
    new MemberFold(plan, of.event().member())
        .refuse(
            of,
            "group-too-large",
            "Gifts, referrals and pools connect %d members with one another, and %d are evaluated together at most. Import the history into a store."
                .formatted(size, most),
            folded);
    folded.count.events++;
  }
}
