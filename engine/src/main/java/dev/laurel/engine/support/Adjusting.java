package dev.laurel.engine.support;

import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.operation.Tried;

/** What came of adjusting points, or would come of it. Closed family, immutable. */
public sealed interface Adjusting {
  /**
   * The event stands in the member's timeline.
   *
   * @param key of the event, see {@link dev.laurel.engine.recording.EventKey}
   */
  record Adjusted(String key) implements Adjusting {}

  /**
   * The event is claimed and will be decided: carried out or refused, as the timeline will tell.
   *
   * @param key of the event
   */
  record Underway(String key) implements Adjusting {}

  /** What it would do; nothing of it is kept. */
  record Would(Tried tried) implements Adjusting {}

  /**
   * Nothing was done. Codes: {@code no-reason}, {@code long-reason}, {@code no-points}, {@code
   * bad-points}, {@code unknown-points}, {@code unknown-member}, {@code not-recorded}, and those of
   * decisions.
   */
  record Refused(Refusal refusal) implements Adjusting {}
}
