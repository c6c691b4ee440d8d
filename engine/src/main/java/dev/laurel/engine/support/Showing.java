package dev.laurel.engine.support;

import dev.laurel.engine.access.Refusal;
import dev.laurel.rules.language.Datum;

/** What came of asking for something personal. Closed family, immutable. */
public sealed interface Showing {
  /** It may be seen, and that it was is recorded. */
  record Shown(Datum value) implements Showing {
    /** Nothing of it, so that none gets into a log. */
    @Override
    public String toString() {
      return "Shown[...]";
    }
  }

  /**
   * Nothing is shown, and nothing was recorded. Codes: {@code no-reason}, {@code long-reason},
   * {@code nothing-known}.
   */
  record Refused(Refusal refusal) implements Showing {}
}
