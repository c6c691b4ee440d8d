package dev.laurel.engine.member;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.binary.Data;
import dev.laurel.rules.language.Datum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A member's state as bytes: canonical, so equal states are equal bytes, and versioned, so that
 * kept ones can be read later. Thread-safe.
 */
public final class StateCodec {
  /** The version that is written; the first byte. */
  public static final int VERSION = 8;

  /** Read too: the same without in what rewards of referrals came otherwise than they say. */
  private static final int WITHOUT_UNSETTLED = 7;

  /**
   * Read too: the same without who brought the member, codes and consents, with a place for fifths
   * of the population among the holdings.
   */
  private static final int WITHOUT_REFERRALS = 6;

  /** Read too: the same without holdings and pools, and without what the last day brought. */
  private static final int WITHOUT_HOLDINGS = 5;

  /**
   * Read too: the same without anything beside a purse, lots that nobody gave or waits for, and
   * tiers that stand in the place of one that is gone.
   */
  private static final int WITHOUT_GIVING = 4;

  /** Read too: the same without anything beside a standing. */
  private static final int WITHOUT_BESIDE = 3;

  /** Read too: the same without remembered terms either. */
  private static final int WITHOUT_TERMS = 2;

  private static final int PENDING = 1;
  private static final int FOLLOWS = 2;
  private static final int AWAITS_EVENT = 4;
  private static final int RECEIVED = 8;

  private static final int BELOW = 1;
  private static final int EXCHANGED = 2;

  private static final int POOLED = 1;

  /** The same where reservations of a pool say for which benefit they are. */
  private static final int POOLED_FOR_BENEFITS = 2;

  private StateCodec() {}

