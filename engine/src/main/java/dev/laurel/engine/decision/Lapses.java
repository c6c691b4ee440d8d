package dev.laurel.engine.decision;

import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.member.Purse.Lot;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Expiry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When points of a kind lapse whose day follows the tier that the member holds or what the member
 * does. Their day is worked out again whenever one of the two changes, from the day on which they
 * were earned; a day that has passed by then becomes the next one, so that nobody loses points
 * before the end of the day on which a tier was lost. Immutable.
 *
 * @see "engine/docs/decisions/024-what-keeps-points-and-tiers.md"
 */
final class Lapses {
  private static final String PURCHASE = "purchase";

  private final Revision revision;
  private final PointKind kind;
  private final List<Expiry> leaves = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();

  /**
   * Activity that is asked for.
   *
   * @param period in each of which it must fall; empty where only the last one counts
   */
  private record Asked(String name, List<String> events, Optional<Period> period) {}

  private Lapses(Revision revision, PointKind kind) {
    this.revision = revision;
    this.kind = kind;
    gather(kind.expiry());
  }

  /** The kinds of a revision that follow anything. */
  static List<Lapses> of(Revision revision) {
    return revision.pack().programme().pointKinds().stream()
        .filter(Lapses::follow)
        .map(kind -> new Lapses(revision, kind))
        .toList();
  }

  static boolean follow(PointKind kind) {
    return kind.expiry() instanceof Expiry.ByTier
        || (kind.expiry() instanceof Expiry.After after && after.unlessActive().isPresent());
  }

  String kind() {
    return kind.id();
  }

  private void gather(Expiry expiry) {
    switch (expiry) {
      case Expiry.ByTier(var rows, var otherwise) -> {
        rows.forEach(row -> gather(row.expiry()));
        gather(otherwise);
      }
      case Expiry.After after -> {
        leaves.add(after);
        after.unlessActive().ifPresent(activity -> asked.add(asked(activity)));
      }
      case Expiry.Inactivity idle -> {
        leaves.add(idle);
        asked.add(asked(idle));
      }
      case Expiry.Never never -> leaves.add(never);
      case Expiry.On on -> leaves.add(on);
    }
  }

  private Asked asked(Expiry.Activity activity) {
    List<String> events = events(activity.events());
    return new Asked(
        activity.each() + ":" + String.join(",", events),
        events,
        Optional.of(revision.period(activity.each())));
  }

  private static Asked asked(Expiry.Inactivity idle) {
    List<String> events = events(idle.events());
    return new Asked(":" + String.join(",", events), events, Optional.empty());
  }

  private static List<String> events(List<String> named) {
    return named.isEmpty() ? List.of(PURCHASE) : named.stream().distinct().sorted().toList();
  }

  /** Notes that an event of this type happened. */
  Purse active(Purse purse, String type, LocalDate day, LocalDate enrolled) {
    Purse now = purse;
    for (Asked each : asked)
      if (each.events().contains(type)) now = now.with(run(now, each, day, enrolled));
    return now;
  }

  private static Purse.Streak run(Purse purse, Asked asked, LocalDate day, LocalDate enrolled) {
    Optional<Purse.Streak> before = purse.streak(asked.name());
    long on =
        asked
            .period()
            .map(period -> Calendar.start(period, day, enrolled))
            .orElse(day)
            .toEpochDay();
    // Whether a gap is there was said when it arose; an event that comes late closes none.
    if (before.isPresent() && before.get().last() >= on) return before.get();
    boolean goesOn =
        before.isPresent()
            && asked.period().isPresent()
            && end(asked.period().get(), before.get().last(), enrolled) == on;
    return new Purse.Streak(asked.name(), goesOn ? before.get().from() : on, on);
  }

  /**
   * A purse of a revision that did not ask for this activity: up to now it counts as done, since
   * nobody was told that it was needed.
   */
  Purse adopt(Purse purse, LocalDate today, LocalDate enrolled) {
    Purse now = purse;
    for (Asked each : asked)
      if (now.streak(each.name()).isEmpty())
        now =
            now.with(
                new Purse.Streak(
                    each.name(),
                    Long.MIN_VALUE,
                    each.period()
                        .map(period -> Calendar.start(period, today, enrolled))
                        .orElse(today)
                        .toEpochDay()));
    return now;
  }

  /**
   * Lots on the days on which they lapse as things stand; those that cannot differ any more as one.
   */
  Purse follow(Purse purse, Set<String> tiers, LocalDate today, LocalDate enrolled) {
    if (purse.lots().isEmpty() && purse.reserved().isEmpty()) return purse;
    Dating dating = new Dating(purse, held(kind.expiry(), tiers), today, enrolled);
    List<Purse.Reserved> aside = new ArrayList<>(purse.reserved().size());
    for (Purse.Reserved one : purse.reserved())
      aside.add(new Purse.Reserved(one.source(), one.event(), dating.all(one.lots())));
    return purse.with(dating.all(purse.lots()), aside);
  }

