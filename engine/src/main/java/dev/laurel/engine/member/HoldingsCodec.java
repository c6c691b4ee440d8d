package dev.laurel.engine.member;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.member.Holdings.Entitlement;
import dev.laurel.engine.member.Holdings.Fifths;
import dev.laurel.engine.member.Holdings.Hold;
import dev.laurel.engine.member.Holdings.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Holdings as bytes: one byte where a member has none. */
final class HoldingsCodec {
  private static final int NONE = 0;
  private static final int SOME = 1;

  private HoldingsCodec() {}

  static void write(Holdings holdings, BinaryWriter to) {
    if (holdings.equals(Holdings.NONE)) {
      to.put(NONE);
      return;
    }
    to.put(SOME);
    days(holdings.segments(), to);
    to.count(holdings.fifths().size());
    for (Map.Entry<String, Fifths> each : holdings.fifths().entrySet()) {
      Fifths of = each.getValue();
      to.text(each.getKey()).put(of.recency()).put(of.frequency()).put(of.money());
      to.number(of.day().toEpochDay());
    }
    days(holdings.returned(), to);
    to.count(holdings.challenges().size());
    for (Map.Entry<String, Progress> each : holdings.challenges().entrySet()) {
      Progress of = each.getValue();
      to.text(each.getKey()).count(of.count()).number(of.began().toEpochDay());
      to.number(of.last().toEpochDay()).count(of.rounds());
    }
    to.count(holdings.entitlements().size());
    for (Entitlement each : holdings.entitlements()) {
      to.text(each.benefit()).text(each.source()).text(each.event()).count(each.number());
      to.number(each.since().toEpochDay());
      StateCodec.day(each.until(), to);
      StateCodec.tally(each.used(), to);
    }
    to.count(holdings.holds().size());
    for (Map.Entry<String, Hold> each : holdings.holds().entrySet()) {
      Hold hold = each.getValue();
      to.text(each.getKey()).text(hold.benefit()).text(hold.kind()).text(hold.source());
      StateCodec.day(hold.until(), to.text(hold.event()));
    }
    days(holdings.consents(), to);
  }

  /**
   * @param withConsents whether what was written holds consents
   */
  static Holdings read(BinaryReader from, boolean withConsents) {
    if (from.take() == NONE) return Holdings.NONE;
    return new Holdings(
        all(from, HoldingsCodec::day),
        all(from, each -> new Fifths(each.take(), each.take(), each.take(), day(each))),
        all(from, HoldingsCodec::day),
        all(from, each -> new Progress(each.count(), day(each), day(each), each.count())),
        entitlements(from),
        all(
            from,
            each ->
                new Hold(each.text(), each.text(), each.text(), each.text(), StateCodec.day(each))),
        withConsents ? all(from, HoldingsCodec::day) : new TreeMap<>());
  }

  private static void days(SortedMap<String, LocalDate> days, BinaryWriter to) {
    to.count(days.size());
    for (Map.Entry<String, LocalDate> each : days.entrySet())
      to.text(each.getKey()).number(each.getValue().toEpochDay());
  }

  private static LocalDate day(BinaryReader from) {
    return LocalDate.ofEpochDay(from.number());
  }

  private static <T> SortedMap<String, T> all(BinaryReader from, Function<BinaryReader, T> read) {
    int size = from.size();
    SortedMap<String, T> all = new TreeMap<>();
    for (int i = 0; i < size; i++) all.put(from.text(), read.apply(from));
    return all;
  }

  private static List<Entitlement> entitlements(BinaryReader from) {
    int size = from.size();
    List<Entitlement> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++)
      all.add(
          new Entitlement(
              from.text(),
              from.text(),
              from.text(),
              Math.toIntExact(from.count()),
              day(from),
              StateCodec.day(from),
              StateCodec.tally(from)));
    return all;
  }
}
