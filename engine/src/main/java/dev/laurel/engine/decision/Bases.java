package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.language.Base;
import java.util.List;

/** The part of a purchase that earns, in minor units of the programme's currency. */
final class Bases {
  private Bases() {}

  /** Of the purchase as a whole; never below zero. */
  static long of(Body.Purchase purchase, Base base) {
    long amount = purchase.amount();
    List<Base.Part> less = base.netOf();
    if (less.contains(Base.Part.TAX)) amount = Math.subtractExact(amount, purchase.tax());
    if (less.contains(Base.Part.SHIPPING)) amount = Math.subtractExact(amount, purchase.shipping());
    if (!less.contains(Base.Part.DISCOUNT)) amount = Math.addExact(amount, purchase.discount());
    if (less.contains(Base.Part.PAID_WITH_POINTS))
      amount = Math.subtractExact(amount, purchase.paidWithPoints());
    if (less.contains(Base.Part.PAID_WITH_GIFT_CARD))
      amount = Math.subtractExact(amount, purchase.paidWithGiftCard());
    return Math.max(0, amount);
  }

  /**
   * Of one line: its share of the base of the goods, in proportion to its amount. Shipping is on no
   * line.
   */
  static Fraction ofLine(Body.Purchase purchase, int line, Base base) {
    long lines = 0;
    for (Event.Line each : purchase.lines()) lines = Math.addExact(lines, each.amount());
    long amount = purchase.lines().get(line).amount();
    if (lines <= 0 || amount <= 0) return Fraction.ZERO;
    long shipping = base.netOf().contains(Base.Part.SHIPPING) ? 0 : purchase.shipping();
    long goods = Math.max(0, Math.subtractExact(of(purchase, base), shipping));
    return goods == lines ? Fraction.of(amount, 1) : Fraction.of(amount, lines).times(goods);
  }
}
