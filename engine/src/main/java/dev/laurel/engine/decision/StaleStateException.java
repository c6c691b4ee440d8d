package dev.laurel.engine.decision;

/** A state was folded under other metrics than the revision counts; fold the member again. */
public final class StaleStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleStateException(String member, String has, String needs) {
    super(
        """
        The state of member %s counts the metrics %s, the revision needs %s.
        What was not counted cannot be guessed: fold the member's events again under this revision.\
        """
            .formatted(member, has, needs));
  }
}