  public static byte[] write(MemberState state) {
    BinaryWriter to = new BinaryWriter();
    to.put(VERSION).text(state.member()).count(state.version());
    instant(state.asOf(), to);
    to.text(state.metricSet());
    profile(state.profile(), to);
    to.count(state.standings().size());
    state.standings().forEach(s -> Standings.write(s, to));
    to.count(state.purses().size());
    state.purses().forEach(p -> purse(p, to));
    to.count(state.tallies().size());
    state.tallies().forEach(t -> tally(t, to));
    to.count(state.usages().size());
    for (Map.Entry<String, Tally> usage : state.usages().entrySet())
      tally(usage.getValue(), to.text(usage.getKey()));
    to.count(state.purchases());
    day(state.lastPurchase(), to);
    HoldingsCodec.write(state.holdings(), to);
    pooling(state.pooling(), to);
    return Arrays.copyOf(to.memory(), to.size());
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException when the bytes are of a version that is not known
   */
  public static MemberState read(byte[] bytes) {
    BinaryReader from = new BinaryReader().over(bytes, 0, bytes.length);
    int version = from.take();
    if (version < WITHOUT_TERMS || version > VERSION)
      throw new IllegalArgumentException(
          "The state is of version %d; this programme reads version %d. Fold the member again."
              .formatted(version, VERSION));
    return new MemberState(
        from.text(),
        from.count(),
        instant(from),
        from.text(),
        profile(from),
        Standings.read(from, version > WITHOUT_TERMS, version > WITHOUT_BESIDE),
        purses(from, version > WITHOUT_BESIDE, version > WITHOUT_GIVING),
        tallies(from, version > WITHOUT_HOLDINGS),
        usages(from, version > WITHOUT_HOLDINGS),
        from.count(),
        day(from),
        version > WITHOUT_HOLDINGS
            ? HoldingsCodec.read(from, version > WITHOUT_REFERRALS, version > WITHOUT_UNSETTLED)
            : Holdings.NONE,
        version > WITHOUT_HOLDINGS ? pooling(from) : Pooling.NONE);
  }

  /** One byte for the many members who never were in a pool. */
  private static void pooling(Pooling pooling, BinaryWriter to) {
    int form = formOf(pooling);
    to.put(form);
    if (form == 0) return;
    to.text(pooling.in().orElse(""));
    instant(pooling.changed(), to);
    to.count(pooling.members().size());
    pooling.members().forEach((member, since) -> instant(since, to.text(member)));
    to.count(pooling.asked().size());
    pooling
        .asked()
        .forEach((reservation, asked) -> {
          to.text(reservation).text(asked.by());
          if (form == POOLED_FOR_BENEFITS) to.text(asked.benefit().orElse(""));
        });
    to.count(pooling.untaken().size());
    pooling.untaken().forEach((kind, units) -> to.text(kind).number(units));
  }

  private static int formOf(Pooling pooling) {
    if (pooling.equals(Pooling.NONE)) return 0;
    return pooling.asked().values().stream().anyMatch(each -> each.benefit().isPresent())
        ? POOLED_FOR_BENEFITS
        : POOLED;
  }

  private static Pooling pooling(BinaryReader from) {
    int form = from.take();
    if (form == 0) return Pooling.NONE;
    String in = from.text();
    Instant changed = instant(from);
    SortedMap<String, Instant> members = new TreeMap<>();
    for (int left = from.size(); left > 0; left--) members.put(from.text(), instant(from));
    SortedMap<String, Pooling.Asked> asked = new TreeMap<>();
    for (int left = from.size(); left > 0; left--)
      asked.put(
          from.text(),
          new Pooling.Asked(
              from.text(), form == POOLED_FOR_BENEFITS ? name(from) : Optional.empty()));
    SortedMap<String, Long> untaken = new TreeMap<>();
    for (int left = from.size(); left > 0; left--) untaken.put(from.text(), from.number());
    return new Pooling(
        in.isEmpty() ? Optional.empty() : Optional.of(in), changed, members, asked, untaken);
  }

  private static Optional<String> name(BinaryReader from) {
    String name = from.text();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private static void profile(MemberState.Profile profile, BinaryWriter to) {
    day(profile.enrolled(), to);
    to.put(profile.birthday().map(MonthDay::getMonthValue).orElse(0));
    to.put(profile.birthday().map(MonthDay::getDayOfMonth).orElse(0));
    Data.write(profile.attributes(), to);
  }

  private static MemberState.Profile profile(BinaryReader from) {
    Optional<LocalDate> enrolled = day(from);
    int month = from.take();
    int day = from.take();
    SortedMap<String, Datum> attributes = Data.read(from);
    return new MemberState.Profile(
        enrolled, month == 0 ? Optional.empty() : Optional.of(MonthDay.of(month, day)), attributes);
  }

  private static void purse(Purse purse, BinaryWriter to) {
    to.text(purse.kind()).number(purse.earned()).number(purse.redeemed());
    to.number(purse.expired()).number(purse.reversed()).number(purse.debt());
    lots(purse.lots(), to);
    to.count(purse.reserved().size());
    for (Purse.Reserved reserved : purse.reserved())
      lots(reserved.lots(), to.text(reserved.source()).text(reserved.event()));
    to.count(purse.streaks().size());
    for (Purse.Streak streak : purse.streaks())
      to.text(streak.of()).number(streak.from()).number(streak.last());
    to.number(purse.lastLapse());
    to.number(purse.buying().amount()).number(purse.buying().units());
    seldom(purse, to);
  }

  /** One byte for the many purses of which there is nothing of the kind. */
  private static void seldom(Purse purse, BinaryWriter to) {
    boolean exchanged = !purse.exchange().equals(Exchange.NONE);
    to.put((purse.below() != 0 ? BELOW : 0) | (exchanged ? EXCHANGED : 0));
    if (purse.below() != 0) to.number(purse.below());
    if (!exchanged) return;
    to.number(purse.exchange().given()).number(purse.exchange().received());
    to.number(purse.exchange().fees());
  }

  private static void lots(List<Purse.Lot> lots, BinaryWriter to) {
    to.count(lots.size());
    for (Purse.Lot lot : lots) {
      to.number(lot.earnedOn()).number(lot.awaitsEvent() ? 0 : lot.availableOn());
      to.number(lot.lapsesOn()).number(lot.units()).put(flags(lot));
      if (lot.since() != lot.earnedOn()) to.number(lot.since());
    }
  }

  private static int flags(Purse.Lot lot) {
    return (lot.pending() ? PENDING : 0)
        | (lot.follows() ? FOLLOWS : 0)
        | (lot.awaitsEvent() ? AWAITS_EVENT : 0)
        | (lot.since() != lot.earnedOn() ? RECEIVED : 0);
  }

  private static List<Purse> purses(BinaryReader from, boolean withStreaks, boolean withGiving) {
    int size = from.size();
    List<Purse> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) all.add(purse(from, withStreaks, withGiving));
    return all;
  }

  private static Purse purse(BinaryReader from, boolean withStreaks, boolean withGiving) {
    String kind = from.text();
    long earned = from.number();
    long redeemed = from.number();
    long expired = from.number();
    long reversed = from.number();
    long debt = from.number();
    List<Purse.Lot> lots = lots(from);
    List<Purse.Reserved> reserved = reserved(from);
    List<Purse.Streak> streaks = withStreaks ? streaks(from) : List.of();
    long lastLapse = withStreaks ? from.number() : Long.MIN_VALUE;
    Purse.Buying buying =
        withStreaks ? new Purse.Buying(from.number(), from.number()) : Purse.Buying.NOTHING;
    int seldom = withGiving ? from.take() : 0;
    long below = (seldom & BELOW) != 0 ? from.number() : 0;
    Exchange exchange =
        (seldom & EXCHANGED) != 0
            ? new Exchange(from.number(), from.number(), from.number())
            : Exchange.NONE;
    return new Purse(
        kind, earned, redeemed, expired, reversed, debt, lots, reserved, streaks, lastLapse, buying,
        below, exchange);
  }

  private static List<Purse.Streak> streaks(BinaryReader from) {
    int size = from.size();
    List<Purse.Streak> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++)
      all.add(new Purse.Streak(from.text(), from.number(), from.number()));
    return all;
  }

