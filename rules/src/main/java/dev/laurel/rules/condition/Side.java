package dev.laurel.rules.condition;

import java.util.List;

/** What can stand on one side of a comparison. */
sealed interface Side {
  record Fact(Operand operand) implements Side {}

  record Literal(Value value) implements Side {}

  /** The word {@code null}. */
  record Nothing() implements Side {}

  /** How many of the conditions are met. */
  record Count(List<Condition> parts) implements Side {}
}
