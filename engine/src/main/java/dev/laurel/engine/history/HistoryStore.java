package dev.laurel.engine.history;

import java.util.List;
import java.util.Optional;

/**
 * Port: one book of records, which only grows. Implementations are thread-safe; a write that
 * returns is durable. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface HistoryStore {
  /** The record with the highest number. */
  Optional<HistoryRecord> last();

  /** Records after this number in their order, at most so many. */
  List<HistoryRecord> after(long number, int limit);

  /** Whether a record has this key. */
  boolean holds(String key);

  /**
   * Adds a record.
   *
   * @return whether it is there now; false where another one with its number came first
   */
  boolean append(HistoryRecord record);
}
