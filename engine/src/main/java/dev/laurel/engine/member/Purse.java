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
 * @param below how far the balance is below zero; there are no available lots then
 * @param exchange what was given to other members or came from them
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
    Buying buying,
    long below,
    Exchange exchange) {
  /** The day of a lot that never lapses. */
  public static final long NEVER = Long.MAX_VALUE;

  /**
   * Points that were earned under the same terms. Days are counted from 1970-01-01 in the
   * programme's zone; what happens on a day happens at its start.
   *
   * @param availableOn from this day on they can be spent; at or before {@code earnedOn} at once;
   *     {@link Purse#NEVER} where they wait for an event
   * @param lapsesOn on this day they are gone; {@link Purse#NEVER}
   * @param units above 0
   * @param pending whether they are still in the pending account
   * @param follows whether the day on which they lapse changes with the tier that the member holds
   *     or with what the member does; it is then worked out from {@code earnedOn} again
   * @param since the day from which on this member has them: {@code earnedOn}, or of what another
   *     member gave the day on which it came; it is this by which a lot is old
   */
  public record Lot(
      long earnedOn,
      long availableOn,
      long lapsesOn,
      long units,
      boolean pending,
      boolean follows,
      long since) {
    /** Points that lapse on a day that was known when they were earned. */
    public Lot(long earnedOn, long availableOn, long lapsesOn, long units, boolean pending) {
      this(earnedOn, availableOn, lapsesOn, units, pending, false, earnedOn);
    }

    /** So many units under the same terms. */
    public Lot with(long newUnits) {
      return new Lot(earnedOn, availableOn, lapsesOn, newUnits, pending, follows, since);
    }

    /** The same lapsing on another day. */
    public Lot until(long newDay) {
      return new Lot(earnedOn, availableOn, newDay, units, pending, follows, since);
    }

    /** The same to be spent from this day on. */
    public Lot availableFrom(long newDay) {
      return new Lot(earnedOn, newDay, lapsesOn, units, pending, follows, since);
    }

    /** The same as old as what the member has from this day on. */
    public Lot since(long newDay) {
      return new Lot(earnedOn, availableOn, lapsesOn, units, pending, follows, newDay);
    }

    /** The same in the account of those that can be spent. */
    public Lot released() {
      return new Lot(earnedOn, availableOn, lapsesOn, units, false, follows, since);
    }

    /** Whether they can be spent only when an event of a certain type happens. */
    public boolean awaitsEvent() {
      return pending && availableOn == NEVER;
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
        kind,
        0,
        0,
        0,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        Long.MIN_VALUE,
        Buying.NOTHING,
        0,
        Exchange.NONE);
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
        kind, issued, spent, lapsed, taken, owed, there, aside, streaks, lastLapse, buying, below,
        exchange);
  }

  /** The same with all of this otherwise. */
  private Purse noted(
      List<Streak> runs, long lapsed, Buying bought, long overdrawn, Exchange exchanged) {
    return new Purse(
        kind, earned, redeemed, expired, reversed, debt, lots, reserved, runs, lapsed, bought,
        overdrawn, exchanged);
  }

  /** The same after goods were bought or came back. */
  public Purse with(Buying changed) {
    return noted(streaks, lastLapse, changed, below, exchange);
  }

  private Purse withBelow(long changed) {
    return noted(streaks, lastLapse, buying, changed, exchange);
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
    return noted(all, lastLapse, buying, below, exchange);
  }

  /** The same with these lots, which hold the same units. */
  public Purse with(List<Lot> changed, List<Reserved> aside) {
    return moved(earned, redeemed, expired, reversed, debt, changed, aside);
  }

  /** What can be spent now; below zero where more was taken than there was. */
  public long available() {
    return Lots.sum(lots, false) - below;
  }

  /** What is earned but cannot be spent yet. */
  public long pending() {
    return Lots.sum(lots, true);
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
            Math.addExact(earned, lot.units()), redeemed, expired, reversed, debt, more, reserved)
        .filled();
  }

  /** What has become available fills first what the balance is below zero. */
  private Purse filled() {
    long filling = below == 0 ? 0 : Math.min(below, Lots.sum(lots, false));
    if (filling == 0) return this;
    return with(without(filling), reserved).withBelow(below - filling);
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
        Lots.joined(more),
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
    return moved(
            earned, redeemed, expired, reversed, debt, Lots.merged(lots, one.lots()), without(one))
        .filled();
  }

  private List<Reserved> without(Reserved one) {
    List<Reserved> left = new ArrayList<>(reserved);
    left.remove(one);
    return left;
  }

  /** The parts of lots that so many available units are, oldest first. */
  public List<Lot> taken(long units) {
    return Lots.taken(lots, units);
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

  /** Takes so many units more than there are available, which count as reversed. */
  public Purse overdraw(long units) {
    return moved(earned, redeemed, expired, Math.addExact(reversed, units), debt, lots, reserved)
        .withBelow(Math.addExact(below, units));
  }

  /** Gives available units away, oldest lots first, of which a fee is kept. */
  public Purse give(long units, long fee) {
    return with(without(units), reserved)
        .noted(streaks, lastLapse, buying, below, exchange.gave(units - fee, fee));
  }

  /** With what another member gave, which is the newest; a debt is not paid by this. */
  public Purse receive(List<Lot> more) {
    List<Lot> all = new ArrayList<>(lots);
    all.addAll(more);
    return with(Lots.joined(all), reserved)
        .noted(streaks, lastLapse, buying, below, exchange.received(Lots.sum(more, false)))
        .filled();
  }

  /** With a lot that was taken back wrongly, which is the newest; a debt is not paid by this. */
  public Purse restore(Lot lot) {
    List<Lot> more = new ArrayList<>(lots);
    more.add(lot);
    return moved(
            earned,
            redeemed,
            expired,
            Math.subtractExact(reversed, lot.units()),
            debt,
            Lots.joined(more),
            reserved)
        .filled();
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
    long gone = lapsing(day, false) + lapsing(day, true);
    List<Lot> kept = lots.stream().filter(lot -> lot.lapsesOn() > day).toList();
    return moved(earned, redeemed, Math.addExact(expired, gone), reversed, debt, kept, reserved)
        .noted(streaks, gone > 0 ? day : lastLapse, buying, below, exchange);
  }

  /** With all lots lapsing on this day at the soonest, those set aside included. */
  public Purse keep(long day) {
    List<Reserved> aside = new ArrayList<>(reserved.size());
    for (Reserved one : reserved)
      aside.add(new Reserved(one.source(), one.event(), Lots.kept(one.lots(), day)));
    return with(Lots.joined(Lots.kept(lots, day)), aside);
  }

  /** Pending units that can be spent from this day on; {@link #NEVER}: those that wait, too. */
  public long releasing(long day) {
    long sum = 0;
    for (Lot lot : lots) if (lot.pending() && lot.availableOn() <= day) sum += lot.units();
    return sum;
  }

  /** With the pending lots of that day or before made available. */
  public Purse release(long day) {
    List<Lot> all = new ArrayList<>(lots.size());
    for (Lot lot : lots) all.add(lot.pending() && lot.availableOn() <= day ? lot.released() : lot);
    return with(Lots.joined(all), reserved).filled();
  }

  /** Units that can be spent only when an event of a certain type happens. */
  public long awaiting() {
    long sum = 0;
    for (Lot lot : lots) if (lot.awaitsEvent()) sum += lot.units();
    return sum;
  }

  /** With the lots that wait for an event to be spent from this day on. */
  public Purse arrive(long day) {
    return with(
        lots.stream().map(lot -> lot.awaitsEvent() ? lot.availableFrom(day) : lot).toList(),
        reserved);
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
    return Lots.without(lots, units);
  }
}
