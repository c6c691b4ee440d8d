package dev.laurel.engine.decision;

import dev.laurel.rules.language.Outcome.PerAmount.Crossing;
import java.util.Optional;

/**
 * A part of a purchase's money in which the member holds the same tiers. Immutable.
 *
 * @param which what is given for this part
 * @param from where it begins, in parts of {@code whole}
 * @param to where it ends, not below {@code from}
 * @param whole the whole purchase; above 0
 */
record Stretch(Which which, long from, long to, long whole) {
  /** The whole of a purchase that reaches no tier. */
  static final Stretch ALL = new Stretch(Which.ALL, 0, 1, 1);

  /** What is given for a part. */
  enum Which {
    /** Everything: the tiers are the same from the first cent to the last. */
    ALL,
    /** What looks at the tiers before the purchase, and the cents up to the first tier reached. */
    BEFORE,
    /** Only cents whose rate is that of the tier they find. */
    CENTS,
    /** Only what looks at the tiers after the purchase. */
    AFTER
  }

  /** Whether that is given here which no tier of the purchase itself changes. */
  boolean givesTheRest() {
    return which == Which.ALL || which == Which.BEFORE;
  }

  /**
   * What of an amount earns here.
   *
   * @param step the size of a step where only whole ones earn
   */
  Fraction of(Fraction amount, Optional<Fraction> step, Crossing crossing) {
    return switch (which) {
      case ALL -> wholeSteps(amount, step);
      case BEFORE ->
          switch (crossing) {
            case TIER_BEFORE -> wholeSteps(amount, step);
            case FROM_THAT_CENT -> between(amount, step);
            case TIER_AFTER -> Fraction.ZERO;
          };
      case CENTS -> crossing == Crossing.FROM_THAT_CENT ? between(amount, step) : Fraction.ZERO;
      case AFTER -> crossing == Crossing.TIER_AFTER ? wholeSteps(amount, step) : Fraction.ZERO;
    };
  }

  /** The steps that are completed here. */
  private Fraction between(Fraction amount, Optional<Fraction> step) {
    return wholeSteps(amount.times(Fraction.of(to, whole)), step)
        .minus(wholeSteps(amount.times(Fraction.of(from, whole)), step));
  }

  private static Fraction wholeSteps(Fraction amount, Optional<Fraction> step) {
    if (step.isEmpty()) return amount;
    return step.get().times(amount.dividedBy(step.get()).floor());
  }
}
