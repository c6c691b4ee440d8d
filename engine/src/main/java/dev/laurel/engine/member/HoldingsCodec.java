package dev.laurel.engine.member;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.member.Holdings.Entitlement;
import dev.laurel.engine.member.Holdings.Hold;
import dev.laurel.engine.member.Holdings.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      to.text(each.code().orElse(""));
    }
    to.count(holdings.holds().size());
    for (Map.Entry<String, Hold> each : holdings.holds().entrySet()) {
      Hold hold = each.getValue();
      to.text(each.getKey()).text(hold.benefit()).text(hold.kind()).text(hold.source());
      StateCodec.day(hold.until(), to.text(hold.event()));
    }
    to.text(holdings.referrer().orElse(""));
    days(holdings.consents(), to);
    to.count(holdings.unsettled().size());
    for (Unsettled each : holdings.unsettled())
      to.text(each.reward())
          .text(each.of())
          .number(each.beyond())
          .number(each.untaken())
          .number(each.pooled())
          .number(each.elsewhere());
  }

  /**
   * @param now whether they say by whom the member was brought, codes and consents; before that
   *     fifths of the population had a place in them, of which nobody ever had any
   * @param settling whether they say in what rewards came otherwise than they say
   */
  static Holdings read(BinaryReader from, boolean now, boolean settling) {
    if (from.take() == NONE) return Holdings.NONE;
    SortedMap<String, LocalDate> segments = all(from, HoldingsCodec::day);
    if (!now) from.size();
    return new Holdings(
        segments,
        all(from, HoldingsCodec::day),
        all(from, each -> new Progress(each.count(), day(each), day(each), each.count())),
        entitlements(from, now),
        all(
            from,
            each ->
                new Hold(each.text(), each.text(), each.text(), each.text(), StateCodec.day(each))),
        now ? text(from) : Optional.empty(),
        now ? all(from, HoldingsCodec::day) : new TreeMap<>(),
        settling ? unsettled(from) : List.of(),
        Optional.empty());
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

  private static Optional<String> text(BinaryReader from) {
    return Optional.of(from.text()).filter(text -> !text.isEmpty());
  }

  private static List<Unsettled> unsettled(BinaryReader from) {
    int size = from.size();
    List<Unsettled> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++)
      all.add(
          new Unsettled(
              from.text(),
              from.text(),
              from.number(),
              from.number(),
              from.number(),
              from.number()));
    return all;
  }

  private static List<Entitlement> entitlements(BinaryReader from, boolean codes) {
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
              StateCodec.tally(from),
              codes ? text(from) : Optional.empty()));
    return all;
  }
}
