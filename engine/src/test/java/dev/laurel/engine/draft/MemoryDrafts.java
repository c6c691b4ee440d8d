package dev.laurel.engine.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The port kept in memory. Thread-safe. */
public final class MemoryDrafts implements DraftStore {
  private final List<DraftStart> starts = new ArrayList<>();
  private final List<LogEntry> log = new ArrayList<>();

  @Override
  public synchronized Optional<DraftStart> latest() {
    return starts.stream().max((a, b) -> Integer.compare(a.number(), b.number()));
  }

  @Override
  public synchronized Optional<DraftStart> find(int number) {
    return starts.stream().filter(start -> start.number() == number).findFirst();
  }

  @Override
  public synchronized boolean begin(DraftStart start) {
    return find(start.number()).isEmpty() && starts.add(start);
  }

  @Override
  public synchronized List<LogEntry> log(int draft, long after, int limit) {
    return log.stream()
        .filter(entry -> entry.draft() == draft && entry.number() > after)
        .sorted((a, b) -> Long.compare(a.number(), b.number()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean append(LogEntry entry) {
    boolean taken =
        log.stream().anyMatch(e -> e.draft() == entry.draft() && e.number() == entry.number());
    return !taken && log.add(entry);
  }
}
