package dev.laurel.rules.check;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The comparisons that a condition is made of. */
final class Leaves {
  private Leaves() {}

  /** Visits each, those asked of lines included. */
  static void visit(Condition condition, Consumer<Condition> visitor) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(part -> visit(part, visitor));
      case Condition.Any(var parts) -> parts.forEach(part -> visit(part, visitor));
      case Condition.AtLeast(int _, var parts) -> parts.forEach(part -> visit(part, visitor));
      case Condition.Not(var part) -> visit(part, visitor);
      case Condition.SomeLine(var where) -> visit(where, visitor);
      case Condition.EveryLine(var where) -> visit(where, visitor);
      case Condition.Comparison _,
          Condition.OneOf _,
          Condition.Within _,
          Condition.Holds _,
          Condition.Present _ ->
          visitor.accept(condition);
    }
  }

  /** The path that a comparison looks at; none where it is a count or sum of lines. */
  static Stream<String> paths(Condition leaf) {
    return switch (leaf) {
      case Condition.Comparison(var operand, var _, var _) -> paths(operand);
      case Condition.OneOf(var operand, var _) -> paths(operand);
      case Condition.Within within -> paths(within.operand());
      case Condition.Holds(var operand, var _) -> paths(operand);
      case Condition.Present(var operand) -> paths(operand);
      case Condition.All _,
          Condition.Any _,
          Condition.AtLeast _,
          Condition.Not _,
          Condition.SomeLine _,
          Condition.EveryLine _ ->
          Stream.empty();
    };
  }

  private static Stream<String> paths(Operand operand) {
    return operand instanceof Operand.Attribute(var path) ? Stream.of(path) : Stream.empty();
  }
}
