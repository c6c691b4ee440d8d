package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.Received;
import dev.laurel.engine.member.Purse;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Transfer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives points to another member. What happens to the giver is decided of the giver alone; what the
 * other gets is an event of the other that follows from it.
 *
 * @see "engine/docs/decisions/057-giving-points-away.md"
 */
final class Giving {
  private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

  private final Working working;
  private final Event event;
  private final Body.Transfer gift;
  private final PointKind kind;

  Giving(Working working, Event event, Body.Transfer gift) {
    this.working = working;
    this.event = event;
    this.gift = gift;
    this.kind = working.revision.kind(gift.kind());
  }

  /**
   * Why not; empty where nothing stands in the way.
   *
   * @param known whether the receiver is a member
   */
  Optional<Refusal> refusal(boolean known) {
    if (kind.transfer().isEmpty())
      return no("no-transfer", "members cannot give away points of the kind %s.", kind.id());
    Transfer terms = kind.transfer().get();
    if (gift.to().equals(event.member()))
      return no("transfer-to-oneself", "giver and receiver are the same member.");
    if (Event.isPool(gift.to()) && kind.pooling().isEmpty())
      return no("not-pooled", "pools hold no points of the kind %s.", kind.id());
    if (!known) return no("unknown-receiver", "there is no member %s.", gift.to());
    if (gift.units() < units(terms.least()))
      return no(
          "transfer-below-least",
          "%s are fewer than the %s that may be given at the least.",
          points(gift.units()),
          terms.least().toPlainString());
    return aboveMost(terms).or(() -> lacking(terms));
  }

  private Optional<Refusal> aboveMost(Transfer terms) {
    if (terms.atMost().isEmpty()) return Optional.empty();
    long before = terms.over().map(over -> working.used(key(), period(over))).orElse(0L);
    if (Math.addExact(before, gift.units()) <= units(terms.atMost().get())) return Optional.empty();
    return no(
        "transfer-above-most",
        "at most %s may be given%s, and %s were before.",
        terms.atMost().get().toPlainString(),
        terms.over().isPresent() ? " in the period" : " at a time",
        points(before));
  }

  private Optional<Refusal> lacking(Transfer terms) {
    long available = working.purse(kind.id()).available();
    if (available < gift.units())
      return no(
          "not-enough-points",
          "it is of %s, the member has %s.",
          points(gift.units()),
          points(available));
    if (fee(terms) == gift.units())
      return no("transfer-all-fee", "all of it would be kept as the fee. Give more.");
    return Optional.empty();
  }

  private Optional<Refusal> no(String code, String why, Object... of) {
    return Optional.of(
        new Refusal(
            code, "The transfer %s was refused: %s".formatted(event.id(), why.formatted(of))));
  }

  /** Of one that was carried out already: what of it is not there is owed. */
  void lend() {
    new Points(working).lend(kind, gift.units());
  }

  /** The fee, rounded against whoever gives, so that many small gifts save none of it. */
  private long fee(Transfer terms) {
    return BigDecimal.valueOf(gift.units())
        .multiply(terms.feePercent())
        .divide(PER_CENT, 0, RoundingMode.CEILING)
        .longValueExact();
  }

  /**
   * Carries it out.
   *
   * @param asOf when it happens to the receiver
   * @return what happens to the receiver
   */
  Event carryOut(Instant asOf) {
    Transfer terms = kind.transfer().orElseThrow();
    long fee = fee(terms);
    List<Purse.Lot> arriving = working.purse(kind.id()).taken(gift.units() - fee);
    new Points(working).give(kind, gift.units(), fee, "transfer");
    terms.over().ifPresent(over -> working.use(key(), period(over), gift.units()));
    return new Event(
        Received.SOURCE,
        Event.nameOf(event.source(), event.id()),
        gift.to(),
        asOf,
        new Received(kind.id(), event.member(), asGiven(arriving)));
  }

  /** Lots as they go to another account. */
  static List<Received.Given> asGiven(List<Purse.Lot> lots) {
    List<Received.Given> given = new ArrayList<>(lots.size());
    for (Purse.Lot lot : lots)
      given.add(
          new Received.Given(
              LocalDate.ofEpochDay(lot.earnedOn()),
              lot.lapsesOn() == Purse.NEVER
                  ? Optional.empty()
                  : Optional.of(LocalDate.ofEpochDay(lot.lapsesOn())),
              lot.follows(),
              lot.units()));
    return given;
  }

  /** What of the kind was given away in a period so far. */
  private String key() {
    return "transfers/" + kind.id();
  }

  private Period period(String over) {
    return working.revision.period(over);
  }

  private long units(BigDecimal points) {
    return points.multiply(BigDecimal.valueOf(Rounder.unitsPerPoint(kind))).longValueExact();
  }

  private String points(long units) {
    return BigDecimal.valueOf(units)
        .divide(BigDecimal.valueOf(Rounder.unitsPerPoint(kind)))
        .toPlainString();
  }
}
