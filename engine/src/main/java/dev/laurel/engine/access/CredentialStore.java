package dev.laurel.engine.access;

import dev.laurel.engine.history.HistoryStore;

/**
 * Port: who may ask, and the book of what was done to them. Implementations are thread-safe; a
 * write that returns is durable. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface CredentialStore {
  /** Everybody; {@link Staff#NOBODY} where nobody was ever there. */
  Staff staff();

  /**
   * Puts a staff in the place of the version before it.
   *
   * @return whether it is there now; false where another one came first
   */
  boolean put(Staff staff);

  /** The book of what was done to people and keys. */
  HistoryStore history();
}
