package dev.laurel.engine.revision;

import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign may cost in all, how many members may profit by it, or how many there are of a
 * benefit. Immutable.
 *
 * @param key its name for ever: {@code campaigns/<campaign>/points}, {@code .../money} or {@code
 *     .../places}; {@code benefits/<benefit>/stock}
 * @param campaign the id of the campaign, or of the benefit
 * @param total in millionths of a point, in millionths of the programme's currency, in members, or
 *     in pieces
 */
public record BudgetPlan(String key, String campaign, Of of, long total) {
  /** What is counted. */
  public enum Of {
    /** Points of all kinds. */
    POINTS,
    /** The worth of redeemable points; others cost nothing. */
    MONEY,
    /** Members, each once. */
    PLACES,
    /** Pieces of a benefit. */
    STOCK
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

  /** The stock of a benefit, where it has one. */
  static Optional<BudgetPlan> of(Benefit benefit) {
    return benefit
        .stock()
        .map(many ->
            new BudgetPlan("benefits/" + benefit.id() + "/stock", benefit.id(), Of.STOCK, many));
  }

  /** How many decimal places its unit has: none of what is counted in members or pieces. */
  public int decimals() {
    return of == Of.PLACES || of == Of.STOCK ? 0 : 6;
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
          case STOCK -> "stock";
        };
    return new BudgetPlan("campaigns/" + campaign.id() + "/" + what, campaign.id(), of, total);
  }
}
