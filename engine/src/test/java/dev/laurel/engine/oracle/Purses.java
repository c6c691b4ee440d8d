package dev.laurel.engine.oracle;

import dev.laurel.engine.oracle.Past.Account;
import dev.laurel.engine.oracle.Past.Lot;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Availability;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.Programme.Returns;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How points come, wait, go and lapse. */
final class Purses {
  private final Page page;
  private final LocalDate day;

  Purses(Page page, LocalDate day) {
    this.page = page;
    this.day = day;
  }

  void issue(PointKind kind, long units, String why) {
    if (units == 0) return;
    LocalDate availableOn =
        switch (kind.available()) {
          case Availability.AtOnce() -> day;
          case Availability.After(var span) -> span.after(day);
          case Availability.On(var fixed) -> fixed;
          case Availability.AtEvent a -> LocalDate.MAX;
        };
    page.decisive.by((Record) kind.available());
    page.decisive.by((Record) kind.expiry());
    if (kind.expiry() instanceof Expiry.After(var span, var carriedTo, var edge, var active)) {
      page.decisive.by(carriedTo);
      page.decisive.by(edge);
    }
    if (kind.expiry() instanceof Expiry.Inactivity idle) page.decisive.by(idle.edge());
    if (kind.expiry() instanceof Expiry.After after)
      after.unlessActive().ifPresent(page.decisive::by);
    boolean pending = availableOn.isAfter(day);
    page.past.lots.add(
        new Lot(page.past.lotsBegun++, kind.id(), day, availableOn, goneOn(kind), units, pending));
    page.post(Account.ISSUED, pending ? Account.PENDING : Account.AVAILABLE, kind.id(), units, why);
    payDebt(kind);
  }

  long available(PointKind kind) {
    return Math.max(0, page.past.balance(kind.id(), Account.AVAILABLE));
  }

  /** Of points there are no more than the balance says: the oldest made up for what was missing. */
  private void fill(PointKind kind) {
    long there =
        page.past.lots.stream()
            .filter(lot -> is(lot, kind) && !lot.pending())
            .mapToLong(Lot::units)
            .sum();
    if (there > available(kind)) page.decisive.by("a balance below zero filled");
    remove(kind, there - available(kind));
  }

  /** Points live to the end of the day on which they were earned at least. */
  private Optional<LocalDate> goneOn(PointKind kind) {
    return lastingTo(kind.expiry(), day).map(gone -> gone.isAfter(day) ? gone : day.plusDays(1));
  }

  private Optional<LocalDate> lastingTo(Expiry expiry, LocalDate earned) {
    return switch (expiry) {
      case Expiry.Never() -> Optional.empty();
      case Expiry.On(var fixed, var edge) -> Optional.of(after(fixed, edge));
      case Expiry.After(var span, var carriedTo, var edge, var active) -> {
        LocalDate own = after(carried(span.after(earned), carriedTo), edge);
        if (!own.isAfter(earned)) own = earned.plusDays(1);
        LocalDate gap = active.map(each -> gapEnds(each, earned)).orElse(own);
        yield Optional.of(gap.isAfter(own) ? gap : own);
      }
      case Expiry.Inactivity(var span, var events, var edge) ->
          Optional.of(after(span.after(lastActive(events, earned)), edge));
      case Expiry.ByTier(var rows, var otherwise) -> {
        for (Expiry.ByTier.Row row : rows)
          if (page.past.shown.values().stream().anyMatch(held -> row.tiers().contains(held.tier())))
            yield lastingTo(row.expiry(), earned);
        yield lastingTo(otherwise, earned);
      }
    };
  }

  /** The day after the first period without activity after the one in which points were earned. */
  private LocalDate gapEnds(Expiry.Activity activity, LocalDate earned) {
    LocalDate first = lastDay(activity.each(), earned).plusDays(1);
    while (true) {
      LocalDate last = lastDay(activity.each(), first);
      LocalDate from = first;
      boolean active =
          types(activity.events()).stream()
              .flatMap(type -> page.past.happened.getOrDefault(type, new TreeSet<>()).stream())
              .anyMatch(on -> !on.isBefore(from) && !on.isAfter(last));
      if (!active) return last.plusDays(1);
      first = last.plusDays(1);
    }
  }

  private LocalDate lastDay(String period, LocalDate of) {
    return Windows.lastDay(page.programming.period(period), of, page.past.enrolled.orElse(day));
  }

