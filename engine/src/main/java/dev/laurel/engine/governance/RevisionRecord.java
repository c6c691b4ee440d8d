package dev.laurel.engine.governance;

import java.time.Instant;
import java.util.Optional;

/**
 * How a revision came to be. Immutable.
 *
 * @param origin who wrote, submitted, approved and published it
 * @param cancelled that it was cancelled before it took force
 */
public record RevisionRecord(
    int number,
    String digest,
    Instant inForceSince,
    Origin origin,
    Optional<Cancellation> cancelled) {
  /** Where it came from. */
  public sealed interface Origin {
    /** It was put in force when the programme was first started. */
    record SetUp(Instant at) implements Origin {}

    record Reviewed(Submission submission, Approval approval, String by, Instant at, String why)
        implements Origin {}
  }

  /** Who cancelled it, and why. */
  public record Cancellation(String by, Instant at, String why) {}

  RevisionRecord cancelled(Cancellation by) {
    return new RevisionRecord(number, digest, inForceSince, origin, Optional.of(by));
  }
}
