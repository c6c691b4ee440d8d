package dev.laurel.engine.revision;

import java.math.BigInteger;
import java.util.List;

/**
 * What of a metric goes into its next period. Immutable.
 *
 * @param place where the pack says so, such as {@code programme/metrics/spend/rollover}
 * @param atMost the most that is carried, in the metric's own unit: minor units of money, else
 *     millionths
 * @param percent the part of the surplus that is carried, 1 to 100
 * @param thresholds what entries to tiers ask for of the metric, the highest first
 */
public record RolloverPlan(String place, long atMost, int percent, List<Threshold> thresholds) {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  /**
   * A threshold of an entry condition.
   *
   * @param entry the index of the tier's entry rule
   * @param units in the metric's own unit
   */
  public record Threshold(String ladder, String tier, int entry, long units) {}

  public RolloverPlan {
    thresholds = List.copyOf(thresholds);
  }

  /** The least value of the metric of which something may be carried. */
  public long least() {
    return thresholds.isEmpty() ? Long.MAX_VALUE : thresholds.getLast().units();
  }

  /** What is carried of a surplus, in the same unit; parts of a unit are left behind. */
  public long carried(long surplus) {
    if (surplus <= 0) return 0;
    long part =
        BigInteger.valueOf(surplus)
            .multiply(BigInteger.valueOf(percent))
            .divide(HUNDRED)
            .longValueExact();
    return Math.min(atMost, part);
  }
}
