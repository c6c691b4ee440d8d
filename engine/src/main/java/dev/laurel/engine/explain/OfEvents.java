package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.message;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentences;
import java.util.Optional;

/** Tells what happened, without when and without its id. Immutable. */
final class OfEvents {
  private final Sentences sentences;
  private final Amounts amounts;
  private final ByTime byTime;
  private final OfBenefits ofBenefits;
  private final OfReferrals ofReferrals;

  OfEvents(
      Sentences sentences,
      Amounts amounts,
      ByTime byTime,
      OfBenefits ofBenefits,
      OfReferrals ofReferrals) {
    this.sentences = sentences;
    this.amounts = amounts;
    this.byTime = byTime;
    this.ofBenefits = ofBenefits;
    this.ofReferrals = ofReferrals;
  }

  Phrase of(Body body) {
    return switch (body) {
      case Body.Purchase p -> message("told.event.purchase", amounts.money(p.amount()));
      case Body.Return r -> message("told.event.return", amounts.money(r.amount()));
      case Body.Redemption r -> spending("redemption", r.kind(), r.units(), r.by());
      case Body.Reservation r -> spending("reservation", r.kind(), r.units(), r.by());
      case Body.Confirmation c -> message("told.event.confirmation", new Phrase.Quoted(c.of()));
      case Body.Cancellation c ->
          message(
              "told.event.cancellation", new Phrase.Quoted(c.of()), new Phrase.Quoted(c.reason()));
      case Body.Enrolment e -> message("told.event.enrolment");
      case Body.Change c -> message("told.event.change");
      case Body.Other o -> message("told.event.other", sentences.name(Thing.EVENT, o.type()));
      case Body.Adjustment a ->
          message(
              "told.event.adjustment",
              amounts.points(a.kind(), a.units()),
              new Phrase.Quoted(a.reason()));
      case Body.Grant g ->
          message(
              "told.event.grant",
              sentences.name(Thing.TIER, g.tier()),
              new Phrase.Quoted(g.reason()));
      case Body.Transfer t ->
          message(
              "told.event.transfer",
              amounts.points(t.kind(), t.units()),
              new Phrase.Quoted(t.to()));
      case Body.Use use -> ofBenefits.what(use);
      case Body.Received r ->
          message(
              "told.event.received",
              amounts.points(r.kind(), r.units()),
              new Phrase.Quoted(r.from()));
      case Body.PoolJoin(var by) -> message("told.event.pool-join", new Phrase.Quoted(by));
      case Body.PoolLeave(var by) -> message("told.event.pool-leave", new Phrase.Quoted(by));
      case Body.PoolJoined(var pool) -> message("told.event.pool-joined", new Phrase.Quoted(pool));
      case Body.PoolLeft(var pool) -> message("told.event.pool-left", new Phrase.Quoted(pool));
      case Body.PoolSpent s ->
          message(
              "told.event.pool-spent",
              amounts.points(s.kind(), s.units()),
              new Phrase.Quoted(s.pool()));
      case Body.PoolPoints p -> message("told.event.pool-points", new Phrase.Quoted(p.from()));
      case Body.PoolDeclined d -> message("told.event.pool-declined", new Phrase.Quoted(d.by()));
      case Body.ReferralReward r -> ofReferrals.what(r);
      case Body.Due d -> byTime.what(d);
    };
  }

  private Phrase spending(String what, String kind, long units, Optional<String> by) {
    Phrase points = amounts.points(kind, units);
    return by.isEmpty()
        ? message("told.event." + what, points)
        : message("told.event." + what + ".of-pool", points, new Phrase.Quoted(by.get()));
  }
}
