package dev.laurel.engine.decision;

import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.BudgetPlan;

/** What a decision needs to be given, and took for granted. Closed family, immutable. */
public sealed interface Ask {
  /**
   * Something of a budget, a place or a stock.
   *
   * @param wanted in the budget's unit, more than 0; of places 1
   */
  record OfBudget(BudgetPlan budget, long wanted) implements Ask {
    boolean isPlace() {
      return budget.of() == BudgetPlan.Of.PLACES;
    }
  }

  /**
   * Codes for what is handed out.
   *
   * @param wanted how many, more than 0
   */
  record OfCodes(BenefitPlan benefit, int wanted) implements Ask {}
}
