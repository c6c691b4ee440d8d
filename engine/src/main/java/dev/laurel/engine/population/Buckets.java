package dev.laurel.engine.population;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;

/**
 * Counts values from a lowest to a highest one in some thousand buckets, and how many lie below.
 * Not thread-safe.
 *
 * <p>Everywhere at once the buckets are as wide as a sixty-fourth of the values in them; closer
 * they are of the same width.
 */
final class Buckets {
  /** A power of 2, so that buckets of the same width are found by shifting. */
  private static final int BITS = 12;

  /** Numbers are told apart to so many bits behind their first. */
  private static final int FINE_BITS = 6;

  private static final int FINE = 1 << FINE_BITS;

  /** So many buckets hold all numbers from 0 on. */
  private static final int HALF = (Long.SIZE - 1 - FINE_BITS) * FINE + FINE;

  private final long low;
  private final long high;
  private final boolean everywhere;
  private final int shift;
  private final long[] counts;
  private long below;

  private Buckets(long low, long high, boolean everywhere) {
    this.low = low;
    this.high = high;
    this.everywhere = everywhere;
    this.shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(high - low) - BITS);
    this.counts = new long[everywhere ? 2 * HALF : (int) ((high - low) >>> shift) + 1];
  }

  static Buckets everywhere() {
    return new Buckets(Long.MIN_VALUE, Long.MAX_VALUE, true);
  }

  static Buckets read(BinaryReader from) {
    boolean everywhere = from.take() == 1;
    Buckets read = new Buckets(from.number(), from.number(), everywhere);
    read.below = from.count();
    for (int left = from.size(); left > 0; left--)
      read.counts[Math.toIntExact(from.count())] = from.count();
    return read;
  }

  /** Most buckets of most amounts are empty, and those are not written. */
  void write(BinaryWriter to) {
    to.put(everywhere ? 1 : 0).number(low).number(high).count(below);
    int filled = 0;
    for (long count : counts) if (count != 0) filled++;
    to.count(filled);
    for (int bucket = 0; bucket < counts.length; bucket++)
      if (counts[bucket] != 0) to.count(bucket).count(counts[bucket]);
  }

  void add(long value) {
    if (value < low) below++;
    else if (value <= high) counts[bucket(value)]++;
  }

  private int bucket(long value) {
    if (!everywhere) return (int) ((value - low) >>> shift);
    return value < 0 ? HALF - 1 - ofSize(~value) : HALF + ofSize(value);
  }

  private static int ofSize(long number) {
    if (number < FINE) return (int) number;
    int wider = Long.SIZE - 1 - Long.numberOfLeadingZeros(number) - FINE_BITS;
    return (wider + 1) * FINE + (int) ((number >>> wider) & (FINE - 1));
  }

  /** The lowest number of a bucket of numbers from 0 on. */
  private static long lowest(int bucket) {
    if (bucket < FINE) return bucket;
    return (long) (FINE + bucket % FINE) << (bucket / FINE - 1);
  }

  private static long highest(int bucket) {
    return bucket + 1 == HALF ? Long.MAX_VALUE : lowest(bucket + 1) - 1;
  }

  /** Looks more closely where the value of a rank lies, from 1; of no values yet. */
  Buckets closer(long rank) {
    long passed = below;
    int bucket = 0;
    while (bucket < counts.length - 1 && passed + counts[bucket] < rank) passed += counts[bucket++];
    if (everywhere)
      return bucket < HALF
          ? new Buckets(~highest(HALF - 1 - bucket), ~lowest(HALF - 1 - bucket), false)
          : new Buckets(lowest(bucket - HALF), highest(bucket - HALF), false);
    long from = low + ((long) bucket << shift);
    long width = (1L << shift) - 1;
    return new Buckets(from, high - from < width ? high : from + width, false);
  }

  boolean isOneValue() {
    return low == high;
  }

  long low() {
    return low;
  }
}
