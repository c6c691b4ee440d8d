package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.Purse;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Availability;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Programme.Returns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Moves points between the accounts of one member; every move is a posting. */
final class Points {
  private static final String RETURN = "return";
  private static final String OVERDRAFT = "overdraft";

  private final Working working;

  Points(Working working) {
    this.working = working;
  }

  /**
   * Issues what rules gave, moves counters, and notes that they fired. Points of one kind come
   * under the same terms whichever rule gave them, so they are put into the purse as one lot.
   */
  void award(Map<Candidate, List<Award>> awards) {
    Map<String, Issue> issues = new TreeMap<>();
    for (Map.Entry<Candidate, List<Award>> entry : awards.entrySet()) {
      Candidate rule = entry.getKey();
      List<Award> given = entry.getValue();
      for (int i = 0; i < given.size(); i++)
        if (given.get(i).isOwn()) issue(given.get(i), rule.id(), issues);
        else working.giveOther(rule, given.get(i));
      if (rule.rated().counts()) {
        given = new ArrayList<>(given);
        given.addAll(counted(rule));
      }
      working.findings.add(
          new Finding.Fired(
              rule.id(), given.size() == 1 ? List.of(given.getFirst()) : List.copyOf(given)));
      if (rule.rated().pools()) noPool(rule, given);
      if (rule.rated().refers()) noOther(rule);
    }
    issues.forEach((kind, issue) -> working.purse(working.purse(kind).plus(issue.all())));
  }

  /** What is issued of a kind in one decision, all under the terms of the first of it. */
  private static final class Issue {
    private final Purse.Lot first;
    private long units;

    Issue(Purse.Lot first) {
      this.first = first;
      this.units = first.units();
    }

    Purse.Lot all() {
      return units == first.units() ? first : first.with(units);
    }
  }

  /** Says which of the points that are meant for a pool stay with the member, who is in none. */
  private void noPool(Candidate rule, List<Award> given) {
    for (PointKind kind : working.revision.pack().programme().pointKinds()) {
      boolean meant =
          rule.plan().rule().then().stream()
              .anyMatch(outcome ->
                  Rated.isForPool(outcome) && ((Outcome.Points) outcome).kind().equals(kind.id()));
      boolean gave =
          given.stream()
              .anyMatch(
                  award -> award.isOwn() && award.kind().equals(kind.id()) && award.units() > 0);
      if (meant && gave && !working.passesOn(kind))
        working.findings.add(new Finding.NoPool(rule.id(), kind.id()));
    }
  }

  /** Says for which side of a referral nobody is there; nothing is given then, nor lost. */
  private void noOther(Candidate rule) {
    Set<Outcome.To> told = EnumSet.noneOf(Outcome.To.class);
    for (Outcome outcome : rule.plan().rule().then()) {
      Outcome.To to = outcome.whose();
      if (told.add(to))
        working
            .sides()
            .lacking(to, rule.plan().rule().on())
            .ifPresent(why -> working.findings.add(new Finding.NoOther(rule.id(), to, why)));
    }
  }

  private void issue(Award award, String rule, Map<String, Issue> issues) {
    if (award.units() == 0) return;
    PointKind kind = working.revision.kind(award.kind());
    if (working.purse(kind.id()).debt() > 0) {
      issue(kind, award.units(), rule);
      return;
    }
    Issue issue = issues.get(kind.id());
    if (issue == null) {
      issue = new Issue(Terms.lot(kind, working.day, award.units()));
      issues.put(kind.id(), issue);
    } else issue.units = Math.addExact(issue.units, award.units());
    postIssued(issue.first, kind, award.units(), rule);
  }

  /** Notes on which days points lapse that follow the tier held or what the member does. */
  void follow(List<Lapses> following) {
    if (following.isEmpty()) return;
    Set<String> tiers = working.tiers();
    for (Lapses each : following) {
      Purse purse = working.purse(each.kind());
      working.purse(each.follow(purse, tiers, working.day, working.enrolled()));
    }
  }

  /** Keeps points that live on for as long as something like this event happens. */
  void keep(Event event, List<Lapses> following) {
    LocalDate active = event.occurredAt().atZone(working.revision.zone()).toLocalDate();
    for (PointKind kind : working.revision.pack().programme().pointKinds())
      if (kind.expiry() instanceof Expiry.Inactivity idle && idle.isActivity(event.type()))
        working.purse(working.purse(kind.id()).keep(Terms.idle(idle, active)));
    for (Lapses each : following)
      working.purse(
          each.active(working.purse(each.kind()), event.type(), active, working.enrolled()));
  }

