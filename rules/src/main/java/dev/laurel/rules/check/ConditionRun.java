package dev.laurel.rules.check;

import static dev.laurel.rules.condition.Comparator.EQUAL;
import static dev.laurel.rules.condition.Comparator.NOT_EQUAL;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.Word.Source;
import dev.laurel.rules.vocabulary.Word.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One condition being checked where it stands. */
record ConditionRun(ConditionCheck check, Setting setting, Place place, Sink sink) {
  private static final String LINES = "purchase.lines";

  void check(Condition condition) {
    check(condition, false);
  }

  /**
   * @param inLine whether the condition is asked of a line, by some, every, count or sum
   */
  private void check(Condition condition, boolean inLine) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(part -> check(part, inLine));
      case Condition.Any(var parts) -> parts.forEach(part -> check(part, inLine));
      case Condition.AtLeast(int _, var parts) -> parts.forEach(part -> check(part, inLine));
      case Condition.Not(var part) -> check(part, inLine);
      case Condition.Comparison(var operand, var comparator, var bound) ->
          word(operand, inLine).ifPresent(word -> comparison(word, comparator, bound));
      case Condition.OneOf(var operand, var values) ->
          word(operand, inLine).ifPresent(word -> oneOf(word, values));
      case Condition.Within within ->
          word(within.operand(), inLine).ifPresent(word -> within(word, within));
      case Condition.Holds(var operand, var value) ->
          word(operand, inLine).ifPresent(word -> holds(word, value));
      case Condition.Present(var operand) -> word(operand, inLine);
      case Condition.SomeLine(var where) -> lines(Optional.of(where), inLine);
      case Condition.EveryLine(var where) -> lines(Optional.of(where), inLine);
    }
  }

  private Optional<Word> word(Operand operand, boolean inLine) {
    return switch (operand) {
      case Operand.Attribute(var path) -> word(path, inLine);
      case Operand.LineCount(var where) -> {
        lines(where, inLine);
        yield Optional.of(ofLines("count(" + LINES + ")", Type.NUMBER));
      }
      case Operand.LineSum(var attribute, var where) -> {
        lines(where, inLine);
        yield word("line." + attribute, true)
            .filter(this::canBeAddedUp)
            .map(word -> ofLines("sum(" + LINES + "." + attribute + ")", word.type()));
      }
    };
  }

  private static Word ofLines(String path, Type type) {
    return new Word(path, type, "", List.of(), Source.PURCHASE, Text.of(path));
  }

  private boolean canBeAddedUp(Word word) {
    boolean can = word.type() == Type.NUMBER || word.type() == Type.MONEY;
    if (!can)
      sink.add(
          "wrong-type",
          place,
          word.path(),
          "%s is %s, which cannot be added up."
              .formatted(word.path(), LiteralCheck.noun(word.type())),
          "Add up a number or an amount of money.");
    return can;
  }

  private void lines(Optional<Condition> where, boolean inLine) {
    if (inLine)
      sink.add(
          "lines-within-lines",
          place,
          LINES,
          "A line has no lines of its own.",
          "Ask for line.* only where a line is looked at.");
    else if (!setting.hasReceipt()) notHere(LINES);
    where.ifPresent(condition -> check(condition, true));
  }

  /** The word of this path, where there is one; it may be out of place nevertheless. */
  Optional<Word> word(String path, boolean inLine) {
    Optional<Word> word = check.dictionary().find(path);
    if (word.isEmpty())
      sink.unknown(
          "unknown-word",
          place,
          path,
          "a word of this programme",
          () -> check.dictionary().paths());
    else if (check.isPersonal(path))
      sink.add(
          "personal-word",
          place,
          path,
          "%s is personal data, which no rule may read.".formatted(path),
          "Declare an attribute that says no more than the rule needs.");
    else if (inLine) inLine(word.get());
    else if (!setting.carries(word.get(), check.dictionary())) outOfPlace(word.get());
    return word;
  }

  private void inLine(Word word) {
    if (word.source() != Source.LINE)
      sink.add(
          "not-of-the-line",
          place,
          word.path(),
          "%s is asked of a line, which does not carry it.".formatted(word.path()),
          "Ask for line.* here, and for all else outside of the brackets.");
  }

  private void outOfPlace(Word word) {
    if (word.source() == Source.LINE)
      sink.add(
          "line-word",
          place,
          word.path(),
          "%s is the word of a line, and %s looks at no single line."
              .formatted(word.path(), setting.subject()),
          "Write some, every, count or sum over %s, or let the rule look at each line (per: line)."
              .formatted(LINES));
    else if (!setting.totals() && Setting.isTotal(word))
      sink.add(
          "counts-itself",
          place,
          word.path(),
          "%s follows from what metrics count, so that the metric would count itself."
              .formatted(word.path()),
          "Ask for the event or for the member's attributes.");
    else notHere(word.path());
  }

  private void notHere(String path) {
    sink.add(
        "not-here",
        place,
        path,
        "%s has no value in %s.".formatted(path, setting.subject()),
        setting.happens()
            ? "Ask for what every event in question carries."
            : "Ask for member.*, metrics.*, counters.* or points.* only.");
  }

  private void comparison(Word word, Comparator comparator, Value bound) {
    boolean equality = comparator == EQUAL || comparator == NOT_EQUAL;
    if (word.type() == Type.LIST || !equality && !LiteralCheck.isOrdered(word.type()))
      wrongComparison(word, comparator.sign());
    else literal(word, bound);
  }

  private void oneOf(Word word, List<Value> values) {
    if (word.type() == Type.LIST || word.type() == Type.TRUTH) wrongComparison(word, "in");
    else values.forEach(value -> literal(word, value));
  }

  private void holds(Word word, Value value) {
    if (word.type() != Type.LIST) wrongComparison(word, "list contains");
    else literal(word, value);
  }

  private void within(Word word, Condition.Within within) {
    if (!LiteralCheck.isOrdered(word.type())) {
      wrongComparison(word, "in [..]");
      return;
    }
    if (!(literal(word, within.low()) & literal(word, within.high()))) return;
    OptionalInt order = LiteralCheck.order(word, within.low(), within.high());
    boolean open = !within.lowIncluded() || !within.highIncluded();
    if (order.isPresent() && (order.getAsInt() > 0 || order.getAsInt() == 0 && open))
      sink.add(
          "empty-range",
          place,
          LiteralCheck.text(within.low()) + ".." + LiteralCheck.text(within.high()),
          "No value of %s lies between these bounds.".formatted(word.path()),
          "Write the lower bound first.");
  }

  private boolean literal(Word word, Value value) {
    return check.literals().check(word, value, place, sink);
  }

  private void wrongComparison(Word word, String sign) {
    sink.add(
        "wrong-comparison",
        place,
        sign,
        "%s is %s, for which \"%s\" has no meaning."
            .formatted(word.path(), LiteralCheck.noun(word.type()), sign),
        ways(word.type()));
  }

  private static String ways(Type type) {
    return switch (type) {
      case LIST -> "Write list contains(...).";
      case TRUTH -> "Write = or !=.";
      case TEXT -> "Write =, != or in (...).";
      case NUMBER, MONEY, DATE, TIME, TIER -> "Compare it with =, !=, <, <=, >, >= or in.";
    };
  }
}
