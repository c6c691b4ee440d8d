package dev.laurel.engine.recording;

import java.time.Duration;

/** What came of recording an event. Closed family, immutable. */
public sealed interface Recording {
  /** The event was decided now. */
  record Recorded(Applied applied) implements Recording {}

  /** The event was decided before, with the same content; this is the answer of then. */
  record Replayed(Applied applied) implements Recording {}

  /**
   * Another event has the same source and id; nothing was changed.
   *
   * @param recorded the event that came first
   */
  record Conflict(String key, Claim recorded) implements Recording {}

  /** The event lies further ahead than clocks may differ; it was not claimed. */
  record Ahead(Duration by) implements Recording {}

  /**
   * Too many others write to the same member at once. The event is claimed and will be decided; the
   * same event can be sent again to learn what came of it.
   */
  record Busy(Duration retryAfter) implements Recording {}
}
