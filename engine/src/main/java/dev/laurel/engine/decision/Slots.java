package dev.laurel.engine.decision;

import dev.laurel.engine.rulebase.Layout;

/** Where the built-in words stand in a layout; -1 for those that no rule looks at. */
record Slots(
    int type,
    int amount,
    int tax,
    int shipping,
    int discount,
    int paidWithPoints,
    int paidWithGiftCard,
    int quantity,
    int number,
    int lineAmount,
    int lineQuantity,
    int enrolled,
    int daysEnrolled,
    int daysSinceLastPurchase,
    int inBirthMonth,
    int onBirthday,
    int onAnniversary) {
  static Slots of(Layout layout) {
    return new Slots(
        layout.slot("event.type"),
        layout.slot("purchase.amount"),
        layout.slot("purchase.tax"),
        layout.slot("purchase.shipping"),
        layout.slot("purchase.discount"),
        layout.slot("purchase.paidWithPoints"),
        layout.slot("purchase.paidWithGiftCard"),
        layout.slot("purchase.quantity"),
        layout.slot("purchase.number"),
        layout.slot("line.amount"),
        layout.slot("line.quantity"),
        layout.slot("member.enrolled"),
        layout.slot("member.daysEnrolled"),
        layout.slot("member.daysSinceLastPurchase"),
        layout.slot("member.inBirthMonth"),
        layout.slot("member.onBirthday"),
        layout.slot("member.onAnniversary"));
  }
}
