package dev.laurel.engine.member;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.member.MemberState.Beside;
import dev.laurel.engine.member.MemberState.Grant;
import dev.laurel.engine.member.MemberState.Granted;
import dev.laurel.engine.member.MemberState.Held;
import dev.laurel.engine.member.MemberState.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The part of a state's bytes that says where a member stands on ladders. Thread-safe. */
final class Standings {
  private static final int BESIDE = 1;
  private static final int INSTEAD = 2;

  private Standings() {}

  static void write(Standing standing, BinaryWriter to) {
    to.text(standing.ladder()).text(standing.tier()).number(standing.since().toEpochDay());
    StateCodec.day(standing.until(), to);
    to.text(standing.reason()).count(standing.terms().size());
    standing.terms().forEach((tier, end) -> to.text(tier).number(end.toEpochDay()));
    beside(standing.beside(), to);
  }

  /**
   * All standings of a state.
   *
   * @param withTerms whether the state's version writes the terms of tiers
   * @param withBeside whether it writes what stands beside
   */
  static List<Standing> read(BinaryReader from, boolean withTerms, boolean withBeside) {
    int size = from.size();
    List<Standing> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++)
      all.add(
          new Standing(
              from.text(),
              from.text(),
              LocalDate.ofEpochDay(from.number()),
              StateCodec.day(from),
              from.text(),
              withTerms ? terms(from) : new TreeMap<>(),
              withBeside ? beside(from) : Beside.NOTHING));
    return all;
  }

  private static SortedMap<String, LocalDate> terms(BinaryReader from) {
    int size = from.size();
    SortedMap<String, LocalDate> terms = new TreeMap<>();
    for (int i = 0; i < size; i++) terms.put(from.text(), LocalDate.ofEpochDay(from.number()));
    return terms;
  }

  /** Of most members there is nothing, which is one byte. */
  private static void beside(Beside beside, BinaryWriter to) {
    int flags = beside.instead().isPresent() ? BESIDE | INSTEAD : BESIDE;
    to.put(beside.equals(Beside.NOTHING) ? 0 : flags);
    if (beside.equals(Beside.NOTHING)) return;
    StateCodec.day(beside.rewarded(), to);
    StateCodec.day(beside.ended(), to);
    to.put(beside.granted().isPresent() ? 1 : 0);
    beside.granted().ifPresent(granted -> granted(granted, to));
    beside.instead().ifPresent(to::text);
  }

  private static Beside beside(BinaryReader from) {
    int flags = from.take();
    if (flags == 0) return Beside.NOTHING;
    return new Beside(
        StateCodec.day(from),
        StateCodec.day(from),
        from.take() == 0 ? Optional.empty() : Optional.of(granted(from)),
        (flags & INSTEAD) == 0 ? Optional.empty() : Optional.of(from.text()));
  }

  private static void granted(Granted granted, BinaryWriter to) {
    to.count(granted.tiers().size());
    granted
        .tiers()
        .forEach((tier, grant) -> {
          to.text(tier).number(grant.until().toEpochDay()).text(grant.reason());
          StateCodec.day(grant.most(), to);
        });
    to.put(granted.byRules().isPresent() ? 1 : 0);
    granted
        .byRules()
        .ifPresent(held -> {
          to.text(held.tier()).number(held.since().toEpochDay());
          StateCodec.day(held.until(), to);
          to.text(held.reason());
        });
  }

  private static Granted granted(BinaryReader from) {
    int size = from.size();
    SortedMap<String, Grant> tiers = new TreeMap<>();
    for (int i = 0; i < size; i++)
      tiers.put(
          from.text(),
          new Grant(LocalDate.ofEpochDay(from.number()), from.text(), StateCodec.day(from)));
    return new Granted(
        tiers,
        from.take() == 0
            ? Optional.empty()
            : Optional.of(
                new Held(
                    from.text(),
                    LocalDate.ofEpochDay(from.number()),
                    StateCodec.day(from),
                    from.text())));
  }
}
