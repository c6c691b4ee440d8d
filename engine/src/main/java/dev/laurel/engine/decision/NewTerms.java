package dev.laurel.engine.decision;

import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.member.Purse.Lot;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts points under the terms of a new revision that were earned before it, where it says so.
 * Immutable.
 *
 * @see "engine/docs/decisions/038-changed-terms.md"
 */
final class NewTerms {
  private final Revision before;
  private final Revision to;
  private final List<Lapses> following;

  /**
   * @param following the kinds of the new revision whose points follow the tier or what is done
   */
  NewTerms(Revision before, Revision to, List<Lapses> following) {
    this.before = before;
    this.to = to;
    this.following = following;
  }

  MemberState of(MemberState state) {
    boolean follow =
        to.pack()
            .programme()
            .revision()
            .filter(change -> change.lots() == Programme.Change.Lots.NEW_TERMS)
            .isPresent();
    if (!follow || state.version() == 0) return state;
    LocalDate today = state.asOf().atZone(to.zone()).toLocalDate();
    List<Purse> purses = new ArrayList<>();
    for (Purse purse : state.purses()) purses.add(of(purse, state, today));
    return state.with(purses);
  }

  private Purse of(Purse purse, MemberState state, LocalDate today) {
    PointKind now = to.kind(purse.kind());
    for (PointKind was : before.pack().programme().pointKinds()) {
      boolean same = was.expiry().equals(now.expiry()) && was.available().equals(now.available());
      if (!was.id().equals(now.id()) || same) continue;
      Purse dated =
          purse.with(
              lots(purse.lots(), was, now, today),
              purse.reserved().stream()
                  .map(one ->
                      new Purse.Reserved(
                          one.source(), one.event(), lots(one.lots(), was, now, today)))
                  .toList());
      return follow(dated, state, today);
    }
    return purse;
  }

  private Purse follow(Purse purse, MemberState state, LocalDate today) {
    Set<String> tiers =
        state.standings().stream().map(MemberState.Standing::tier).collect(Collectors.toSet());
    LocalDate enrolled = state.profile().enrolled().orElse(today);
    Purse now = purse;
    for (Lapses each : following)
      if (each.kind().equals(purse.kind())) now = each.follow(now, tiers, today, enrolled);
    return now;
  }

  private static List<Lot> lots(List<Lot> lots, PointKind was, PointKind now, LocalDate today) {
    return lots.stream().map(lot -> lot(lot, was, now, today)).toList();
  }

  /** No point lapses, and none becomes available, before the present day. */
  private static Lot lot(Lot lot, PointKind was, PointKind now, LocalDate today) {
    LocalDate earned = earned(lot, was, now, today);
    Lot then = Terms.lot(now, earned, lot.units());
    long day = today.toEpochDay();
    return new Lot(
        lot.earnedOn(),
        lot.pending() ? Math.max(then.availableOn(), day) : lot.availableOn(),
        Math.max(then.lapsesOn(), day + 1),
        lot.units(),
        lot.pending(),
        then.follows(),
        lot.since());
  }

  /**
   * The day from which new terms count: the last one on which points of the lot can have been
   * earned or kept. What an activity keeps from now on counts as kept today, since nobody was told
   * of it.
   */
  private static LocalDate earned(Lot lot, PointKind was, PointKind now, LocalDate today) {
    if (now.expiry() instanceof Expiry.Inactivity && !(was.expiry() instanceof Expiry.Inactivity))
      return today;
    LocalDate first = LocalDate.ofEpochDay(lot.earnedOn());
    if (lot.follows()) return first;
    for (LocalDate day = today; day.isAfter(first); day = day.minusDays(1)) {
      Lot then = Terms.lot(was, day, lot.units());
      boolean waits = !lot.pending() || then.availableOn() == lot.availableOn();
      if (waits && then.lapsesOn() == lot.lapsesOn()) return day;
    }
    return first;
  }
}
