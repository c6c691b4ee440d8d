package dev.laurel.engine.evaluate;

import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Pack;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What an evaluation comes to. Immutable; thread-safe. */
public final class Summary {
  private final FileCount events;
  private final Optional<FileCount> members;
  private final FoldCount folded;
  private final SortedMap<String, Long> usedOfBudgets;
  private final List<Quintiles> snapshots;
  private final Times times;

  /**
   * The rows of one file.
   *
   * @param reasons why rows are left out, by the id of what says so
   */
  record FileCount(RowCount rows, long blankLines, SortedMap<String, String> reasons) {
    void write(JsonWriter to) {
      rows.write(blankLines, reasons, to);
    }
  }

  /**
   * How long it took, in milliseconds. Members are decided on and written by the same threads at
   * once, so that the time for both is parted as the threads spent it.
   *
   * @param reading until all rows were read, mapped and sorted in memory or on disk
   * @param deciding merging them, and folding the members
   * @param writing what came out of it
   */
  public record Times(long reading, long deciding, long writing) {
    static Times of(long reading, long folding, FoldCount folded) {
      long writing =
          Math.round((double) folding * folded.writingNanos / Math.max(1, folded.allNanos));
      return new Times(reading, folding - writing, writing);
    }

    /** All of it. */
    public long all() {
      return reading + deciding + writing;
    }
  }

  Summary(
      FileCount events,
      Optional<FileCount> members,
      FoldCount folded,
      SortedMap<String, Long> usedOfBudgets,
      List<Quintiles> snapshots,
      Times times) {
    this.events = events;
    this.members = members;
    this.folded = folded;
    this.usedOfBudgets = usedOfBudgets;
    this.snapshots = List.copyOf(snapshots);
    this.times = times;
  }

  /** How many rows were read, those of members included. */
  public long rowsRead() {
    return events.rows().read + members.map(file -> file.rows().read).orElse(0L);
  }

  /** How many rows were refused. */
  public long rowsRefused() {
    return events.rows().allRefused() + members.map(file -> file.rows().allRefused()).orElse(0L);
  }

  /** How many rows the mapping left out. */
  public long rowsLeftOut() {
    return events.rows().leftOut.values().stream().mapToLong(Long::longValue).sum();
  }

  public long events() {
    return folded.events;
  }

  public long members() {
    return folded.members;
  }

  public Times times() {
    return times;
  }

  public long eventsPerSecond() {
    return folded.events * 1_000 / Math.max(1, times.all());
  }

  /** What was used of each budget, and who came first. */
  private void budgets(Revision revision, JsonWriter to) {
    SortedMap<String, BudgetPlan> budgets = revision.budgets();
    if (budgets.isEmpty()) return;
    to.key("budgets").open();
    budgets.forEach((key, budget) -> {
      int decimals = budget.decimals();
      to.key(key).open().key("total").shortDecimal(budget.total(), decimals);
      to.key("used").shortDecimal(usedOfBudgets.getOrDefault(key, 0L), decimals).close();
    });
    to.close().key("budgetsGo").text("by the order of the members' ids, not by time");
  }

  /** Writes the summary; all but its last five keys follow from what was evaluated alone. */
  void write(Revision revision, EventTerms terms, JsonWriter to) {
    Pack pack = revision.pack();
    to.open().key("pack").text(pack.pack().id()).key("version").text(pack.pack().version());
    to.key("revision").text(revision.digest());
    events.write(to.key("rows"));
    members.ifPresent(file -> file.write(to.key("memberRows")));
    to.key("events").number(folded.events).key("decisions").number(folded.decisions);
    to.key("members").number(folded.members);
    folded.write(pack, terms, to);
    budgets(revision, to);
    if (!snapshots.isEmpty()) {
      to.key("snapshots").openList();
      snapshots.forEach(each -> DecisionJson.write(each, to));
      to.closeList();
    }
    to.key("seconds").decimal(times.all(), 3).key("eventsPerSecond").number(eventsPerSecond());
    to.key("secondsReading").decimal(times.reading(), 3);
    to.key("secondsDeciding").decimal(times.deciding(), 3);
    to.key("secondsWriting").decimal(times.writing(), 3);
    to.close().endLine();
  }
}
