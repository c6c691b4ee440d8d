package dev.laurel.engine.fold;

import dev.laurel.engine.decision.Ask;
import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.Due.What;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Folds events into a member's state, doing at its own instant what falls due by time alone: the
 * release and expiry of points, tier reviews, what is carried over and what tiers give at the start
 * of periods, birthdays, anniversaries and times without a purchase, at the start of their day and
 * before the events of that instant. Immutable and thread-safe.
 */
public final class Fold {
  private final int number;
  private final Revision revision;
  private final Decider decider;
  private final LadderDays days;
  private final MemberDays memberDays;
  private final boolean headStarts;
  private final boolean warnings;
  private final boolean reachesAtItsStart;

  /** Under a revision that no store numbers. */
  public Fold(Revision revision) {
    this(revision, 1);
  }

  /**
   * @param number of the revision in its store
   */
  public Fold(Revision revision, int number) {
    this.number = number;
    this.revision = revision;
    this.decider = new Decider(revision);
    this.days = new LadderDays(revision);
    this.memberDays = new MemberDays(revision.occasions());
    this.headStarts = revision.ladders().stream().anyMatch(LadderPlan::givesHeadStarts);
    this.warnings = revision.ladders().stream().anyMatch(LadderPlan::warns);
    this.reachesAtItsStart =
        revision
            .pack()
            .programme()
            .revision()
            .filter(change -> change.standing() == Programme.Change.Reach.AT_ITS_START)
            .isPresent();
  }

  /** The revision's number in its store; the latest one says what budgets there are. */
  public int number() {
    return number;
  }

  public Decider decider() {
    return decider;
  }

  /** The state of a member of whom nothing has happened yet. */
  public MemberState begin(String member) {
    return decider.begin(member);
  }

  /**
   * Brings the member to the event's time, then decides the event, under a programme without
   * budgets.
   *
   * @param event whatever its time; one that comes late, after the state's time has passed it, is
   *     judged as of the state's time
   * @param each is given each decision in order, those of time first
   * @return the state after the event; unchanged by an event that was refused
   */
  public MemberState fold(MemberState state, Event event, Consumer<Decision> each) {
    return fold(state, event, Grants.NONE, each);
  }

  /**
   * The same under any programme.
   *
   * @param grants is asked for what the event needs of campaigns' budgets
   */
  public MemberState fold(MemberState state, Event event, Grants grants, Consumer<Decision> each) {
    return fold(state, event, judged(state, event), grants, each);
  }

  /** As of when an event is judged: its own time, or the state's where that has passed it. */
  static Instant judged(MemberState state, Event event) {
    return event.occurredAt().isBefore(state.asOf()) ? state.asOf() : event.occurredAt();
  }

  /**
   * The same as of an instant that is known from when the event was first decided.
   *
   * @param asOf at or after the state's and the event's time
   */
  public MemberState fold(
      MemberState state, Event event, Instant asOf, Grants grants, Consumer<Decision> each) {
    MemberState now = passTime(state, asOf, each);
    Given given = told(event, known(event, grants), grants);
    Decision decision = decider.decide(now, event, asOf, given);
    if (!decision.asks().isEmpty()) decision = granted(now, decision, given, grants);
    each.accept(decision);
    return decision.after();
  }

  /** With what is known of messages, of an event that comes late or is decided anew. */
  private static Given told(Event event, Given given, Grants grants) {
    return given.withMessages(grants.messages(event), grants.sentLater(event));
  }

