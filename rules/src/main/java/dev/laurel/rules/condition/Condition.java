package dev.laurel.rules.condition;

import java.util.List;

/**
 * A closed, typed tree that says when a rule applies. Immutable.
 *
 * <p>Meaning is three-valued (Kleene's strong logic, as in FEEL): a comparison whose operand has no
 * value is neither met nor refuted but <em>missing</em>; {@link Not} of missing is missing; {@link
 * All} is not met where one part is not met, {@link Any} met where one part is met. A rule applies
 * only where its condition is met.
 */
public sealed interface Condition {
  /** Every part is met. At least two parts. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = several(parts, "All");
    }
  }

  /** One part or more is met. At least two parts. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = several(parts, "Any");
    }
  }

  /**
   * At least so many of the parts are met; FEEL {@code count([a, b, c][item = true]) >= 2}. Where
   * it hangs on a part that is missing, it is missing; so 1 means {@link Any} and all of them
   * {@link All}.
   *
   * @param least 1 to the number of parts
   */
  record AtLeast(int least, List<Condition> parts) implements Condition {
    public AtLeast {
      parts = several(parts, "AtLeast");
      if (least < 1 || least > parts.size())
        throw new IllegalArgumentException(
            "The least number (%d) must be 1..%d, the number of parts."
                .formatted(least, parts.size()));
    }
  }

  /** The part is refuted: it has all its values and is not met. */
  record Not(Condition part) implements Condition {}

  /** The operand against one bound; tiers by rank, money with money, text by code points. */
  record Comparison(Operand operand, Comparator comparator, Value bound) implements Condition {}

  /** The operand equals one of the values; FEEL {@code x in ("a", "b")}. At least one value. */
  record OneOf(Operand operand, List<Value> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) throw new IllegalArgumentException("OneOf needs a value.");
    }
  }

  /** The operand lies between two bounds; FEEL {@code x in [1..5)}, a bracket includes its end. */
  record Within(Operand operand, Value low, boolean lowIncluded, Value high, boolean highIncluded)
      implements Condition {}

  /** A list operand holds the value; FEEL {@code list contains(purchase.tags, "gift")}. */
  record Holds(Operand operand, Value value) implements Condition {}

  /** The operand has a value; FEEL {@code x != null}. Never missing. */
  record Present(Operand operand) implements Condition {}

  /** One line or more meets it; FEEL {@code some line in purchase.lines satisfies ...}. */
  record SomeLine(Condition where) implements Condition {}

  /** Every line meets it; FEEL {@code every line in purchase.lines satisfies ...}. */
  record EveryLine(Condition where) implements Condition {}

  private static List<Condition> several(List<Condition> parts, String name) {
    if (parts.size() < 2)
      throw new IllegalArgumentException("%s needs at least two parts.".formatted(name));
    return List.copyOf(parts);
  }
}
