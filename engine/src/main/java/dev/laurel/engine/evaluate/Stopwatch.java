package dev.laurel.engine.evaluate;

import java.time.Clock;
import java.time.Instant;

/** Tells how much time went by, by a clock that is given. Thread-safe. */
record Stopwatch(Clock clock) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_MILLI = 1_000_000L;

  /** Nanoseconds since 1970-01-01T00:00:00Z; of use as differences. */
  long nanos() {
    Instant now = clock.instant();
    return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
  }

  /** The same in whole milliseconds. */
  static long millis(long nanos) {
    return nanos / NANOS_PER_MILLI;
  }
}
