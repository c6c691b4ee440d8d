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
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes conditions in their canonical form, of which no two trees share one. */
final class Printer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final StringBuilder out = new StringBuilder();

  private Printer() {}

  static String print(Condition condition) {
    Printer printer = new Printer();
    printer.condition(condition, LineWord.LINE);
    return printer.out.toString();
  }

  private void condition(Condition condition, LineWord line) {
    switch (condition) {
      case All(List<Condition> parts) -> joined(parts, " and ", part -> part(part, line));
      case Any(List<Condition> parts) -> joined(parts, " or ", part -> part(part, line));
      case AtLeast(int least, List<Condition> parts) -> {
        out.append("count([");
        joined(parts, ", ", part -> condition(part, line));
        out.append("][item = true]) >= ").append(least);
      }
      case Not(Present(Operand operand)) -> operand(operand, line).append(" = null");
      case Not(Condition part) -> {
        out.append("not(");
        condition(part, line);
        out.append(')');
      }
      case Comparison(Operand operand, Comparator comparator, Value bound) ->
          operand(operand, line)
              .append(' ')
              .append(comparator.sign())
              .append(' ')
              .append(value(bound));
      case OneOf(Operand operand, List<Value> values) -> {
        operand(operand, line).append(" in (");
        joined(values, ", ", value -> out.append(value(value)));
        out.append(')');
      }
      case Within within -> within(within, line);
      case Holds(Operand operand, Value value) -> {
        out.append("list contains(");
        operand(operand, line).append(", ").append(value(value)).append(')');
      }
      case Present(Operand operand) -> operand(operand, line).append(" != null");
      case SomeLine(Condition where) -> quantified("some", where);
      case EveryLine(Condition where) -> quantified("every", where);
    }
  }

  private void within(Within within, LineWord line) {
    operand(within.operand(), line)
        .append(" in ")
        .append(within.lowIncluded() ? '[' : '(')
        .append(value(within.low()))
        .append("..")
        .append(value(within.high()))
        .append(within.highIncluded() ? ']' : ')');
  }

  private void quantified(String word, Condition where) {
    out.append(word).append(" line in purchase.lines satisfies ");
    part(where, LineWord.LINE);
  }

  /** In brackets wherever "and", "or" or the words before it could pull it apart. */
  private void part(Condition part, LineWord line) {
    boolean bracketed =
        switch (part) {
          case All _, Any _, SomeLine _, EveryLine _ -> true;
          case AtLeast _, Not _, Comparison _, OneOf _, Within _, Holds _, Present _ -> false;
        };
    if (bracketed) out.append('(');
    condition(part, line);
    if (bracketed) out.append(')');
  }

  private StringBuilder operand(Operand operand, LineWord line) {
    return switch (operand) {
      case Attribute(String path) -> out.append(line.written(path));
      case LineCount(Optional<Condition> where) -> {
        out.append("count(");
        yield lines(where).append(')');
      }
      case LineSum(String attribute, Optional<Condition> where) -> {
        out.append("sum(");
        yield lines(where).append('.').append(attribute).append(')');
      }
    };
  }

  private StringBuilder lines(Optional<Condition> where) {
    out.append("purchase.lines");
    where.ifPresent(condition -> {
      out.append('[');
      condition(condition, LineWord.ITEM);
      out.append(']');
    });
    return out;
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Number(var number) -> number.toPlainString();
      case Value.Text(String text) -> Quotes.quote(text);
      case Value.Truth(boolean truth) -> String.valueOf(truth);
      case Value.Date(var date) -> "date(\"%s\")".formatted(date);
      case Value.Time(var time) -> "time(\"%s\")".formatted(TIME.format(time));
    };
  }

  private <T> void joined(List<T> parts, String separator, Consumer<T> each) {
    Iterator<T> rest = parts.iterator();
    each.accept(rest.next());
    while (rest.hasNext()) {
      out.append(separator);
      each.accept(rest.next());
    }
  }
}