  /**
   * What an event must be given to be decided at all: of a return, what it takes back; of a
   * transfer, whether the receiver is a member; of what a member asks of a pool, how that member
   * stands; of one that is decided anew, what it had of effect.
   */
  private static Given known(Event event, Grants grants) {
    Optional<Given.Effect> effect = grants.effect(event);
    Given given = effect.isPresent() ? Given.NOTHING.withEffect(effect) : Given.NOTHING;
    if (event.body() instanceof Body.Transfer gift)
      return given.withReceiver(grants.isMember(gift.to()));
    if (event.body() instanceof Body.PoolJoin(var by)) return given.withBy(grants.by(by));
    if (event.body() instanceof Body.Redemption r && r.by().isPresent())
      return given.withBy(grants.by(r.by().get()));
    if (event.body() instanceof Body.Reservation r && r.by().isPresent())
      return given.withBy(grants.by(r.by().get()));
    return event.body() instanceof Body.Return back && back.of().isPresent()
        ? given.with(grants.bought(event, back.of().get()))
        : given;
  }

  /**
   * The decision when it is given what it asks for; decided anew where it is not given all. Each
   * budget of the event's campaigns is asked for once.
   */
  private Decision granted(MemberState state, Decision asking, Given known, Grants grants) {
    Decision decision = asking;
    Given given = known;
    while (!decision.asks().isEmpty()) {
      boolean inFull = true;
      for (Ask ask : decision.firstAsks()) {
        Grants.Grant grant = grants.take(ask.budget(), decision.event(), ask.wanted());
        given = given.plus(ask.budget(), grant);
        inFull &= grant.amount() >= ask.wanted();
      }
      decision =
          inFull
              ? decision.granted(given.shares())
              : decider.decide(state, decision.event(), decision.asOf(), given);
    }
    return decision;
  }

  /** Refuses an event; time stands still. */
  public Decision refuse(MemberState state, Event event, Refusal why) {
    return decider.refuse(state, event, judged(state, event), why);
  }

  /** Does what falls due up to and at this instant. */
  public MemberState passTime(MemberState state, Instant until, Consumer<Decision> each) {
    return passTime(state, until, Grants.NONE, each);
  }

  /**
   * The same where some of it may have been done before.
   *
   * @param before is asked which messages what falls due made then
   */
  MemberState passTime(MemberState state, Instant until, Grants before, Consumer<Decision> each) {
    MemberState now = state;
    for (Next next = next(now); next.isBy(until); next = next(now))
      now = carryOut(next, now, before, each);
    return now;
  }

  private MemberState carryOut(
      Next next, MemberState state, Grants before, Consumer<Decision> each) {
    MemberState now = state;
    for (Event event : next.events()) {
      Given given = told(event, Given.NOTHING, before);
      Decision decision = decider.decide(now, event, event.occurredAt(), given);
      if (decision.isTold()) each.accept(decision);
      now = decision.after();
    }
    return now;
  }

  /**
   * Does what falls due at the very instant from which on this revision is in force: what a day
   * brings that begins with it, since the revision before has brought the member to just before
   * that instant; and what its terms do to whoever is a member already, where they reach them then.
   *
   * @param state as this revision took it over at that instant
   * @param before is asked which messages that made which was done before
   */
  MemberState begin(MemberState state, Instant from, Grants before, Consumer<Decision> each) {
    Next next = firstDay(state, from);
    MemberState now = next.isBy(from) ? carryOut(next, state, before, each) : state;
    if (!reachesAtItsStart) return now;
    Decision decision = newTerms(passTime(now, from, before, each), from, before);
    if (decision.isTold()) each.accept(decision);
    return decision.after();
  }

  /** What the revision's terms do at its start to a member who stands under those before it. */
  private Decision newTerms(MemberState state, Instant from, Grants before) {
    String id = "new_terms:" + day(from) + ":" + state.version();
    Event event = new Event("time", id, state.member(), from, new Body.Due(What.NEW_TERMS, ""));
    return decider.decide(state, event, from, told(event, Given.NOTHING, before));
  }

  /** Whether {@link #begin} has anything to do. */
  boolean isDueFrom(MemberState state, Instant from) {
    if (firstDay(state, from).isBy(from)) return true;
    return reachesAtItsStart
        && newTerms(passTime(state, from, _ -> {}), from, Grants.NONE).isTold();
  }

