package dev.laurel.engine.embedded;

/**
 * How an embedded server treats its disk.
 *
 * @param fsync whether a write is acknowledged only when the device has it, so that it outlives a
 *     loss of power; without, it outlives the end of the process in any manner
 * @param reserveBytes below how many free bytes of disk writes are refused, 0 or more
 */
public record Settings(boolean fsync, long reserveBytes) {
  private static final long RESERVE = 64L << 20;

  public Settings {
    if (reserveBytes < 0)
      throw new IllegalArgumentException(
          "The reserve (%d bytes) must not be negative.".formatted(reserveBytes));
  }

  /** Every acknowledged write outlives a loss of power. */
  public static Settings safe() {
    return new Settings(true, RESERVE);
  }

  /** Faster: acknowledged writes outlive the process, but not a loss of power. */
  public static Settings fast() {
    return new Settings(false, RESERVE);
  }
}