  private LocalDate lastActive(List<String> events, LocalDate earned) {
    return types(events).stream()
        .map(type -> page.past.happened.getOrDefault(type, new TreeSet<>()))
        .filter(days -> !days.isEmpty())
        .map(TreeSet::last)
        .filter(on -> on.isAfter(earned))
        .max(java.util.Comparator.naturalOrder())
        .orElse(earned);
  }

  private static List<String> types(List<String> events) {
    return events.isEmpty() ? List.of("purchase") : events;
  }

  /** Points whose day hangs on the tier held or on what the member does, as things stand. */
  void follow() {
    for (PointKind kind : page.programming.kinds()) {
      if (!follows(kind)) continue;
      page.past.lots.replaceAll(lot -> lot.kind().equals(kind.id()) ? dated(lot, kind) : lot);
      page.past.aside.replaceAll((name, lots) ->
          lots.stream().map(lot -> lot.kind().equals(kind.id()) ? dated(lot, kind) : lot).toList());
    }
  }

  private static boolean follows(PointKind kind) {
    return kind.expiry() instanceof Expiry.ByTier
        || (kind.expiry() instanceof Expiry.After after && after.unlessActive().isPresent());
  }

  private Lot dated(Lot lot, PointKind kind) {
    Optional<LocalDate> then =
        lastingTo(kind.expiry(), lot.earned())
            .map(gone -> gone.isAfter(day) ? gone : day.plusDays(1));
    if (!then.equals(lot.goneOn()) && !lot.earned().equals(day))
      page.decisive.by("points dated anew");
    return lot.until(then);
  }

  private static LocalDate carried(LocalDate day, Expiry.UpTo to) {
    LocalDate last = day;
    while (switch (to) {
      case NONE -> false;
      case END_OF_MONTH -> YearMonth.from(last).equals(YearMonth.from(last.plusDays(1)));
      case END_OF_QUARTER ->
          YearMonth.from(last).equals(YearMonth.from(last.plusDays(1)))
              || last.getMonthValue() % 3 != 0;
      case END_OF_YEAR -> last.getYear() == last.plusDays(1).getYear();
    }) last = last.plusDays(1);
    return last;
  }

  /** The day at whose start something is over. */
  static LocalDate after(LocalDate day, Edge edge) {
    return edge == Edge.TO_ITS_END ? day.plusDays(1) : day;
  }

  /** An event puts off when points lapse that live on for as long as there are such events. */
  void happened(String event) {
    page.past.happened.computeIfAbsent(event, type -> new TreeSet<>()).add(day);
    for (PointKind kind : page.programming.kinds()) {
      if (!(kind.expiry() instanceof Expiry.Inactivity(var span, var events, var edge))) continue;
      boolean counts = events.isEmpty() ? event.equals("purchase") : events.contains(event);
      if (!counts) continue;
      page.past.lots.replaceAll(lot -> lot.kind().equals(kind.id()) ? putOff(lot, kind) : lot);
      page.past.aside.replaceAll((name, lots) ->
          lots.stream()
              .map(lot -> lot.kind().equals(kind.id()) ? putOff(lot, kind) : lot)
              .toList());
    }
  }

  private Lot putOff(Lot lot, PointKind kind) {
    Optional<LocalDate> then = goneOn(kind);
    if (lot.goneOn().isEmpty() || !then.orElseThrow().isAfter(lot.goneOn().get())) return lot;
    page.decisive.by("points kept by activity");
    return lot.until(then);
  }

  void payDebt(PointKind kind) {
    fill(kind);
    long owed = -page.past.balance(kind.id(), Account.DEBT);
    long paid = Math.min(owed, available(kind));
    take(kind, paid, Account.DEBT, "debt");
  }

  /** Takes available points, oldest first. */
  private void take(PointKind kind, long units, Account to, String why) {
    remove(kind, units);
    page.post(Account.AVAILABLE, to, kind.id(), units, why);
  }

  private void remove(PointKind kind, long units) {
    long left = units;
    for (ListIterator<Lot> lots = page.past.lots.listIterator(); left > 0; ) {
      Lot lot = lots.next();
      if (!lot.kind().equals(kind.id()) || lot.pending()) continue;
      long taken = Math.min(left, lot.units());
      left -= taken;
      if (taken == lot.units()) lots.remove();
      else lots.set(lot.with(lot.units() - taken));
    }
  }

  /** Spends points; says whether there were enough. */
  boolean redeem(PointKind kind, long units) {
    if (page.past.balance(kind.id(), Account.AVAILABLE) < units) return false;
    take(kind, units, Account.REDEEMED, "redemption");
    return true;
  }

