package dev.laurel.ui.studio.tiers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Where the parts of a ladder stand in its picture, in per cent of it. Immutable. */
record LadderScale(Rungs rungs) {
  static final int BARS = 96;

  /** How high the highest step is, in per cent of the picture, and each below it lower by. */
  private static final int HIGHEST = 84;

  private static final int LEAST_RISE = 36;
  private static final int RISE_OF_ONE = 12;
  private static final int MOST_RISE = 64;

  /** So near to one another, in per cent of the width, numbers below the axis would be one. */
  private static final double NUMBER = 13;

  /** Steps of many tiers are steeper, so that each title has room above its own. */
  int height(Rungs.Rung rung) {
    int steps = Math.max(1, rungs.rungs().size() - 1);
    int rise = Math.clamp((long) RISE_OF_ONE * steps, LEAST_RISE, MOST_RISE);
    return HIGHEST - rise + rise * (rung.rank() - 1) / steps;
  }

  /** In which row below the axis its number stands: the first in which no other is too near. */
  int row(Rungs.Rung rung) {
    List<Double> ends = new ArrayList<>();
    int row = 0;
    for (Rungs.Rung each : rungs.rungs()) {
      if (!each.isMovable()) continue;
      double left = left(each);
      row = 0;
      while (row < ends.size() && left - ends.get(row) < NUMBER) row++;
      if (row == ends.size()) ends.add(left);
      else ends.set(row, left);
      if (each.id().equals(rung.id())) break;
    }
    return row;
  }

  /** Where a tier begins; one that asks for something else shares what is left with its like. */
  double left(Rungs.Rung rung) {
    if (rung.from().isPresent()) return at(rung.from().get());
    int known = -1;
    for (int i = 0; i < rung.rank() - 1; i++)
      if (rungs.rungs().get(i).from().isPresent()) known = i;
    double start = known < 0 ? 0 : at(rungs.rungs().get(known).from().orElseThrow());
    int next = rung.rank();
    while (next < rungs.rungs().size() && rungs.rungs().get(next).from().isEmpty()) next++;
    double end =
        next < rungs.rungs().size() ? at(rungs.rungs().get(next).from().orElseThrow()) : 100;
    return start + (end - start) * (rung.rank() - 1 - known) / (next - known);
  }

  /** Where a value stands on the axis, in per cent; low ones have more room. */
  double at(BigDecimal value) {
    double share = value.doubleValue() / rungs.most().doubleValue();
    return Math.sqrt(Math.clamp(share, 0, 1)) * 100;
  }

  static String percent(double share) {
    return BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  /** Where each bar begins. */
  static List<BigDecimal> edges(BigDecimal most) {
    List<BigDecimal> edges = new ArrayList<>();
    for (int bar = 0; bar <= BARS; bar++)
      edges.add(
          most.multiply(BigDecimal.valueOf((long) bar * bar))
              .divide(BigDecimal.valueOf((long) BARS * BARS), 6, RoundingMode.HALF_UP));
    return edges;
  }
}
