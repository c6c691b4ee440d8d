package dev.laurel.engine.editing;

import dev.laurel.engine.editing.Wording.Operator;
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition of one operand as people choose it: an operator with its values. Immutable.
 *
 * @param values as they are typed, in the form of the type
 */
record Asking(Operand operand, Operator operator, List<String> values) {
  Asking {
    values = List.copyOf(values);
  }

  /** Empty where the condition is none of one operand. */
  static Optional<Asking> of(Condition condition) {
    return switch (condition) {
      case Condition.Comparison(var operand, var comparator, var bound) ->
          Optional.of(new Asking(operand, of(comparator), List.of(text(bound))));
      case Condition.OneOf(var operand, var values) ->
          Optional.of(new Asking(operand, Operator.ONE_OF, texts(values)));
      case Condition.Within within ->
          Optional.of(
              new Asking(
                  within.operand(),
                  Operator.BETWEEN,
                  List.of(text(within.low()), text(within.high()))));
      case Condition.Holds(var operand, var value) ->
          Optional.of(new Asking(operand, Operator.HOLDS, List.of(text(value))));
      case Condition.Present(var operand) ->
          Optional.of(new Asking(operand, Operator.KNOWN, List.of()));
      case Condition.Not(var part) -> of(part).flatMap(Asking::negated);
      case Condition.All _,
          Condition.Any _,
          Condition.AtLeast _,
          Condition.SomeLine _,
          Condition.EveryLine _ ->
          Optional.empty();
    };
  }

  private static Operator of(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> Operator.EQUAL;
      case NOT_EQUAL -> Operator.NOT_EQUAL;
      case LESS -> Operator.LESS;
      case AT_MOST -> Operator.AT_MOST;
      case GREATER -> Operator.MORE;
      case AT_LEAST -> Operator.AT_LEAST;
    };
  }

  private Optional<Asking> negated() {
    Optional<Operator> opposite =
        switch (operator) {
          case AT_LEAST -> Optional.of(Operator.LESS);
          case MORE -> Optional.of(Operator.AT_MOST);
          case AT_MOST -> Optional.of(Operator.MORE);
          case LESS -> Optional.of(Operator.AT_LEAST);
          case EQUAL -> Optional.of(Operator.NOT_EQUAL);
          case NOT_EQUAL -> Optional.of(Operator.EQUAL);
          case ONE_OF -> Optional.of(Operator.NONE_OF);
          case NONE_OF -> Optional.of(Operator.ONE_OF);
          case HOLDS -> Optional.of(Operator.HOLDS_NOT);
          case HOLDS_NOT -> Optional.of(Operator.HOLDS);
          case KNOWN -> Optional.of(Operator.UNKNOWN);
          case UNKNOWN -> Optional.of(Operator.KNOWN);
          case BETWEEN -> Optional.empty();
        };
    return opposite.map(negated -> new Asking(operand, negated, values));
  }

  /** By which values of a type can be compared. */
  static List<Operator> operators(Word.Type type) {
    return switch (type) {
      case NUMBER, MONEY ->
          List.of(
              Operator.AT_LEAST,
              Operator.MORE,
              Operator.AT_MOST,
              Operator.LESS,
              Operator.BETWEEN,
              Operator.EQUAL);
      case DATE, TIME ->
          List.of(
              Operator.AT_LEAST, Operator.MORE, Operator.AT_MOST, Operator.LESS, Operator.BETWEEN);
      case TIER -> List.of(Operator.EQUAL, Operator.AT_LEAST, Operator.AT_MOST, Operator.ONE_OF);
      case TEXT -> List.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.ONE_OF, Operator.NONE_OF);
      case LIST -> List.of(Operator.HOLDS, Operator.HOLDS_NOT);
      case TRUTH -> List.of(Operator.EQUAL);
    };
  }

  /**
   * The condition that it says.
   *
   * @return empty where a value is not of the type, or there are too few or too many
   */
  Optional<Condition> condition(Word.Type type) {
    List<Value> typed = new ArrayList<>();
    for (String text : values) {
      Optional<Value> value = value(type, text);
      if (value.isEmpty()) return Optional.empty();
      typed.add(value.get());
    }
    int wanted = operator.takes();
    if (wanted < 0 ? typed.isEmpty() : typed.size() != wanted) return Optional.empty();
    return Optional.of(
        switch (operator) {
          case AT_LEAST -> new Condition.Comparison(operand, Comparator.AT_LEAST, typed.get(0));
          case MORE -> new Condition.Comparison(operand, Comparator.GREATER, typed.get(0));
          case AT_MOST -> new Condition.Comparison(operand, Comparator.AT_MOST, typed.get(0));
          case LESS -> new Condition.Comparison(operand, Comparator.LESS, typed.get(0));
          case EQUAL -> new Condition.Comparison(operand, Comparator.EQUAL, typed.get(0));
          case NOT_EQUAL -> new Condition.Comparison(operand, Comparator.NOT_EQUAL, typed.get(0));
          case BETWEEN -> new Condition.Within(operand, typed.get(0), true, typed.get(1), true);
          case ONE_OF -> new Condition.OneOf(operand, typed);
          case NONE_OF -> new Condition.Not(new Condition.OneOf(operand, typed));
          case HOLDS -> new Condition.Holds(operand, typed.get(0));
          case HOLDS_NOT -> new Condition.Not(new Condition.Holds(operand, typed.get(0)));
          case KNOWN -> new Condition.Present(operand);
          case UNKNOWN -> new Condition.Not(new Condition.Present(operand));
        });
  }

  /** A value as it is typed; empty where it is none of the type. */
  static Optional<Value> value(Word.Type type, String text) {
    String typed = text.strip();
    try {
      return switch (type) {
        case NUMBER, MONEY -> Numbers.typed(typed).map(Value::of);
        case TEXT, LIST, TIER -> typed.isEmpty() ? Optional.empty() : Optional.of(Value.of(typed));
        case TRUTH -> Optional.of(Value.of(typed.equals("true")));
        case DATE -> Optional.of(new Value.Date(LocalDate.parse(typed)));
        case TIME -> Optional.of(new Value.Time(LocalTime.parse(typed)));
      };
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> texts(List<Value> values) {
    return values.stream().map(Asking::text).toList();
  }

  static String text(Value value) {
    return switch (value) {
      case Value.Number(BigDecimal number) -> number.toPlainString();
      case Value.Text(var text) -> text;
      case Value.Truth(var truth) -> String.valueOf(truth);
      case Value.Date(var date) -> date.toString();
      case Value.Time(var time) -> time.toString();
    };
  }
}
