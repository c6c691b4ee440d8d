package dev.laurel.engine.revision;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;

/** Whether a condition is asked of one line by itself, rather than of the purchase as a whole. */
final class Lines {
  private Lines() {}

  static boolean asksOfOneLine(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.stream().anyMatch(Lines::asksOfOneLine);
      case Condition.Any(var parts) -> parts.stream().anyMatch(Lines::asksOfOneLine);
      case Condition.AtLeast(var least, var parts) -> parts.stream().anyMatch(Lines::asksOfOneLine);
      case Condition.Not(var part) -> asksOfOneLine(part);
      case Condition.Comparison c -> isOfLine(c.operand());
      case Condition.OneOf c -> isOfLine(c.operand());
      case Condition.Within c -> isOfLine(c.operand());
      case Condition.Holds c -> isOfLine(c.operand());
      case Condition.Present c -> isOfLine(c.operand());
      case Condition.SomeLine c -> false;
      case Condition.EveryLine c -> false;
    };
  }

  private static boolean isOfLine(Operand operand) {
    return operand instanceof Operand.Attribute(var path) && path.startsWith("line.");
  }
}
