package dev.laurel.engine.population;

import dev.laurel.engine.member.Quintiles;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Snapshots kept in memory, as plainly as possible. Thread-safe. */
public final class QuintilesInMemory implements QuintileStore {
  private final TreeMap<Instant, Quintiles> all = new TreeMap<>();

  @Override
  public synchronized void keep(Quintiles quintiles) {
    all.putIfAbsent(quintiles.from(), quintiles);
  }

  @Override
  public synchronized List<Quintiles> from(Instant instant) {
    return List.copyOf(all.tailMap(instant, true).values());
  }
}
