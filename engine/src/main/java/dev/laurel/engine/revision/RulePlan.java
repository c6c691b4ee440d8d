package dev.laurel.engine.revision;

import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import java.util.List;
import java.util.Optional;

/**
 * An earning rule as the resolve step needs it. Immutable.
 *
 * @param rule as the pack says it
 * @param group its earning group's id; of a rule of a campaign {@code campaigns/} and the
 *     campaign's id, which no multiplier can name, since a campaign may be called like a group or a
 *     rule
 * @param meeting how the rules of that group meet
 * @param groupLimits what all rules of that group earn together
 * @param campaign the campaign it belongs to; empty for a standing rule
 * @param variant the variant of the campaign that it belongs to
 */
public record RulePlan(
    EarningRule rule,
    String group,
    EarningGroup.Meeting meeting,
    List<EarningGroup.Limit> groupLimits,
    Optional<CampaignPlan> campaign,
    Optional<String> variant) {
  /** What rules of a campaign share. */
  public record CampaignPlan(
      String id, Optional<String> exclusion, int priority, List<BudgetPlan> budgets) {
    /** Its budget of this kind, where it has one. */
    public Optional<BudgetPlan> budget(BudgetPlan.Of of) {
      for (BudgetPlan budget : budgets) if (budget.of() == of) return Optional.of(budget);
      return Optional.empty();
    }
  }

  public String id() {
    return rule.id();
  }

  /** Where a ceiling of its group stands, as findings name it. */
  public String placeOf(EarningGroup.Limit limit) {
    return campaign.isPresent() ? group + "/limits/" + limit.id() : group + "/" + limit.id();
  }

  /** Whether it looks at each line by itself. */
  public boolean perLine() {
    return rule.per() == EarningRule.Scope.LINE;
  }
}
