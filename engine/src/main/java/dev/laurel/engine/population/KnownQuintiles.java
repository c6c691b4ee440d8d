package dev.laurel.engine.population;

import dev.laurel.engine.fold.Population;
import dev.laurel.engine.member.Quintiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The snapshots of the population as they are kept. Thread-safe.
 *
 * <p>Several processes may decide by them. Each reads them again and again; a snapshot holds no
 * sooner than {@link #NOTICE} after it was kept, so that each process that then decides knows it,
 * and whoever decides again of the same instant decides by the same one.
 */
public final class KnownQuintiles implements Population {
  /** For so long after they were read it may be decided by them. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /**
   * So much after it was kept a snapshot holds: the lease, how far events may lie ahead, and how
   * far clocks differ.
   */
  public static final Duration NOTICE = Duration.ofMinutes(10);

  /** They need not be kept in the order of the instants from which on they hold. */
  private static final Duration OVERLAP = Duration.ofHours(1);

  /**
   * What was read.
   *
   * @param atNanos when the reading began
   */
  private record Known(TreeMap<Instant, Quintiles> all, long atNanos) {}

  private final QuintileStore store;
  private final LongSupplier nanos;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Optional<Known> known = Optional.empty();

  /**
   * @param nanos a clock that only goes forward
   */
  public KnownQuintiles(QuintileStore store, LongSupplier nanos) {
    this.store = store;
    this.nanos = nanos;
  }

  @Override
  public Optional<Quintiles> at(Instant asOf) {
    Optional<Known> before = known;
    Known now = before.filter(this::isFresh).orElseGet(() -> read(nanos.getAsLong()));
    return Optional.ofNullable(now.all().floorEntry(asOf)).map(Map.Entry::getValue);
  }

  /** The last one that is kept, whether it holds already or not. */
  Optional<Quintiles> newest() {
    return Optional.ofNullable(read(nanos.getAsLong()).all().lastEntry()).map(Map.Entry::getValue);
  }

  private boolean isFresh(Known read) {
    return nanos.getAsLong() - read.atNanos() <= LEASE.toNanos();
  }

  private Known read(long asked) {
    reading.lock();
    try {
      // Whoever waited may find them read meanwhile.
      if (known.isPresent() && known.get().atNanos() - asked > 0) return known.get();
      long now = nanos.getAsLong();
      TreeMap<Instant, Quintiles> all =
          known.map(Known::all).map(TreeMap::new).orElseGet(TreeMap::new);
      Instant from = all.isEmpty() ? Instant.EPOCH : all.lastKey().minus(OVERLAP);
      for (Quintiles each : store.from(from)) all.put(each.from(), each);
      Known read = new Known(all, now);
      known = Optional.of(read);
      return read;
    } finally {
      reading.unlock();
    }
  }
}