  private Next firstDay(MemberState state, Instant from) {
    LocalDate day = day(from);
    boolean begins = day.atStartOfDay(revision.zone()).toInstant().equals(from);
    return begins && state.asOf().equals(from) ? next(state, day.minusDays(1)) : new Next(state);
  }

  /**
   * All that falls due next by time alone, in the order in which it happens; empty where nothing
   * ever does. What falls due on one day is told at once: after a part of it a state cannot tell
   * what else that day is still to bring.
   */
  public List<Event> nextDue(MemberState state) {
    return next(state).events();
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(revision.zone()).toLocalDate();
  }

  private Next next(MemberState state) {
    return state.version() == 0 ? new Next(state) : next(state, day(state.asOf()));
  }

  /**
   * @param begun the last day of which that was done which falls due at its start
   */
  private Next next(MemberState state, LocalDate begun) {
    Next next = new Next(state);
    for (Purse purse : state.purses()) next.offer(purse.nextRelease(), What.RELEASE, purse.kind());
    for (Purse purse : state.purses()) next.offer(purse.nextLapse(), What.EXPIRY, purse.kind());
    // A pool is no member: it stands on no ladder, counts nothing and has no days of its own.
    if (Event.isPool(state.member())) return next;
    for (int metric : days.rolledOver())
      next.offer(
          days.rollover(state, metric, begun),
          What.ROLLOVER,
          revision.metrics().get(metric).metric().id());
    for (int i = 0; i < revision.ladders().size(); i++) {
      long ends = days.grantEnd(state, i);
      if (ends != Purse.NEVER)
        next.offer(ends, What.GRANT_END, revision.ladders().get(i).ladder().id());
    }
    for (int i = 0; i < revision.ladders().size(); i++) {
      LadderPlan plan = revision.ladders().get(i);
      next.offer(days.review(state, i, begun), What.REVIEW, plan.ladder().id());
    }
    if (headStarts)
      for (int i = 0; i < revision.ladders().size(); i++) {
        LadderPlan plan = revision.ladders().get(i);
        next.offer(days.headStart(state, i, begun), What.HEAD_START, plan.ladder().id());
      }
    if (warnings)
      for (int i = 0; i < revision.ladders().size(); i++) {
        LadderPlan plan = revision.ladders().get(i);
        if (plan.warns())
          next.offer(days.warning(state, i, begun), What.WARNING, plan.ladder().id());
      }
    next.offer(state.holdings().nextEnd(), What.HOLDINGS_END, "");
    memberDays.offer(state, begun, next::offer);
    return next;
  }

  /** What was offered for the earliest day, in the order of the offers. */
  private final class Next {
    private final MemberState state;
    private final List<Body.Due> due = new ArrayList<>(2);
    private long day = Purse.NEVER;

    Next(MemberState state) {
      this.state = state;
    }

    void offer(long on, What what, String of) {
      if (on > day || on == Purse.NEVER) return;
      if (on < day) due.clear();
      day = on;
      due.add(new Body.Due(what, of));
    }

    boolean isBy(Instant until) {
      return !due.isEmpty() && !at().isAfter(until);
    }

    private Instant at() {
      Instant start = LocalDate.ofEpochDay(day).atStartOfDay(revision.zone()).toInstant();
      return start.isBefore(state.asOf()) ? state.asOf() : start;
    }

    List<Event> events() {
      return due.stream().map(this::event).toList();
    }

    private Event event(Body.Due body) {
      String id =
          body.what().name().toLowerCase(Locale.ROOT)
              + (body.of().isEmpty() ? ":" : ":" + body.of() + ":")
              + LocalDate.ofEpochDay(day);
      // What falls due again on a day that was begun must not be taken for what did before.
      if (at().equals(state.asOf())) id += ":" + state.version();
      return new Event("time", id, state.member(), at(), body);
    }
  }
}
