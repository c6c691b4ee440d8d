package dev.laurel.engine.rulebase;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names the comparisons that kept a condition from being met, with what was asked and found. */
final class Reasons {
  private final Layout layout;
  private final Meanings meanings;

  Reasons(Layout layout) {
    this.layout = layout;
    this.meanings = new Meanings(layout);
  }

  /** Why the row's condition is not met; empty where it is. */
  List<Unmet> unmet(String row, Condition condition, Facts facts) {
    List<Unmet> found = new ArrayList<>();
    unmet(row, condition, facts, found);
    return found;
  }

  /** That an exception was met. */
  Unmet met(String row, Condition exception, Facts facts) {
    Operand operand = firstOperand(exception);
    return new Unmet(
        row, true, text(operand), Feel.print(exception), actual(operand, facts), false);
  }

  private void unmet(String row, Condition condition, Facts facts, List<Unmet> found) {
    int is = meanings.of(condition).of(facts);
    if (is == Meaning.MET) return;
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(p -> unmet(row, p, facts, found));
      case Condition.Any(var parts) -> parts.forEach(p -> unmet(row, p, facts, found));
      case Condition.AtLeast(var least, var parts) ->
          parts.forEach(p -> unmet(row, p, facts, found));
      case Condition.Not n -> found.add(leaf(row, n, facts, is));
      case Condition.Comparison c -> found.add(leaf(row, c, facts, is));
      case Condition.OneOf c -> found.add(leaf(row, c, facts, is));
      case Condition.Within c -> found.add(leaf(row, c, facts, is));
      case Condition.Holds c -> found.add(leaf(row, c, facts, is));
      case Condition.Present c -> found.add(leaf(row, c, facts, is));
      case Condition.SomeLine c -> found.add(leaf(row, c, facts, is));
      case Condition.EveryLine c -> found.add(leaf(row, c, facts, is));
    }
  }

  private Unmet leaf(String row, Condition condition, Facts facts, int is) {
    Operand operand = firstOperand(condition);
    boolean missing = is == Meaning.MISSING;
    return new Unmet(
        row, false, text(operand), Feel.print(condition), actual(operand, facts), missing);
  }

  private static Operand firstOperand(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> firstOperand(parts.getFirst());
      case Condition.Any(var parts) -> firstOperand(parts.getFirst());
      case Condition.AtLeast(var least, var parts) -> firstOperand(parts.getFirst());
      case Condition.Not(var part) -> firstOperand(part);
      case Condition.Comparison c -> c.operand();
      case Condition.OneOf c -> c.operand();
      case Condition.Within c -> c.operand();
      case Condition.Holds c -> c.operand();
      case Condition.Present c -> c.operand();
      case Condition.SomeLine c -> new Operand.LineCount(Optional.empty());
      case Condition.EveryLine c -> new Operand.LineCount(Optional.empty());
    };
  }

  private static String text(Operand operand) {
    return switch (operand) {
      case Operand.Attribute(var path) -> path;
      case Operand.LineCount c -> "count(purchase.lines)";
      case Operand.LineSum s -> "sum(purchase.lines." + s.attribute() + ")";
    };
  }

  private String actual(Operand operand, Facts facts) {
    if (operand instanceof Operand.Attribute(var path))
      return layout.show(facts, layout.slot(path)).orElse("");
    long number = meanings.number(operand).of(facts);
    return number == Facts.MISSING ? "" : layout.show(meanings.word(operand), number);
  }
}
