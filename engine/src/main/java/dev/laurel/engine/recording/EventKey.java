package dev.laurel.engine.recording;

import dev.laurel.engine.event.Event;

/**
 * The name of an event for ever: its source and its id there, as one text.
 *
 * <p>What time alone brings about is named with its member too, since every member has the like.
 */
public final class EventKey {
  private EventKey() {}

  /** The key of an event. */
  public static String of(Event event) {
    return event.body() instanceof Event.Body.Due
        ? of(event.source(), event.member() + ":" + event.id())
        : of(event.source(), event.id());
  }

  /** The key of what a source calls so; no two pairs share one. */
  public static String of(String source, String id) {
    return Event.nameOf(source, id);
  }
}
