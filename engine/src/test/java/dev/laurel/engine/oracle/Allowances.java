package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.oracle.Past.Handed;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.oracle.Answer;
import dev.laurel.rules.oracle.Oracle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Benefits: who has them, what was handed out, what was used of it. */
final class Allowances {
  private final Page page;
  private final LocalDate day;
  private final Past before;

  /**
   * @param before what was known before the event
   */
  Allowances(Page page, LocalDate day, Past before) {
    this.page = page;
    this.day = day;
    this.before = before;
  }

  private Optional<Benefit> find(String id) {
    return page.programming.pack().benefits().stream()
        .filter(benefit -> benefit.id().equals(id))
        .findFirst();
  }

  /** Whether the member is one of those whom the benefit names. */
  private boolean isNamed(Benefit benefit, Event event) {
    Member member = new Member(page.programming, before, day, true);
    Known known = Known.of(page.programming, member, event);
    boolean tier =
        benefit.tiers().isEmpty()
            || before.shown.values().stream().anyMatch(h -> benefit.tiers().contains(h.tier()));
    boolean segment =
        benefit.segments().isEmpty()
            || member.segments().stream().anyMatch(benefit.segments()::contains);
    return tier
        && segment
        && benefit.when().byId().values().stream()
            .allMatch(row -> Oracle.ask(row, known) == Answer.MET);
  }

  /** With which code points cannot be redeemed for it. */
  Optional<String> refused(String id, String kind, long units, Event event) {
    Optional<Benefit> benefit = find(id);
    if (benefit.isEmpty()) return Optional.of("unknown-benefit");
    if (!isNamed(benefit.get(), event)) return Optional.of("not-entitled");
    if (!(benefit.get().price() instanceof Price.Fixed(var asked, var points)))
      return Optional.of("costs-nothing");
    boolean right =
        kind.equals(asked)
            && Programming.points(page.programming.kind(kind), units).compareTo(points) == 0;
    return right ? Optional.empty() : Optional.of("not-the-price");
  }

  /** Takes one of the stock, and hands out what is used later; a code where none is left. */
  Optional<String> redeemed(String id, Event event) {
    Benefit benefit = find(id).orElseThrow();
    if (taken(benefit, 1) == 0) {
      page.decisive.by("refused out-of-stock");
      return Optional.of("out-of-stock");
    }
    if (benefit.entitlement().isPresent() || benefit.codes().isPresent())
      handOut(benefit, 1, "benefits/" + id, event);
    return Optional.empty();
  }

  /** What a rule hands out. */
  void byRule(Applied applied, Event event) {
    for (Outcome outcome : applied.rule().then())
      if (outcome instanceof Outcome.Entitle(var id, int count, var to)) {
        Benefit benefit = find(id).orElseThrow();
        BothSides sides = new BothSides(page, applied.rule().on());
        if (!sides.isOwn(to) && sides.other().isEmpty()) continue;
        long wanted = (long) count * applied.times();
        long given = taken(benefit, wanted);
        page.decisive.by((Record) outcome);
        if (given < wanted)
          page.add(
              Wording.limited(
                  applied.id(),
                  "benefits/" + id + "/stock",
                  wanted * 1_000_000L,
                  given * 1_000_000L));
        if (given > 0 && sides.isOwn(to)) handOut(benefit, given, applied.id(), event);
        else if (given > 0) {
          String other = sides.other().get();
          page.give(new Past.Onward(other, sides.side(), applied.id(), "", id), given);
          page.add(Wording.handedOn(applied.id(), id, given, other));
        }
      }
  }

  private long taken(Benefit benefit, long wanted) {
    if (benefit.stock().isEmpty()) return wanted;
    String key = "benefits/" + benefit.id() + "/stock";
    BigDecimal spent = page.past.spent.getOrDefault(key, BigDecimal.ZERO);
    long left = benefit.stock().get() - spent.longValueExact();
    long taken = Math.clamp(left, 0, wanted);
    if (taken > 0) {
      page.past.spent.merge(key, BigDecimal.valueOf(taken), BigDecimal::add);
      page.used(key, taken);
    }
    return taken;
  }

  /** What another's event brought. */
  void come(String id, long count, String rule, Event event) {
    String name = origin(event).orElseThrow() + " " + id;
    long gone = Math.min(count, page.past.goneBefore.getOrDefault(name, 0L));
    page.past.goneBefore.merge(name, -gone, Long::sum);
    if (gone > 0) {
      page.decisive.by("a benefit that was used not given again");
      page.add(Wording.settled(rule, id, gone, "STILL_THERE"));
    }
    if (count > gone) handOut(find(id).orElseThrow(), count - gone, rule, event);
  }

  /** Takes back what another's event brought and nobody has used up; the last of it first. */
  void back(String id, long count, String rule, Event event) {
    long taken = 0;
    for (int i = page.past.handed.size() - 1; i >= 0 && taken < count; i--) {
      Handed one = page.past.handed.get(i);
      if (!one.benefit().equals(id) || !one.by().equals(origin(event))) continue;
      page.past.handed.remove(i);
      taken++;
    }
    page.past.goneBefore.merge(origin(event).orElseThrow() + " " + id, count - taken, Long::sum);
    page.add(Wording.takenBack(rule, id, taken));
    page.decisive.by(taken > 0 ? "a benefit taken back" : "no benefit left to take back");
  }