  /** Sets points aside under a name; says whether there were enough. */
  boolean reserve(PointKind kind, long units, String name) {
    if (page.past.balance(kind.id(), Account.AVAILABLE) < units) return false;
    List<Lot> before = List.copyOf(page.past.lots);
    take(kind, units, Account.RESERVED, "reservation");
    page.past.aside.put(name, missing(before));
    return true;
  }

  /** What of these lots is there no more. */
  private List<Lot> missing(List<Lot> before) {
    List<Lot> aside = new ArrayList<>();
    for (Lot lot : before) {
      long left =
          page.past.lots.stream()
              .filter(now -> now.number() == lot.number())
              .mapToLong(Lot::units)
              .sum();
      if (left < lot.units()) aside.add(lot.with(lot.units() - left));
    }
    return aside;
  }

  /**
   * Takes points for another, oldest first, then those that are kept; says which go to the other.
   */
  List<Lot> give(PointKind kind, long units, long fee, String why) {
    List<Lot> before = List.copyOf(page.past.lots);
    take(kind, units, Account.TRANSFERRED, why);
    List<Lot> gone = missing(before);
    take(kind, fee, Account.FEE, "fee");
    return gone;
  }

  /** Redeems what was set aside under a name; says whether there was anything. */
  boolean confirm(String name) {
    List<Lot> aside = page.past.aside.remove(name);
    if (aside == null) return false;
    post(aside, Account.REDEEMED, "confirmation");
    return true;
  }

  /** Gives back what was set aside under a name; says whether there was anything. */
  boolean cancel(String name) {
    return cancel(name, "cancellation");
  }

  /** The same for another reason. */
  boolean cancel(String name, String why) {
    List<Lot> aside = page.past.aside.remove(name);
    if (aside == null) return false;
    aside.forEach(this::putBack);
    post(aside, Account.AVAILABLE, why);
    aside.stream().findFirst().ifPresent(lot -> payDebt(page.programming.kind(lot.kind())));
    return true;
  }

  /** Where a part of the lot is still there, it is whole again. */
  private void putBack(Lot lot) {
    List<Lot> lots = page.past.lots;
    int place = 0;
    while (place < lots.size() && lots.get(place).number() < lot.number()) place++;
    if (place < lots.size() && lots.get(place).number() == lot.number())
      lots.set(place, lot.with(lot.units() + lots.get(place).units()));
    else lots.add(place, lot);
  }

  private void post(List<Lot> aside, Account to, String why) {
    long units = aside.stream().mapToLong(Lot::units).sum();
    if (units > 0) page.post(Account.RESERVED, to, aside.getFirst().kind(), units, why);
  }

  /** Adds points that can be spent at once. */
  void add(PointKind kind, long units, Account from, String why) {
    if (units == 0) return;
    page.past.lots.add(
        new Lot(page.past.lotsBegun++, kind.id(), day, day, goneOn(kind), units, false));
    page.post(from, Account.AVAILABLE, kind.id(), units, why);
    payDebt(kind);
  }

  /** Gives back what was taken of points that were earned on a day. */
  void restore(PointKind kind, long units, LocalDate earned) {
    if (units == 0) return;
    boolean over =
        kind.expiry() instanceof Expiry.Inactivity
            || lapses(kind, earned).filter(gone -> !gone.isAfter(day)).isPresent();
    LocalDate of = over ? day : earned;
    LocalDate from =
        switch (kind.available()) {
          case Availability.After(var span) -> span.after(of);
          case Availability.On(var fixed) -> fixed;
          case Availability.AtOnce _, Availability.AtEvent _ -> day;
        };
    boolean pending = from.isAfter(day);
    page.decisive.by("points given back");
    page.past.lots.add(
        new Lot(page.past.lotsBegun++, kind.id(), of, from, lapses(kind, of), units, pending));
    page.post(
        Account.REVERSED,
        pending ? Account.PENDING : Account.AVAILABLE,
        kind.id(),
        units,
        "return");
    payDebt(kind);
  }

  /** Owes what is not there of so many points, so that they are. */
  void lend(PointKind kind, long units) {
    long missing = units - available(kind);
    if (missing <= 0) return;
    page.past.lots.add(
        new Lot(page.past.lotsBegun++, kind.id(), day, day, goneOn(kind), missing, false));
    page.post(Account.DEBT, Account.AVAILABLE, kind.id(), missing, "shortfall");
  }

