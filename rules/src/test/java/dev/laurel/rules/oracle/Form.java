package dev.laurel.rules.oracle;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
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
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Operand.Attribute;
import dev.laurel.rules.condition.Operand.LineCount;
import dev.laurel.rules.condition.Operand.LineSum;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The forms that a condition is put together from. */
public enum Form {
  ALL,
  ANY,
  AT_LEAST,
  NOT,
  EQUAL(Comparator.EQUAL),
  NOT_EQUAL(Comparator.NOT_EQUAL),
  LESS(Comparator.LESS),
  AT_MOST(Comparator.AT_MOST),
  GREATER(Comparator.GREATER),
  NOT_LESS(Comparator.AT_LEAST),
  ONE_OF,
  WITHIN,
  PRESENT,
  HOLDS,
  SOME_LINE,
  EVERY_LINE,
  LINE_COUNT,
  LINE_SUM;

  private final Optional<Comparator> comparator;

  Form() {
    this.comparator = Optional.empty();
  }

  Form(Comparator comparator) {
    this.comparator = Optional.of(comparator);
  }

  /** How it compares; only of the six comparisons. */
  Comparator comparator() {
    return comparator.orElseThrow();
  }

  /** The forms that occur in a condition. */
  public static Set<Form> of(Condition condition) {
    Set<Form> forms = EnumSet.noneOf(Form.class);
    collect(condition, forms);
    return forms;
  }

  private static Form of(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> EQUAL;
      case NOT_EQUAL -> NOT_EQUAL;
      case LESS -> LESS;
      case AT_MOST -> AT_MOST;
      case GREATER -> GREATER;
      case AT_LEAST -> NOT_LESS;
    };
  }

  private static void collect(Condition condition, Set<Form> forms) {
    forms.add(
        switch (condition) {
          case All(List<Condition> parts) -> within(parts, forms, ALL);
          case Any(List<Condition> parts) -> within(parts, forms, ANY);
          case AtLeast(int _, List<Condition> parts) -> within(parts, forms, AT_LEAST);
          case Not(Condition part) -> within(List.of(part), forms, NOT);
          case SomeLine(Condition where) -> within(List.of(where), forms, SOME_LINE);
          case EveryLine(Condition where) -> within(List.of(where), forms, EVERY_LINE);
          case Comparison(Operand operand, Comparator comparator, var _) ->
              within(operand, forms, of(comparator));
          case OneOf(Operand operand, var _) -> within(operand, forms, ONE_OF);
          case Within within -> within(within.operand(), forms, WITHIN);
          case Holds(Operand operand, var _) -> within(operand, forms, HOLDS);
          case Present(Operand operand) -> within(operand, forms, PRESENT);
        });
  }

  private static Form within(List<Condition> parts, Set<Form> forms, Form around) {
    parts.forEach(part -> collect(part, forms));
    return around;
  }

  private static Form within(Operand operand, Set<Form> forms, Form around) {
    switch (operand) {
      case Attribute _ -> {}
      case LineCount(Optional<Condition> where) -> {
        forms.add(LINE_COUNT);
        where.ifPresent(inner -> collect(inner, forms));
      }
      case LineSum(String _, Optional<Condition> where) -> {
        forms.add(LINE_SUM);
        where.ifPresent(inner -> collect(inner, forms));
      }
    }
    return around;
  }
}
