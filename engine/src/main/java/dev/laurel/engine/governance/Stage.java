package dev.laurel.engine.governance;

import java.time.Instant;
import java.util.Optional;

/** How far the draft is on its way. Closed family, immutable: each stage knows what led to it. */
public sealed interface Stage {
  /** It is edited; nothing was submitted, or it was withdrawn, sent back or published. */
  record Editing() implements Stage {}

  record InReview(Submission submission) implements Stage {}

  record Approved(Submission submission, Approval approval) implements Stage {}

  /**
   * It is being published; ended by whoever looks next, should the process die.
   *
   * @param revision the number that it is to have
   * @param by who publishes it
   * @param inForceAt as soon as can be where empty
   */
  record Publishing(
      Submission submission,
      Approval approval,
      int revision,
      String by,
      String why,
      Optional<Instant> inForceAt)
      implements Stage {}
}
