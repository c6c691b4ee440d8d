package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.oracle.Past.Account;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Tells what a pack does to a member, in the plainest way. Immutable and thread-safe.
 *
 * <p>Before each event time passes, day by day: at the start of each day points are released, then
 * points lapse, then metrics carry what they carry into their next periods, then what was granted
 * ends, then terms that end are reviewed and tiers whose conditions are no longer met are lost,
 * then tiers give what they give of metrics whose periods begin. Of what is owed to time alone only
 * what moves points, tiers or metrics is told.
 */
public final class Interpreter {
  private final Programming programming;

  /**
   * @param pack one that uses nothing that is not evaluated yet
   * @param population snapshots of all members, each from the start of a day on, in their order
   */
  public Interpreter(Pack pack, List<Quintiles> population) {
    this.programming = new Programming(pack, population);
  }

  /**
   * What was told.
   *
   * @param past the past after it
   * @param decisive the constructs that it hung on, by name
   */
  public record Told(List<Telling> tellings, Past past, Set<String> decisive) {}

  /**
   * The past of a member, or of a pool, of whom nothing has happened yet.
   *
   * @param spent what other members have used of budgets: points, money, places
   */
  public Past begin(String member, Map<String, BigDecimal> spent) {
    Past past = new Past();
    past.spent.putAll(spent);
    past.isPool = Event.isPool(member);
    for (Ladder ladder : past.isPool ? List.<Ladder>of() : programming.ladders())
      past.held.put(
          ladder.id(),
          new Past.Held(ladder.tiers().getFirst().id(), LocalDate.EPOCH, Optional.empty()));
    past.shown.putAll(past.held);
    return past;
  }

  /** Tells the time up to an event, then the event. */
  public Told tell(Past before, Event event) {
    Told time = pass(before, event.occurredAt());
    List<Telling> tellings = new ArrayList<>(time.tellings());
    Page page = new Page(programming, time.past().copy());
    page.past.member = event.member();
    page.event = Optional.of(event);
    Optional<String> refused = carryOut(page, event);
    if (refused.isPresent()) {
      page = new Page(programming, time.past());
      if (event.body() instanceof Body.PoolJoined(var pool))
        page.add(Wording.told(pool, "pool-declined"));
      page.past.told.put(name(event, event.id()), Optional.empty());
      page.add(Wording.refused(refused.get()));
      page.decisive.by(
          refused.get().startsWith("grant") ? "refused a grant" : "refused " + refused.get());
    } else page.past.asOf = Optional.of(event.occurredAt());
    tellings.add(telling(page, event.type(), event.occurredAt()));
    Set<String> decisive = new TreeSet<>(time.decisive());
    decisive.addAll(page.decisive.constructs());
    return new Told(tellings, page.past, decisive);
  }

  /** Tells what time alone brings about, up to and at an instant. */
  public Told pass(Past before, Instant until) {
    if (before.asOf.isEmpty()) return new Told(List.of(), before, Set.of());
    Past past = before.copy();
    Passed passed = new Passed(new ArrayList<>(), new TreeSet<>());
    LocalDate first = programming.day(before.asOf.get());
    for (LocalDate day = first; !start(day).isAfter(until); day = day.plusDays(1))
      past = pass(past, day, day.equals(first), passed);
    return new Told(passed.tellings(), past, passed.decisive());
  }

  /** What time brought about so far. */
  private record Passed(List<Telling> tellings, Set<String> decisive) {}

  private Past pass(Past before, LocalDate day, boolean begun, Passed passed) {
    Past past = before;
    for (PointKind kind : programming.kinds())
      if (Purses.isReleased(past, kind, day))
        past = due(past, day, "RELEASE", passed, page -> new Purses(page, day).release(kind));
    for (PointKind kind : programming.kinds())
      if (Purses.isLapsing(past, kind, day))
        past = due(past, day, "EXPIRY", passed, page -> new Purses(page, day).expire(kind));
    if (begun || past.isPool) return past;
    for (Metric metric : programming.metrics())
      if (new Rollovers(new Page(programming, past), day).isBegun(metric))
        past = due(past, day, "ROLLOVER", passed, page -> new Rollovers(page, day).carry(metric));
    for (Ladder ladder : programming.ladders())
      if (Grants.isEnding(past, ladder, day))
        past = due(past, day, "GRANT_END", passed, page -> endGrants(page, ladder, day));
    for (Ladder ladder : programming.ladders())
      if (isReviewed(past, ladder, day))
        past = due(past, day, "REVIEW", passed, page -> review(page, ladder, day));
    for (Ladder ladder : programming.ladders())
      if (new HeadStarts(new Page(programming, past), day).areGiven(ladder))
        past = due(past, day, "HEAD_START", passed, page -> new HeadStarts(page, day).give(ladder));
    for (Ladder ladder : programming.ladders())
      if (!Warnings.due(past, ladder, day).isEmpty())
        past = due(past, day, "WARNING", passed, page -> Warnings.give(page, ladder, day));
    if (Allowances.isEnding(past, day))
      past = due(past, day, "HOLDINGS_END", passed, page -> Allowances.end(page, day));
    for (Body.Due due : Occasions.of(programming, past, day))
      past = due(past, day, due.what().name(), passed, page -> occasion(page, due, day));
    // What was given back on this day may have lapsed while it was set aside.
    for (PointKind kind : programming.kinds())
      if (Purses.isLapsing(past, kind, day))
        past = due(past, day, "EXPIRY", passed, page -> new Purses(page, day).expire(kind));
    return past;
  }

