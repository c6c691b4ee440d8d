package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.Holdings;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.rules.language.PointKind;
import java.util.Optional;

/** Spends points, or sets them aside; each way says why not where nothing was done. */
final class Spending {
  /** So many reservations of one kind may be open, so that a state stays bounded. */
  private static final int MOST_RESERVED = 100;

  private final Working working;
  private final Event event;
  private final Rewards rewards;
  private final boolean isDone;

  /**
   * @param isDone whether it was carried out already when the event was decided first; then it is
   *     carried out whatever there is, and what is missing is owed
   */
  Spending(Working working, Event event, Rewards rewards, boolean isDone) {
    this.working = working;
    this.event = event;
    this.rewards = rewards;
    this.isDone = isDone;
  }

  Optional<Refusal> redeem(Body.Redemption redemption) {
    Optional<Refusal> not =
        lacking("redemption", redemption.benefit(), redemption.kind(), redemption.units());
    if (not.isPresent()) return not;
    Optional<BenefitPlan> plan = redemption.benefit().flatMap(this::plan);
    Optional<Refusal> gone = plan.flatMap(this::take);
    if (gone.isPresent()) return gone;
    new Points(working).redeem(kind(redemption.kind()), redemption.units());
    plan.ifPresent(rewards::redeemed);
    return Optional.empty();
  }

  Optional<Refusal> reserve(Body.Reservation reservation) {
    String kind = reservation.kind();
    Optional<Refusal> not =
        lacking("reservation", reservation.benefit(), kind, reservation.units());
    if (not.isPresent()) return not;
    if (!isDone && working.purse(kind).reserved().size() >= MOST_RESERVED)
      return refused(
          "too-many-reservations",
          "The reservation was refused: %d others of %s are open. Confirm or cancel some first."
              .formatted(MOST_RESERVED, kind));
    new Points(working).reserve(kind(kind), event, reservation.units());
    reservation.benefit().flatMap(this::plan).ifPresent(plan -> rewards.hold(plan, kind));
    return Optional.empty();
  }

  /**
   * @param of the reservation's id
   */
  Optional<Refusal> confirm(String of) {
    Optional<PointKind> kind = reservedBy(of);
    if (kind.isEmpty()) return noReservation("confirmation", of);
    Optional<Holdings.Hold> held = held(of);
    Optional<BenefitPlan> plan = held.flatMap(hold -> plan(hold.benefit()));
    // Nobody pays for what the programme does not offer any more.
    if (held.isPresent() && plan.isEmpty() && !isDone)
      return Benefits.unknown(working.revision, event, held.get().benefit());
    Optional<Refusal> gone = plan.flatMap(this::take);
    if (gone.isPresent()) return gone;
    new Points(working).confirm(kind.get(), event.source(), of);
    working.holdings(working.holdings().without(Event.nameOf(event.source(), of)));
    plan.ifPresent(rewards::redeemed);
    return Optional.empty();
  }

  /**
   * @param of the reservation's id
   */
  Optional<Refusal> cancel(String of) {
    Optional<PointKind> kind = reservedBy(of);
    kind.ifPresent(reserved -> new Points(working).cancel(reserved, event.source(), of));
    working.holdings(working.holdings().without(Event.nameOf(event.source(), of)));
    return kind.isEmpty() ? noReservation("cancellation", of) : Optional.empty();
  }

  /** Takes what is asked for before the points for it; what was carried out once is whatever is. */
  private Optional<Refusal> take(BenefitPlan plan) {
    Optional<Refusal> full = isDone ? Optional.empty() : rewards.full(plan);
    if (full.isPresent()) return full;
    Optional<Refusal> gone = rewards.take(plan);
    return isDone ? Optional.empty() : gone;
  }

  private Optional<BenefitPlan> plan(String benefit) {
    return Benefits.plan(working.revision, benefit);
  }

  private Optional<Holdings.Hold> held(String of) {
    return Optional.ofNullable(working.holdings().holds().get(Event.nameOf(event.source(), of)));
  }

  private PointKind kind(String id) {
    return working.revision.kind(id);
  }

  private Optional<Refusal> lacking(
      String what, Optional<String> benefit, String kind, long units) {
    if (isDone) {
      new Points(working).lend(kind(kind), units);
      return Optional.empty();
    }
    Optional<Refusal> not = benefit.flatMap(id -> rewards.refusal(id, kind, units));
    if (not.isPresent()) return not;
    long available = working.purse(kind).available();
    return available >= units
        ? Optional.empty()
        : refused(
            "not-enough-points",
            "The %s was refused: it asks for %d of %s, the member has %d. Redeem less."
                .formatted(what, units, kind, available));
  }

  private Optional<PointKind> reservedBy(String of) {
    return working.revision.pack().programme().pointKinds().stream()
        .filter(kind -> working.purse(kind.id()).reservedBy(event.source(), of).isPresent())
        .findFirst();
  }

  private Optional<Refusal> noReservation(String what, String of) {
    return refused(
        "no-reservation",
        "The %s was refused: the member has no open reservation %s of %s. It may be confirmed or cancelled already."
            .formatted(what, of, event.source()));
  }

  private static Optional<Refusal> refused(String code, String message) {
    return Optional.of(new Refusal(code, message));
  }
}
