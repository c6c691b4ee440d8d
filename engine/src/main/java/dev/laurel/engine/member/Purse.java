package dev.laurel.engine.member;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The points of one kind that a member has, and what became of those that are gone. Immutable. All
 * units are the kind's own: whole points or hundredths.
 *
 * @param earned all that was ever issued
 * @param lots what is pending or available, oldest first; adjacent lots of the same terms are one
 * @param debt what the member owes; 0 or more
 * @param reserved what was set aside to be redeemed, in the order in which it was
 * @param streaks how long the member has been active, for each activity that keeps points of this
 *     kind
 * @param lastLapse the last day on which points lapsed, counted from 1970-01-01; {@link
 *     Long#MIN_VALUE} where none did yet
 * @param buying what purchases gave that is not taken back; nothing where the programme does not
 *     say what a return takes back
 */
public record Purse(
    String kind,
    long earned,
    long redeemed,
    long expired,
    long reversed,
    long debt,
    List<Lot> lots,
    List<Reserved> reserved,
    List<Streak> streaks,
    long lastLapse,
    Buying buying) {
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
   * @param follows whether the day on which they lapse changes with the tier that the member holds
   *     or with what the member does; it is then worked out from {@code earnedOn} again
   */
  public record Lot(
      long earnedOn,
      long availableOn,
      long lapsesOn,
      long units,
      boolean pending,
      boolean follows) {
    /** Points that lapse on a day that was known when they were earned. */
    public Lot(long earnedOn, long availableOn, long lapsesOn, long units, boolean pending) {
      this(earnedOn, availableOn, lapsesOn, units, pending, false);
    }

    /** So many units under the same terms. */
    public Lot with(long newUnits) {
      return new Lot(earnedOn, availableOn, lapsesOn, newUnits, pending, follows);
    }

    /** The same lapsing on another day. */
    public Lot until(long newDay) {
      return new Lot(earnedOn, availableOn, newDay, units, pending, follows);
    }

    /** The same in the account of those that can be spent. */
    public Lot released() {
      return new Lot(earnedOn, availableOn, lapsesOn, units, false, follows);
    }

    boolean sameTerms(Lot other) {
      return lapsesOn == other.lapsesOn
          && pending == other.pending
          && (!pending || availableOn == other.availableOn)
          && follows == other.follows
          && (!follows || earnedOn == other.earnedOn);
    }
  }

  /**
   * What a member bought and keeps, and what it earned.
   *
   * @param amount what receipts asked for, less what came back, in minor units
   * @param units what purchases earned, less what returns took back, wherever that is by now
   */
  public record Buying(long amount, long units) {
    /** Nothing bought yet. */
    public static final Buying NOTHING = new Buying(0, 0);

    /** With so much more of both, or less. */
    public Buying plus(long more, long moreUnits) {
      return new Buying(Math.addExact(amount, more), Math.addExact(units, moreUnits));
    }
  }

  /**
   * For how long the member has been active without a gap. Days are counted from 1970-01-01.
   *
   * @param of what counts as activity, under a name that the kind's terms give it
   * @param from the first day of the first period of the present run
   * @param last the first day of the last period with activity; where activity is asked for by span
   *     and not by period, the day of the last one
   */
  public record Streak(String of, long from, long last) {}

  /**
   * Points that were set aside by an event, to be redeemed or given back.
   *
   * @param source who told of the event
   * @param event the event's id at its source
   * @param lots what was taken, with the terms under which it was earned
   */
  public record Reserved(String source, String event, List<Lot> lots) {
    public Reserved {
      lots = List.copyOf(lots);
    }

    /** How much was set aside. */
    public long units() {
      long sum = 0;
      for (Lot lot : lots) sum += lot.units();
      return sum;
    }
  }

  public Purse {
    lots = List.copyOf(lots);
    reserved = List.copyOf(reserved);
    streaks = List.copyOf(streaks);
  }

  public static Purse empty(String kind) {
    return new Purse(
        kind, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), Long.MIN_VALUE, Buying.NOTHING);
  }

  /** The same with other points, of which all else stays. */
  private Purse moved(
      long issued,
      long spent,
      long lapsed,
      long taken,
      long owed,
      List<Lot> there,
      List<Reserved> aside) {
    return new Purse(
        kind, issued, spent, lapsed, taken, owed, there, aside, streaks, lastLapse, buying);
  }

  /** The same after goods were bought or came back. */
  public Purse with(Buying changed) {
    return new Purse(
        kind, earned, redeemed, expired, reversed, debt, lots, reserved, streaks, lastLapse,
        changed);
  }

  /** The present run of an activity, where there was any. */
  public Optional<Streak> streak(String of) {
    for (Streak streak : streaks) if (streak.of().equals(of)) return Optional.of(streak);
    return Optional.empty();
  }

  /** The same with another run of one activity. */
  public Purse with(Streak changed) {
    List<Streak> all = new ArrayList<>(streaks);
    all.removeIf(streak -> streak.of().equals(changed.of()));
    all.add(changed);
    all.sort(Comparator.comparing(Streak::of));
    return new Purse(
        kind, earned, redeemed, expired, reversed, debt, lots, reserved, all, lastLapse, buying);
  }

  /** The same with these lots, which hold the same units. */
  public Purse with(List<Lot> changed, List<Reserved> aside) {
    return moved(earned, redeemed, expired, reversed, debt, changed, aside);
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
    return moved(
        Math.addExact(earned, lot.units()), redeemed, expired, reversed, debt, more, reserved);
  }

  /** With a lot more that is owed for. */
  public Purse lend(Lot lot) {
    List<Lot> more = new ArrayList<>(lots);
    more.add(lot);
    return moved(
        earned,
        redeemed,
        expired,
        reversed,
        Math.addExact(debt, lot.units()),
        joined(more),
        reserved);
  }

  /** Takes available units, oldest lots first, and counts them as redeemed. */
  public Purse redeem(long units) {
    return moved(
        earned, Math.addExact(redeemed, units), expired, reversed, debt, without(units), reserved);
  }

  /** Sets available units aside, oldest lots first. */
  public Purse reserve(String source, String event, long units) {
    List<Reserved> more = new ArrayList<>(reserved);
    more.add(new Reserved(source, event, taken(units)));
    return moved(earned, redeemed, expired, reversed, debt, without(units), more);
  }

  /** What an event set aside, where it still is. */
  public Optional<Reserved> reservedBy(String source, String event) {
    return reserved.stream()
        .filter(one -> one.source().equals(source) && one.event().equals(event))
        .findFirst();
  }

  /** What can no longer be spent but is not redeemed yet. */
  public long reservedUnits() {
    long sum = 0;
    for (Reserved one : reserved) sum += one.units();
    return sum;
  }

  /** Counts as redeemed what was set aside. */
  public Purse confirm(Reserved one) {
    return moved(
        earned, Math.addExact(redeemed, one.units()), expired, reversed, debt, lots, without(one));
  }

  /** Gives back what was set aside, each lot to its place and with its terms. */
  public Purse cancel(Reserved one) {
    List<Lot> all = new ArrayList<>(one.lots());
    all.addAll(lots);
    all.sort(Comparator.comparingLong(Lot::earnedOn));
    return moved(earned, redeemed, expired, reversed, debt, joined(all), without(one));
  }

  private List<Reserved> without(Reserved one) {
    List<Reserved> left = new ArrayList<>(reserved);
    left.remove(one);
    return left;
  }

  /** Lots of the same terms that lie side by side as one. */
  private static List<Lot> joined(List<Lot> all) {
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

  /** The parts of lots that are taken for so many available units, oldest first. */
  private List<Lot> taken(long units) {
    List<Lot> taken = new ArrayList<>();
    long left = units;
    for (Lot lot : lots) {
      long part = lot.pending() ? 0 : Math.min(left, lot.units());
      left -= part;
      if (part > 0) taken.add(lot.with(part));
    }
    return taken;
  }

  /** Takes available units, oldest lots first, and counts them as reversed. */
  public Purse reverse(long units) {
    return moved(
        earned, redeemed, expired, Math.addExact(reversed, units), debt, without(units), reserved);
  }

  /**
   * Takes units of lots and counts them as reversed.
   *
   * @param taken of each lot, in their order, 0 to all of it
   */
  public Purse reverse(long[] taken) {
    List<Lot> kept = new ArrayList<>(lots.size());
    long sum = 0;
    for (int i = 0; i < lots.size(); i++) {
      Lot lot = lots.get(i);
      sum = Math.addExact(sum, taken[i]);
      if (taken[i] < lot.units()) kept.add(taken[i] == 0 ? lot : lot.with(lot.units() - taken[i]));
    }
    return moved(earned, redeemed, expired, Math.addExact(reversed, sum), debt, kept, reserved);
  }

  /** Takes available units, oldest lots first, to pay a debt. */
  public Purse repay(long units) {
    return moved(
        earned,
        redeemed,
        expired,
        reversed,
        Math.subtractExact(debt, units),
        without(units),
        reserved);
  }

  /** Owes so many units more, which count as reversed. */
  public Purse owe(long units) {
    return moved(
        earned,
        redeemed,
        expired,
        Math.addExact(reversed, units),
        Math.addExact(debt, units),
        lots,
        reserved);
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
    return new Purse(
        kind,
        earned,
        redeemed,
        Math.addExact(expired, gone),
        reversed,
        debt,
        kept,
        reserved,
        streaks,
        gone > 0 ? day : lastLapse,
        buying);
  }

  /** With all lots lapsing on this day at the soonest, those set aside included. */
  public Purse keep(long day) {
    List<Reserved> aside = new ArrayList<>(reserved.size());
    for (Reserved one : reserved)
      aside.add(new Reserved(one.source(), one.event(), kept(one.lots(), day)));
    return moved(earned, redeemed, expired, reversed, debt, joined(kept(lots, day)), aside);
  }

  private static List<Lot> kept(List<Lot> lots, long day) {
    return lots.stream().map(lot -> lot.lapsesOn() < day ? lot.until(day) : lot).toList();
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
    for (Lot lot : lots) all.add(lot.pending() && lot.availableOn() <= day ? lot.released() : lot);
    return moved(earned, redeemed, expired, reversed, debt, joined(all), reserved);
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
