package dev.laurel.engine.population;

import dev.laurel.engine.member.Quintiles;
import java.time.Instant;
import java.util.List;

/**
 * Port: snapshots of the population, which are kept for ever. Implementations are thread-safe; a
 * write that returns is durable. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface QuintileStore {
  /** Keeps a snapshot; one that holds from the same instant on and is there already stays. */
  void keep(Quintiles quintiles);

  /** Those that hold from this instant on or a later one, in the order of these instants. */
  List<Quintiles> from(Instant instant);
}