  /** What a day brings that rules answer to. */
  private void occasion(Page page, Body.Due due, LocalDate day) {
    page.happened();
    if (due.what() == Body.Due.What.BIRTHDAY) page.past.birthdays.add(day.getYear());
    Event event = byTime(page, day, due);
    rules(page, page.past.copy(), event, day);
    settle(page, event, day);
  }

  private Event byTime(Page page, LocalDate day, Body body) {
    Instant at = page.past.asOf.filter(start(day)::isBefore).orElse(start(day));
    return new Event("time", "", "", at, body);
  }

  /** Once an event was counted: where the member stands then, and what comes of that. */
  private static void settle(Page page, Event event, LocalDate day) {
    Ladders ladders = new Ladders(page, page.past.copy(), day, true);
    ladders.afterEvent();
    ladders.tell();
    ladders.gifts().marks();
    ladders.give();
    Occasions.moves(page, event, day, ladders, true);
    if (!(event.body() instanceof Body.Due)) new Purses(page, day).arrived(event.type());
    new Purses(page, day).follow();
  }

  private Past due(Past before, LocalDate day, String what, Passed passed, Consumer<Page> step) {
    Page page = new Page(programming, before.copy());
    step.accept(page);
    toOthers(page);
    new Pooled(page, day).passOn("");
    Instant start = start(day);
    Instant at = before.asOf.filter(asOf -> asOf.isAfter(start)).orElse(start);
    page.past.asOf = Optional.of(at);
    if (page.hasMoved()) {
      Segments.settle(page, day);
      Mailing.tell(page, day, at);
      passed.tellings().add(telling(page, what, at));
      passed.decisive().addAll(page.decisive.constructs());
      passed.decisive().add("due " + what);
      page.usedOf()
          .forEach(key ->
              passed
                  .decisive()
                  .add(key.endsWith("/stock") ? "a stock used by time" : "a budget used by time"));
    }
    return page.past;
  }

  /** Whoever gets something is told of it once, and who was brought in any case. */
  private static void toOthers(Page page) {
    Set<String> told = new TreeSet<>();
    new BothSides(page, new Trigger.Referral())
        .knownWhom()
        .ifPresent(whom -> told.add(whom + " REFERRED"));
    page.onward.forEach((what, units) -> {
      if (units != 0) told.add(what.member() + " " + what.side());
    });
    for (String whom : told)
      page.add(Wording.told(whom.substring(0, whom.lastIndexOf(' ')), "referral-reward"));
  }

  /** Whether a term ends on this day, or a tier is lost whose condition is no longer met. */
  private boolean isReviewed(Past past, Ladder ladder, LocalDate day) {
    Optional<LocalDate> until = past.held.get(ladder.id()).until();
    if (until.isPresent() && !until.get().isAfter(day)) return true;
    Ladders ladders = new Ladders(new Page(programming, past), past, day, true);
    return ladders.isRiseDay(ladder)
        || until.isEmpty() && ladders.isWhileMet(ladder) && ladders.isLost(ladder);
  }

  private void endGrants(Page page, Ladder ladder, LocalDate day) {
    Ladders ladders = new Ladders(page, page.past.copy(), day, false);
    ladders.endGrants(ladder);
    ladders.tell();
    ladders.give();
    Body due = new Body.Due(Body.Due.What.GRANT_END, ladder.id());
    Occasions.moves(page, byTime(page, day, due), day, ladders, false);
    if (page.hasMoved()) new Purses(page, day).follow();
  }

