package dev.laurel.engine.governance;

import dev.laurel.rules.pack.PackResult;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: puts revisions in force. Implementations are thread-safe and may be asked the same again,
 * by another process too, which then changes nothing. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface Publishing {
  /**
   * Publishes a pack.
   *
   * @param number that the revision is to have, unless it was taken for something else meanwhile;
   *     where that number has this digest already, it is accepted as it is
   * @param at when it takes force; as soon as can be where empty
   */
  Outcome publish(int number, PackResult.Read pack, Optional<Instant> at);

  /** Cancels a revision that has not taken force; one that was cancelled already is accepted. */
  Outcome cancel(int number);

  /** What came of it. */
  sealed interface Outcome {
    /**
     * It is so.
     *
     * @param number that the revision has
     * @param inForceSince when the revision takes force, or would have
     */
    record Accepted(int number, Instant inForceSince) implements Outcome {}

    /**
     * It cannot be, such as when the pack uses what is not evaluated.
     *
     * @param code stable, in kebab case
     * @param sentence why, and what to do; English
     */
    record Refused(String code, String sentence) implements Outcome {}
  }
}
