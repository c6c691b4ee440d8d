package dev.laurel.engine.random;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.rules.language.Pack;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A pack, what happens to one member under it, and until when time passes. Immutable.
 *
 * @param used what other members have used of budgets, by their keys: millionths, or places
 * @param population snapshots of all members, in the order of the instants from which they hold
 * @param events in their order
 * @param end not before the last event
 */
public record Case(
    Pack pack,
    Map<String, Long> used,
    List<Quintiles> population,
    List<Event> events,
    Instant end) {
  public Case {
    used = Map.copyOf(used);
    population = List.copyOf(population);
    events = List.copyOf(events);
  }
}
