package dev.laurel.rules.condition;

import java.util.Optional;

/** What a condition looks at. Immutable. */
public sealed interface Operand {
  /**
   * A fact by its path, such as {@code purchase.amount}, {@code member.tier}, {@code
   * metrics.spend}, {@code line.category} or a custom attribute {@code member.favouriteShop}.
   *
   * @param path names joined by dots, each a letter followed by letters or digits
   */
  record Attribute(String path) implements Operand {}

  /**
   * How many lines of the purchase meet a condition; FEEL {@code count(purchase.lines[...])}.
   *
   * @param where asked of each line, in terms of {@code line.*} only; empty counts every line
   */
  record LineCount(Optional<Condition> where) implements Operand {}

  /**
   * The sum of a line's attribute; FEEL {@code sum(purchase.lines[...].amount)}.
   *
   * @param attribute the name below {@code line.}, such as {@code amount} or {@code quantity}
   * @param where asked of each line; empty adds up every line
   */
  record LineSum(String attribute, Optional<Condition> where) implements Operand {}
}
