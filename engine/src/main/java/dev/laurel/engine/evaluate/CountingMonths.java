package dev.laurel.engine.evaluate;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.event.EventCodec;
import dev.laurel.engine.population.CountedMonths;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.spill.Merge;
import dev.laurel.engine.spill.Spill;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the members of a history at the start of each month, before it is evaluated: who bought
 * what does not depend on segments, so that a fold that knows of none tells it. Not thread-safe.
 */
final class CountingMonths {
  private final Revision revision;
  private final Spill history;
  private final FoldPlan plan;
  private final EventCodec codec = new EventCodec();
  private final BinaryReader row = new BinaryReader();

  /**
   * @param plan with a fold that knows of no population, and that writes nothing
   */
  CountingMonths(Spill history, FoldPlan plan) {
    this.revision = plan.fold().decider().revision();
    this.history = history;
    this.plan = plan;
  }

  /**
   * Goes through the history as often as it takes.
   *
   * @return empty where nothing happened
   */
  Optional<CountedMonths> count() throws IOException, InterruptedException {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    Merge rows = history.merge();
    while (rows.next()) {
      Instant at = read(rows).event().occurredAt();
      if (at.isBefore(first)) first = at;
      if (at.isAfter(last)) last = at;
    }
    if (last.isBefore(first)) return Optional.empty();
    CountedMonths months = new CountedMonths(revision, first, plan.until().orElse(last));
    do pass(months);
    while (months.endPass());
    return Optional.of(months);
  }

  private StoredRow read(Merge rows) {
    return StoredRow.read(codec, row.over(rows.bytes(), rows.from(), rows.to()));
  }

  private void pass(CountedMonths months) throws IOException, InterruptedException {
    FoldPlan anew = plan.with(new BudgetsInMemory());
    Folded nothing = new Folded();
    Merge rows = history.merge();
    @Nullable MemberFold open = null;
    CountedMonths.Member member = months.member();
    while (rows.next()) {
      if (Thread.interrupted()) throw new InterruptedException();
      StoredRow stored = read(rows);
      if (open == null || !open.member().equals(stored.event().member())) {
        if (open != null) member.end(open.state());
        nothing.clear(plan.files().size());
        open = new MemberFold(anew, stored.event().member(), Company.UNHEEDED);
        member = months.member();
      }
      member.upTo(stored.event().occurredAt(), open.state());
      open.add(stored, nothing);
    }
    if (open != null) member.end(open.state());
  }
}