  /** Has points of a kind that activity keeps live on as long as such activity of a day does. */
  void keepAlive(PointKind kind, LocalDate active) {
    if (!(kind.expiry() instanceof Expiry.Inactivity(var span, var events, var edge))) return;
    LocalDate own = after(span.after(active), edge);
    LocalDate then = own.isAfter(active) ? own : active.plusDays(1);
    page.past.lots.replaceAll(lot ->
        is(lot, kind) && lot.goneOn().orElseThrow().isBefore(then)
            ? lot.until(Optional.of(then))
            : lot);
    page.past.aside.replaceAll((name, lots) ->
        lots.stream()
            .map(lot ->
                is(lot, kind) && lot.goneOn().orElseThrow().isBefore(then)
                    ? lot.until(Optional.of(then))
                    : lot)
            .toList());
  }

  /** Gives points, or takes them; what is missing is owed or forgiven. */
  void adjust(PointKind kind, long units) {
    if (units >= 0) {
      issue(kind, units, "adjustment");
      return;
    }
    long taken = Math.min(-units, available(kind));
    take(kind, taken, Account.REVERSED, "adjustment");
    if (taken < -units) page.decisive.by(kind.shortfall());
    switch (kind.shortfall()) {
      case DEBT ->
          page.post(Account.DEBT, Account.REVERSED, kind.id(), -units - taken, "adjustment");
      case FORGIVE -> {}
      case NEGATIVE ->
          page.post(Account.AVAILABLE, Account.REVERSED, kind.id(), -units - taken, "overdraft");
    }
  }

  /**
   * Takes back what was earned on a day, from where the programme says; how many of those it took
   * that were pending or earned then.
   */
  long takeBack(
      PointKind kind, long units, Optional<LocalDate> earned, List<Returns.Source> sources) {
    Optional<LocalDate> lapses = earned.flatMap(on -> lapses(kind, on));
    LocalDate lastLapse = page.past.lastLapse.get(kind.id());
    if (units == 0 || (lapses.isPresent() && lastLapse != null && !lapses.get().isAfter(lastLapse)))
      return 0;
    long left = units;
    long own = 0;
    long pending = 0;
    long available = 0;
    boolean owed = kind.shortfall() == PointKind.Shortfall.DEBT;
    boolean elsewhere = page.past.in.isPresent() && kind.pooling().isPresent();
    for (Returns.Source source : sources) {
      if (elsewhere && source != Returns.Source.PENDING) continue;
      page.decisive.by(source);
      long taken =
          switch (source) {
            case PENDING -> takeNewest(left, lot -> lot.pending() && is(lot, kind));
            case NEWEST_LOTS -> takeNewest(left, lot -> !lot.pending() && is(lot, kind));
            case LOTS_EARNED -> earned.isEmpty() ? 0 : takeNewest(left, holding(kind, lapses));
            case DEBT -> 0;
          };
      if (source == Returns.Source.DEBT) owed = true;
      if (source == Returns.Source.PENDING) pending += taken;
      else available += taken;
      if (source != Returns.Source.NEWEST_LOTS) own += taken;
      left -= taken;
    }
    page.post(Account.PENDING, Account.REVERSED, kind.id(), pending, "return");
    page.post(Account.AVAILABLE, Account.REVERSED, kind.id(), available, "return");
    if (elsewhere) {
      if (left > 0)
        page.fromPool.put(kind.id(), new Page.Take(page.asked(kind.id()) + left, earned));
      return own;
    }
    if (owed) page.post(Account.DEBT, Account.REVERSED, kind.id(), left, "return");
    else if (kind.shortfall() == PointKind.Shortfall.NEGATIVE) {
      long rest = Math.min(left, available(kind));
      take(kind, rest, Account.REVERSED, "return");
      if (left > rest) page.decisive.by("a return below zero");
      page.post(Account.AVAILABLE, Account.REVERSED, kind.id(), left - rest, "overdraft");
    }
    payDebt(kind);
    return own;
  }

  private static boolean is(Lot lot, PointKind kind) {
    return lot.kind().equals(kind.id());
  }

  /** When points of a day lapse as things stand, whether or not that has passed. */
  private Optional<LocalDate> lapses(PointKind kind, LocalDate earned) {
    if (kind.expiry() instanceof Expiry.Inactivity(var span, var events, var edge)) {
      LocalDate own = after(span.after(earned), edge);
      return Optional.of(own.isAfter(earned) ? own : earned.plusDays(1));
    }
    return lastingTo(kind.expiry(), earned)
        .map(gone -> gone.isAfter(earned) ? gone : earned.plusDays(1));
  }

