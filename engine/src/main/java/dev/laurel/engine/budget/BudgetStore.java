package dev.laurel.engine.budget;

import java.util.List;
import java.util.Optional;

/**
 * Port: budgets, and notes of which events may use which share. Implementations are thread-safe; a
 * write that returns is durable. All methods may throw when the store cannot be reached; then the
 * write may or may not have happened, and may still happen.
 */
public interface BudgetStore {
  Optional<BudgetRecord> find(String key);

  /** Budgets in the order of their keys after this one, at most so many. */
  List<BudgetRecord> page(String after, int limit);

  /**
   * Puts a record in the place of the one with the version before it; the first one where there is
   * none.
   *
   * @return whether it is there now; false where another one came first
   */
  boolean put(BudgetRecord record);

  /** Notes that an event may use a share; nothing changes where that is noted already. */
  void note(String budget, long share, String event);

  /** The events that are noted of a share, in their order after this one, at most so many. */
  List<String> noted(String budget, long share, String after, int limit);

  /** Forgets all notes of a share. */
  void forget(String budget, long share);
}