  private void review(Page page, Ladder ladder, LocalDate day) {
    Optional<LocalDate> until = page.past.held.get(ladder.id()).until();
    boolean ends = until.isPresent() && !until.get().isAfter(day);
    boolean whileMet = new Ladders(page, page.past, day, true).isWhileMet(ladder);
    Ladders ladders = new Ladders(page, page.past.copy(), day, whileMet);
    boolean risen = !ends && ladders.isRiseDay(ladder) && ladders.rise(ladder);
    if (ends && whileMet) ladders.endGrace(ladder);
    else if (ends) ladders.review(ladder);
    else if (whileMet && !risen) ladders.lose(ladder);
    ladders.settle(ladder, "");
    ladders.tell();
    ladders.give();
    Body due = new Body.Due(Body.Due.What.REVIEW, ladder.id());
    Occasions.moves(page, byTime(page, day, due), day, ladders, whileMet);
    if (page.hasMoved()) new Purses(page, day).follow();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(programming.zone()).toInstant();
  }

  /** Carries it out; says with which code it is refused where it cannot be. */
  private Optional<String> carryOut(Page page, Event event) {
    LocalDate day = programming.day(event.occurredAt());
    long sinceMidnight = Duration.between(start(day), event.occurredAt()).toMillis();
    long tillMidnight = Duration.between(event.occurredAt(), start(day.plusDays(1))).toMillis();
    if (sinceMidnight == 0) page.decisive.by("instant at midnight");
    if (sinceMidnight == 1) page.decisive.by("instant just after midnight");
    if (tillMidnight == 1) page.decisive.by("instant just before midnight");
    Past before = page.past.copy();
    if (page.past.enrolled.isEmpty()) {
      page.past.enrolled = Optional.of(day);
      before.enrolled = Optional.of(day);
    }
    if (Event.isPool(event.member())) return new Shared(page, event, day).carryOut();
    if (new Pooled(page, day).refuses(event.body())) return Optional.of("points-in-pool");
    new Purses(page, day).happened(event.type());
    Allowances allowances = new Allowances(page, day, before);
    int journal = page.past.journal.size();
    Optional<Counting> bought = Optional.empty();
    switch (event.body()) {
      case Body.Enrolment(var birthday, var attributes) -> {
        birthday.ifPresent(known -> page.past.birthday = Optional.of(known));
        page.past.attributes.putAll(attributes);
        rules(page, page.past.copy(), event, day);
      }
      case Body.Purchase p -> bought = Optional.of(rules(page, before, event, day));
      case Body.Other other -> {
        Optional<String> refused = BothSides.refused(event);
        if (refused.isPresent()) return refused;
        new BothSides(page, new Trigger.Referral())
            .knownBy()
            .filter(_ -> page.past.referrer.isEmpty())
            .ifPresent(by -> page.past.referrer = Optional.of(by));
        Optional<String> not = Mailing.consent(page, other);
        if (not.isPresent()) return not;
        rules(page, before, event, day);
        new Grants(page, day).match(other);
      }
      case Body.Redemption(var kind, long units, var benefit, var _) -> {
        Optional<String> not = benefit.flatMap(id -> allowances.refused(id, kind, units, event));
        if (not.isPresent()) return not;
        if (benefit.isPresent() && !has(page, kind, units)) return Optional.of("not-enough-points");
        not = benefit.flatMap(id -> allowances.redeemed(id, event));
        if (not.isPresent()) return not;
        if (!new Purses(page, day).redeem(programming.kind(kind), units))
          return Optional.of("not-enough-points");
        rules(page, before, event, day);
      }
      case Body.Change(var attributes) -> page.past.attributes.putAll(attributes);
      case Body.Adjustment(var kind, long units, var reason) ->
          new Purses(page, day).adjust(programming.kind(kind), units);
      case Body.Reservation(var kind, long units, var benefit, var _) -> {
        Optional<String> not = benefit.flatMap(id -> allowances.refused(id, kind, units, event));
        if (not.isPresent()) return not;
        if (!new Purses(page, day).reserve(programming.kind(kind), units, name(event, event.id())))
          return Optional.of("not-enough-points");
        benefit.ifPresent(id -> hold(page, id, name(event, event.id()), day));
      }
      case Body.Confirmation(var of) -> {
        Past.Hold hold = page.past.holds.remove(name(event, of));
        if (!page.past.aside.containsKey(name(event, of))) return Optional.of("no-reservation");
        if (hold != null) {
          Optional<String> not = allowances.redeemed(hold.benefit(), event);
          if (not.isPresent()) return not;
        }
        new Purses(page, day).confirm(name(event, of));
        rules(page, before, event, day);
      }
      case Body.Cancellation(var of, var reason) -> {
        page.past.holds.remove(name(event, of));
        if (!new Purses(page, day).cancel(name(event, of))) return Optional.of("no-reservation");
      }
      case Body.Return back -> {
        Optional<String> refused = new Returning(page, day, event, back).carryOut(before);
        if (refused.isPresent()) return refused;
        rules(page, before, event, day);
      }
      case Body.Grant grant -> {
        Optional<String> refused = new Grants(page, day).grant(grant);
        if (refused.isPresent()) return refused;
      }
      case Body.Transfer gift -> {
        Optional<String> refused = new Passing(page, day).give(event, gift);
        if (refused.isPresent()) return refused;
      }
      case Body.Received gift -> new Passing(page, day).receive(gift);
      case Body.Use(var benefit, var _) -> {
        Optional<String> refused = allowances.use(benefit, event);
        if (refused.isPresent()) return refused;
      }
      case Body.PoolJoined(var pool) -> {
        Optional<String> refused = new Pooled(page, day).join(pool);
        if (refused.isPresent()) return refused;
      }
      case Body.PoolLeft(var pool) -> {
        Optional<String> refused = new Pooled(page, day).leave(pool);
        if (refused.isPresent()) return refused;
      }
      case Body.PoolSpent s -> {
        page.decisive.by("points of a pool spent");
        rules(page, before, event, day);
      }
      case Body.PoolJoin _, Body.PoolLeave _, Body.PoolPoints _, Body.PoolDeclined _ -> {
        return Optional.of("not-a-pool");
      }
      case Body.ReferralReward reward -> new Rewarded(page, day, event, reward, allowances).take();
      case Body.Due d -> throw new IllegalArgumentException("Time passes by itself.");
    }
    settle(page, event, day);
    toOthers(page);
    new Pooled(page, day).passOn(event.type());
    Segments.settle(page, day);
    Mailing.tell(page, day, event.occurredAt());
    Returning.note(page, day, event, journal, bought);
    return Optional.empty();
  }

