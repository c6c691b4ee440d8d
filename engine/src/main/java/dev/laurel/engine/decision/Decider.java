package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Scenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides what one event does to one member under one revision: a pure function. Immutable and
 * thread-safe.
 */
public final class Decider {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final DecisionIds ids;
  private final Adoption adoption;
  private final Earning earning;
  private final List<Lapses> following;
  private final Gifts gifts;
  private final Challenges challenges;
  private final MoveRules moveRules;
  private final Unapplied unapplied;
  private final Sending sending;
  private final boolean matches;
  private final boolean reachesAtReviews;

  public Decider(Revision revision) {
    this.revision = revision;
    this.factsMaker = new FactsMaker(revision);
    this.ids = new DecisionIds(revision.digest());
    List<PointKind> kinds =
        revision.pack().programme().pointKinds().stream()
            .sorted(Comparator.comparing(PointKind::id))
            .toList();
    this.following = Lapses.of(revision);
    this.adoption = new Adoption(revision, following);
    this.earning = new Earning(revision, factsMaker, kinds);
    this.gifts = new Gifts(revision, factsMaker, kinds);
    this.challenges = new Challenges(revision, gifts);
    this.moveRules = new MoveRules(revision, factsMaker, earning, challenges);
    this.unapplied = new Unapplied(revision);
    this.sending = new Sending(revision, factsMaker);
    this.matches = revision.ladders().stream().anyMatch(plan -> !plan.matches().isEmpty());
    this.reachesAtReviews =
        revision
            .pack()
            .programme()
            .revision()
            .filter(change -> change.standing() == Programme.Change.Reach.AT_NEXT_REVIEW)
            .isPresent();
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
    return new Steps(state, event, asOf, given).decide();
  }

