package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out what happens to a member or a pool, each kind of event in its way, unless it is
 * refused. Immutable and thread-safe.
 */
final class Happening {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final List<Lapses> following;
  private final Answering answering;
  private final FallingDue fallingDue;
  private final Closing closing;

  Happening(Revision revision, FactsMaker factsMaker, List<Lapses> following, Closing closing) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.following = following;
    this.answering = new Answering(revision, factsMaker);
    this.fallingDue = new FallingDue(revision, factsMaker, answering);
    this.closing = closing;
  }

  Decision of(Matter matter) {
    Optional<Refusal> told = matter.given().effect().flatMap(Given.Effect::refusal);
    if (told.isPresent()) return closing.refused(matter, told.get());
    if (matter.isOfPool() && !matter.isDue()) return ofPool(matter);
    Optional<Refusal> elsewhere = matter.isDone() ? Optional.empty() : matter.pooled().elsewhere();
    if (elsewhere.isPresent()) return closing.refused(matter, elsewhere.get());
    if (!matter.isDue()) new Points(matter.working()).keep(matter.event(), following);
    return ofMember(matter);
  }

  private Decision ofMember(Matter matter) {
    Working working = matter.working();
    MemberState before = matter.before();
    return switch (matter.event().body()) {
      case Body.Purchase p -> ruled(matter, before);
      case Body.Other o -> told(matter, o);
      case Body.Enrolment e -> {
        working.profile(
            new MemberState.Profile(
                    before.profile().enrolled(),
                    e.birthday().or(() -> before.profile().birthday()),
                    before.profile().attributes())
                .with(e.attributes()));
        yield ruled(matter, working.state());
      }
      case Body.Change c -> {
        working.profile(before.profile().with(c.attributes()));
        yield judged(matter);
      }
      case Body.Redemption r -> ruledUnless(matter, spending(matter).redeem(r));
      case Body.Reservation r -> judgedUnless(matter, spending(matter).reserve(r));
      case Body.PoolSpent s -> {
        s.benefit().flatMap(id -> Benefits.plan(revision, id)).ifPresent(rewards(matter)::redeemed);
        yield ruled(matter, before);
      }
      case Body.Confirmation(var of) -> ruledUnless(matter, spending(matter).confirm(of));
      case Body.Cancellation(var of, var reason) ->
          judgedUnless(matter, spending(matter).cancel(of));
      case Body.Adjustment a -> {
        new Points(working).adjust(revision.kind(a.kind()), a.units());
        yield judged(matter);
      }
      case Body.Due d -> closing.made(matter, fallingDue.of(matter, d));
      case Body.Return r -> returned(matter, r);
      case Body.Grant g -> judgedUnless(matter, Granting.grant(working, g));
      case Body.Transfer t -> given(matter, t);
      case Body.Use u ->
          judgedUnless(
              matter,
              new Using(working, matter.event(), factsMaker)
                  .use(u, matter.isDone(), matter.given().code()));
      case Body.Received r -> {
        new Points(working).receive(revision.kind(r.kind()), r.lots(), "transfer");
        yield judged(matter);
      }
      case Body.ReferralReward r -> {
        new Rewarding(working, matter.event(), matter.budgets(), following).take(r);
        yield judged(matter);
      }
      case Body.PoolJoined joined ->
          judgedUnless(matter, matter.pooled().join(joined, matter.isDone(), matter.asOf()));
      case Body.PoolLeft left -> judgedUnless(matter, matter.pooled().leave(left, matter.asOf()));
      case Body.PoolJoin _, Body.PoolLeave _, Body.PoolPoints _, Body.PoolDeclined _ ->
          closing.refused(matter, notAPool(matter.event()));
    };
  }

  private static Refusal notAPool(Event event) {
    return new Refusal(
        "not-a-pool",
        "The %s %s was refused: %s is no pool. Ids of pools begin with %s."
            .formatted(event.type(), event.id(), event.member(), Event.POOL));
  }

  /** Something that rules answer to; of a referral it is noted by whom the member was brought. */
  private Decision told(Matter matter, Body.Other other) {
    Working working = matter.working();
    Optional<Refusal> refusal =
        Sides.refusal(matter.event()).or(() -> Consents.keep(working, other));
    if (refusal.isEmpty())
      working.sides().broughtBy().ifPresent(by -> Rewarding.brought(working, by));
    return ruledUnless(matter, refusal);
  }

  /** No rule answers to what happens to a pool, and it stands on no ladder. */
  private Decision ofPool(Matter matter) {
    PoolAccount pool =
        new PoolAccount(matter.working(), matter.event(), matter.asOf(), matter.given(), following);
    Optional<Refusal> refusal = pool.carryOut();
    if (refusal.isPresent()) return closing.refused(matter, refusal.get());
    pool.sent().ifPresent(matter.sent()::add);
    return closing.made(matter, Saw.nothing(revision.layout()));
  }

  private Spending spending(Matter matter) {
    return new Spending(matter.working(), matter.event(), rewards(matter), matter.isDone());
  }

  private Rewards rewards(Matter matter) {
    return new MemberRewards(matter.working(), matter.event(), matter.budgets(), factsMaker);
  }

  private Decision given(Matter matter, Body.Transfer gift) {
    Giving giving = new Giving(matter.working(), matter.event(), gift);
    Optional<Refusal> refusal =
        matter.isDone()
            ? Optional.empty()
            : giving.refusal(matter.given().receiver().orElse(false));
    if (matter.isDone()) giving.lend();
    if (refusal.isEmpty()) matter.sent().add(giving.carryOut(matter.asOf()));
    return judgedUnless(matter, refusal);
  }

  private Decision returned(Matter matter, Body.Return back) {
    GoodsBack goods =
        new GoodsBack(matter.working(), matter.event(), back, matter.given().bought(), following);
    Optional<Refusal> refusal = goods.refusal();
    if (refusal.isEmpty()) goods.carryOut(() -> like(matter, back));
    return revision.occasions().returns()
        ? ruledUnless(matter, refusal)
        : judgedUnless(matter, refusal);
  }

  /** What buying the goods that come back would count now, of money, by metric. */
  private Map<String, Long> like(Matter matter, Body.Return back) {
    Event event = matter.event();
    Event purchase =
        new Event(event.source(), event.id(), event.member(), event.occurredAt(), back.goods());
    Facts facts = factsMaker.event(matter.before(), purchase, matter.day());
    List<Facts> lines = factsMaker.lines(facts, purchase);
    try (RuleBase.Session session = revision.base().open()) {
      List<Hit> hits = session.event(facts, lines);
      return new Counting(matter.working(), purchase, facts, lines).ofMoney(hits);
    }
  }

  private Decision ruledUnless(Matter matter, Optional<Refusal> refusal) {
    return refusal.isPresent()
        ? closing.refused(matter, refusal.get())
        : ruled(matter, matter.before());
  }

  private Decision judgedUnless(Matter matter, Optional<Refusal> refusal) {
    return refusal.isPresent() ? closing.refused(matter, refusal.get()) : judged(matter);
  }

  private Decision ruled(Matter matter, MemberState known) {
    return closing.made(matter, answering.ruled(matter, known));
  }

  private Decision judged(Matter matter) {
    return closing.made(matter, answering.judged(matter));
  }
}
