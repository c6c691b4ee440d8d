package dev.laurel.engine.decision;

import java.util.Map;

/**
 * What a decision is given that is not the member's own; stored with the event. Immutable.
 *
 * @param budgets granted shares of budgets, in the budget's units, by campaign
 * @param places whether a first-N place was granted, by campaign
 * @param quintiles the member's recency, frequency and money quintiles (1 to 5) in a dated snapshot
 *     of the population, by segment
 * @param snapshot the ISO date of that snapshot; empty where there is none
 */
public record Given(
    Map<String, Long> budgets,
    Map<String, Boolean> places,
    Map<String, Quintiles> quintiles,
    String snapshot) {
  public static final Given NOTHING = new Given(Map.of(), Map.of(), Map.of(), "");

  /** Quintiles, 1 to 5, where 5 is the best fifth. */
  public record Quintiles(int recency, int frequency, int money) {}

  public Given {
    budgets = Map.copyOf(budgets);
    places = Map.copyOf(places);
    quintiles = Map.copyOf(quintiles);
  }
}
