package dev.laurel.rules.oracle;

import static dev.laurel.rules.oracle.Answer.MET;
import static dev.laurel.rules.oracle.Answer.MISSING;
import static dev.laurel.rules.oracle.Answer.NOT_MET;

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
import dev.laurel.rules.condition.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says what a condition comes to, in the plainest way: no index, no order of evaluation that
 * matters, nothing remembered. Thread-safe.
 */
public final class Oracle {
  private Oracle() {}

  /**
   * @throws IllegalArgumentException where a value is compared in a way its type does not know
   */
  public static Answer ask(Condition condition, Facts facts) {
    return switch (condition) {
      case All(List<Condition> parts) -> all(answers(parts, facts));
      case Any(List<Condition> parts) -> any(answers(parts, facts));
      case AtLeast(int least, List<Condition> parts) -> atLeast(least, answers(parts, facts));
      case Not(Condition part) -> not(ask(part, facts));
      case Comparison(Operand operand, Comparator comparator, Value bound) ->
          test(operand, facts, value -> compare(operand, facts, value, comparator, bound));
      case OneOf(Operand operand, List<Value> values) ->
          test(operand, facts, value -> values.stream().anyMatch(one -> equal(value, one)));
      case Within(Operand operand, Value low, boolean lowIn, Value high, boolean highIn) -> {
        Comparator over = lowIn ? Comparator.AT_LEAST : Comparator.GREATER;
        Comparator under = highIn ? Comparator.AT_MOST : Comparator.LESS;
        yield test(
            operand,
            facts,
            value ->
                compare(operand, facts, value, over, low)
                    && compare(operand, facts, value, under, high));
      }
      case Holds(Operand operand, Value value) ->
          texts(operand, facts).map(texts -> Answer.of(holds(texts, value))).orElse(MISSING);
      case Present(Operand operand) ->
          Answer.of(value(operand, facts).isPresent() || texts(operand, facts).isPresent());
      case SomeLine(Condition where) ->
          answersOfLines(where, facts).map(Oracle::any).orElse(MISSING);
      case EveryLine(Condition where) ->
          answersOfLines(where, facts).map(Oracle::all).orElse(MISSING);
    };
  }

  private static List<Answer> answers(List<Condition> parts, Facts facts) {
    return parts.stream().map(part -> ask(part, facts)).toList();
  }

  private static Optional<List<Answer>> answersOfLines(Condition where, Facts facts) {
    return facts
        .lines()
        .map(lines -> lines.stream().map(line -> ask(where, new OfLine(line, facts))).toList());
  }

  private static Answer all(List<Answer> answers) {
    if (answers.contains(NOT_MET)) return NOT_MET;
    return answers.contains(MISSING) ? MISSING : MET;
  }

  private static Answer any(List<Answer> answers) {
    if (answers.contains(MET)) return MET;
    return answers.contains(MISSING) ? MISSING : NOT_MET;
  }

  private static Answer atLeast(int least, List<Answer> answers) {
    int met = Collections.frequency(answers, MET);
    int missing = Collections.frequency(answers, MISSING);
    if (met >= least) return MET;
    return met + missing >= least ? MISSING : NOT_MET;
  }

  private static Answer not(Answer answer) {
    return switch (answer) {
      case MET -> NOT_MET;
      case NOT_MET -> MET;
      case MISSING -> MISSING;
    };
  }

  private static Answer test(Operand operand, Facts facts, Predicate<Value> test) {
    return value(operand, facts).map(value -> Answer.of(test.test(value))).orElse(MISSING);
  }

  private static boolean compare(
      Operand operand, Facts facts, Value value, Comparator comparator, Value bound) {
    return switch (comparator) {
      case EQUAL -> equal(value, bound);
      case NOT_EQUAL -> !equal(value, bound);
      case LESS -> order(operand, facts, value, bound) < 0;
      case AT_MOST -> order(operand, facts, value, bound) <= 0;
      case GREATER -> order(operand, facts, value, bound) > 0;
      case AT_LEAST -> order(operand, facts, value, bound) >= 0;
    };
  }

  private static boolean equal(Value value, Value bound) {
    if (!value.getClass().equals(bound.getClass())) throw unlike(value, bound);
    return value.equals(bound);
  }

  private static int order(Operand operand, Facts facts, Value value, Value bound) {
    return switch (value) {
      case Value.Number(var number) when bound instanceof Value.Number(var other) ->
          number.compareTo(other);
      case Value.Date(var date) when bound instanceof Value.Date(var other) ->
          date.compareTo(other);
      case Value.Time(var time) when bound instanceof Value.Time(var other) ->
          time.compareTo(other);
      case Value.Text(var tier) when bound instanceof Value.Text(var other) ->
          Integer.compare(rank(operand, facts, tier), rank(operand, facts, other));
      case Value.Number _, Value.Date _, Value.Time _, Value.Text _, Value.Truth _ ->
          throw unlike(value, bound);
    };
  }

  private static int rank(Operand operand, Facts facts, String tier) {
    if (operand instanceof Attribute(String path))
      return facts
          .rank(path, tier)
          .orElseThrow(
              () -> new IllegalArgumentException("No tier of %s: %s.".formatted(path, tier)));
    throw new IllegalArgumentException("%s has no tiers.".formatted(operand));
  }

  private static Optional<List<String>> texts(Operand operand, Facts facts) {
    return operand instanceof Attribute(String path) ? facts.texts(path) : Optional.empty();
  }

  private static boolean holds(List<String> texts, Value value) {
    if (value instanceof Value.Text(String text)) return texts.contains(text);
    throw new IllegalArgumentException("A list holds texts, not %s.".formatted(value));
  }

  private static IllegalArgumentException unlike(Value value, Value bound) {
    return new IllegalArgumentException("%s is not compared with %s.".formatted(value, bound));
  }

  private static Optional<Value> value(Operand operand, Facts facts) {
    return switch (operand) {
      case Attribute(String path) -> facts.value(path);
      case LineCount(Optional<Condition> where) ->
          meeting(where, facts).map(lines -> Value.of(lines.size()));
      case LineSum(String attribute, Optional<Condition> where) ->
          meeting(where, facts).map(lines -> Value.of(sum(attribute, lines)));
    };
  }

  private static Optional<List<Facts>> meeting(Optional<Condition> where, Facts facts) {
    return facts
        .lines()
        .map(lines ->
            lines.stream()
                .filter(line -> where.isEmpty() || ask(where.get(), new OfLine(line, facts)) == MET)
                .toList());
  }

  private static BigDecimal sum(String attribute, List<Facts> lines) {
    return lines.stream()
        .flatMap(line -> line.value("line." + attribute).stream())
        .map(Oracle::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(Value value) {
    if (value instanceof Value.Number(BigDecimal number)) return number;
    throw new IllegalArgumentException("Not a number: %s.".formatted(value));
  }

  /** A line, seen together with the purchase and the member around it. */
  private record OfLine(Facts line, Facts around) implements Facts {
    @Override
    public Optional<Value> value(String path) {
      return holder(path).value(path);
    }

    @Override
    public Optional<List<String>> texts(String path) {
      return holder(path).texts(path);
    }

    @Override
    public Optional<List<Facts>> lines() {
      return around.lines();
    }

    @Override
    public Optional<Integer> rank(String path, String tier) {
      return holder(path).rank(path, tier);
    }

    private Facts holder(String path) {
      return path.startsWith("line.") ? line : around;
    }
  }
}
