package dev.laurel.engine.draft;

import java.util.List;
import java.util.Optional;

/**
 * Port: drafts and their logs, which only grow. Implementations are thread-safe; a write that
 * returns is durable. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface DraftStore {
  /** The most bytes of an entry's alterations as {@link Alterations#write} writes them. */
  int MOST_BYTES = 15 << 20;

  /** The draft with the highest number. */
  Optional<DraftStart> latest();

  /** The draft of this number. */
  Optional<DraftStart> find(int number);

  /**
   * Begins a draft.
   *
   * @return whether it is there now; false where another one with its number came first
   */
  boolean begin(DraftStart start);

  /** Entries of a draft after this number in their order, at most so many. */
  List<LogEntry> log(int draft, long after, int limit);

  /**
   * Adds an entry.
   *
   * @return whether it is there now; false where another one with its number came first
   */
  boolean append(LogEntry entry);
}