  /** The day on which points of a day lapse, or lapsed, as things stand. */
  long lapse(Purse purse, Set<String> tiers, LocalDate earned, LocalDate today, LocalDate since) {
    Expiry held = held(kind.expiry(), tiers);
    return new Dating(purse, held, today, since).day(held, Terms.lot(kind, earned, 1));
  }

  /** What counts for whoever holds these tiers. */
  private static Expiry held(Expiry expiry, Set<String> tiers) {
    return expiry instanceof Expiry.ByTier byTier ? byTier.heldWith(tiers) : expiry;
  }

  private static long end(Period period, long day, LocalDate enrolled) {
    return Calendar.end(period, LocalDate.ofEpochDay(day), enrolled).toEpochDay();
  }

  /** The lots of one purse at one instant. */
  private final class Dating {
    private final Purse purse;
    private final Expiry held;
    private final long today;
    private final LocalDate enrolled;

    Dating(Purse purse, Expiry held, LocalDate today, LocalDate enrolled) {
      this.purse = purse;
      this.held = held;
      this.today = today.toEpochDay();
      this.enrolled = enrolled;
    }

    List<Lot> all(List<Lot> lots) {
      List<Lot> dated = new ArrayList<>(lots.size());
      for (Lot each : lots) {
        Lot lot = each.follows() ? each.until(Math.max(day(held, each), today + 1)) : each;
        int last = dated.size() - 1;
        if (last >= 0 && alike(dated.get(last), lot))
          dated.set(
              last, dated.get(last).with(Math.addExact(dated.get(last).units(), lot.units())));
        else dated.add(lot);
      }
      return dated;
    }

    private long day(Expiry leaf, Lot lot) {
      LocalDate earned = LocalDate.ofEpochDay(lot.earnedOn());
      return switch (leaf) {
        case Expiry.Never n -> Purse.NEVER;
        case Expiry.On on -> Terms.on(on, earned).toEpochDay();
        case Expiry.After after -> {
          long day = Terms.after(after, earned).toEpochDay();
          yield after.unlessActive().isEmpty()
              ? day
              : Math.max(day, gapEnds(asked(after.unlessActive().get()), lot));
        }
        case Expiry.Inactivity idle -> {
          long day = Terms.idle(idle, earned);
          Optional<Purse.Streak> run = purse.streak(asked(idle).name());
          yield run.isEmpty()
              ? day
              : Math.max(day, Terms.idle(idle, LocalDate.ofEpochDay(run.get().last())));
        }
        case Expiry.ByTier b -> throw new IllegalArgumentException("Rows are asked one by one.");
      };
    }

    /** The end of the first period without activity after the one in which a lot was earned. */
    private long gapEnds(Asked asked, Lot lot) {
      Period period = asked.period().orElseThrow();
      long first = end(period, lot.earnedOn(), enrolled);
      long open = inRun(asked, lot) ? end(period, lastOf(asked), enrolled) : first;
      return end(period, open, enrolled);
    }

    /** Whether there was no gap since the lot was earned. */
    private boolean inRun(Asked asked, Lot lot) {
      Optional<Purse.Streak> run = purse.streak(asked.name());
      if (run.isEmpty()) return false;
      long first = end(asked.period().orElseThrow(), lot.earnedOn(), enrolled);
      return run.get().last() >= first && run.get().from() <= first;
    }

    private long lastOf(Asked asked) {
      return purse.streak(asked.name()).orElseThrow().last();
    }

    /** Whether two lots will lapse together whatever the member becomes and does. */
    private boolean alike(Lot one, Lot other) {
      if (one.follows() != other.follows() || one.pending() != other.pending()) return false;
      if (one.lapsesOn() != other.lapsesOn()) return false;
      if (one.pending() && one.availableOn() != other.availableOn()) return false;
      if (!one.follows() || one.earnedOn() == other.earnedOn()) return true;
      for (Expiry leaf : leaves)
        if (Math.max(today, day(leaf, one)) != Math.max(today, day(leaf, other))) return false;
      for (Asked each : asked)
        if (each.period().isPresent() && !sameGap(each, one, other)) return false;
      return true;
    }

    private boolean sameGap(Asked asked, Lot one, Lot other) {
      boolean goesOn = inRun(asked, one);
      if (goesOn != inRun(asked, other)) return false;
      if (goesOn) return true;
      Period period = asked.period().orElseThrow();
      long first = end(period, one.earnedOn(), enrolled);
      if (first == end(period, other.earnedOn(), enrolled)) return true;
      return end(period, first, enrolled) <= today
          && end(period, end(period, other.earnedOn(), enrolled), enrolled) <= today;
    }
  }
}
