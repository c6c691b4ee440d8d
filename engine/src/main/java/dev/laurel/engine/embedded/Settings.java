package dev.laurel.engine.embedded;

import java.time.Duration;

/**
 * How an embedded server treats its disk.
 *
 * @param fsync whether a write is acknowledged only when the device has it, so that it outlives a
 *     loss of power; without, it outlives the end of the process in any manner
 * @param reserveBytes below how many free bytes of disk writes are refused, 0 or more
 * @param compactionAtClose how long closing may take to shrink the file, 0 or more
 */
public record Settings(boolean fsync, long reserveBytes, Duration compactionAtClose) {
  private static final long RESERVE = 64L << 20;
  private static final Duration COMPACTION = Duration.ofSeconds(2);

  public Settings {
    if (reserveBytes < 0)
      throw new IllegalArgumentException(
          "The reserve (%d bytes) must not be negative.".formatted(reserveBytes));
    if (compactionAtClose.isNegative() || compactionAtClose.compareTo(Duration.ofHours(1)) > 0)
      throw new IllegalArgumentException(
          "The time for compaction (%s) must be from 0 to 1 hour.".formatted(compactionAtClose));
  }

  /** Every acknowledged write outlives a loss of power. */
  public static Settings safe() {
    return new Settings(true, RESERVE, COMPACTION);
  }

  /** Faster: acknowledged writes outlive the process, but not a loss of power. */
  public static Settings fast() {
    return new Settings(false, RESERVE, COMPACTION);
  }
}