  /** By which event it came, however often that was corrected. */
  private static Optional<String> origin(Event event) {
    return Optional.of(event.source() + " " + event.id().replaceFirst("^%~[^:]*:", ""));
  }

  private void handOut(Benefit benefit, long count, String by, Event event) {
    Optional<LocalDate> gone =
        benefit
            .entitlement()
            .flatMap(terms ->
                terms
                    .validFor()
                    .map(span -> {
                      LocalDate last = span.after(day);
                      LocalDate end = terms.edge() == Edge.TO_ITS_END ? last.plusDays(1) : last;
                      return end.isAfter(day) ? end : day.plusDays(1);
                    }));
    for (int i = 0; i < count; i++)
      page.past.handed.add(new Handed(benefit.id(), gone, new ArrayList<>(), origin(event)));
    boolean coded = benefit.codes().isPresent();
    if (coded) page.decisive.by("a code given");
    page.add(Wording.handedOut(by, benefit.id(), count, gone, coded ? count : 0));
    page.decisive.by("a benefit handed out");
  }

  /** Uses a benefit; with which code it is refused where it cannot be. */
  Optional<String> use(String id, Event event) {
    Optional<Benefit> found = find(id);
    if (found.isEmpty()) return Optional.of("unknown-benefit");
    Benefit benefit = found.get();
    boolean free = benefit.price() instanceof Price.Free;
    boolean names =
        !benefit.tiers().isEmpty()
            || !benefit.segments().isEmpty()
            || !benefit.when().byId().isEmpty();
    boolean has = free && names && isNamed(benefit, event);
    List<Handed> handed =
        page.past.handed.stream()
            .filter(h -> h.benefit().equals(id))
            .filter(h -> h.goneOn().map(day::isBefore).orElse(true))
            .toList();
    Optional<Handed> first =
        handed.stream()
            .filter(h -> left(benefit, h.uses()) > 0)
            .min(Comparator.comparing(h -> h.goneOn().orElse(LocalDate.MAX)));
    List<LocalDate> own = page.past.uses.computeIfAbsent(id, _ -> new ArrayList<>());
    boolean unbounded = benefit.entitlement().isEmpty();
    boolean may = has && (unbounded || left(benefit, own) > 0);
    if (first.isPresent()
        && (!may
            || !unbounded && !end(benefit).isBefore(first.get().goneOn().orElse(LocalDate.MAX)))) {
      Handed used = first.get();
      used.uses().add(day);
      long left = left(benefit, used.uses());
      if (over(benefit).isEmpty() && left == 0) page.past.remove(used);
      tell(id, OptionalLong.of(left));
      page.decisive.by("what was handed out used");
      return Optional.empty();
    }
    if (may) {
      own.add(day);
      tell(id, unbounded ? OptionalLong.empty() : OptionalLong.of(left(benefit, own)));
      page.decisive.by("what a tier has used");
      return Optional.empty();
    }
    if (!handed.isEmpty() || has) return Optional.of("used-up");
    return Optional.of(free ? "not-entitled" : "not-for-use");
  }

  private void tell(String id, OptionalLong left) {
    page.add(Wording.used(id, left));
  }

  private Optional<Period> over(Benefit benefit) {
    return benefit.entitlement().flatMap(Benefit.Entitlement::over).map(page.programming::period);
  }

  private long left(Benefit benefit, List<LocalDate> uses) {
    int most = benefit.entitlement().map(Benefit.Entitlement::uses).orElse(1);
    LocalDate enrolled = page.past.enrolled.orElse(day);
    Period period = over(benefit).orElse(new Period.Lifetime());
    return most
        - uses.stream().filter(use -> Windows.countsUpTo(period, use, day, enrolled)).count();
  }

  /** The first day of the next period of its uses. */
  private LocalDate end(Benefit benefit) {
    Optional<Period> over = over(benefit);
    if (over.isEmpty() || over.get() instanceof Period.Lifetime) return LocalDate.MAX;
    return Windows.lastDay(over.get(), day, page.past.enrolled.orElse(day)).plusDays(1);
  }

  /** Whether something lapses on this day, or is given back. */
  static boolean isEnding(Past past, LocalDate day) {
    return past.handed.stream().anyMatch(h -> h.goneOn().filter(g -> !g.isAfter(day)).isPresent())
        || past.holds.values().stream()
            .anyMatch(h -> h.until().filter(u -> !u.isAfter(day)).isPresent());
  }

  /** What lapses on this day, and what nobody confirmed in time. */
  static void end(Page page, LocalDate day) {
    TreeMap<String, Long> lapsed = new TreeMap<>();
    for (Handed handed : List.copyOf(page.past.handed))
      if (handed.goneOn().filter(gone -> !gone.isAfter(day)).isPresent()) {
        page.past.remove(handed);
        lapsed.merge(handed.benefit(), 1L, Long::sum);
      }
    lapsed.forEach((benefit, count) -> {
      page.move(Wording.lapsed(benefit, count));
      page.decisive.by("what was handed out lapsed");
    });
    for (var hold : List.copyOf(page.past.holds.entrySet()))
      if (hold.getValue().until().filter(until -> !until.isAfter(day)).isPresent()) {
        page.past.holds.remove(hold.getKey());
        if (new Purses(page, day).cancel(hold.getKey(), "timeout"))
          page.decisive.by("a reservation given back in time");
      }
  }
}
