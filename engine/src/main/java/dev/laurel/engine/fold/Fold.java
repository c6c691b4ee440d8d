package dev.laurel.engine.fold;

import dev.laurel.engine.decision.Ask;
import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Sides;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.Due.What;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Programme.Change.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
  private final Optional<Reach> reach;
  private final boolean asksOfPopulation;
  private final Population population;

  /** Under a revision that no store numbers. */
  public Fold(Revision revision) {
    this(revision, 1);
  }

  /**
   * Where nobody counts the members.
   *
   * @param number of the revision in its store
   */
  public Fold(Revision revision, int number) {
    this(revision, number, Population.UNKNOWN);
  }

  /**
   * @param number of the revision in its store
   * @param population asked where a segment of the revision wants to know of it
   */
  public Fold(Revision revision, int number, Population population) {
    this.number = number;
    this.population = population;
    this.asksOfPopulation = !revision.rfm().isEmpty();
    this.revision = revision;
    this.decider = new Decider(revision);
    this.days = new LadderDays(revision);
    this.memberDays = new MemberDays(revision.occasions());
    this.headStarts = revision.ladders().stream().anyMatch(LadderPlan::givesHeadStarts);
    this.warnings = revision.ladders().stream().anyMatch(LadderPlan::warns);
    this.reach = revision.pack().programme().revision().map(Programme.Change::standing);
  }

  /** The same with another population. */
  public Fold under(Population other) {
    return new Fold(this, other);
  }

  private Fold(Fold of, Population population) {
    this.number = of.number;
    this.revision = of.revision;
    this.decider = of.decider;
    this.days = of.days;
    this.memberDays = of.memberDays;
    this.headStarts = of.headStarts;
    this.warnings = of.warnings;
    this.reach = of.reach;
    this.asksOfPopulation = of.asksOfPopulation;
    this.population = population;
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
    MemberState now = passTime(state, asOf, grants, each);
    Given given = told(event, known(event, grants).withQuintiles(quintiles(asOf)), grants);
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
   * transfer, whether the receiver is a member, and of a referral whether the other is; of what a
   * member asks of a pool, how that member stands; of one that is decided anew, what it had of
   * effect.
   */
  private static Given known(Event event, Grants grants) {
    Optional<Given.Effect> effect = grants.effect(event);
    Given given = effect.isPresent() ? Given.NOTHING.withEffect(effect) : Given.NOTHING;
    if (event.body() instanceof Body.Transfer gift)
      return given.withReceiver(grants.isMember(gift.to()));
    Optional<String> other = Sides.named(event);
    if (other.isPresent())
      return given.withReceiver(!Event.isPool(other.get()) && grants.isMember(other.get()));
    if (event.body() instanceof Body.Use use && use.code().isPresent())
      return given.withCode(grants.code(use.code().get(), event));
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
      for (Ask ask : decision.firstAsks())
        switch (ask) {
          case Ask.OfBudget(var budget, var wanted) -> {
            Grants.Grant grant = grants.take(budget, decision.event(), wanted);
            given = given.plus(budget, grant);
            inFull &= grant.amount() >= wanted;
          }
          case Ask.OfCodes(var benefit, var wanted) -> {
            given = given.withCodes(benefit.id(), grants.codes(benefit, decision.event(), wanted));
            inFull = false;
          }
        }
      decision =
          inFull
              ? decision.granted(given.shares())
              : decider.decide(state, decision.event(), decision.asOf(), given);
    }
    return decision;
  }

  /** What an event of time must be given. */
  private Given known(Instant asOf) {
    return asksOfPopulation ? Given.NOTHING.withQuintiles(quintiles(asOf)) : Given.NOTHING;
  }

  private Optional<Quintiles> quintiles(Instant asOf) {
    return asksOfPopulation ? population.at(asOf) : Optional.empty();
  }

  /** The state by which it can be told in which fifths of the population the member was. */
  public MemberState seen(MemberState state, Instant asOf) {
    return state.seenBy(quintiles(asOf));
  }

  /**
   * Refuses an event; time stands still.
   *
   * @param messages that it made before, by their ids in the pack, and that are counted still
   */
  public Decision refuse(MemberState state, Event event, Refusal why, Set<String> messages) {
    return decider.refuse(state, event, judged(state, event), why, messages);
  }

  /** Does what falls due up to and at this instant, for whoever only looks what that is. */
  public MemberState passTime(MemberState state, Instant until, Consumer<Decision> each) {
    return passTime(state, until, Grants.NONE, each);
  }

  /**
   * Does what falls due up to and at this instant.
   *
   * @param grants is asked for what time needs of budgets and for codes, and which messages it made
   *     before, event by event
   */
  public MemberState passTime(
      MemberState state, Instant until, Grants grants, Consumer<Decision> each) {
    MemberState now = state;
    for (Next next = next(now); next.isBy(until); next = next(now))
      now = carryOut(next, now, grants, each);
    return now;
  }

  private MemberState carryOut(
      Next next, MemberState state, Grants grants, Consumer<Decision> each) {
    MemberState now = state;
    for (Event event : next.events()) now = due(event, now, grants, each);
    return now;
  }

  private MemberState due(Event event, MemberState state, Grants grants, Consumer<Decision> each) {
    Given given = told(event, known(event.occurredAt()), grants);
    Decision decision = decider.decide(state, event, event.occurredAt(), given);
    if (!decision.asks().isEmpty()) decision = granted(state, decision, given, grants);
    if (decision.isTold()) each.accept(decision);
    return decision.after();
  }

  /**
   * Does what falls due at the very instant from which on this revision is in force: what a day
   * brings that begins with it, since the revision before has brought the member to just before
   * that instant; and what its terms do to whoever is a member already, where they reach them then.
   * Where they wait for a review, it is settled first which one that is.
   *
   * @param state as this revision took it over at that instant
   * @param grants is asked for what that needs, and which messages it made before
   */
  MemberState begin(MemberState state, Instant from, Grants grants, Consumer<Decision> each) {
    MemberState now = state;
    if (reaches(Reach.AT_NEXT_REVIEW)) now = due(newTerms(now, from), now, grants, each);
    Next next = firstDay(now, from);
    if (next.isBy(from)) now = carryOut(next, now, grants, each);
    if (!reaches(Reach.AT_ITS_START)) return now;
    now = passTime(now, from, grants, each);
    return due(newTerms(now, from), now, grants, each);
  }

  private boolean reaches(Reach when) {
    return reach.filter(when::equals).isPresent();
  }

  /** The revision's terms reach a member who stands under those before it. */
  private Event newTerms(MemberState state, Instant from) {
    String id = "new_terms:" + day(from) + ":" + state.version();
    return new Event("time", id, state.member(), from, new Body.Due(What.NEW_TERMS, ""));
  }

  /** Whether {@link #begin} has anything to do. */
  boolean isDueFrom(MemberState state, Instant from) {
    List<Decision> told = new ArrayList<>(1);
    MemberState now = state;
    if (reaches(Reach.AT_NEXT_REVIEW))
      now = due(newTerms(now, from), now, Grants.FREELY, told::add);
    if (!told.isEmpty() || firstDay(now, from).isBy(from)) return true;
    if (!reaches(Reach.AT_ITS_START)) return false;
    now = passTime(now, from, Grants.FREELY, _ -> {});
    due(newTerms(now, from), now, Grants.FREELY, told::add);
    return !told.isEmpty();
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
