package dev.laurel.engine.draft;

import dev.laurel.engine.access.Refusal;
import java.util.List;

/** What came of an edit. Immutable. */
public sealed interface EditResult {
  /** It is stored; so the draft is now, as whoever edited sees it. */
  record Saved(DraftView draft) implements EditResult {}

  /** Somebody else changed the same words since; nothing was stored. At least one clash. */
  record Conflict(List<Clash> clashes) implements EditResult {
    public Conflict {
      clashes = List.copyOf(clashes);
    }
  }

  /**
   * Nothing was stored. Codes: {@code in-review}, {@code another-draft}, {@code rebased}, {@code
   * not-there}, {@code already-there}, {@code no-id}, {@code bad-value}, {@code too-large}, {@code
   * nothing-to-undo}, {@code nothing-to-redo}, {@code changed-since}, {@code no-such-revision},
   * {@code up-to-date}.
   */
  record Refused(Refusal refusal) implements EditResult {}
}
