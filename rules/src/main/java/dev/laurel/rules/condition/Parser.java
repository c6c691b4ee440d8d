package dev.laurel.rules.condition;

import dev.laurel.rules.condition.Condition.All;
import dev.laurel.rules.condition.Condition.Any;
import dev.laurel.rules.condition.Condition.EveryLine;
import dev.laurel.rules.condition.Condition.Not;
import dev.laurel.rules.condition.Condition.Present;
import dev.laurel.rules.condition.Condition.SomeLine;
import dev.laurel.rules.condition.Cursor.Broken;
import dev.laurel.rules.condition.Operand.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads conditions; what cannot be read is noted and stepped over. */
final class Parser {
  /** Stands where a fact could not be read; never handed out. */
  static final Operand UNREADABLE = new Attribute("unreadable.fact");

  static final Condition HOLE = new Present(UNREADABLE);

  /** A level of a tree is written with at most three brackets. */
  private static final int MOST_LEVELS = 3 * Feel.MOST_DEPTH;

  private final Cursor cursor;
  private final Sides sides;
  private final Comparisons comparisons;
  private int level;

  Parser(Cursor cursor) {
    this.cursor = cursor;
    this.sides = new Sides(cursor, this);
    this.comparisons = new Comparisons(cursor, sides);
  }

  /** The whole text as one condition; of use only where no fault was noted. */
  Condition read() {
    Condition condition = condition(LineWord.LINE);
    while (!cursor.peek().isEnd()) leftover();
    return condition;
  }

  /** Only a bracket or a comma ends a condition early: reads on where the next one may begin. */
  private void leftover() {
    Token token = cursor.take();
    if (token.closes())
      cursor.complain(token, "No bracket is open here.", "Remove it, or open one before it.");
    else
      cursor.complain(
          token,
          "A comma stands only between values in brackets.",
          "Write numbers without a comma; join conditions by \"and\" or \"or\".");
    cursor.skipPart();
    if (cursor.takeWord("and") || cursor.takeWord("or")) condition(LineWord.LINE);
  }

  /** A condition up to the bracket, comma or end behind it. */
  Condition condition(LineWord lineWord) {
    Token start = cursor.peek();
    if (level == MOST_LEVELS) {
      cursor.complain(
          start, "Brackets are nested too deeply here.", "Split the condition into several rows.");
      cursor.abandon();
      return HOLE;
    }
    level++;
    Condition condition =
        joined("or", () -> joined("and", () -> part(start, lineWord), All::new), Any::new);
    level--;
    return condition;
  }

  private Condition joined(
      String word, Supplier<Condition> part, Function<List<Condition>, Condition> join) {
    List<Condition> parts = new ArrayList<>();
    do parts.add(part.get());
    while (cursor.takeWord(word));
    return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
  }

  private Condition part(Token start, LineWord lineWord) {
    try {
      Condition part = alone(start, lineWord);
      if (!cursor.endsPart()) throw unjoined(cursor.peek());
      return part;
    } catch (Broken broken) {
      cursor.skipPart();
      return HOLE;
    }
  }

  private Broken unjoined(Token token) {
    if (Comparator.of(token.meaning()).isPresent())
      return cursor.broken(
          token,
          "A comparison has two sides only.",
          "Write x in [1..5], or join two comparisons by \"and\".");
    return cursor.broken(
        token, "Here \"and\" or \"or\" is missing.", "Join conditions by one of the two words.");
  }

  private Condition alone(Token start, LineWord lineWord) {
    Token token = cursor.peek();
    if (cursor.takeSign("(")) return cursor.inside(token, ")", () -> condition(lineWord));
    if (cursor.takeWord("not")) return not(lineWord);
    if (token.isWord("some") || token.isWord("every")) return quantified(start);
    if (token.isWord("list") && cursor.peek(1).isWord("contains"))
      return comparisons.contains(lineWord);
    return comparisons.comparison(lineWord);
  }

  private Condition not(LineWord lineWord) {
    Token open = cursor.peek();
    cursor.expectSign("(", "Write not(...).");
    return new Not(cursor.inside(open, ")", () -> condition(lineWord)));
  }

  private Condition quantified(Token start) {
    Token word = cursor.take();
    if (!word.equals(start))
      cursor.complain(
          word,
          "Behind \"and\" or \"or\" it must be clear where this ends.",
          "Put it into brackets: (%s line in purchase.lines satisfies ...)."
              .formatted(word.source()));
    String remedy = "Write %s line in purchase.lines satisfies (...).".formatted(word.source());
    cursor.expectWord("line", remedy);
    cursor.expectWord("in", remedy);
    Token lines = cursor.peek();
    if (sides.lines().isPresent())
      cursor.complainSince(
          lines, "Here the lines cannot be filtered.", "Move the filter behind satisfies.");
    cursor.expectWord("satisfies", remedy);
    Condition where = condition(LineWord.LINE);
    return word.isWord("some") ? new SomeLine(where) : new EveryLine(where);
  }
}
