/**
 * Budgets and places of campaigns, shared by all members: granted to decisions, and never more of
 * them than there is.
 *
 * <p>Ways in: {@link dev.laurel.engine.budget.Budgets} for processes that share a store, whose port
 * {@link dev.laurel.engine.budget.BudgetStore} is implemented elsewhere; {@link
 * dev.laurel.engine.budget.BudgetsInMemory} for one thread that decides one event after the other.
 * Must not know which database keeps anything, nor how events are recorded.
 *
 * @see <a href="../../../../../../../docs/decisions/034-budgets-in-shares.md">034</a>
 */
@NullMarked
package dev.laurel.engine.budget;

import org.jspecify.annotations.NullMarked;
