package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.each;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.what;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.sentence.Operands.Family;
import dev.laurel.rules.sentence.Phrase.Join;
import dev.laurel.rules.sentence.Phrase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Conditions as clauses. A clause that holds others is bracketed wherever it stands within another,
 * so that what belongs together can be read off.
 */
final class Conditions {
  private final Operands operands;

  Conditions(Operands operands) {
    this.operands = operands;
  }

  /** All rows must be met; empty where there is no row. */
  Optional<Phrase> all(String place, Rows rows) {
    return rows(place, rows, Join.BOTH);
  }

  /** One row or more is met; empty where there is no row. */
  Optional<Phrase> any(String place, Rows rows) {
    return rows(place, rows, Join.EITHER);
  }

  private Optional<Phrase> rows(String place, Rows rows, Join by) {
    if (rows.isEmpty()) return Optional.empty();
    boolean several = rows.byId().size() > 1;
    List<Phrase> clauses = new ArrayList<>();
    rows.byId()
        .forEach((id, row) ->
            clauses.add(several ? part(place + "/" + id, row) : of(place + "/" + id, row)));
    return Optional.of(joined(by, clauses));
  }

  /** The condition as a clause of its own. */
  Phrase of(String place, Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> joined(Join.BOTH, parts(place, parts));
      case Condition.Any(List<Condition> parts) -> joined(Join.EITHER, parts(place, parts));
      case Condition.AtLeast(int least, List<Condition> parts) ->
          say(
              "condition.at-least",
              Phrases.number(place + "/least", least),
              joined(Join.SEMICOLON, parts(place, parts)));
      case Condition.Not(Condition part) -> not(place + "/part", part);
      case Condition.Comparison comparison -> comparison(place, comparison);
      case Condition.OneOf oneOf -> oneOf(place, oneOf, "is.one-of", Join.OR);
      case Condition.Within within -> within(place, within);
      case Condition.Holds holds -> holds(place, holds, true);
      case Condition.Present(Operand operand) -> clause(place, operand, say("is.known"));
      case Condition.SomeLine(Condition where) ->
          say("condition.some-line", part(place + "/where", where));
      case Condition.EveryLine(Condition where) ->
          say("condition.every-line", part(place + "/where", where));
    };
  }

  /** The condition within another. */
  Phrase part(String place, Condition condition) {
    Phrase clause = of(place, condition);
    return isOpen(condition) ? say("condition.group", clause) : clause;
  }

  /** Whether it cannot be told where the clause ends or what it reaches to. */
  private static boolean isOpen(Condition condition) {
    return switch (condition) {
      case Condition.All _, Condition.Any _, Condition.SomeLine _, Condition.EveryLine _ -> true;
      case Condition.Not(Condition part) ->
          part instanceof Condition.SomeLine || part instanceof Condition.EveryLine;
      case Condition.AtLeast _,
          Condition.Comparison _,
          Condition.OneOf _,
          Condition.Within _,
          Condition.Holds _,
          Condition.Present _ ->
          false;
    };
  }

  private List<Phrase> parts(String place, List<Condition> parts) {
    return each(parts, place + "/parts", this::part);
  }

  private Phrase not(String place, Condition part) {
    return switch (part) {
      case Condition.Comparison(Operand operand, Comparator comparator, Value bound) ->
          comparison(place, new Condition.Comparison(operand, comparator.opposite(), bound));
      case Condition.OneOf oneOf -> oneOf(place, oneOf, "is.none-of", Join.LIST);
      case Condition.Holds holds -> holds(place, holds, false);
      case Condition.Present(Operand operand) -> clause(place, operand, say("is.not-known"));
      case Condition.SomeLine(Condition where) ->
          say("condition.no-line", part(place + "/where", where));
      case Condition.EveryLine(Condition where) ->
          say("condition.not-every-line", part(place + "/where", where));
      case Condition.All _,
          Condition.Any _,
          Condition.AtLeast _,
          Condition.Not _,
          Condition.Within _ ->
          say("condition.not", of(place, part));
    };
  }

  private Phrase comparison(String place, Condition.Comparison comparison) {
    String path = path(comparison.operand());
    Comparator comparator = comparison.comparator();
    boolean equality = comparator == Comparator.EQUAL || comparator == Comparator.NOT_EQUAL;
    if (equality && comparison.bound() instanceof Value.Truth(boolean truth)) {
      boolean met = comparator.accepts(0) == truth;
      return operands.isState(path)
          ? new Phrase.Word(
              Kind.WHEN, place, say("state.%s.%s".formatted(path, met ? "true" : "false")))
          : clause(place, comparison.operand(), truth(met));
    }
    return clause(place, comparison.operand(), compared(path, comparator, comparison.bound()));
  }

  private static Phrase truth(boolean truth) {
    return say("is.plain.equal", say(truth ? "value.true" : "value.false"));
  }

  private Phrase oneOf(String place, Condition.OneOf oneOf, String key, Join by) {
    String path = path(oneOf.operand());
    List<Phrase> values = oneOf.values().stream().map(v -> operands.value(path, v)).toList();
    return clause(place, oneOf.operand(), say(key, joined(by, values)));
  }

  private Phrase within(String place, Condition.Within within) {
    String path = path(within.operand());
    Comparator above = within.lowIncluded() ? Comparator.AT_LEAST : Comparator.GREATER;
    Comparator below = within.highIncluded() ? Comparator.AT_MOST : Comparator.LESS;
    return clause(
        place,
        within.operand(),
        say(
            "is.within",
            compared(path, above, within.low()),
            compared(path, below, within.high())));
  }

  private Phrase holds(String place, Condition.Holds holds, boolean met) {
    String path = path(holds.operand());
    Phrase value = operands.value(path, holds.value());
    if (path.equals(Operands.SEGMENTS))
      return say(
          met ? "condition.belongs" : "condition.belongs-not",
          new Phrase.Word(Kind.WHO, place, value));
    return say(
        met ? "condition.includes" : "condition.includes-not",
        operand(place, holds.operand()),
        new Phrase.Word(operands.kindOfValue(path), place, value));
  }

  /** From one bound to below another; either may be open. */
  Phrase between(String path, Optional<Value> from, Optional<Value> below) {
    Optional<Phrase> low = from.map(value -> compared(path, Comparator.AT_LEAST, value));
    Optional<Phrase> high = below.map(value -> compared(path, Comparator.LESS, value));
    if (low.isPresent() && high.isPresent()) return say("is.within", low.get(), high.get());
    return low.or(() -> high).orElseGet(() -> say("is.known"));
  }

  /** A bound as an operand of this path is compared with it. */
  private Phrase compared(String path, Comparator comparator, Value bound) {
    Family family = operands.familyOf(path, comparator, bound);
    return say("is." + Phrases.kebab(family), comparator, operands.value(path, bound));
  }

  /** An operand with what it is. */
  private Phrase clause(String place, Operand operand, Phrase predicate) {
    return operand.equals(new Operand.Attribute(Operands.TIER))
        ? say("condition.member-is", new Phrase.Word(Kind.WHO, place, predicate))
        : say(
            "condition.is",
            operand(place, operand),
            new Phrase.Word(operands.kindOfValue(path(operand)), place, predicate));
  }

  private Phrase operand(String place, Operand operand) {
    String at = place + "/operand";
    return switch (operand) {
      case Operand.Attribute(String path) ->
          new Phrase.Word(operands.kindOf(path), at, operands.of(path));
      case Operand.LineCount(Optional<Condition> where) ->
          where
              .map(w -> say("operand.line-count.where", of(at + "/where", w)))
              .orElseGet(() -> say("operand.line-count"));
      case Operand.LineSum sum -> {
        Phrase attribute = what(at + "/attribute", operands.of("line." + sum.attribute()));
        yield sum.where()
            .map(w -> say("operand.line-sum.where", attribute, of(at + "/where", w)))
            .orElseGet(() -> say("operand.line-sum", attribute));
      }
    };
  }

  /** The path by which values of the operand are said; a count's are plain numbers. */
  private static String path(Operand operand) {
    return switch (operand) {
      case Operand.Attribute(String path) -> path;
      case Operand.LineCount _ -> "";
      case Operand.LineSum sum -> "line." + sum.attribute();
    };
  }
}
