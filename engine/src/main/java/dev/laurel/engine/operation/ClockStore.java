package dev.laurel.engine.operation;

import java.time.Duration;

/**
 * Port: how far a programme's clock was put forward for a demonstration. Implementations are
 * thread-safe; a write that returns is durable. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface ClockStore {
  /** Zero where the clock was never put forward. */
  Duration ahead();

  /** Notes that it is put forward so far; one that is further ahead already stays so. */
  void advance(Duration ahead);
}