  private static List<Purse.Reserved> reserved(BinaryReader from) {
    int size = from.size();
    List<Purse.Reserved> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++)
      all.add(new Purse.Reserved(from.text(), from.text(), lots(from)));
    return all;
  }

  private static List<Purse.Lot> lots(BinaryReader from) {
    int size = from.size();
    List<Purse.Lot> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) all.add(lot(from));
    return all;
  }

  private static Purse.Lot lot(BinaryReader from) {
    long earnedOn = from.number();
    long availableOn = from.number();
    long lapsesOn = from.number();
    long units = from.number();
    int flags = from.take();
    return new Purse.Lot(
        earnedOn,
        (flags & AWAITS_EVENT) != 0 ? Purse.NEVER : availableOn,
        lapsesOn,
        units,
        (flags & PENDING) != 0,
        (flags & FOLLOWS) != 0,
        (flags & RECEIVED) != 0 ? from.number() : earnedOn);
  }

  static void tally(Tally tally, BinaryWriter to) {
    to.number(tally.lastDay()).count(tally.size());
    if (tally.size() > 0) to.number(tally.ofLastDay());
    for (int i = 0; i < tally.size(); i++) to.number(tally.key(i)).number(tally.units(i));
  }

  static Tally tally(BinaryReader from) {
    return tally(from, true);
  }

  private static Tally tally(BinaryReader from, boolean withLastDay) {
    int lastDay = Math.toIntExact(from.number());
    int size = from.size();
    long ofLastDay = withLastDay && size > 0 ? from.number() : 0;
    int[] keys = new int[size];
    long[] units = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = Math.toIntExact(from.number());
      units[i] = from.number();
    }
    return Tally.of(keys, units, lastDay, ofLastDay);
  }

  private static List<Tally> tallies(BinaryReader from, boolean withLastDay) {
    int size = from.size();
    List<Tally> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) all.add(tally(from, withLastDay));
    return all;
  }

  private static SortedMap<String, Tally> usages(BinaryReader from, boolean withLastDay) {
    int size = from.size();
    SortedMap<String, Tally> all = new TreeMap<>();
    for (int i = 0; i < size; i++) all.put(from.text(), tally(from, withLastDay));
    return all;
  }

  private static void instant(Instant at, BinaryWriter to) {
    to.number(at.getEpochSecond()).count(at.getNano());
  }

  private static Instant instant(BinaryReader from) {
    return Instant.ofEpochSecond(from.number(), from.count());
  }

  static void day(Optional<LocalDate> day, BinaryWriter to) {
    to.put(day.isPresent() ? 1 : 0);
    day.ifPresent(d -> to.number(d.toEpochDay()));
  }

  static Optional<LocalDate> day(BinaryReader from) {
    return from.take() == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(from.number()));
  }
}
