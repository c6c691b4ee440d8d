package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Scenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what one event does to one member under one revision: a pure function. Immutable and
 * thread-safe.
 */
public final class Decider {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final Adoption adoption;
  private final List<Lapses> following;
  private final Closing closing;
  private final Happening happening;
  private final Unapplied unapplied;

  public Decider(Revision revision) {
    this.revision = revision;
    this.factsMaker = new FactsMaker(revision);
    this.following = Lapses.of(revision);
    this.adoption = new Adoption(revision, following);
    this.closing = new Closing(revision, factsMaker, following);
    this.happening = new Happening(revision, factsMaker, following, closing);
    this.unapplied = new Unapplied(revision);
  }

  public Revision revision() {
    return revision;
  }

  /** The state of a member of whom nothing has happened yet. */
  public MemberState begin(String member) {
    return Working.begin(revision, member);
  }

  /** Whether a state can be decided on as it is; one of another revision may have to be adopted. */
  public boolean fits(MemberState state) {
    return adoption.fits(state);
  }

  /**
   * Takes a state over from another revision of the programme. Nothing is decided by it: a tier
   * that this revision does not have any more is left at the review that then falls due.
   *
   * @param from the one by whose metrics the state counts
   * @param before the one under whose terms the member stood and earned, where it is known
   * @param at from when on this revision holds; the state is of this instant at least
   */
  public MemberState adopt(
      MemberState state, Revision from, Optional<Revision> before, Instant at) {
    return adoption.adopt(state, from, before, at);
  }

  /**
   * The state of a member of whom a scenario says what is there, as of the day of its first step.
   */
  public MemberState begin(String member, Scenario.Given given, LocalDate day) {
    return new Beginning(revision, factsMaker, following, given, day).of(member);
  }

  /** A metric's value up to and including a day: an amount of money, or a number. */
  public BigDecimal metric(MemberState state, String metric, LocalDate day) {
    for (int i = 0; i < revision.metrics().size(); i++) {
      MetricPlan plan = revision.metrics().get(i);
      if (!plan.metric().id().equals(metric)) continue;
      LocalDate enrolled = state.profile().enrolled().orElse(day);
      return BigDecimal.valueOf(
          factsMaker.read(plan, state, i, day, enrolled, Reading.UP_TO),
          FactsMaker.isMoney(plan) ? revision.currencyDecimals() : 6);
    }
    throw new IllegalArgumentException("The programme has no metric %s.".formatted(metric));
  }

  /**
   * Whether all of a lot was earned on one day; those that lapse together are one lot from the
   * first of their days on.
   */
  public boolean isOfOneDay(String kind, Purse.Lot lot) {
    LocalDate next = LocalDate.ofEpochDay(lot.earnedOn()).plusDays(1);
    PointKind of = revision.kind(kind);
    return of.expiry() instanceof PointKind.Expiry.After
        && !Lapses.follow(of)
        && Terms.lot(of, next, lot.units()).lapsesOn() != lot.lapsesOn();
  }

  /**
   * Whether a lot lapses on the day on which the terms of this revision have it lapse; others keep
   * the terms under which they were earned.
   */
  public boolean isByPresentTerms(String kind, Purse.Lot lot) {
    PointKind of = revision.kind(kind);
    if (lot.follows()) return Lapses.follow(of);
    LocalDate earned = LocalDate.ofEpochDay(lot.earnedOn());
    long own = Terms.lot(of, earned, lot.units()).lapsesOn();
    return !Lapses.follow(of)
        && (of.expiry() instanceof PointKind.Expiry.Inactivity
            ? lot.lapsesOn() >= own
            : lot.lapsesOn() == own);
  }

  /**
   * Decides.
   *
   * @param state the member's state, brought up to the instant as of which the event is judged
   * @param asOf the instant as of which it is judged, at or after the state's and the event's own:
   *     the event's time unless it came late. When it happened decides which schedules are in force
   *     and what rules read of its date and time; this instant decides how the member stood, on
   *     which day it counts and when points come and lapse
   * @param given what is not the member's own; what is missing of it is asked for by the decision
   * @throws StaleStateException when the state was folded under other metrics
   * @throws IllegalArgumentException when the event is of another member or the instant lies before
   *     it or the state
   */
  public Decision decide(MemberState state, Event event, Instant asOf, Given given) {
    if (!state.metricSet().equals(revision.metricSet()))
      throw new StaleStateException(state.member(), state.metricSet(), revision.metricSet());
    if (!state.member().equals(event.member()))
      throw new IllegalArgumentException(
          "The event is of %s, the state of %s.".formatted(event.member(), state.member()));
    if (asOf.isBefore(state.asOf()) || asOf.isBefore(event.occurredAt()))
      throw new IllegalArgumentException(
          "The event of %s cannot be judged as of %s: the state is of %s."
              .formatted(event.occurredAt(), asOf, state.asOf()));
    return happening.of(Matter.of(revision, state, event, asOf, given));
  }

  /**
   * Refuses an event.
   *
   * @param messages that it made before, by their ids in the pack, and that are counted still
   */
  public Decision refuse(
      MemberState state, Event event, Instant asOf, Refusal why, Set<String> messages) {
    Given given = Given.NOTHING.withMessages(messages, Map.of());
    return closing.refused(Matter.of(revision, state, event, asOf, given), why);
  }

  /** What came of every rule that answers to the event, those not met and not in force included. */
  public List<Finding> findings(Decision decision) {
    return findings(StoredDecision.of(decision));
  }

  /**
   * The same from what is stored of a decision.
   *
   * @throws IllegalArgumentException when another revision decided
   */
  public List<Finding> findings(StoredDecision decision) {
    if (!decision.revision().equals(revision.digest()))
      throw new IllegalArgumentException(
          "The revision %s decided, not %s.".formatted(decision.revision(), revision.digest()));
    return unapplied.with(decision);
  }
}