  /**
   * Refuses an event.
   *
   * @param messages that it made before, by their ids in the pack, and that are counted still
   */
  public Decision refuse(
      MemberState state, Event event, Instant asOf, Refusal why, Set<String> messages) {
    return new Steps(state, event, asOf, Given.NOTHING.withMessages(messages, Map.of()))
        .refused(why);
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

  /** One decision in the making. */
  private final class Steps {
    private final Event event;
    private final Instant asOf;
    private final Given given;
    private final LocalDate day;
    private final Working working;
    private final MemberState untouched;
    private final MemberState before;
    private final CampaignBudgets budgets;
    private final List<Event> sent = new ArrayList<>(0);
    private List<PoolShare> shares = List.of();
    private List<Outgoing> messages = List.of();

    Steps(MemberState state, Event event, Instant asOf, Given given) {
      this.untouched = state;
      this.event = event;
      this.asOf = asOf;
      this.given = given;
      this.day = asOf.atZone(revision.zone()).toLocalDate();
      this.before = enrolled(counted(state));
      this.working = new Working(revision, before, asOf, day);
      this.working.sides(Sides.of(event, before, given));
      if (!given.codes().isEmpty()) this.working.codes(new CodeDesk(given));
      this.budgets = new CampaignBudgets(working, given);
    }

    /** By what a snapshot of the population tells the member's fifths. */
    private MemberState counted(MemberState state) {
      return given.quintiles().isEmpty() ? state : state.seenBy(given.quintiles());
    }

    /** Whoever does something is a member from that day on, unless an enrolment said so earlier. */
    private MemberState enrolled(MemberState state) {
      if (state.profile().enrolled().isPresent() || event.body() instanceof Body.Due) return state;
      MemberState.Profile profile =
          new MemberState.Profile(
              Optional.of(day), state.profile().birthday(), state.profile().attributes());
      return state.with(profile);
    }

    Decision decide() {
      Optional<Refusal> told = given.effect().flatMap(Given.Effect::refusal);
      if (told.isPresent()) return refused(told.get());
      if (isPool() && !(event.body() instanceof Body.Due)) return ofPool();
      boolean done = given.effect().isPresent();
      Optional<Refusal> elsewhere = done ? Optional.empty() : pooled().elsewhere();
      if (elsewhere.isPresent()) return refused(elsewhere.get());
      if (!(event.body() instanceof Body.Due)) new Points(working).keep(event, following);
      return happened(done);
    }

    /**
     * @param done whether it was carried out already when it was decided first
     */
    private Decision happened(boolean done) {
      return switch (event.body()) {
        case Body.Purchase p -> ruled(before);
        case Body.Other o -> told(Sides.refusal(event).or(() -> Consents.keep(working, o)));
        case Body.Enrolment e -> {
          working.profile(
              new MemberState.Profile(
                      before.profile().enrolled(),
                      e.birthday().or(() -> before.profile().birthday()),
                      before.profile().attributes())
                  .with(e.attributes()));
          yield ruled(working.state());
        }
        case Body.Change c -> {
          working.profile(before.profile().with(c.attributes()));
          yield judged();
        }
        case Body.Redemption r -> ruledUnless(spending().redeem(r));
        case Body.Reservation r -> judgedUnless(spending().reserve(r));
        case Body.PoolSpent s -> {
          s.benefit().flatMap(id -> Benefits.plan(revision, id)).ifPresent(benefits()::redeemed);
          yield ruled(before);
        }
        case Body.Confirmation(var of) -> ruledUnless(spending().confirm(of));
        case Body.Cancellation(var of, var reason) -> judgedUnless(spending().cancel(of));
        case Body.Adjustment a -> {
          new Points(working).adjust(revision.kind(a.kind()), a.units());
          yield judged();
        }
        case Body.Due d -> due(d);
        case Body.Return r -> returned(r);
        case Body.Grant g -> judgedUnless(Granting.grant(working, g));
        case Body.Transfer t -> given(t);
        case Body.Use u ->
            judgedUnless(benefits().use(u, given.effect().isPresent(), given.code()));
        case Body.Received r -> {
          new Points(working).receive(revision.kind(r.kind()), r.lots(), "transfer");
          yield judged();
        }
        case Body.ReferralReward r -> {
          new Rewarding(working, event, benefits(), following).take(r);
          yield judged();
        }
        case Body.PoolJoined joined -> judgedUnless(pooled().join(joined, done, asOf));
        case Body.PoolLeft left -> judgedUnless(pooled().leave(left, asOf));
        case Body.PoolJoin _, Body.PoolLeave _, Body.PoolPoints _, Body.PoolDeclined _ ->
            refused(
                "not-a-pool",
                "The %s %s was refused: %s is no pool. Ids of pools begin with %s."
                    .formatted(event.type(), event.id(), event.member(), Event.POOL));
      };
    }

    /** Something that rules answer to; of a referral it is noted by whom the member was brought. */
    private Decision told(Optional<Refusal> refusal) {
      if (refusal.isEmpty())
        working.sides().broughtBy().ifPresent(by -> Rewarding.brought(working, by));
      return ruledUnless(refusal);
    }

    private boolean isPool() {
      return Event.isPool(event.member());
    }

    /** No rule answers to what happens to a pool, and it stands on no ladder. */
    private Decision ofPool() {
      PoolAccount pool = new PoolAccount(working, event, asOf, given, following);
      Optional<Refusal> refusal = pool.carryOut();
      if (refusal.isPresent()) return refused(refusal.get());
      pool.sent().ifPresent(sent::add);
      return made(noLook());
    }

    private PoolMember pooled() {
      return new PoolMember(working, event);
    }

    private Spending spending() {
      return new Spending(working, event, benefits(), given.effect().isPresent());
    }

    private Benefits benefits() {
      return new Benefits(working, event, budgets, factsMaker);
    }

    private Decision given(Body.Transfer gift) {
      Giving giving = new Giving(working, event, gift);
      Optional<Refusal> refusal =
          given.effect().isPresent()
              ? Optional.empty()
              : giving.refusal(given.receiver().orElse(false));
      if (given.effect().isPresent()) giving.lend();
      if (refusal.isEmpty()) sent.add(giving.carryOut(asOf));
      return judgedUnless(refusal);
    }

    private Decision returned(Body.Return back) {
      GoodsBack goods = new GoodsBack(working, event, back, given.bought(), following);
      Optional<Refusal> refusal = goods.refusal();
      if (refusal.isEmpty()) goods.carryOut(() -> like(back));
      return revision.occasions().returns() ? ruledUnless(refusal) : judgedUnless(refusal);
    }

    /** What buying the goods that come back would count now, of money, by metric. */
    private Map<String, Long> like(Body.Return back) {
      Event purchase =
          new Event(event.source(), event.id(), event.member(), event.occurredAt(), back.goods());
      Facts facts = factsMaker.event(before, purchase, day);
      List<Facts> lines = factsMaker.lines(facts, purchase);
      try (RuleBase.Session session = revision.base().open()) {
        List<Hit> hits = session.event(facts, lines);
        return new Counting(working, purchase, facts, lines).ofMoney(hits);
      }
    }

    private Decision ruledUnless(Optional<Refusal> refusal) {
      return refusal.isPresent() ? refused(refusal.get()) : ruled(before);
    }

    private Decision judgedUnless(Optional<Refusal> refusal) {
      return refusal.isPresent() ? refused(refusal.get()) : judged();
    }

    /**
     * An event that rules answer to: what they give, what is counted, then the tiers.
     *
     * @param known the member as rules see it: before the event, but with what an enrolment tells
     */
    private Decision ruled(MemberState known) {
      Facts facts = factsMaker.event(known, event, day);
      List<Facts> lines = factsMaker.lines(facts, event);
      try (RuleBase.Session session = revision.base().open()) {
        List<Hit> hits = session.event(facts, lines);
        earning.earn(working, event, budgets, new Reached.Part(Stretch.ALL, hits, facts, lines));
        challenges.advance(working, event, hits, facts, budgets);
        Compared.note(working, event, hits);
        new Counting(working, event, facts, lines).count(hits);
        if (event.body() instanceof Body.Purchase) bought();
        if (matches && event.body() instanceof Body.Other o) Granting.match(working, o);
        Optional<Facts> standing = tiers(session, Reading.UP_TO, false);
        return made(saw(facts, lines, standing, session, Reading.UP_TO));
      }
    }

    private void bought() {
      LocalDate last = before.lastPurchase().orElseGet(working::enrolled);
      working.holdings(factsMaker.segmenting().bought(working.holdings(), last, day));
      working.purchased();
    }

    /** What was seen, rules that answer to moves included, which give what they give here. */
    private Saw saw(
        Facts facts,
        List<Facts> lines,
        Optional<Facts> standing,
        RuleBase.Session session,
        Reading reading) {
      List<Facts> moves = moveRules.answer(working, event, budgets, session, reading);
      return new Saw(revision.layout(), facts, lines, standing, moves);
    }

    /** An event to which no rule answers, but which changes what tiers ask for. */
    private Decision judged() {
      try (RuleBase.Session session = revision.base().open()) {
        Optional<Facts> standing = tiers(session, Reading.UP_TO, false);
        return made(
            saw(Facts.none(revision.layout()), List.of(), standing, session, Reading.UP_TO));
      }
    }

    /** New terms wait for the next review, which is settled for whoever would have none. */
    private Decision kept() {
      TierStep step = new TierStep(working, List.of());
      for (int i = 0; i < revision.ladders().size() && !isPool(); i++) {
        LadderPlan plan = revision.ladders().get(i);
        if (working.standing(i).beside().granted().isPresent())
          new Granting(working, step).keepToReview(i, plan);
        else step.keepToReview(i, plan);
      }
      return made(noLook());
    }

    private Optional<Facts> tiers(RuleBase.Session session, Reading reading, boolean review) {
      if (revision.ladders().isEmpty() || isPool()) return Optional.empty();
      Facts standing = factsMaker.standing(working.state(), day, reading);
      List<Hit> hits = session.standing(standing);
      TierStep step = new TierStep(working, hits);
      for (int i = 0; i < revision.ladders().size(); i++) {
        LadderPlan plan = revision.ladders().get(i);
        boolean granted = working.standing(i).beside().granted().isPresent();
        if (!review && granted) new Granting(working, step).afterEvent(i, plan);
        else if (!review) step.afterEvent(i, plan);
        else if (event.body() instanceof Body.Due due && plan.ladder().id().equals(due.of()))
          review(step, i, plan, due.what(), granted);
      }
      TierStep.tell(working, hits);
      if (gifts.areNone()) return Optional.of(standing);
      if (review) gifts.afterReview(working, event, reading, budgets);
      else gifts.afterEvent(working, event, budgets);
      return Optional.of(standing);
    }

    private void review(
        TierStep step, int ladder, LadderPlan plan, Body.Due.What what, boolean granted) {
      if (!granted) step.atReview(ladder, plan);
      else if (what == Body.Due.What.GRANT_END) new Granting(working, step).end(ladder, plan);
      else new Granting(working, step).atReview(ladder, plan);
    }

    private Decision due(Body.Due due) {
      return switch (due.what()) {
        case RELEASE -> {
          new Points(working).release(revision.kind(due.of()));
          yield made(noLook());
        }
        case EXPIRY -> {
          new Points(working).expire(revision.kind(due.of()));
          yield made(noLook());
        }
        case ROLLOVER -> {
          new Rollovers(working, factsMaker).carry(due.of());
          yield made(noLook());
        }
        case REVIEW, GRANT_END -> {
          boolean review = due.what() == Body.Due.What.REVIEW;
          try (RuleBase.Session session = revision.base().open()) {
            Reading reading = review ? readingOf(due.of()) : Reading.BEFORE;
            Optional<Facts> standing = tiers(session, reading, true);
            yield made(saw(Facts.none(revision.layout()), List.of(), standing, session, reading));
          }
        }
        case NEW_TERMS -> reachesAtReviews ? kept() : judged();
        case WARNING -> {
          Optional<Facts> standing = Warnings.give(working, factsMaker, revision.ladder(due.of()));
          yield made(
              new Saw(revision.layout(), Facts.none(revision.layout()), List.of(), standing));
        }
        case BIRTHDAY -> {
          Birthdays.keep(working);
          yield ruled(before);
        }
        case ANNIVERSARY, INACTIVITY -> ruled(before);
        case HOLDINGS_END -> {
          Benefits.end(working);
          yield made(noLook());
        }
        case HEAD_START -> {
          HeadStarts.give(working, revision.ladder(due.of()));
          yield made(noLook());
        }
      };
    }

    /**
     * A term's review looks back at the days before it; a tier that needs its rule, at the day too.
     */
    private Reading readingOf(String ladder) {
      for (int i = 0; i < revision.ladders().size(); i++) {
        LadderPlan plan = revision.ladders().get(i);
        int held = plan.rankIfAny(working.standing(i).byRules().tier()).orElse(0);
        if (plan.ladder().id().equals(ladder)
            && plan.tiers().get(held).validity() instanceof Validity.WhileMet) return Reading.UP_TO;
      }
      return Reading.BEFORE;
    }

    private Saw noLook() {
      return new Saw(revision.layout(), Facts.none(revision.layout()), List.of(), Optional.empty());
    }

    private Decision refused(String code, String message) {
      return refused(new Refusal(code, message));
    }

    private Decision refused(Refusal refusal) {
      if (event.body() instanceof Body.PoolJoined joined)
        sent.add(PoolMember.declined(event, joined, asOf));
      // It came to nothing, but happened: what comes before it now comes late.
      MemberState after = sending.counted(untouched.with(asOf), given.messages(), day);
      return decision(Optional.of(refusal), noLook(), after);
    }

    private Decision made(Saw saw) {
      if (event.body() instanceof Body.Purchase purchase) working.bought(purchase.amount());
      if (!(event.body() instanceof Body.Due)) new Points(working).arrive(event);
      if (!(event.body() instanceof Body.Due due) || due.isAnswered() || !working.moves.isEmpty())
        new Points(working).follow(following);
      others();
      pooled()
          .passOn(asOf)
          .ifPresent(passed -> {
            shares = passed.shares();
            sent.add(passed.sent());
          });
      if (!factsMaker.segmenting().areNone() && !isPool() && isTold())
        factsMaker
            .segmenting()
            .settle(working, factsMaker.standing(working.state(), day, Reading.UP_TO));
      messages = sending.make(working, event, asOf, given);
      working.findings.sort(Comparator.comparing(Finding::rule));
      return decision(Optional.empty(), saw, working.state());
    }

    /** What must be given first; what is refused hands nothing out. */
    private List<Ask> asks(Optional<Refusal> refusal) {
      List<Ask> codes = working.codes().asks();
      if (codes.isEmpty() || refusal.isPresent()) return budgets.asks();
      List<Ask> all = new ArrayList<>(budgets.asks());
      all.addAll(codes);
      return List.copyOf(all);
    }

    /** What the other side of a referral gets; who was brought is told so in any case. */
    private void others() {
      Optional<String> brought = working.sides().brought();
      if (brought.isEmpty() && working.others().areNone()) return;
      sent.addAll(
          OtherShares.sent(
              event,
              asOf,
              1,
              working.others().all(),
              brought,
              given.bought().map(Bought::judgedOn)));
    }

    /** Of what brings nothing about nothing is kept, so that whoever looks changes nothing. */
    private boolean isTold() {
      if (!(event.body() instanceof Body.Due due) || due.isAnswered()) return true;
      return Decision.bringsAbout(
          working.postings, working.moves, working.others().all(), working.findings);
    }

    /** What the next return of the same purchase will have to know. */
    private Optional<Bought> bought(boolean refused) {
      if (refused || revision.pack().programme().returns().isEmpty()) return Optional.empty();
      if (event.body() instanceof Body.Return back)
        return given.bought().map(before -> before.less(back.amount()));
      if (!(event.body() instanceof Body.Purchase purchase)) return Optional.empty();
      SortedMap<String, Long> earned = new TreeMap<>();
      for (Posting posting : working.postings)
        if (Challenges.isBought(posting)) earned.merge(posting.kind(), posting.units(), Long::sum);
      return Optional.of(
          new Bought(
              event.id(),
              event.type(),
              day,
              purchase.amount(),
              earned,
              working.counted(),
              working.others().all().stream().filter(OtherShare::isOfPoints).toList(),
              0));
    }

    private Decision decision(Optional<Refusal> refusal, Saw saw, MemberState after) {
      return new Decision(
          ids.of(event),
          revision.digest(),
          event,
          asOf,
          refusal.isPresent()
              ? budgets.used().withCodes(new TreeMap<>())
              : budgets.used().withCodes(working.codes().used()),
          asks(refusal),
          refusal,
          saw,
          List.copyOf(working.findings),
          List.copyOf(working.postings),
          List.copyOf(working.moves),
          bought(refusal.isPresent()),
          Optional.empty(),
          sent.isEmpty() ? List.of() : List.copyOf(sent),
          shares,
          refusal.isPresent() ? List.of() : working.others().all(),
          messages,
          given.quintiles().isEmpty() ? after : after.seenBy(Optional.empty()));
    }
  }
}
