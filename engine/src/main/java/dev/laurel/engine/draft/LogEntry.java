package dev.laurel.engine.draft;

import dev.laurel.rules.tree.Alteration;
import java.time.Instant;
import java.util.List;

/** What was done to a draft. Closed family, immutable. */
public sealed interface LogEntry {
  /** The draft's number. */
  int draft();

  /** Counts the entries of a draft, from 1; the draft's version after it. */
  long number();

  String by();

  Instant at();

  /**
   * A step of editing.
   *
   * @param step what the step is called, by whoever took it
   * @param of the step that is taken back or taken again; the entry's own number where it is new
   */
  record Edited(
      int draft,
      long number,
      String by,
      Instant at,
      String step,
      Kind kind,
      long of,
      List<Alteration> alterations)
      implements LogEntry {
    public Edited {
      alterations = List.copyOf(alterations);
    }
  }

  /** Which way a step goes. */
  enum Kind {
    DONE,
    UNDONE,
    REDONE
  }

  /**
   * Submitted: from now on nothing is edited.
   *
   * @param digest of the pack as it was submitted
   */
  record Sealed(int draft, long number, String by, Instant at, String digest) implements LogEntry {}

  /** Edited again, since it was withdrawn or sent back. */
  record Reopened(int draft, long number, String by, Instant at) implements LogEntry {}

  /** Published: whoever edits now begins another draft. */
  record Closed(int draft, long number, String by, Instant at) implements LogEntry {}

  /**
   * Begun with a later revision: what was done is done to that one.
   *
   * @param keep what counts where both changed the same
   */
  record Rebased(
      int draft, long number, String by, Instant at, int baseRevision, String baseDigest, Side keep)
      implements LogEntry {}

  /** Whose words are kept. */
  enum Side {
    DRAFT,
    REVISION
  }
}
