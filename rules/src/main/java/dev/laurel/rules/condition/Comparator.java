package dev.laurel.rules.condition;

import java.util.Arrays;
import java.util.Optional;

/** How an operand is compared with a bound; the sign is FEEL's own. */
public enum Comparator {
  EQUAL("="),
  NOT_EQUAL("!="),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  static Optional<Comparator> of(String sign) {
    return Arrays.stream(values()).filter(comparator -> comparator.sign.equals(sign)).findFirst();
  }

  /** The comparison that is met exactly where this one, having a value, is not. */
  public Comparator opposite() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> AT_LEAST;
      case AT_LEAST -> LESS;
      case GREATER -> AT_MOST;
      case AT_MOST -> GREATER;
    };
  }

  /** The comparison that says the same with its sides exchanged. */
  public Comparator turned() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case AT_MOST -> AT_LEAST;
      case GREATER -> LESS;
      case AT_LEAST -> AT_MOST;
    };
  }

  /** Whether equal values, smaller or larger ones meet it, told by the sign of a comparison. */
  public boolean accepts(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
