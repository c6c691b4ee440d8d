package dev.laurel.engine.random;

import dev.laurel.engine.event.Event;
import dev.laurel.rules.language.Pack;
import java.time.Instant;
import java.util.List;

/**
 * A pack, what happens to one member under it, and until when time passes. Immutable.
 *
 * @param events in their order
 * @param end not before the last event
 */
public record Case(Pack pack, List<Event> events, Instant end) {
  public Case {
    events = List.copyOf(events);
  }
}
