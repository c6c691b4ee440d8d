package dev.laurel.engine.operation;

import dev.laurel.engine.overview.Overview;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Segment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The share of a segment has left the bounds that the programme sets it. Immutable.
 *
 * @param alert which of the segment's alerts
 * @param side which bound was passed
 * @param percent that bound, in percent of all members
 * @param members how many belong to the segment
 * @param of how many members there are
 */
public record SegmentAlert(
    String segment, String alert, Side side, BigDecimal percent, long members, long of) {
  /** Which bound was passed. */
  public enum Side {
    BELOW,
    ABOVE
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * The alerts of a pack that its members give cause for, in the pack's order; none where segments
   * were not counted yet. A share that is just a bound has not passed it.
   */
  public static List<SegmentAlert> of(Pack pack, Overview counted) {
    List<SegmentAlert> all = new ArrayList<>();
    if (counted.lookedAt() == 0) return all;
    for (Segment segment : pack.segments()) {
      Long members = counted.gathered().segments().get(segment.id());
      if (members == null) continue;
      for (Segment.Alert alert : segment.alerts()) {
        alert
            .belowPercent()
            .filter(bound -> compare(members, bound, counted.lookedAt()) < 0)
            .ifPresent(bound ->
                all.add(
                    new SegmentAlert(
                        segment.id(), alert.id(), Side.BELOW, bound, members, counted.lookedAt())));
        alert
            .abovePercent()
            .filter(bound -> compare(members, bound, counted.lookedAt()) > 0)
            .ifPresent(bound ->
                all.add(
                    new SegmentAlert(
                        segment.id(), alert.id(), Side.ABOVE, bound, members, counted.lookedAt())));
      }
    }
    return all;
  }

  /** The segment's share in percent, rounded half up to hundredths. */
  public BigDecimal share() {
    return BigDecimal.valueOf(members)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP);
  }

  /** Compares without dividing, so that a share that is just the bound is found to be so. */
  private static int compare(long members, BigDecimal bound, long of) {
    return BigDecimal.valueOf(members)
        .multiply(HUNDRED)
        .compareTo(bound.multiply(BigDecimal.valueOf(of)));
  }
}
