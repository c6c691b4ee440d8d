package dev.laurel.engine.recording;

import dev.laurel.engine.event.Event;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The name of an event for ever: its source and its id there, as one text.
 *
 * <p>What time alone brings about is named with its member too, since every member has the like.
 */
public final class EventKey {
  /** In a source's name a per cent sign is written as {@code %25}. */
  private static final String AGAIN = "%~";

  /** What keys begin with of what time brings about. */
  private static final String BY_TIME = "time:";

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

  /**
   * Whose event of time this may be the key of: one of these, since ids of members may look like
   * what follows them; nobody's where it is that of an event of another kind.
   */
  static Set<String> membersOf(String key) {
    Set<String> members = new LinkedHashSet<>();
    if (!key.startsWith(BY_TIME)) return members;
    for (int at = key.indexOf(':', BY_TIME.length()); at > 0; at = key.indexOf(':', at + 1))
      members.add(key.substring(BY_TIME.length(), at));
    return members;
  }

  /** The key of what a source calls so; no two pairs share one. */
  public static String of(String source, String id) {
    return Event.nameOf(source, id);
  }
}