  private List<Award> counted(Candidate rule) {
    List<Award> awards = new ArrayList<>();
    for (Outcome outcome : rule.plan().rule().then())
      if (outcome instanceof Outcome.Count(var counter, var by)) {
        long units = Math.multiplyExact(by.movePointRight(6).longValueExact(), rule.applications());
        List<Programme.Counter> counters = working.revision.pack().programme().counters();
        for (int i = 0; i < counters.size(); i++)
          if (counters.get(i).id().equals(counter))
            working.count(
                working.revision.metrics().size() + i,
                working.revision.period(counters.get(i).over()),
                units);
        awards.add(new Award("", counter, Fraction.of(units, Event.MICROS).toString(), units));
      }
    return awards;
  }

  /** Issues points under the terms of the kind; a debt is paid by what can be spent. */
  void issue(PointKind kind, long units, String rule) {
    if (units == 0) return;
    Purse.Lot lot = Terms.lot(kind, working.day, units);
    working.purse(working.purse(kind.id()).plus(lot));
    postIssued(lot, kind, units, rule);
    if (!lot.pending()) payDebt(kind);
  }

  private void postIssued(Purse.Lot lot, PointKind kind, long units, String rule) {
    working.post(
        Account.ISSUED, lot.pending() ? Account.PENDING : Account.AVAILABLE, kind, units, rule);
  }

  /** A debt is paid first by whatever becomes available. */
  private void payDebt(PointKind kind) {
    Purse purse = working.purse(kind.id());
    if (purse.debt() == 0) return;
    long paid = Math.min(purse.debt(), purse.available());
    if (paid <= 0) return;
    working.purse(purse.repay(paid));
    working.post(Account.AVAILABLE, Account.DEBT, kind, paid, "debt");
  }

  /** Has the member owe what is not there of so many points, so that they can be spent. */
  void lend(PointKind kind, long units) {
    long missing = units - Math.max(0, working.purse(kind.id()).available());
    if (missing <= 0) return;
    Purse.Lot lent = Terms.lot(kind, working.day, missing).released();
    working.purse(working.purse(kind.id()).lend(lent));
    working.post(Account.DEBT, Account.AVAILABLE, kind, missing, "shortfall");
  }

  void redeem(PointKind kind, long units) {
    working.purse(working.purse(kind.id()).redeem(units));
    working.post(Account.AVAILABLE, Account.REDEEMED, kind, units, "redemption");
  }

  void reserve(PointKind kind, Event by, long units) {
    working.purse(working.purse(kind.id()).reserve(by.source(), by.id(), units));
    working.post(Account.AVAILABLE, Account.RESERVED, kind, units, "reservation");
  }

  void confirm(PointKind kind, String source, String reservation) {
    Purse purse = working.purse(kind.id());
    Purse.Reserved reserved = purse.reservedBy(source, reservation).orElseThrow();
    working.purse(purse.confirm(reserved));
    working.post(Account.RESERVED, Account.REDEEMED, kind, reserved.units(), "confirmation");
  }

  /** Gives back what was set aside; a debt that arose meanwhile is paid first. */
  void cancel(PointKind kind, String source, String reservation) {
    giveBack(kind, source, reservation, "cancellation");
  }

  /** The same, for this reason. */
  void giveBack(PointKind kind, String source, String reservation, String why) {
    Purse purse = working.purse(kind.id());
    Purse.Reserved reserved = purse.reservedBy(source, reservation).orElseThrow();
    working.purse(purse.cancel(reserved));
    working.post(Account.RESERVED, Account.AVAILABLE, kind, reserved.units(), why);
    payDebt(kind);
  }

  /**
   * Gives points to another account, oldest first, of which a fee is kept.
   *
   * @param why {@code transfer} or {@code pool}
   */
  void give(PointKind kind, long units, long fee, String why) {
    working.purse(working.purse(kind.id()).give(units, fee));
    working.post(Account.AVAILABLE, Account.TRANSFERRED, kind, units - fee, why);
    working.post(Account.AVAILABLE, Account.FEE, kind, fee, "fee");
  }

  /**
   * Takes what another account gave; each part lapses when it would have there, but what comes
   * after that day lives to the end of the present one.
   *
   * @param why {@code transfer} or {@code pool}
   */
  void receive(PointKind kind, List<Body.Received.Given> given, String why) {
    long today = working.day.toEpochDay();
    List<Purse.Lot> lots = new ArrayList<>(given.size());
    long units = 0;
    for (Body.Received.Given lot : given) {
      units = Math.addExact(units, lot.units());
      lots.add(
          new Purse.Lot(
              lot.earnedOn().toEpochDay(),
              lot.earnedOn().toEpochDay(),
              Math.max(today + 1, lot.lapsesOn().map(LocalDate::toEpochDay).orElse(Purse.NEVER)),
              lot.units(),
              false,
              lot.follows(),
              today));
    }
    working.purse(working.purse(kind.id()).receive(lots));
    working.post(Account.TRANSFERRED, Account.AVAILABLE, kind, units, why);
    payDebt(kind);
  }

