package dev.laurel.engine.explain;

import dev.laurel.rules.condition.LeastNumber;
import java.math.BigDecimal;
import java.util.Optional;

/** Tells by how much a purchase was too small for a rule, where nothing else was missing. */
public final class Shortfalls {
  private static final String AMOUNT = "purchase.amount";

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
    return LeastNumber.of(row.expression(), AMOUNT, BigDecimal.ONE.movePointLeft(decimals))
        .map(least -> least.subtract(amount))
        .filter(more -> more.signum() > 0);
  }
}
