package dev.laurel.engine.operation;

import dev.laurel.engine.budget.LeaseClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clock by which a programme runs: the true one, or for a demonstration one that can be put
 * forward, never back. How far it is ahead is kept, so that a restart does not turn time back.
 * Thread-safe.
 */
public final class LaurelClock implements InstantSource {
  /** The furthest that a clock may be put forward in all: a hundred years. */
  public static final Duration MOST_AHEAD = Duration.ofDays(36_525);

  private final InstantSource source;
  private final LongSupplier nanos;
  private final ClockStore store;
  private final boolean demo;
  private volatile Duration ahead;

  private LaurelClock(
      InstantSource source, LongSupplier nanos, ClockStore store, boolean demo, Duration ahead) {
    this.source = source;
    this.nanos = nanos;
    this.store = store;
    this.demo = demo;
    this.ahead = ahead;
  }

  /**
   * The clock of a store.
   *
   * @param source the true time
   * @param nanos how much of it went by, in nanoseconds since some moment
   * @param demo whether it may be put forward
   * @throws NotOpenedException when it was put forward before and may not be now
   */
  public static LaurelClock of(
      InstantSource source, LongSupplier nanos, ClockStore store, boolean demo) {
    Duration ahead = store.ahead();
    if (!demo && !ahead.isZero())
      throw new NotOpenedException(
          """
          The programme was not started: its clock was put forward by %s for a demonstration.
          By the true time, what was recorded since would lie in the future.
          Start it with the demo clock, or give the true programme a store of its own.\
          """
              .formatted(inWords(ahead)));
    return new LaurelClock(source, nanos, store, demo, ahead);
  }

  private static String inWords(Duration ahead) {
    return "%d days, %d hours and %d minutes"
        .formatted(ahead.toDays(), ahead.toHoursPart(), ahead.toMinutesPart());
  }

  @Override
  public Instant instant() {
    return source.instant().plus(ahead);
  }

  /** The true time, which other processes go by too, however far this clock is put forward. */
  LeaseClock leases() {
    return new LeaseClock(source, nanos);
  }

  /** Whether it may be put forward. */
  public boolean isDemo() {
    return demo;
  }

  /** How far it is ahead of the true time. */
  public Duration ahead() {
    return ahead;
  }

  /**
   * Puts it forward.
   *
   * @throws IllegalStateException when it is not for a demonstration
   * @throws IllegalArgumentException when it would go back, or further than {@link #MOST_AHEAD}
   */
  public synchronized void advance(Duration by) {
    if (!demo) throw new IllegalStateException("The clock shows the true time and is not moved.");
    if (by.isNegative())
      throw new IllegalArgumentException("The clock is put forward only, not by %s.".formatted(by));
    if (by.compareTo(MOST_AHEAD.minus(ahead)) > 0)
      throw new IllegalArgumentException(
          "The clock is put forward by a hundred years in all at most.");
    Duration all = ahead.plus(by);
    store.advance(all);
    ahead = all;
  }
}