  private Predicate<Lot> holding(PointKind kind, Optional<LocalDate> lapses) {
    Optional<LocalDate> day = lapses;
    if (follows(kind) && lapses.isPresent() && !lapses.get().isAfter(this.day))
      day = Optional.of(this.day.plusDays(1));
    if (kind.expiry() instanceof Expiry.Inactivity)
      day =
          page.past.lots.stream()
              .filter(lot -> is(lot, kind) && !lot.pending())
              .map(lot -> lot.goneOn().orElseThrow())
              .filter(gone -> !gone.isBefore(lapses.orElseThrow()))
              .min(java.util.Comparator.naturalOrder());
    Optional<LocalDate> held = day;
    return lot -> is(lot, kind) && !lot.pending() && lot.goneOn().equals(held);
  }

  private long takeNewest(long units, Predicate<Lot> from) {
    long left = units;
    for (int i = page.past.lots.size() - 1; i >= 0 && left > 0; i--) {
      Lot lot = page.past.lots.get(i);
      if (!from.test(lot)) continue;
      long taken = Math.min(left, lot.units());
      left -= taken;
      if (taken == lot.units()) page.past.lots.remove(i);
      else page.past.lots.set(i, lot.with(lot.units() - taken));
    }
    return units - left;
  }

  /** Whether there are points that become available on this day or should have before. */
  static boolean isReleased(Past past, PointKind kind, LocalDate day) {
    return past.lots.stream()
        .anyMatch(lot ->
            lot.kind().equals(kind.id()) && lot.pending() && !lot.availableOn().isAfter(day));
  }

  /** Whether there are points that lapse on this day or should have before. */
  static boolean isLapsing(Past past, PointKind kind, LocalDate day) {
    return past.lots.stream().anyMatch(lot -> lot.kind().equals(kind.id()) && lot.isGone(day));
  }

  /** Makes available what waited for such an event. */
  void arrived(String event) {
    for (PointKind kind : page.programming.kinds()) {
      if (!(kind.available() instanceof Availability.AtEvent(var type))) continue;
      if (!type.equals(event)) continue;
      long waited = 0;
      for (Lot lot : page.past.lots) if (is(lot, kind) && lot.waits()) waited += lot.units();
      page.past.lots.replaceAll(lot -> is(lot, kind) && lot.waits() ? lot.released() : lot);
      if (waited > 0) page.decisive.by("points that waited for an event");
      page.post(Account.PENDING, Account.AVAILABLE, kind.id(), waited, "release");
      payDebt(kind);
    }
  }

  /** Makes available what is due. */
  void release(PointKind kind) {
    long released = 0;
    for (ListIterator<Lot> lots = page.past.lots.listIterator(); lots.hasNext(); ) {
      Lot lot = lots.next();
      if (!lot.kind().equals(kind.id()) || !lot.pending() || lot.availableOn().isAfter(day))
        continue;
      released += lot.units();
      lots.set(lot.released());
    }
    page.post(Account.PENDING, Account.AVAILABLE, kind.id(), released, "release");
    payDebt(kind);
  }

  /** Takes what lapses. */
  void expire(PointKind kind) {
    long available = 0;
    long pending = 0;
    for (Iterator<Lot> lots = page.past.lots.iterator(); lots.hasNext(); ) {
      Lot lot = lots.next();
      if (!lot.kind().equals(kind.id())) continue;
      if (!lot.isGone(day)) continue;
      lots.remove();
      if (lot.pending()) pending += lot.units();
      else available += lot.units();
    }
    if (available + pending > 0) page.past.lastLapse.put(kind.id(), day);
    page.post(Account.AVAILABLE, Account.EXPIRED, kind.id(), available, "expiry");
    page.post(Account.PENDING, Account.EXPIRED, kind.id(), pending, "expiry");
  }

  /** What the lots of a kind are, those of the same terms together, by day. */
  List<String> lots(PointKind kind) {
    return page.past.lots.stream()
        .filter(lot -> lot.kind().equals(kind.id()))
        .collect(
            java.util.stream.Collectors.groupingBy(
                lot ->
                    new Terms(
                        lot.goneOn(),
                        lot.pending() && !lot.waits()
                            ? Optional.of(lot.availableOn())
                            : Optional.empty(),
                        lot.waits()),
                java.util.LinkedHashMap::new,
                java.util.stream.Collectors.summingLong(Lot::units)))
        .entrySet()
        .stream()
        .map(e ->
            Wording.lot(
                kind.id(),
                e.getKey().goneOn(),
                e.getKey().availableOn(),
                e.getKey().waits(),
                e.getValue()))
        .toList();
  }

  private record Terms(
      Optional<LocalDate> goneOn, Optional<LocalDate> availableOn, boolean waits) {}
}
