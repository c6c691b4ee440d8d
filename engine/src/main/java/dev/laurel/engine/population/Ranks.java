package dev.laurel.engine.population;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.member.Quintiles.Starts;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the values of four ranks among any number of values that are told one after the other, in
 * passes: the first tells about where each lies, each further one looks more closely there, until
 * one value is left. Exact, in memory that does not grow with the values; two passes do for values
 * below half a million, such as cents of some thousand euros, three for two thousand millions. Not
 * thread-safe.
 *
 * <p>Values that change between two passes may make a rank fall beside where it was looked for; its
 * value is then the nearest that was looked at.
 */
final class Ranks {
  private static final int RANKS = Quintiles.PARTS - 1;

  private final List<Buckets> looked = new ArrayList<>();
  private long values;
  private boolean known;

  Ranks() {
    looked.add(Buckets.everywhere());
  }

  private Ranks(BinaryReader from) {
    values = from.count();
    known = from.take() == 1;
    for (int left = from.size(); left > 0; left--) looked.add(Buckets.read(from));
  }

  static Ranks read(BinaryReader from) {
    return new Ranks(from);
  }

  void write(BinaryWriter to) {
    to.count(values).put(known ? 1 : 0).count(looked.size());
    looked.forEach(each -> each.write(to));
  }

  /** One value more of this pass. */
  void add(long value) {
    if (known) return;
    values++;
    for (Buckets each : looked) each.add(value);
  }

  /** Ends a pass; whether another one is needed. */
  boolean endPass() {
    if (known) return false;
    if (values == 0) {
      known = true;
      return false;
    }
    List<Buckets> closer = new ArrayList<>();
    for (int rank = 1; rank <= RANKS; rank++) {
      long wanted = (Math.multiplyExact(values, rank) + RANKS) / Quintiles.PARTS;
      closer.add(looked.get(looked.size() == 1 ? 0 : rank - 1).closer(wanted));
    }
    looked.clear();
    looked.addAll(closer);
    known = looked.stream().allMatch(Buckets::isOneValue);
    if (!known) values = 0;
    return !known;
  }

  /** How many values the last pass had. */
  long values() {
    return values;
  }

  /** Where the fifths above the first begin; where there is no value, nowhere. */
  Starts starts() {
    if (!known) throw new IllegalStateException("Another pass is needed.");
    return new Starts(above(0), above(1), above(2), above(3));
  }

  private long above(int rank) {
    if (values == 0) return Long.MAX_VALUE;
    long last = looked.get(rank).low();
    return last == Long.MAX_VALUE ? last : last + 1;
  }
}
