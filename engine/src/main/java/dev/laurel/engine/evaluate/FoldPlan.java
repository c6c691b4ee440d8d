package dev.laurel.engine.evaluate;

import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.StateJson;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Population;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every thread that folds members needs. Thread-safe, but for budgets: where a campaign has
 * one, members are folded one after the other.
 *
 * @param budgets of campaigns, shared by all members
 * @param files the names of the files that rows come from, by their numbers
 * @param until what is due by time at this instant is done
 * @param writes whether lines are written at all
 * @param watch by which the time for writing is told from that for deciding
 */
record FoldPlan(
    Fold fold,
    BudgetsInMemory budgets,
    DecisionJson json,
    StateJson states,
    List<String> files,
    Optional<Instant> until,
    Optional<EvaluationRequest.Explain> explain,
    boolean writes,
    Stopwatch watch) {
  /** The same under a population. */
  FoldPlan under(Population population) {
    return new FoldPlan(
        fold.under(population), budgets, json, states, files, until, explain, writes, watch);
  }

  /** The same with budgets of which nothing was used, telling nobody anything. */
  FoldPlan with(BudgetsInMemory anew) {
    return new FoldPlan(fold, anew, json, states, files, until, Optional.empty(), false, watch);
  }
}
