package dev.laurel.engine.recording;

import dev.laurel.engine.event.Event;

/**
 * The name of an event for ever: its source and its id there, as one text.
 *
 * <p>What time alone brings about is named with its member too, since every member has the like.
 */
public final class EventKey {
  /** In a source's name a per cent sign is written as {@code %25}. */
  private static final String AGAIN = "%~";

  private EventKey() {}

  /** The key of an event. */
  public static String of(Event event) {
    return event.body() instanceof Event.Body.Due
        ? of(event.source(), event.member() + ":" + event.id())
        : of(event.source(), event.id());
  }

  /**
   * The key of what is decided of an event when it is decided once more; no event has one like it.
   *
   * @param times how often it is decided then, from 2
   */
  static String again(String key, int times) {
    return AGAIN + times + ":" + key;
  }

  /** The key of the event itself, where this is one of a further decision on it. */
  public static String first(String key) {
    return key.startsWith(AGAIN) ? key.substring(key.indexOf(':') + 1) : key;
  }

  /** The key of what a source calls so; no two pairs share one. */
  public static String of(String source, String id) {
    return Event.nameOf(source, id);
  }
}