  private boolean has(Page page, String kind, long units) {
    return page.past.balance(kind, Account.AVAILABLE) >= units;
  }

  private void hold(Page page, String benefit, String name, LocalDate day) {
    Optional<Span> span =
        programming.pack().benefits().stream()
            .filter(each -> each.id().equals(benefit))
            .findFirst()
            .flatMap(Benefit::reservation);
    page.past.holds.put(
        name,
        new Past.Hold(
            benefit,
            span.map(time -> time.after(day).isAfter(day) ? time.after(day) : day.plusDays(1))));
  }

  private static String name(Event event, String id) {
    return event.source() + " " + id;
  }

  /**
   * @param before what was known before the event
   */
  private Counting rules(Page page, Past before, Event event, LocalDate day) {
    Known known = Known.of(programming, new Member(programming, before, day, true), event);
    Earning earning = new Earning(page, day, Optional.of(event));
    earning.earn(parts(page, before, event, day));
    new Challenges(page, event, day, known).advance(earning);
    Counting counting = new Counting(page, day, event, known, earning);
    counting.count();
    if (event.body() instanceof Body.Purchase) page.past.purchases.add(day);
    return counting;
  }

  /** The rules that apply, in each part of a purchase that reaches a tier. */
  private List<Meetings.Part> parts(Page page, Past before, Event event, LocalDate day) {
    List<Meetings.Part> parts = new ArrayList<>();
    for (Crossing.Part part : new Crossing(page, day, event, before).parts()) {
      if (parts.isEmpty()) page.whole = Optional.of(part.known());
      Page said = parts.isEmpty() ? page : new Page(programming, page.past);
      said.whole = page.whole;
      List<Applied> applied = new Answering(said, event, part.known()).applied();
      boolean later = !parts.isEmpty();
      parts.add(
          new Meetings.Part(
              part,
              applied.stream()
                  .filter(one -> !later || one.isMultiplier() || one.crosses())
                  .toList()));
    }
    return parts;
  }

  /** What came of it and how things stand then. */
  private Telling telling(Page page, String what, Instant at) {
    List<String> lines = new ArrayList<>(page.lines());
    Past past = page.past;
    Member member = new Member(programming, past, programming.day(at), true);
    lines.add(Wording.member(past.enrolled, past.purchases.size()));
    past.referrer.ifPresent(by -> lines.add(Wording.broughtBy(by)));
    if (!programming.pack().segments().isEmpty()) lines.add(Wording.segments(past.segments));
    past.shown.forEach(
        (ladder, held) -> lines.add(Wording.tier(ladder, held.tier(), held.since(), held.until())));
    for (Metric metric : programming.metrics())
      lines.add(Wording.metric(metric.id(), member.metric(metric)));
    for (Programme.Counter counter : programming.counters())
      lines.add(Wording.counter(counter.id(), member.counter(counter)));
    for (PointKind kind : programming.kinds()) {
      lines.add(
          Wording.purse(
              kind.id(),
              Arrays.stream(Account.values())
                  .map(account -> account + " " + past.balance(kind.id(), account))
                  .toList()));
      lines.addAll(new Purses(page, programming.day(at)).lots(kind));
    }
    return new Telling(what + " at " + at, lines);
  }
}
