package dev.laurel.engine.budget;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.BudgetPlan;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Budgets for whoever decides one event after the other: what is left of a budget is what decisions
 * that were added have not used. Not thread-safe.
 */
public final class BudgetsInMemory implements Grants {
  private final SortedMap<String, Long> used = new TreeMap<>();

  /** Nothing is used yet. */
  public BudgetsInMemory() {}

  /** So much is used, by the budgets' keys. */
  public BudgetsInMemory(Map<String, Long> used) {
    this.used.putAll(used);
  }

  @Override
  public Grant take(BudgetPlan budget, Event event, long wanted) {
    long left = Math.max(0, budget.total() - used.getOrDefault(budget.key(), 0L));
    return new Grant(Math.min(left, wanted), 1);
  }

  /** What a decision used is gone. */
  public void add(Decision decision) {
    if (decision.given().shares().isEmpty()) return;
    decision.given().used().forEach((key, units) -> used.merge(key, units, Math::addExact));
  }

  /** A decision that was added does not count: what it used is there again. */
  public void takeBack(Decision decision) {
    if (decision.given().shares().isEmpty()) return;
    decision.given().used().forEach((key, units) -> used.merge(key, -units, Math::addExact));
  }

  /** What was used so far, by the budgets' keys. */
  public SortedMap<String, Long> used() {
    return new TreeMap<>(used);
  }
}
