package dev.laurel.engine.decision;

import dev.laurel.engine.revision.BudgetPlan;

/**
 * What a decision needs to be given, and took for granted.
 *
 * @param wanted in the budget's unit, more than 0; of places 1
 */
public record Ask(BudgetPlan budget, long wanted) {
  boolean isPlace() {
    return budget.of() == BudgetPlan.Of.PLACES;
  }
}
