package dev.laurel.rules.condition;

import dev.laurel.rules.condition.Condition.All;
import dev.laurel.rules.condition.Condition.Any;
import dev.laurel.rules.condition.Condition.AtLeast;
import dev.laurel.rules.condition.Condition.Comparison;
import dev.laurel.rules.condition.Condition.EveryLine;
import dev.laurel.rules.condition.Condition.Holds;
import dev.laurel.rules.condition.Condition.Not;
import dev.laurel.rules.condition.Condition.OneOf;
import dev.laurel.rules.condition.Condition.Present;
import dev.laurel.rules.condition.Condition.SomeLine;
import dev.laurel.rules.condition.Condition.Within;
import dev.laurel.rules.condition.Operand.Attribute;
import dev.laurel.rules.condition.Operand.LineCount;
import dev.laurel.rules.condition.Operand.LineSum;
import java.util.List;
import java.util.Optional;

/** Measures a condition against the bounds of {@link Feel}. */
final class Size {
  private int conditions;
  private int deepest;
  private int longestList;

  private Size() {}

  /**
   * @throws FeelException where it is too large
   */
  static void check(Condition condition, Complaints complaints) {
    Size size = new Size();
    size.measure(condition, 1);
    complain(complaints, size.deepest, Feel.MOST_DEPTH, "is nested at most %d deep, not %d");
    complain(
        complaints, size.conditions, Feel.MOST_CONDITIONS, "holds at most %d conditions, not %d");
    complain(complaints, size.longestList, Feel.MOST_VALUES, "lists at most %d values, not %d");
    complaints.settle();
  }

  private static void complain(Complaints complaints, int found, int most, String bound) {
    if (found > most)
      complaints.add(
          0,
          "",
          "A condition " + bound.formatted(most, found) + " or more.",
          "Split it into several rows.");
  }

  private void measure(Condition condition, int depth) {
    conditions++;
    deepest = Math.max(deepest, depth);
    // What is too deep or too large already is not walked through: it may have no end in sight.
    if (depth > Feel.MOST_DEPTH || conditions > Feel.MOST_CONDITIONS) return;
    switch (condition) {
      case All(List<Condition> parts) -> parts.forEach(part -> measure(part, depth + 1));
      case Any(List<Condition> parts) -> parts.forEach(part -> measure(part, depth + 1));
      case AtLeast(int _, List<Condition> parts) -> parts.forEach(part -> measure(part, depth + 1));
      case Not(Condition part) -> measure(part, depth + 1);
      case SomeLine(Condition where) -> measure(where, depth + 1);
      case EveryLine(Condition where) -> measure(where, depth + 1);
      case Comparison(Operand operand, Comparator _, Value _) -> measure(operand, depth);
      case OneOf(Operand operand, List<Value> values) -> {
        longestList = Math.max(longestList, values.size());
        measure(operand, depth);
      }
      case Within(Operand operand, Value _, boolean _, Value _, boolean _) ->
          measure(operand, depth);
      case Holds(Operand operand, Value _) -> measure(operand, depth);
      case Present(Operand operand) -> measure(operand, depth);
    }
  }

  private void measure(Operand operand, int depth) {
    Optional<Condition> where =
        switch (operand) {
          case Attribute _ -> Optional.empty();
          case LineCount(Optional<Condition> inner) -> inner;
          case LineSum(String _, Optional<Condition> inner) -> inner;
        };
    where.ifPresent(inner -> measure(inner, depth + 1));
  }
}
