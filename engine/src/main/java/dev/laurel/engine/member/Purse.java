package dev.laurel.engine.member;

import java.util.ArrayList;
import java.util.List;

/**
 * The points of one kind that a member has, and what became of those that are gone. Immutable. All
 * units are the kind's own: whole points or hundredths.
 *
 * @param earned all that was ever issued
 * @param lots what is pending or available, oldest first; adjacent lots of the same terms are one
 * @param debt what the member owes; 0 or more
 */
public record Purse(
    String kind,
    long earned,
    long redeemed,
    long expired,
    long reversed,
    long debt,
    List<Lot> lots) {
  /** The day of a lot that never lapses. */
  public static final long NEVER = Long.MAX_VALUE;

  /**
   * Points that were earned under the same terms. Days are counted from 1970-01-01 in the
   * programme's zone; what happens on a day happens at its start.
   *
   * @param availableOn from this day on they can be spent; at or before {@code earnedOn} at once
   * @param lapsesOn on this day they are gone; {@link Purse#NEVER}
   * @param units above 0
   * @param pending whether they are still in the pending account
   */
  public record Lot(long earnedOn, long availableOn, long lapsesOn, long units, boolean pending) {
    Lot with(long newUnits) {
      return new Lot(earnedOn, availableOn, lapsesOn, newUnits, pending);
    }

    boolean sameTerms(Lot other) {
      return lapsesOn == other.lapsesOn
          && pending == other.pending
          && (!pending || availableOn == other.availableOn);
    }
  }

  public Purse {
    lots = List.copyOf(lots);
  }

  public static Purse empty(String kind) {
    return new Purse(kind, 0, 0, 0, 0, 0, List.of());
  }

  /** What can be spent now. */
  public long available() {
    long sum = 0;
    for (Lot lot : lots) if (!lot.pending()) sum += lot.units();
    return sum;
  }

  /** What is earned but cannot be spent yet. */
  public long pending() {
    long sum = 0;
    for (Lot lot : lots) if (lot.pending()) sum += lot.units();
    return sum;
  }

  /** With a lot more, which is the newest; a debt is not paid by this. */
  public Purse plus(Lot lot) {
    List<Lot> more = new ArrayList<>(lots.size() + 1);
    more.addAll(lots);
    int last = more.size() - 1;
    if (last >= 0 && more.get(last).sameTerms(lot))
      more.set(last, more.get(last).with(Math.addExact(more.get(last).units(), lot.units())));
    else more.add(lot);
    return new Purse(
        kind, Math.addExact(earned, lot.units()), redeemed, expired, reversed, debt, more);
  }

  /** Takes available units, oldest lots first, and counts them as redeemed. */
  public Purse redeem(long units) {
    return new Purse(
        kind, earned, Math.addExact(redeemed, units), expired, reversed, debt, without(units));
  }

  /** Takes available units, oldest lots first, and counts them as reversed. */
  public Purse reverse(long units) {
    return new Purse(
        kind, earned, redeemed, expired, Math.addExact(reversed, units), debt, without(units));
  }

  /** Takes available units, oldest lots first, to pay a debt. */
  public Purse repay(long units) {
    return new Purse(
        kind, earned, redeemed, expired, reversed, Math.subtractExact(debt, units), without(units));
  }

  /** Owes so many units more, which count as reversed. */
  public Purse owe(long units) {
    return new Purse(
        kind,
        earned,
        redeemed,
        expired,
        Math.addExact(reversed, units),
        Math.addExact(debt, units),
        lots);
  }

  /** Units of lots that lapse on this day or before, pending or not. */
  public long lapsing(long day, boolean pending) {
    long sum = 0;
    for (Lot lot : lots) if (lot.lapsesOn() <= day && lot.pending() == pending) sum += lot.units();
    return sum;
  }

  /** Without the lots that lapse on this day or before, which count as expired. */
  public Purse lapse(long day) {
    long gone = 0;
    List<Lot> kept = new ArrayList<>(lots.size());
    for (Lot lot : lots)
      if (lot.lapsesOn() <= day) gone = Math.addExact(gone, lot.units());
      else kept.add(lot);
    return new Purse(kind, earned, redeemed, Math.addExact(expired, gone), reversed, debt, kept);
  }

  /** Pending units that can be spent from this day on. */
  public long releasing(long day) {
    long sum = 0;
    for (Lot lot : lots) if (lot.pending() && lot.availableOn() <= day) sum += lot.units();
    return sum;
  }

  /** With the pending lots of that day or before made available. */
  public Purse release(long day) {
    List<Lot> all = new ArrayList<>(lots.size());
    for (Lot lot : lots) {
      Lot now =
          lot.pending() && lot.availableOn() <= day
              ? new Lot(lot.earnedOn(), lot.availableOn(), lot.lapsesOn(), lot.units(), false)
              : lot;
      int last = all.size() - 1;
      if (last >= 0 && all.get(last).sameTerms(now))
        all.set(last, all.get(last).with(all.get(last).units() + now.units()));
      else all.add(now);
    }
    return new Purse(kind, earned, redeemed, expired, reversed, debt, all);
  }

  /** The next day on which lots lapse, or {@link #NEVER}. */
  public long nextLapse() {
    long next = NEVER;
    for (Lot lot : lots) next = Math.min(next, lot.lapsesOn());
    return next;
  }

  /** The next day on which pending lots become available, or {@link #NEVER}. */
  public long nextRelease() {
    long next = NEVER;
    for (Lot lot : lots) if (lot.pending()) next = Math.min(next, lot.availableOn());
    return next;
  }

  private List<Lot> without(long units) {
    List<Lot> kept = new ArrayList<>(lots.size());
    long left = units;
    for (Lot lot : lots) {
      long taken = lot.pending() ? 0 : Math.min(left, lot.units());
      left -= taken;
      if (taken < lot.units()) kept.add(taken == 0 ? lot : lot.with(lot.units() - taken));
    }
    if (left != 0)
      throw new IllegalArgumentException(
          "There are %d units of %s fewer than the %d to be taken.".formatted(left, kind, units));
    return kept;
  }
}
