package dev.laurel.engine.operation;

import dev.laurel.engine.overview.Gathered;
import dev.laurel.engine.revision.BudgetPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How a campaign goes. Immutable.
 *
 * @param budgets what it may cost and whom it may reach, and what is left
 * @param groups by the group's name what its groups are compared by; none where it has no groups,
 *     or nothing was counted yet
 * @param asOf when the groups were counted; empty where they were not yet
 */
public record CampaignProgress(
    String campaign,
    List<Budget> budgets,
    SortedMap<String, Gathered.Group> groups,
    Optional<Instant> asOf) {
  /**
   * A budget.
   *
   * @param taken what was used of it, or is set aside for events that are being decided
   */
  public record Budget(BudgetPlan plan, long taken) {}
}
