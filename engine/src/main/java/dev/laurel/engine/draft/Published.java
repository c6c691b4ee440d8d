package dev.laurel.engine.draft;

import dev.laurel.rules.pack.PackResult;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: the revisions that were put in force or are to be. Implementations are thread-safe. All
 * methods may throw {@link dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface Published {
  /** The one with the highest number that was not cancelled, whether or not it is in force yet. */
  Numbered latest();

  /** The first one with this digest, a cancelled one too. */
  Optional<Numbered> find(String digest);

  /**
   * A revision with its number.
   *
   * @param inForceSince from when on events are decided by it; may lie ahead
   */
  record Numbered(int number, Instant inForceSince, PackResult.Read pack) {
    public String digest() {
      return pack.digest();
    }
  }
}
