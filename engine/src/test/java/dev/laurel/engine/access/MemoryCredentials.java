package dev.laurel.engine.access;

import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.history.MemoryHistory;

/** The port kept in memory. Thread-safe. */
public final class MemoryCredentials implements CredentialStore {
  private final MemoryHistory history = new MemoryHistory();
  private Staff staff = Staff.NOBODY;

  @Override
  public synchronized Staff staff() {
    return staff;
  }

  @Override
  public synchronized boolean put(Staff next) {
    if (next.version() != staff.version() + 1) return false;
    staff = next;
    return true;
  }

  @Override
  public HistoryStore history() {
    return history;
  }
}
