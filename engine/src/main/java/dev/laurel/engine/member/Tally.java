package dev.laurel.engine.member;

import java.util.Arrays;

/**
 * Units counted by day or by period: the running value of one metric, counter or limit. Immutable.
 *
 * <p>A key is a day counted from 1970-01-01: the day itself for a rolling period, the period's
 * first day for a calendar one. Keys that no reading can ask for any more are dropped on adding, so
 * a tally never holds more keys than its period has days.
 */
public final class Tally {
  public static final Tally EMPTY = new Tally(new int[0], new long[0], Integer.MIN_VALUE, 0);

  private final int[] keys;
  private final long[] units;
  private final int lastDay;
  private final long ofLastDay;

  private Tally(int[] keys, long[] units, int lastDay, long ofLastDay) {
    this.keys = keys;
    this.units = units;
    this.lastDay = lastDay;
    this.ofLastDay = ofLastDay;
  }

  /** Of the keys, in rising order, and their units. For codecs and scenarios. */
  public static Tally of(int[] keys, long[] units, int lastDay) {
    return of(keys, units, lastDay, 0);
  }

  /**
   * The same.
   *
   * @param ofLastDay how many of the units were counted on the last day
   */
  public static Tally of(int[] keys, long[] units, int lastDay, long ofLastDay) {
    if (keys.length != units.length)
      throw new IllegalArgumentException("Each key needs its units.");
    return new Tally(keys.clone(), units.clone(), lastDay, ofLastDay);
  }

  /**
   * With units added under a key.
   *
   * @param day the day of the event, remembered for {@link #counted} and {@link #of}
   * @param keepFrom keys below this one are dropped
   * @throws ArithmeticException when a sum leaves the range of a long
   */
  public Tally plus(int key, long more, int day, int keepFrom) {
    Tally sum = plus(key, more, keepFrom);
    if (day < lastDay) return sum;
    long before = day == lastDay ? ofLastDay : 0;
    return new Tally(sum.keys, sum.units, day, Math.addExact(before, more));
  }

  /**
   * With units added under a key that no event of a day counted.
   *
   * @param keepFrom keys below this one are dropped
   * @throws ArithmeticException when a sum leaves the range of a long
   */
  public Tally plus(int key, long more, int keepFrom) {
    int drop = 0;
    while (drop < keys.length && keys[drop] < keepFrom) drop++;
    int at = Arrays.binarySearch(keys, key);
    if (at >= 0 && at >= drop) {
      int[] k = drop == 0 ? keys : Arrays.copyOfRange(keys, drop, keys.length);
      long[] u = Arrays.copyOfRange(units, drop, units.length);
      u[at - drop] = Math.addExact(u[at - drop], more);
      return new Tally(k, u, lastDay, ofLastDay);
    }
    int place = Math.max(at >= 0 ? at : -at - 1, drop) - drop;
    int size = keys.length - drop;
    int[] k = new int[size + 1];
    long[] u = new long[size + 1];
    System.arraycopy(keys, drop, k, 0, place);
    System.arraycopy(units, drop, u, 0, place);
    k[place] = key;
    u[place] = more;
    System.arraycopy(keys, drop + place, k, place + 1, size - place);
    System.arraycopy(units, drop + place, u, place + 1, size - place);
    return new Tally(k, u, lastDay, ofLastDay);
  }

  /**
   * With units taken away from the keys from {@code from} to {@code to}, both included, the last
   * one first, as far as there are any.
   *
   * @param day on which they were counted
   */
  public Tally minus(int from, int to, long less, int day) {
    long[] u = units.clone();
    long left = less;
    for (int i = keys.length - 1; i >= 0 && keys[i] >= from && left > 0; i--) {
      if (keys[i] > to || u[i] <= 0) continue;
      long part = Math.min(left, u[i]);
      u[i] -= part;
      left -= part;
    }
    // Else whoever looks back at the days before this one would take them away once more.
    long ofDay = day == lastDay ? Math.max(0, ofLastDay - (less - left)) : ofLastDay;
    return new Tally(keys, u, lastDay, Math.min(ofDay, ofLastDay));
  }

  /** The sum of the units whose keys lie from {@code from} to {@code to}, both included. */
  public long sum(int from, int to) {
    long sum = 0;
    for (int i = keys.length - 1; i >= 0 && keys[i] >= from; i--)
      if (keys[i] <= to) sum = Math.addExact(sum, units[i]);
    return sum;
  }

  /** Whether something was counted on this day, the last one on which anything was. */
  public boolean counted(int day) {
    return lastDay == day;
  }

  /** How many units were counted on this day, where none were counted later. */
  public long of(int day) {
    return lastDay == day ? ofLastDay : 0;
  }

  public long ofLastDay() {
    return ofLastDay;
  }

  public int size() {
    return keys.length;
  }

  public int key(int index) {
    return keys[index];
  }

  public long units(int index) {
    return units[index];
  }

  public int lastDay() {
    return lastDay;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally tally
        && lastDay == tally.lastDay
        && ofLastDay == tally.ofLastDay
        && Arrays.equals(keys, tally.keys)
        && Arrays.equals(units, tally.units);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(units);
  }

  @Override
  public String toString() {
    return "Tally" + Arrays.toString(keys) + Arrays.toString(units);
  }
}