  /** Gives back what a return took, where less was to be taken; it can be spent at once. */
  void restore(PointKind kind, long units) {
    if (units <= 0) return;
    restore(kind, Terms.lot(kind, working.day, units).released());
  }

  /**
   * The same of points that were earned on a known day: what waits and lapses does so when it would
   * have; what would have lapsed by now, or is kept by activity since, is as what comes today.
   */
  void restore(PointKind kind, long units, LocalDate earnedOn, List<Lapses> following) {
    if (units <= 0) return;
    Purse purse = working.purse(kind.id());
    long today = working.day.toEpochDay();
    boolean isAsToday =
        kind.expiry() instanceof Expiry.Inactivity
            || lapse(kind, purse, earnedOn, following) <= today;
    Purse.Lot lot = Terms.lot(kind, isAsToday ? working.day : earnedOn, units);
    boolean waits = !lot.awaitsEvent() && lot.availableOn() > today;
    restore(kind, (waits ? lot : lot.released()).since(today));
  }

  private void restore(PointKind kind, Purse.Lot lot) {
    working.purse(working.purse(kind.id()).restore(lot));
    working.post(
        Account.REVERSED,
        lot.pending() ? Account.PENDING : Account.AVAILABLE,
        kind,
        lot.units(),
        RETURN);
    payDebt(kind);
  }

  /** Adds points that can be spent at once, whatever the terms of those that are earned. */
  void add(PointKind kind, long units) {
    working.purse(working.purse(kind.id()).plus(Terms.lot(kind, working.day, units).released()));
    working.post(Account.ISSUED, Account.AVAILABLE, kind, units, "adjustment");
    payDebt(kind);
  }

  /** Adds points, or takes them: from what is available, then as the kind says. */
  void adjust(PointKind kind, long units) {
    if (units >= 0) {
      issue(kind, units, "adjustment");
      return;
    }
    long missing = reverse(kind, -units, "adjustment");
    if (missing == 0) return;
    Purse purse = working.purse(kind.id());
    switch (kind.shortfall()) {
      case DEBT -> {
        working.purse(purse.owe(missing));
        working.post(Account.DEBT, Account.REVERSED, kind, missing, "adjustment");
      }
      case NEGATIVE -> overdraw(kind, missing);
      case FORGIVE -> {}
    }
  }

  /** Takes of what is available, oldest first, as far as there is any; what is missing then. */
  private long reverse(PointKind kind, long units, String why) {
    Purse purse = working.purse(kind.id());
    long taken = Math.clamp(purse.available(), 0, units);
    working.purse(purse.reverse(taken));
    working.post(Account.AVAILABLE, Account.REVERSED, kind, taken, why);
    return units - taken;
  }

  /** Takes more than there is: the balance goes below zero, and what comes later fills it. */
  private void overdraw(PointKind kind, long missing) {
    working.purse(working.purse(kind.id()).overdraw(missing));
    working.post(Account.AVAILABLE, Account.REVERSED, kind, missing, OVERDRAFT);
  }

  /**
   * Takes back what was earned, from where the programme says; what is missing then becomes a debt,
   * or takes the balance below zero, or is forgiven. Points that have lapsed are gone already.
   *
   * @param earnedOn the day on which they were earned, where it is known
   * @return what was pending or was earned then of what was taken, and not other points
   */
  long takeBack(
      PointKind kind,
      long units,
      Optional<LocalDate> earnedOn,
      List<Returns.Source> sources,
      List<Lapses> following) {
    Purse purse = working.purse(kind.id());
    long lapses = earnedOn.map(day -> lapse(kind, purse, day, following)).orElse(Purse.NEVER);
    if (lapses <= purse.lastLapse()) return 0;
    long[] taken = new long[purse.lots().size()];
    long left = units;
    long others = 0;
    boolean owed = kind.shortfall() == PointKind.Shortfall.DEBT;
    // Whatever is not pending lies in the pool, which takes it back of what it has.
    boolean passesOn = working.passesOn(kind);
    for (Returns.Source source : passesOn ? ofMember(sources) : sources)
      switch (source) {
        case PENDING -> left = take(purse, taken, left, lot -> lot.pending());
        case LOTS_EARNED -> {
          if (earnedOn.isPresent()) left = take(purse, taken, left, holding(kind, purse, lapses));
        }
        case NEWEST_LOTS -> {
          others += left;
          left = take(purse, taken, left, lot -> !lot.pending());
          others -= left;
        }
        case DEBT -> owed = true;
      }
    post(kind, purse, taken);
    working.purse(purse.reverse(taken));
    if (passesOn) working.takeFromPool(kind, left, earnedOn);
    long own = units - left - others;
    if (left == 0 || passesOn) return own;
    if (owed) {
      working.purse(working.purse(kind.id()).owe(left));
      working.post(Account.DEBT, Account.REVERSED, kind, left, RETURN);
      payDebt(kind);
    } else if (kind.shortfall() == PointKind.Shortfall.NEGATIVE) {
      long missing = reverse(kind, left, RETURN);
      if (missing > 0) overdraw(kind, missing);
    }
    return own;
  }

