package dev.laurel.engine.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the fifths of the population begin, as a snapshot of all members found it. Immutable.
 *
 * <p>Of the members who bought something in the time that is looked at, a fifth is that of the
 * lowest values, and so on, by rank; members with the same value are in the same fifth, the lower
 * one. So a fifth begins just above the quantile that the inverse of the empirical distribution
 * function gives: the value of rank ⌈n·k/5⌉, as definition 1 of Hyndman and Fan (<i>Sample
 * Quantiles in Statistical Packages</i>, The American Statistician 50 (4), 1996) and {@code
 * PERCENTILE_DISC} of SQL have it.
 *
 * @param day the day on which the members were counted, in the programme's zone
 * @param from from when on it is judged by it, until the next one
 * @param over by the description of each time that is looked at
 * @see "engine/docs/decisions/074-quintiles.md"
 */
public record Quintiles(LocalDate day, Instant from, SortedMap<String, Bounds> over) {
  /** So many parts there are. */
  public static final int PARTS = 5;

  public Quintiles {
    over = Collections.unmodifiableSortedMap(new TreeMap<>(over));
  }

  /** Where they begin for one time; empty where nobody bought anything in it, or it is new. */
  public Optional<Bounds> of(String described) {
    return Optional.ofNullable(over.get(described)).filter(bounds -> bounds.members() > 0);
  }

  /**
   * Where they begin.
   *
   * @param members how many bought something in the time that is looked at
   * @param recency of the day of the last purchase, in days since 1970-01-01
   * @param frequency of the number of purchases
   * @param money of what they came to, in minor units of the programme's currency, less what came
   *     back
   */
  public record Bounds(long members, Starts recency, Starts frequency, Starts money) {
    /** In which fifths a member is. */
    public Fifths of(Ranked by) {
      return new Fifths(
          recency.of(by.recency()), frequency.of(by.frequency()), money.of(by.money()));
    }
  }

  /**
   * By what a member is ranked who bought something, in the units of {@link Bounds}.
   *
   * @param recency {@link Long#MIN_VALUE} where it is not known when it was
   */
  public record Ranked(long recency, long frequency, long money) {}

  /**
   * The lowest values of the fifths above the first.
   *
   * @param fifth of the best one
   */
  public record Starts(long second, long third, long fourth, long fifth) {
    /** With which every value is in this fifth, 1 to 5. */
    public static Starts always(int fifth) {
      return new Starts(always(2, fifth), always(3, fifth), always(4, fifth), always(5, fifth));
    }

    private static long always(int start, int fifth) {
      return start <= fifth ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** In which fifth a value is, 1 to 5. */
    public int of(long value) {
      if (value >= fifth) return 5;
      if (value >= fourth) return 4;
      if (value >= third) return 3;
      return value >= second ? 2 : 1;
    }

    /**
     * The lowest value of a fifth.
     *
     * @param number 2 to 5
     */
    public long start(int number) {
      return switch (number) {
        case 2 -> second;
        case 3 -> third;
        case 4 -> fourth;
        case 5 -> fifth;
        default -> throw new IllegalArgumentException("Fifth %d begins nowhere.".formatted(number));
      };
    }
  }

  /** A member's fifths, 1 to 5, where 5 is the best. */
  public record Fifths(int recency, int frequency, int money) {}
}
