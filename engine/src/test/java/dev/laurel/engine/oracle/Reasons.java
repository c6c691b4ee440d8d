package dev.laurel.engine.oracle;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.oracle.Answer;
import dev.laurel.rules.oracle.Oracle;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a rule does not apply: the comparisons that were not met, and the exceptions that were. */
final class Reasons {
  private final Programming programming;
  private final String rule;
  private final Known known;

  Reasons(Programming programming, String rule, Known known) {
    this.programming = programming;
    this.rule = rule;
    this.known = known;
  }

  /** Of rows that must all be met. */
  List<String> unmet(Rows rows, String prefix) {
    List<String> found = new ArrayList<>();
    rows.byId().forEach((id, condition) -> unmet(prefix + id, condition, found));
    return found;
  }

  /** Of rows none of which may be met. */
  List<String> excepted(Rows rows, String prefix) {
    List<String> found = new ArrayList<>();
    rows.byId()
        .forEach((id, condition) -> {
          if (Oracle.ask(condition, known) != Answer.MET) return;
          Operand operand = first(condition);
          found.add(
              Wording.excepted(
                  rule, prefix + id, name(operand), Feel.print(condition), actual(operand)));
        });
    return found;
  }

  void unmet(String row, Condition condition, List<String> found) {
    Answer answer = Oracle.ask(condition, known);
    if (answer == Answer.MET) return;
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(part -> unmet(row, part, found));
      case Condition.Any(var parts) -> parts.forEach(part -> unmet(row, part, found));
      case Condition.AtLeast(int n, var parts) -> parts.forEach(part -> unmet(row, part, found));
      case Condition.Not leaf -> found.add(leaf(row, leaf, answer));
      case Condition.Comparison leaf -> found.add(leaf(row, leaf, answer));
      case Condition.OneOf leaf -> found.add(leaf(row, leaf, answer));
      case Condition.Within leaf -> found.add(leaf(row, leaf, answer));
      case Condition.Holds leaf -> found.add(leaf(row, leaf, answer));
      case Condition.Present leaf -> found.add(leaf(row, leaf, answer));
      case Condition.SomeLine leaf -> found.add(leaf(row, leaf, answer));
      case Condition.EveryLine leaf -> found.add(leaf(row, leaf, answer));
    }
  }

  private String leaf(String row, Condition leaf, Answer answer) {
    Operand operand = first(leaf);
    boolean missing = answer == Answer.MISSING;
    return Wording.unmet(rule, row, name(operand), Feel.print(leaf), actual(operand), missing);
  }

  private static Operand first(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> first(parts.getFirst());
      case Condition.Any(var parts) -> first(parts.getFirst());
      case Condition.AtLeast(int n, var parts) -> first(parts.getFirst());
      case Condition.Not(var part) -> first(part);
      case Condition.Comparison c -> c.operand();
      case Condition.OneOf c -> c.operand();
      case Condition.Within c -> c.operand();
      case Condition.Holds c -> c.operand();
      case Condition.Present c -> c.operand();
      case Condition.SomeLine c -> new Operand.LineCount(Optional.empty());
      case Condition.EveryLine c -> new Operand.LineCount(Optional.empty());
    };
  }

  private static String name(Operand operand) {
    return switch (operand) {
      case Operand.Attribute(var path) -> path;
      case Operand.LineCount c -> "count(purchase.lines)";
      case Operand.LineSum(var attribute, var where) -> "sum(purchase.lines." + attribute + ")";
    };
  }

  /** What is there, as people write it; empty where nothing is. */
  private String actual(Operand operand) {
    return switch (operand) {
      case Operand.Attribute(var path) ->
          known
              .value(path)
              .map(value -> written(value, isMoney(path)))
              .or(() -> known.texts(path).map(texts -> String.join(", ", texts)))
              .orElse("");
      case Operand.LineCount(var where) ->
          known
              .lines()
              .map(lines -> String.valueOf(lines.stream().filter(l -> meets(l, where)).count()))
              .orElse("");
      case Operand.LineSum(var attribute, var where) ->
          known
              .lines()
              .map(lines ->
                  lines.stream()
                      .filter(line -> meets(line, where))
                      .flatMap(line -> line.value("line." + attribute).stream())
                      .map(value -> ((Value.Number) value).number())
                      .reduce(BigDecimal.ZERO, BigDecimal::add))
              .map(sum -> written(Value.of(sum), isMoney("line." + attribute)))
              .orElse("");
    };
  }

  private static boolean meets(dev.laurel.rules.oracle.Facts line, Optional<Condition> where) {
    return where.isEmpty() || Oracle.ask(where.get(), line) == Answer.MET;
  }

  private boolean isMoney(String path) {
    return programming.word(path).orElseThrow().type() == Word.Type.MONEY;
  }

  private String written(Value value, boolean money) {
    return switch (value) {
      case Value.Number(var number) ->
          money ? number.setScale(programming.decimals()).toPlainString() : Wording.number(number);
      case Value.Text(var text) -> text;
      case Value.Truth(var truth) -> String.valueOf(truth);
      case Value.Date(var date) -> date.toString();
      case Value.Time(var time) -> time.toString();
    };
  }
}
