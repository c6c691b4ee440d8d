package dev.laurel.rules.language;

import java.util.List;

/**
 * Which part of a purchase earns. The amount of a purchase is what its receipt asks for: after
 * discounts, with tax and shipping, however it is paid. Immutable.
 *
 * @param netOf the parts that do not earn; a discount that is not named here earns although it was
 *     not paid
 */
@Doc(
    "Which part of a purchase earns: what the receipt asks for (after discounts, with tax and"
        + " shipping, however it is paid), less the parts named.")
public record Base(@Doc("The parts that do not earn.") List<Part> netOf) {
  /** A part of a receipt. */
  public enum Part {
    TAX,
    SHIPPING,
    DISCOUNT,
    PAID_WITH_POINTS,
    PAID_WITH_GIFT_CARD
  }

  /** What earns where a rule says nothing: goods as paid, net of everything else. */
  public static final Base USUAL =
      new Base(List.of(Part.TAX, Part.SHIPPING, Part.DISCOUNT, Part.PAID_WITH_POINTS));

  public Base {
    netOf = netOf.stream().distinct().sorted().toList();
  }
}
