package dev.laurel.engine.overview;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Port: overviews, one for each day. Implementations are thread-safe; a write that returns is
 * durable. All methods may throw {@link dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface OverviewStore {
  /** Puts the overview of a day in the place of the one of that day that was there. */
  void put(LocalDate day, Overview overview);

  /** The latest one. */
  Optional<Overview> latest();

  /** The last one of this day or a day before it; where there is none, the first one. */
  Optional<Overview> onOrBefore(LocalDate day);
}
