package dev.laurel.engine.support;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Purse;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Redeems points for a member by hand, in two steps: they are set aside first, then either what was
 * asked for is handed over or they are given back. So whoever finds the shelf empty, or meant
 * another member, undoes it without a trace in the balance. Thread-safe; throws as {@link Support}
 * does.
 */
public final class Redeeming {
  private final Support support;

  Redeeming(Support support) {
    this.support = support;
  }

  /**
   * Whether a reservation was made by hand. Only that one can be ended by hand: what a till set
   * aside is for the till to end, which may have handed something over by then.
   */
  public static boolean isByHand(Purse.Reserved reserved) {
    return reserved.source().equals(ByHand.SOURCE);
  }

  /**
   * Sets points aside.
   *
   * @param benefit what they are for, if it is one
   * @param why kept for ever, in words that name nobody
   */
  public Adjusting setAside(
      Actor actor,
      String member,
      String kind,
      BigDecimal points,
      Optional<String> benefit,
      String why) {
    actor.require(Permission.ADJUST_POINTS);
    Optional<Refusal> wrong = Support.wrong(why).or(() -> wrong(actor, member, kind, points));
    if (wrong.isPresent()) return new Adjusting.Refused(wrong.get());
    return support.record(
        ByHand.setAside(actor, member, reservation(kind, points, benefit), why.strip()));
  }

  /** What setting points aside would do. */
  public Adjusting trySettingAside(
      Actor actor, String member, String kind, BigDecimal points, Optional<String> benefit) {
    actor.require(Permission.ADJUST_POINTS);
    Optional<Refusal> wrong = wrong(actor, member, kind, points);
    return wrong.isPresent()
        ? new Adjusting.Refused(wrong.get())
        : support.tried(actor, member, reservation(kind, points, benefit));
  }

  private Optional<Refusal> wrong(Actor actor, String member, String kind, BigDecimal points) {
    return points.signum() < 0
        ? Optional.of(
            new Refusal(
                "bad-points",
                "Nothing was set aside: %s points are below 0. Write how many they are."
                    .formatted(points.toPlainString())))
        : support.wrong(actor, member, kind, points);
  }

  private Event.Body.Reservation reservation(
      String kind, BigDecimal points, Optional<String> benefit) {
    return new Event.Body.Reservation(kind, support.units(kind, points).orElseThrow(), benefit);
  }

  /**
   * What was set aside is handed over: the points are spent.
   *
   * @param reservation the id of one that was made by hand
   */
  public Adjusting handOver(Actor actor, String member, String reservation) {
    actor.require(Permission.ADJUST_POINTS);
    Optional<Refusal> wrong = support.unknown(actor, member);
    return wrong.isPresent()
        ? new Adjusting.Refused(wrong.get())
        : support.record(ByHand.handedOver(actor, member, reservation));
  }

  /**
   * What was set aside is given back: the points can be spent again.
   *
   * @param reservation the id of one that was made by hand
   * @param why kept for ever, in words that name nobody
   */
  public Adjusting giveBack(Actor actor, String member, String reservation, String why) {
    actor.require(Permission.ADJUST_POINTS);
    Optional<Refusal> wrong = Support.wrong(why).or(() -> support.unknown(actor, member));
    return wrong.isPresent()
        ? new Adjusting.Refused(wrong.get())
        : support.record(ByHand.givenBack(actor, member, reservation, why.strip()));
  }
}
