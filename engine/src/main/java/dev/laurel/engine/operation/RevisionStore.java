package dev.laurel.engine.operation;

import java.util.Optional;

/**
 * Port: the revisions of a programme, which only grow in number. Implementations are thread-safe; a
 * write that returns is durable. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface RevisionStore {
  /** The revision with the highest number; empty where none was put in force yet. */
  Optional<StoredRevision> inForce();

  /** The first revision with this digest. */
  Optional<StoredRevision> find(String digest);

  /**
   * Adds a revision.
   *
   * @return whether it is there now; false where another one with its number came first
   */
  boolean append(StoredRevision revision);
}
