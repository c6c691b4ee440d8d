package dev.laurel.rules.condition;

import java.math.BigDecimal;
import java.util.Optional;

/** The least number of one operand that meets a condition. */
public final class LeastNumber {
  private LeastNumber() {}

  /**
   * The least number of a path that meets an expression which asks for it alone.
   *
   * @param expression such as {@code purchase.amount >= 25}
   * @param step the smallest difference between two numbers of that path
   * @return empty where something else is asked, or where larger numbers do not meet it
   */
  public static Optional<BigDecimal> of(String expression, String path, BigDecimal step) {
    if (!(Feel.parse(expression) instanceof Condition.Comparison(var operand, var sign, var bound))
        || !(operand instanceof Operand.Attribute(var asked))
        || !asked.equals(path)
        || !(bound instanceof Value.Number(var number))) return Optional.empty();
    return switch (sign) {
      case AT_LEAST -> Optional.of(number);
      case GREATER -> Optional.of(number.add(step));
      case EQUAL, NOT_EQUAL, LESS, AT_MOST -> Optional.empty();
    };
  }
}
