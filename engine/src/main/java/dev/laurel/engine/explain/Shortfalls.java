package dev.laurel.engine.explain;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Tells by how much a purchase was too small for a rule, where nothing else was missing. */
public final class Shortfalls {
  private static final Operand AMOUNT = new Operand.Attribute("purchase.amount");

  private Shortfalls() {}

  /**
   * By how much the amount would have to be larger; empty where that alone is not what was missing.
   *
   * @param amount of the purchase, in the programme's currency
   * @param decimals of that currency
   */
  public static Optional<BigDecimal> of(Verdict verdict, BigDecimal amount, int decimals) {
    if (verdict.way() != Verdict.Way.NOT_MET || verdict.rows().size() != 1) return Optional.empty();
    Verdict.Row row = verdict.rows().getFirst();
    if (row.exception() || row.was().isEmpty()) return Optional.empty();
    return bound(Feel.parse(row.expression()), BigDecimal.ONE.movePointLeft(decimals))
        .map(bound -> bound.subtract(amount))
        .filter(more -> more.signum() > 0);
  }

  /** The least amount that meets the condition. */
  private static Optional<BigDecimal> bound(Condition condition, BigDecimal cent) {
    if (!(condition instanceof Condition.Comparison(var operand, var comparator, var value))
        || !operand.equals(AMOUNT)
        || !(value instanceof Value.Number(var number))) return Optional.empty();
    if (comparator == Comparator.AT_LEAST) return Optional.of(number);
    return comparator == Comparator.GREATER ? Optional.of(number.add(cent)) : Optional.empty();
  }
}
