package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.PoolPoints;
import dev.laurel.engine.member.Pooling;
import dev.laurel.engine.member.Purse;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.Programme.Returns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Carries out what happens to a pool: who comes and goes, what its members give it, what is spent
 * of it. No rule answers to any of it, and no ladder knows it; rules answer to what follows of its
 * members.
 *
 * @see "engine/docs/decisions/059-pools.md"
 */
final class PoolAccount {
  private final Working working;
  private final Event event;
  private final Instant asOf;
  private final Given given;
  private final List<Lapses> following;
  private Optional<Event> sent = Optional.empty();

  PoolAccount(Working working, Event event, Instant asOf, Given given, List<Lapses> following) {
    this.working = working;
    this.event = event;
    this.asOf = asOf;
    this.given = given;
    this.following = following;
  }

  /** What happens to a member by it, once it is carried out. */
  Optional<Event> sent() {
    return sent;
  }

  /** Carries it out; why not. */
  Optional<Refusal> carryOut() {
    return switch (event.body()) {
      case Body.PoolJoin(var by) -> join(by);
      case Body.PoolLeave(var by) -> leave(by);
      case Body.PoolDeclined(var by, var since) -> declined(by, since);
      case Body.PoolPoints points -> points(points);
      case Body.Redemption r -> redeem(r);
      case Body.Reservation r -> reserve(r);
      case Body.Confirmation(var of) -> confirm(of);
      case Body.Cancellation(var of, var _) -> cancel(of);
      case Body.Adjustment a -> adjust(a);
      case Body.Transfer t -> give(t);
      case Body.Received r -> {
        new Points(working).receive(working.revision.kind(r.kind()), r.lots(), "transfer");
        yield Optional.empty();
      }
      case Body.Purchase _,
          Body.Return _,
          Body.Enrolment _,
          Body.Change _,
          Body.Other _,
          Body.Grant _,
          Body.PoolJoined _,
          Body.PoolLeft _,
          Body.PoolSpent _,
          Body.ReferralReward _,
          Body.Use _,
          Body.Due _ ->
          no("not-of-a-pool", "such things happen to members. Name the member.");
    };
  }

  private Optional<Refusal> join(String by) {
    Pooling pooling = working.pooling();
    if (!isDone()) {
      Optional<Refusal> not = refusal(by, pooling);
      if (not.isPresent()) return not;
    }
    working.pooling(pooling.with(by, asOf));
    send(by, new Body.PoolJoined(event.member()));
    return Optional.empty();
  }

  private Optional<Refusal> refusal(String by, Pooling pooling) {
    OptionalInt most = most();
    if (most.isEmpty()) return no("no-pooling", "members of this programme pool no points.");
    if (given.by().isEmpty() || Event.isPool(by))
      return no("unknown-member", "there is no member %s.", by);
    if (pooling.members().containsKey(by))
      return no("in-this-pool", "the member %s is in the pool already.", by);
    Optional<String> other = given.by().get().pool();
    if (other.isPresent())
      return no(
          "in-another-pool", "the member %s is in the pool %s. Leave it first.", by, other.get());
    if (pooling.members().size() >= most.getAsInt())
      return no("pool-full", "at most %d members may be in a pool.", most.getAsInt());
    if (!asOf.isAfter(pooling.changed()))
      return no("same-instant", "somebody left the pool just then. Give it a later time.");
    return Optional.empty();
  }

  /** How many may be in a pool: as many as every pooled kind allows. */
  private OptionalInt most() {
    return working.revision.pack().programme().pointKinds().stream()
        .flatMap(kind -> kind.pooling().stream())
        .mapToInt(PointKind.Pooling::members)
        .min();
  }

  private Optional<Refusal> leave(String by) {
    Optional<Instant> since = Optional.ofNullable(working.pooling().members().get(by));
    if (since.isEmpty()) return isDone() ? Optional.empty() : notIn(by);
    if (!isDone() && !asOf.isAfter(since.get()))
      return no("same-instant", "the member %s came just then. Give it a later time.", by);
    working.pooling(working.pooling().without(by, asOf));
    send(by, new Body.PoolLeft(event.member()));
    return Optional.empty();
  }

  /** Only the join that the member declined is undone; the member may have come since. */
  private Optional<Refusal> declined(String by, Instant since) {
    if (!Optional.of(since).equals(Optional.ofNullable(working.pooling().members().get(by))))
      return notIn(by);
    working.pooling(working.pooling().without(by, working.pooling().changed()));
    return Optional.empty();
  }

  private Optional<Refusal> notIn(String by) {
    return no("not-in-pool", "the member %s is not in the pool %s.", by, event.member());
  }

  /** What members give and owe. */
  private Optional<Refusal> points(PoolPoints points) {
    for (PoolPoints.Part part : points.parts()) {
      PointKind kind = working.revision.kind(part.kind());
      if (!part.lots().isEmpty()) new Points(working).receive(kind, part.lots(), "pool");
      if (part.back() > 0) {
        new Points(working).lend(kind, part.back());
        new Points(working).give(kind, part.back(), 0, "pool");
      }
      if (part.taken() > 0) takeBack(kind, part);
      if (part.taken() < 0) restore(kind, -part.taken());
      part.active()
          .ifPresent(day -> {
            if (kind.expiry() instanceof Expiry.Inactivity idle)
              working.purse(working.purse(kind.id()).keep(Terms.idle(idle, day)));
          });
    }
    return Optional.empty();
  }

