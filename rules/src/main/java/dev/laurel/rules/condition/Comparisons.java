package dev.laurel.rules.condition;

import dev.laurel.rules.condition.Condition.AtLeast;
import dev.laurel.rules.condition.Condition.Comparison;
import dev.laurel.rules.condition.Condition.Holds;
import dev.laurel.rules.condition.Condition.Not;
import dev.laurel.rules.condition.Condition.OneOf;
import dev.laurel.rules.condition.Condition.Present;
import dev.laurel.rules.condition.Condition.Within;
import dev.laurel.rules.condition.Cursor.Broken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions that hold no other but inside their facts. */
final class Comparisons {
  private final Cursor cursor;
  private final Sides sides;

  Comparisons(Cursor cursor, Sides sides) {
    this.cursor = cursor;
    this.sides = sides;
  }

  Condition contains(LineWord lineWord) {
    cursor.take();
    cursor.take();
    Token open = cursor.peek();
    String remedy = "Write list contains(purchase.tags, \"gift\").";
    cursor.expectSign("(", remedy);
    return cursor.inside(
        open,
        ")",
        () -> {
          Operand operand = sides.operand(lineWord);
          cursor.expectSign(",", remedy);
          return new Holds(operand, sides.literal());
        });
  }

  Condition comparison(LineWord lineWord) {
    Token start = cursor.peek();
    Side left = sides.side(lineWord);
    Token sign = cursor.peek();
    if (sign.isWord("in") || sign.isWord("between")) {
      Operand operand = fact(start, left);
      cursor.take();
      return sign.isWord("in") ? membership(operand) : between(operand);
    }
    Optional<Comparator> comparator =
        sign.kind() == Token.Kind.SIGN ? Comparator.of(sign.meaning()) : Optional.empty();
    if (comparator.isPresent()) {
      cursor.take();
      return compared(start, left, comparator.get(), sides.right(lineWord));
    }
    if (sign.isSign("-"))
      throw cursor.broken(
          sign,
          "Conditions do not calculate, and a name holds no hyphen.",
          "Name it in another way, such as member.favouriteShop.");
    if (sign.kind() != Token.Kind.BAD)
      cursor.complainSince(
          start,
          "This is compared with nothing.",
          "Write a comparison, such as purchase.amount >= 50 or member.enrolled != null; what is"
              + " true or false is compared with = true.");
    throw cursor.broken();
  }

  /** Puts the fact to the left. */
  private Condition compared(Token start, Side left, Comparator comparator, Side right) {
    return switch (left) {
      case Side.Fact(Operand operand) -> compared(start, operand, comparator, right);
      case Side.Count(List<Condition> parts) -> counted(start, parts, comparator, right);
      case Side.Literal _, Side.Nothing _ -> {
        if (right instanceof Side.Literal || right instanceof Side.Nothing) {
          cursor.complainSince(
              start,
              "This is the same for everybody.",
              "Compare a fact, such as purchase.amount, with a value.");
          yield Parser.HOLE;
        }
        yield compared(start, right, comparator.turned(), left);
      }
    };
  }

  private Condition compared(Token start, Operand operand, Comparator comparator, Side right) {
    return switch (right) {
      case Side.Literal(Value bound) -> new Comparison(operand, comparator, bound);
      case Side.Nothing _ when comparator == Comparator.EQUAL -> new Not(new Present(operand));
      case Side.Nothing _ when comparator == Comparator.NOT_EQUAL -> new Present(operand);
      case Side.Nothing _ -> {
        cursor.complainSince(
            start, "Nothing is larger or smaller than null.", "Write x = null or x != null.");
        yield Parser.HOLE;
      }
      case Side.Fact _, Side.Count _ -> {
        cursor.complainSince(
            start,
            "Two facts cannot be compared with each other.",
            "Compare the fact with a value.");
        yield Parser.HOLE;
      }
    };
  }

  private Condition counted(Token start, List<Condition> parts, Comparator comparator, Side right) {
    if (comparator == Comparator.AT_LEAST
        && right instanceof Side.Literal(Value.Number(BigDecimal least))
        && least.signum() > 0
        && least.scale() <= 0
        && least.compareTo(BigDecimal.valueOf(parts.size())) <= 0)
      return new AtLeast(least.intValueExact(), parts);
    cursor.complainSince(
        start,
        "Counted conditions are compared by >= with a whole number from 1 to their own number.",
        "Write count([a, b, c][item = true]) >= 2.");
    return Parser.HOLE;
  }

  private Operand fact(Token start, Side side) {
    if (side instanceof Side.Fact(Operand operand)) return operand;
    cursor.complainSince(
        start, "Here a fact is missing.", "Write a fact before it, such as purchase.amount.");
    throw cursor.broken();
  }

  private Condition between(Operand operand) {
    Value low;
    try {
      low = sides.literal();
    } catch (Broken broken) {
      // The next "and" belongs to "between" and joins no conditions.
      cursor.skipPart();
      cursor.takeWord("and");
      throw broken;
    }
    cursor.expectWord("and", "Write x between 1 and 5.");
    return new Within(operand, low, true, sides.literal(), true);
  }

  private Condition membership(Operand operand) {
    Token open = cursor.peek();
    if (!open.opens() && !open.isSign("]"))
      throw cursor.broken(
          open, "Here a bracket is missing.", "Write x in (\"a\", \"b\") or x in [1..5].");
    cursor.take();
    List<Value> values;
    try {
      Value first = element();
      if (cursor.takeSign("..")) return range(operand, open, first);
      values = elements(first);
    } catch (Broken broken) {
      cursor.skipBracket();
      throw broken;
    }
    if (!open.isSign("("))
      cursor.complain(open, "Values stand in round brackets.", "Write x in (\"a\", \"b\").");
    cursor.close(open, open.isSign("(") ? ")" : "]");
    return new OneOf(operand, values);
  }

  private Condition range(Operand operand, Token open, Value low) {
    Value high = sides.literal();
    Token close = cursor.peek();
    if (!close.closes() && !close.isSign("["))
      throw cursor.broken(close, "Here the range should be closed.", "Write ] or ).");
    cursor.take();
    return new Within(operand, low, open.isSign("["), high, close.isSign("]"));
  }

  private List<Value> elements(Value first) {
    List<Value> values = new ArrayList<>();
    values.add(first);
    while (cursor.takeSign(",")) {
      if (values.size() == Feel.MOST_VALUES)
        throw cursor.broken(
            cursor.peek(),
            "A list holds at most %d values.".formatted(Feel.MOST_VALUES),
            "Give the products, shops or members an attribute, and ask for that.");
      values.add(element());
    }
    return values;
  }

  /** One value of a list; goes on behind it where it cannot be read. */
  private Value element() {
    try {
      return sides.literal();
    } catch (Broken broken) {
      cursor.skipPart();
      if (!cursor.peek().isSign(",")) throw broken;
      return Value.of(0);
    }
  }
}
