package dev.laurel.engine.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The port kept in memory. Thread-safe. */
public final class MemoryHistory implements HistoryStore {
  private final List<HistoryRecord> records = new ArrayList<>();

  @Override
  public synchronized Optional<HistoryRecord> last() {
    return records.isEmpty() ? Optional.empty() : Optional.of(records.getLast());
  }

  @Override
  public synchronized List<HistoryRecord> after(long number, int limit) {
    return records.stream().filter(record -> record.number() > number).limit(limit).toList();
  }

  @Override
  public synchronized boolean holds(String key) {
    return records.stream().anyMatch(record -> record.entry().key().equals(key));
  }

  @Override
  public synchronized boolean append(HistoryRecord record) {
    if (records.stream().anyMatch(r -> r.number() == record.number())) return false;
    return records.add(record);
  }

  /** Does what nobody may. */
  synchronized void tamper(UnaryOperator<List<HistoryRecord>> how) {
    List<HistoryRecord> after = how.apply(new ArrayList<>(records));
    records.clear();
    records.addAll(after);
  }
}
