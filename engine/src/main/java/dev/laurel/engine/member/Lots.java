package dev.laurel.engine.member;

import dev.laurel.engine.member.Purse.Lot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What becomes of lots, oldest first; lots of the same terms that lie side by side are one. */
final class Lots {
  private Lots() {}

  /** What of them is pending, or what is not. */
  static long sum(List<Lot> lots, boolean pending) {
    long sum = 0;
    for (Lot lot : lots) if (lot.pending() == pending) sum += lot.units();
    return sum;
  }

  /** Lots of the same terms that lie side by side as one. */
  static List<Lot> joined(List<Lot> all) {
    List<Lot> joined = new ArrayList<>(all.size());
    for (Lot lot : all) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).sameTerms(lot))
        joined.set(
            last, joined.get(last).with(Math.addExact(joined.get(last).units(), lot.units())));
      else joined.add(lot);
    }
    return joined;
  }

  /** With these before, after or between them, as old as each is. */
  static List<Lot> merged(List<Lot> lots, List<Lot> more) {
    List<Lot> all = new ArrayList<>(more);
    all.addAll(lots);
    all.sort(Comparator.comparingLong(Lot::since));
    return joined(all);
  }

  /** The parts of lots that are taken for so many available units, oldest first. */
  static List<Lot> taken(List<Lot> lots, long units) {
    List<Lot> taken = new ArrayList<>();
    long left = units;
    for (Lot lot : lots) {
      long part = lot.pending() ? 0 : Math.min(left, lot.units());
      left -= part;
      if (part > 0) taken.add(lot.with(part));
    }
    return taken;
  }

  /**
   * Without so many available units, oldest first.
   *
   * @throws IllegalArgumentException when there are fewer
   */
  static List<Lot> without(List<Lot> lots, long units) {
    List<Lot> kept = new ArrayList<>(lots.size());
    long left = units;
    for (Lot lot : lots) {
      long taken = lot.pending() ? 0 : Math.min(left, lot.units());
      left -= taken;
      if (taken < lot.units()) kept.add(taken == 0 ? lot : lot.with(lot.units() - taken));
    }
    if (left != 0)
      throw new IllegalArgumentException(
          "There are %d units fewer than the %d to be taken.".formatted(left, units));
    return kept;
  }

  /** With all of them lapsing on this day at the soonest. */
  static List<Lot> kept(List<Lot> lots, long day) {
    return lots.stream().map(lot -> lot.lapsesOn() < day ? lot.until(day) : lot).toList();
  }
}