  private void takeBack(PointKind kind, PoolPoints.Part part) {
    List<Returns.Source> from =
        working.revision.pack().programme().returns().map(Returns::from).orElse(List.of());
    long before = working.purse(kind.id()).reversed();
    new Points(working).takeBack(kind, part.taken(), part.earnedOn(), from, following);
    long taken = working.purse(kind.id()).reversed() - before;
    working.pooling(working.pooling().untaken(kind.id(), part.taken() - taken));
  }

  /** What was not taken is not given back either. */
  private void restore(PointKind kind, long units) {
    long untaken = working.pooling().untaken().getOrDefault(kind.id(), 0L);
    long never = Math.min(units, untaken);
    working.pooling(working.pooling().untaken(kind.id(), -never));
    if (units > never) new Points(working).restore(kind, units - never);
  }

  private Optional<Refusal> redeem(Body.Redemption redemption) {
    Optional<Refusal> not = asks(redemption.by());
    if (not.isPresent()) return not;
    not = spending().redeem(redemption);
    if (not.isEmpty())
      spent(redemption.by(), redemption.kind(), redemption.units(), redemption.benefit());
    return not;
  }

  private Optional<Refusal> reserve(Body.Reservation reservation) {
    Optional<Refusal> not = asks(reservation.by());
    if (not.isPresent()) return not;
    not = spending().reserve(reservation);
    if (not.isEmpty())
      reservation
          .by()
          .ifPresent(by ->
              working.pooling(
                  working.pooling().asking(name(event.id()), by, reservation.benefit())));
    return not;
  }

  private Optional<Refusal> confirm(String of) {
    Optional<Purse.Reserved> reserved = Optional.empty();
    String kind = "";
    for (PointKind each : working.revision.pack().programme().pointKinds()) {
      Optional<Purse.Reserved> found = working.purse(each.id()).reservedBy(event.source(), of);
      if (found.isEmpty()) continue;
      reserved = found;
      kind = each.id();
    }
    Optional<Pooling.Asked> asked = Optional.ofNullable(working.pooling().asked().get(name(of)));
    Optional<String> benefit = asked.flatMap(Pooling.Asked::benefit);
    if (!isDone()
        && benefit.filter(id -> Benefits.plan(working.revision, id).isEmpty()).isPresent())
      return Benefits.unknown(working.revision, event, benefit.get());
    Optional<Refusal> not = spending().confirm(of);
    if (not.isPresent()) return not;
    working.pooling(working.pooling().done(name(of)));
    spent(asked.map(Pooling.Asked::by), kind, reserved.orElseThrow().units(), benefit);
    return not;
  }

  private Optional<Refusal> cancel(String of) {
    Optional<Refusal> not = spending().cancel(of);
    if (not.isEmpty()) working.pooling(working.pooling().done(name(of)));
    return not;
  }

  private String name(String reservation) {
    return Event.nameOf(event.source(), reservation);
  }

  private Spending spending() {
    given.by().ifPresent(by -> working.asking(by.tiers()));
    return new Spending(working, event, new PoolRewards(working, event), isDone());
  }

  /** Only who is in a pool spends of it. */
  private Optional<Refusal> asks(Optional<String> by) {
    boolean isIn = by.filter(working.pooling().members()::containsKey).isPresent();
    return isIn || isDone() ? Optional.empty() : notIn(by.orElse("that is named"));
  }

  private void spent(Optional<String> by, String kind, long units, Optional<String> benefit) {
    by.ifPresent(member -> send(member, new Body.PoolSpent(kind, units, benefit, event.member())));
  }

  private Optional<Refusal> adjust(Body.Adjustment adjustment) {
    PointKind kind = working.revision.kind(adjustment.kind());
    if (kind.pooling().isEmpty() && adjustment.units() > 0) return notPooled(kind);
    if (adjustment.units() > 0) new Points(working).add(kind, adjustment.units());
    else new Points(working).adjust(kind, adjustment.units());
    return Optional.empty();
  }

  private Optional<Refusal> notPooled(PointKind kind) {
    return no("not-pooled", "pools hold no points of the kind %s.", kind.id());
  }

  private Optional<Refusal> give(Body.Transfer gift) {
    Giving giving = new Giving(working, event, gift);
    Optional<Refusal> not =
        isDone()
            ? Optional.empty()
            : inACircle(gift).or(() -> giving.refusal(given.receiver().orElse(false)));
    if (not.isPresent()) return not;
    if (isDone()) giving.lend();
    sent = Optional.of(giving.carryOut(asOf));
    return not;
  }

  private Optional<Refusal> inACircle(Body.Transfer gift) {
    boolean comesBack =
        working.pooling().members().containsKey(gift.to())
            && working.revision.kind(gift.kind()).pooling().isPresent();
    return comesBack
        ? no(
            "pool-to-its-member",
            "the member %s is in the pool, so the points would come straight back. The member leaves the pool first.",
            gift.to())
        : Optional.empty();
  }

  private boolean isDone() {
    return given.effect().isPresent();
  }

  private void send(String member, Body body) {
    sent = Optional.of(PoolShares.event(event, asOf, "", member, body));
  }

  private Optional<Refusal> no(String code, String why, Object... of) {
    return Optional.of(
        new Refusal(
            code,
            "The %s %s was refused: %s".formatted(event.type(), event.id(), why.formatted(of))));
  }
}
