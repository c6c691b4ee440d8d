package dev.laurel.engine.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the revisions of a programme, which only grow in number. Implementations are thread-safe; a
 * write that returns is durable. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface RevisionStore {
  /**
   * A revision without its pack. Immutable.
   *
   * @param withdrawn whether it was taken back before it came into force
   */
  record Head(int number, String digest, Instant inForceSince, boolean withdrawn) {}

  /** All of them, in the order of their numbers. */
  List<Head> heads();

  /** The first revision with this digest. */
  Optional<StoredRevision> find(String digest);

  /** The revision of this number. */
  Optional<StoredRevision> find(int number);

  /**
   * Adds a revision.
   *
   * @return whether it is there now; false where another one with its number came first
   */
  boolean append(StoredRevision revision);

  /** Notes that a revision is withdrawn; does nothing where there is none of the number. */
  void withdraw(int number);
}
