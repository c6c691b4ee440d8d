package dev.laurel.engine.recording;

import java.time.Duration;
import java.util.Optional;

/**
 * Port: who does a work that one process at a time should do. Correctness must not rest on it: a
 * process that is held up may go on after its lease ended. Implementations are thread-safe and know
 * the true time; each instance is a holder of its own. All methods may throw {@link
 * StoreUnavailableException}.
 */
public interface LeaseStore {
  /**
   * Takes a lease that nobody holds, whose time is over, or that this instance holds already.
   *
   * @param name of the work
   * @return how far the work was done, as the last holder noted; an empty text where nobody did;
   *     empty where another one holds it
   */
  Optional<String> take(String name, Duration length);

  /** Notes how far the work is done; whether the lease is still this instance's. */
  boolean note(String name, String progress);

  /** Gives it up, where it is this instance's. */
  void release(String name);
}
