package dev.laurel.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks and changes at parts of a condition. A part goes by its way from the whole: {@code parts}
 * and a number from 1, {@code part} of a negation, {@code where} of lines, {@code operand} and
 * {@code where} of what is counted or added up; as sentences name them. Stateless and thread-safe.
 */
public final class Subconditions {
  private static final String PARTS = "parts";
  private static final String PART = "part";
  private static final String WHERE = "where";
  private static final String OPERAND = "operand";

  private Subconditions() {}

  /** The part at the end of a way; empty where the way leads nowhere. */
  public static Optional<Condition> at(Condition whole, List<String> way) {
    if (way.isEmpty()) return Optional.of(whole);
    List<String> rest = way.subList(1, way.size());
    return switch (way.getFirst()) {
      case PARTS -> {
        if (rest.isEmpty()) yield Optional.empty();
        List<Condition> parts = parts(whole);
        int index = index(rest.getFirst(), parts.size());
        yield index < 0 ? Optional.empty() : at(parts.get(index), rest.subList(1, rest.size()));
      }
      case PART ->
          whole instanceof Condition.Not(var part) ? at(part, rest) : Optional.<Condition>empty();
      case WHERE -> ofLines(whole).flatMap(where -> at(where, rest));
      case OPERAND ->
          rest.isEmpty() || !rest.getFirst().equals(WHERE)
              ? Optional.<Condition>empty()
              : operand(whole)
                  .flatMap(Subconditions::where)
                  .flatMap(where -> at(where, rest.subList(1, rest.size())));
      default -> Optional.empty();
    };
  }

  /**
   * The whole with something else as a part.
   *
   * @param part what stands there instead; empty for nothing, so that of two that are joined the
   *     other one is left
   * @return empty where the way leads nowhere or nothing would be left
   */
  public static Optional<Condition> with(
      Condition whole, List<String> way, Optional<Condition> part) {
    if (way.isEmpty()) return part;
    List<String> rest = way.subList(1, way.size());
    return switch (way.getFirst()) {
      case PARTS -> rest.isEmpty() ? Optional.empty() : withPart(whole, rest, part);
      case PART ->
          whole instanceof Condition.Not(var of)
              ? with(of, rest, part).<Condition>map(Condition.Not::new)
              : Optional.<Condition>empty();
      case WHERE ->
          ofLines(whole)
              .flatMap(of -> with(of, rest, part))
              .map(of ->
                  whole instanceof Condition.SomeLine
                      ? new Condition.SomeLine(of)
                      : new Condition.EveryLine(of));
      case OPERAND ->
          rest.isEmpty() || !rest.getFirst().equals(WHERE)
              ? Optional.<Condition>empty()
              : operand(whole)
                  .flatMap(of -> withWhere(of, rest.subList(1, rest.size()), part))
                  .flatMap(of -> withOperand(whole, of));
      default -> Optional.empty();
    };
  }

  private static Optional<Condition> withPart(
      Condition whole, List<String> rest, Optional<Condition> part) {
    List<Condition> parts = new ArrayList<>(parts(whole));
    int index = index(rest.getFirst(), parts.size());
    if (index < 0) return Optional.empty();
    Optional<Condition> changed = with(parts.get(index), rest.subList(1, rest.size()), part);
    if (changed.isPresent()) parts.set(index, changed.get());
    else parts.remove(index);
    if (parts.size() == 1) return Optional.of(parts.getFirst());
    if (whole instanceof Condition.AtLeast(var least, var _))
      return Optional.of(new Condition.AtLeast(Math.min(least, parts.size()), parts));
    return Optional.of(
        whole instanceof Condition.All ? new Condition.All(parts) : new Condition.Any(parts));
  }

  /** What is asked of some lines or of every line. */
  private static Optional<Condition> ofLines(Condition condition) {
    if (condition instanceof Condition.SomeLine(var where)) return Optional.of(where);
    if (condition instanceof Condition.EveryLine(var where)) return Optional.of(where);
    return Optional.empty();
  }

  private static List<Condition> parts(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> parts;
      case Condition.Any(var parts) -> parts;
      case Condition.AtLeast(var _, var parts) -> parts;
      case Condition.Not _,
          Condition.Comparison _,
          Condition.OneOf _,
          Condition.Within _,
          Condition.Holds _,
          Condition.Present _,
          Condition.SomeLine _,
          Condition.EveryLine _ ->
          List.of();
    };
  }

  private static int index(String number, int size) {
    if (!number.matches("[1-9][0-9]{0,3}")) return -1;
    int index = Integer.parseInt(number) - 1;
    return index < size ? index : -1;
  }

  /** What a condition looks at, where it looks at one thing. */
  public static Optional<Operand> operand(Condition condition) {
    return switch (condition) {
      case Condition.Comparison(var operand, var _, var _) -> Optional.of(operand);
      case Condition.OneOf(var operand, var _) -> Optional.of(operand);
      case Condition.Within within -> Optional.of(within.operand());
      case Condition.Holds(var operand, var _) -> Optional.of(operand);
      case Condition.Present(var operand) -> Optional.of(operand);
      case Condition.All _,
          Condition.Any _,
          Condition.AtLeast _,
          Condition.Not _,
          Condition.SomeLine _,
          Condition.EveryLine _ ->
          Optional.empty();
    };
  }

  /** The same of something else; empty where it looks at no one thing. */
  private static Optional<Condition> withOperand(Condition condition, Operand operand) {
    return switch (condition) {
      case Condition.Comparison(var _, var comparator, var bound) ->
          Optional.of(new Condition.Comparison(operand, comparator, bound));
      case Condition.OneOf(var _, var values) -> Optional.of(new Condition.OneOf(operand, values));
      case Condition.Within(var _, var low, var lowIn, var high, var highIn) ->
          Optional.of(new Condition.Within(operand, low, lowIn, high, highIn));
      case Condition.Holds(var _, var value) -> Optional.of(new Condition.Holds(operand, value));
      case Condition.Present _ -> Optional.of(new Condition.Present(operand));
      case Condition.All _,
          Condition.Any _,
          Condition.AtLeast _,
          Condition.Not _,
          Condition.SomeLine _,
          Condition.EveryLine _ ->
          Optional.empty();
    };
  }

  private static Optional<Condition> where(Operand operand) {
    return switch (operand) {
      case Operand.Attribute _ -> Optional.empty();
      case Operand.LineCount(var where) -> where;
      case Operand.LineSum(var _, var where) -> where;
    };
  }

  private static Optional<Operand> withWhere(
      Operand operand, List<String> way, Optional<Condition> part) {
    Optional<Condition> where = where(operand).flatMap(of -> with(of, way, part));
    return switch (operand) {
      case Operand.Attribute _ -> Optional.empty();
      case Operand.LineCount _ -> Optional.of(new Operand.LineCount(where));
      case Operand.LineSum(var attribute, var _) ->
          Optional.of(new Operand.LineSum(attribute, where));
    };
  }
}