  private static List<Returns.Source> ofMember(List<Returns.Source> sources) {
    return sources.stream().filter(source -> source == Returns.Source.PENDING).toList();
  }

  /** Takes of lots, newest first; what is left to be taken. */
  private static long take(Purse purse, long[] taken, long units, Predicate<Purse.Lot> from) {
    long left = units;
    for (int i = taken.length - 1; i >= 0 && left > 0; i--) {
      if (!from.test(purse.lots().get(i))) continue;
      long part = Math.min(left, purse.lots().get(i).units() - taken[i]);
      taken[i] += part;
      left -= part;
    }
    return left;
  }

  /** The day on which points of a day lapse, unless an activity put it off. */
  private long lapse(PointKind kind, Purse purse, LocalDate earned, List<Lapses> following) {
    for (Lapses each : following)
      if (each.kind().equals(kind.id()))
        return each.lapse(purse, working.tiers(), earned, working.day, working.enrolled());
    return Terms.lot(kind, earned, 1).lapsesOn();
  }

  /**
   * The available lots that hold points which lapse on a day; where an activity puts that off, the
   * first ones that lapse no sooner.
   */
  private Predicate<Purse.Lot> holding(PointKind kind, Purse purse, long lapses) {
    // What follows a tier that was lost lapses with the end of the day.
    long day = Lapses.follow(kind) ? Math.max(lapses, working.day.toEpochDay() + 1) : lapses;
    if (kind.expiry() instanceof Expiry.Inactivity) {
      day = Purse.NEVER;
      for (Purse.Lot lot : purse.lots())
        if (!lot.pending() && lot.lapsesOn() >= lapses) day = Math.min(day, lot.lapsesOn());
    }
    long held = day;
    return lot -> !lot.pending() && lot.lapsesOn() == held;
  }

  private void post(PointKind kind, Purse purse, long[] taken) {
    long pending = 0;
    long available = 0;
    for (int i = 0; i < taken.length; i++)
      if (purse.lots().get(i).pending()) pending += taken[i];
      else available += taken[i];
    working.post(Account.PENDING, Account.REVERSED, kind, pending, RETURN);
    working.post(Account.AVAILABLE, Account.REVERSED, kind, available, RETURN);
  }

  /** Makes available what waited for an event of this type. */
  void arrive(Event event) {
    for (PointKind kind : working.revision.pack().programme().pointKinds()) {
      if (!(kind.available() instanceof Availability.AtEvent(var type))) continue;
      Purse purse = working.purse(kind.id());
      long waited = purse.awaiting();
      if (waited == 0 || !type.equals(event.type())) continue;
      long day = working.day.toEpochDay();
      working.post(Account.PENDING, Account.AVAILABLE, kind, waited, "release");
      working.purse(purse.arrive(day).release(day));
      payDebt(kind);
    }
  }

  /** Makes available what is due on this day. */
  void release(PointKind kind) {
    Purse purse = working.purse(kind.id());
    long day = working.day.toEpochDay();
    working.post(Account.PENDING, Account.AVAILABLE, kind, purse.releasing(day), "release");
    working.purse(purse.release(day));
    payDebt(kind);
  }

  /** Takes what lapses on this day. */
  void expire(PointKind kind) {
    Purse purse = working.purse(kind.id());
    long day = working.day.toEpochDay();
    working.post(Account.AVAILABLE, Account.EXPIRED, kind, purse.lapsing(day, false), "expiry");
    working.post(Account.PENDING, Account.EXPIRED, kind, purse.lapsing(day, true), "expiry");
    working.purse(purse.lapse(day));
  }
}
