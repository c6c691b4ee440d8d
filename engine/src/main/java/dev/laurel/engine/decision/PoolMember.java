package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.PoolPoints;
import dev.laurel.engine.member.Purse;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Expiry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is otherwise of a member who is in a pool: what there is of the pooled kinds goes on to the
 * pool at the end of each decision, and nobody spends them here.
 *
 * @see "engine/docs/decisions/059-pools.md"
 */
final class PoolMember {
  private final Working working;
  private final Event event;

  /**
   * What the pool is to give up.
   *
   * @param units in the kind's unit; below 0 where it is given back what it gave up
   * @param earnedOn when it was earned, where that is known
   */
  record Take(long units, Optional<LocalDate> earnedOn) {}

  /** What goes on to the pool, and what happens there by it. */
  record Passed(List<PoolShare> shares, Event sent) {}

  PoolMember(Working working, Event event) {
    this.working = working;
    this.event = event;
  }

  /** Why nothing is done of what would take of points that lie in the pool. */
  Optional<Refusal> elsewhere() {
    return switch (event.body()) {
      case Body.Redemption r -> elsewhere(r.kind(), "Send it as an event of the pool, by whom");
      case Body.Reservation r -> elsewhere(r.kind(), "Send it as an event of the pool, by whom");
      case Body.Transfer t -> elsewhere(t.kind(), "Have the pool give them, or leave it");
      case Body.Adjustment a when a.units() < 0 -> elsewhere(a.kind(), "Adjust the pool");
      case Body.Adjustment _,
          Body.Purchase _,
          Body.Return _,
          Body.Confirmation _,
          Body.Cancellation _,
          Body.Enrolment _,
          Body.Change _,
          Body.Other _,
          Body.Grant _,
          Body.Received _,
          Body.Use _,
          Body.PoolJoin _,
          Body.PoolLeave _,
          Body.PoolJoined _,
          Body.PoolLeft _,
          Body.PoolSpent _,
          Body.PoolPoints _,
          Body.PoolDeclined _,
          Body.ReferralReward _,
          Body.Due _ ->
          Optional.empty();
    };
  }

  private Optional<Refusal> elsewhere(String kind, String remedy) {
    if (!working.passesOn(working.revision.kind(kind))) return Optional.empty();
    return no(
        "points-in-pool",
        "the points of the kind %s lie in the pool %s. %s.",
        kind,
        working.pooling().in().orElseThrow(),
        remedy);
  }

  /**
   * Comes into a pool.
   *
   * @param isDone whether that was so already when the event was decided first
   * @return why not, which the pool must be told
   */
  Optional<Refusal> join(Body.PoolJoined joined, boolean isDone, Instant asOf) {
    Optional<String> in = working.pooling().in();
    if (!isDone && in.isPresent())
      return no("in-another-pool", "the member came into the pool %s meanwhile.", in.get());
    working.pooling(working.pooling().into(joined.pool(), asOf));
    return Optional.empty();
  }

  /** Goes from a pool; nothing of it is taken along. */
  Optional<Refusal> leave(Body.PoolLeft left, Instant asOf) {
    if (!working.pooling().in().equals(Optional.of(left.pool())))
      return no("not-in-pool", "the member is not in the pool %s.", left.pool());
    working.pooling(working.pooling().out(asOf));
    return Optional.empty();
  }

  private Optional<Refusal> no(String code, String why, Object... of) {
    return Optional.of(
        new Refusal(
            code,
            "The %s %s was refused: %s".formatted(event.type(), event.id(), why.formatted(of))));
  }

  /** Tells a pool that a member cannot be in it whom it took in. */
  static Event declined(Event event, Body.PoolJoined joined, Instant asOf) {
    Body body = new Body.PoolDeclined(event.member(), event.occurredAt());
    return PoolShares.event(event, asOf, "", joined.pool(), body);
  }

  /** Passes on what there is; empty where there is nothing, or no pool. */
  Optional<Passed> passOn(Instant asOf) {
    if (working.pooling().in().isEmpty()) return Optional.empty();
    String pool = working.pooling().in().get();
    List<PoolPoints.Part> parts = new ArrayList<>(1);
    List<PoolShare> shares = new ArrayList<>(1);
    for (PointKind kind : working.revision.pack().programme().pointKinds()) {
      if (kind.pooling().isEmpty()) continue;
      PoolPoints.Part part = part(kind);
      PoolShare share = new PoolShare(pool, kind.id(), part.units(), part.taken(), part.active());
      if (share.isNothing()) continue;
      shares.add(share);
      parts.add(part);
    }
    if (parts.isEmpty()) return Optional.empty();
    Body body = new PoolPoints(event.member(), parts);
    return Optional.of(new Passed(shares, PoolShares.event(event, asOf, "", pool, body)));
  }

  private PoolPoints.Part part(PointKind kind) {
    Purse purse = working.purse(kind.id());
    long units = Math.max(0, purse.available());
    List<Purse.Lot> lots = purse.taken(units);
    if (units > 0) new Points(working).give(kind, units, 0, "pool");
    Optional<Take> take = working.fromPool(kind.id());
    return new PoolPoints.Part(
        kind.id(),
        Giving.asGiven(lots),
        0,
        take.map(Take::units).orElse(0L),
        take.flatMap(Take::earnedOn),
        active(kind));
  }

  /** What a member does keeps the points of the pool alive, as it would its own. */
  private Optional<LocalDate> active(PointKind kind) {
    boolean keeps =
        kind.expiry() instanceof Expiry.Inactivity idle
            && !(event.body() instanceof Body.Due)
            && idle.isActivity(event.type());
    return keeps
        ? Optional.of(event.occurredAt().atZone(working.revision.zone()).toLocalDate())
        : Optional.empty();
  }
}
