package dev.laurel.engine.revision;

import dev.laurel.rules.language.Campaign;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a campaign may cost in all, or how many members may profit by it. Immutable.
 *
 * @param key its name for ever: {@code campaigns/<campaign>/points}, {@code .../money} or {@code
 *     .../places}
 * @param total in millionths of a point, in millionths of the programme's currency, or in members
 */
public record BudgetPlan(String key, String campaign, Of of, long total) {
  /** What is counted. */
  public enum Of {
    /** Points of all kinds. */
    POINTS,
    /** The worth of redeemable points; others cost nothing. */
    MONEY,
    /** Members, each once. */
    PLACES
  }

  /** Those of a campaign. */
  static List<BudgetPlan> of(Campaign campaign) {
    List<BudgetPlan> budgets = new ArrayList<>();
    campaign
        .budget()
        .ifPresent(budget -> {
          budget.points().ifPresent(p -> budgets.add(of(campaign, Of.POINTS, micros(p))));
          budget.money().ifPresent(m -> budgets.add(of(campaign, Of.MONEY, micros(m))));
        });
    campaign.firstMembers().ifPresent(many -> budgets.add(of(campaign, Of.PLACES, many)));
    return List.copyOf(budgets);
  }

  private static long micros(BigDecimal number) {
    return number.movePointRight(6).longValueExact();
  }

  private static BudgetPlan of(Campaign campaign, Of of, long total) {
    String what =
        switch (of) {
          case POINTS -> "points";
          case MONEY -> "money";
          case PLACES -> "places";
        };
    return new BudgetPlan("campaigns/" + campaign.id() + "/" + what, campaign.id(), of, total);
  }
}
