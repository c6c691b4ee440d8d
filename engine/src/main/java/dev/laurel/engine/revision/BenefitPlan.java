package dev.laurel.engine.revision;

import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.Period;
import java.util.Optional;

/**
 * A benefit and what tells who has it. Immutable.
 *
 * @param rule the index of its rule in the rule base
 * @param over the period of its uses; empty where they are counted in all
 * @param stock how many there are in all
 */
public record BenefitPlan(
    Benefit benefit, int rule, Optional<Period> over, Optional<BudgetPlan> stock) {
  /** So many of one benefit a member may have at once, so that a state stays bounded. */
  public static final int MOST_HELD = 1_000;

  private static final String PLACES = "benefits/";
  private static final String MOST_HELD_PLACE = "/most-held";

  public String id() {
    return benefit.id();
  }

  /** The name of its rule: where it stands in the pack. */
  public String place() {
    return placeOf(benefit.id());
  }

  /** The same of a benefit that this revision may not have any more. */
  public static String placeOf(String benefit) {
    return PLACES + benefit;
  }

  /** The place of the bound of what a member may have of it at once. */
  public String mostHeld() {
    return mostHeldOf(id());
  }

  /** The same of a benefit by its id. */
  public static String mostHeldOf(String benefit) {
    return placeOf(benefit) + MOST_HELD_PLACE;
  }

  /** Of which benefit such a place tells; empty of other places. */
  public static Optional<String> ofMostHeld(String place) {
    boolean is = place.startsWith(PLACES) && place.endsWith(MOST_HELD_PLACE);
    return is
        ? Optional.of(place.substring(PLACES.length(), place.length() - MOST_HELD_PLACE.length()))
        : Optional.empty();
  }

  public boolean isFree() {
    return benefit.price() instanceof Price.Free;
  }

  /** Whether members have it without its being handed out: those whom it names. */
  public boolean isHeld() {
    return benefit.isHeld();
  }

  /** Whether what points are redeemed for is used later, and not at the till. */
  public boolean isUsedLater() {
    return benefit.entitlement().isPresent() || benefit.codes().isPresent();
  }
}
