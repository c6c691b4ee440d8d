package dev.laurel.rules.condition;

import dev.laurel.rules.condition.Operand.Attribute;
import dev.laurel.rules.condition.Operand.LineCount;
import dev.laurel.rules.condition.Operand.LineSum;
import dev.laurel.rules.condition.Token.Kind;
import dev.laurel.rules.fault.Nearest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the sides of comparisons: facts and literals. */
final class Sides {
  private static final Set<String> FUNCTIONS =
      Set.of("count", "date", "list contains", "not", "sum", "time");

  private final Cursor cursor;
  private final Parser parser;

  Sides(Cursor cursor, Parser parser) {
    this.cursor = cursor;
    this.parser = parser;
  }

  Side side(LineWord lineWord) {
    Token token = cursor.peek();
    if (cursor.takeWord("null")) return new Side.Nothing();
    if (isLiteral(token)) return new Side.Literal(literal());
    if (calls("count")) return count(lineWord);
    if (calls("sum")) return new Side.Fact(sum());
    if (token.kind() == Kind.WORD && !Lexer.WORDS.contains(token.meaning()))
      return new Side.Fact(attribute(lineWord));
    throw cursor.broken(
        token, "Here a condition is missing.", "Write one, such as purchase.amount >= 50.");
  }

  /** What stands behind a comparison's sign. */
  Side right(LineWord lineWord) {
    Token token = cursor.peek();
    boolean begins =
        token.kind() == Kind.WORD
            && (token.isWord("null") || !Lexer.WORDS.contains(token.meaning()));
    return begins ? side(lineWord) : new Side.Literal(literal());
  }

  /** A fact, where nothing else can stand. */
  Operand operand(LineWord lineWord) {
    Token token = cursor.peek();
    if (side(lineWord) instanceof Side.Fact(Operand operand)) return operand;
    throw cursor.broken(
        token, "Here a fact is missing.", "Write one, such as purchase.tags or member.segments.");
  }

  Value literal() {
    Token token = cursor.peek();
    if (!isLiteral(token))
      throw cursor.broken(
          token,
          "Here a value is missing.",
          "Write a number, a \"text\", true, false, date(\"2026-01-31\") or time(\"10:30:00\").");
    cursor.take();
    return switch (token.meaning()) {
      case String text when token.kind() == Kind.TEXT -> Value.of(text);
      case "true" -> Value.of(true);
      case "false" -> Value.of(false);
      case "date" -> moment(token, "date(\"2026-01-31\")", Sides::date);
      case "time" -> moment(token, "time(\"10:30:00\")", Sides::time);
      case "-" -> number(token, cursor.take().meaning());
      default -> number(token, token.meaning());
    };
  }

  private boolean isLiteral(Token token) {
    return token.kind() == Kind.TEXT
        || token.kind() == Kind.NUMBER
        || token.isSign("-") && cursor.peek(1).kind() == Kind.NUMBER
        || token.isWord("true")
        || token.isWord("false")
        || calls("date")
        || calls("time");
  }

  private boolean calls(String function) {
    return cursor.peek().isWord(function) && cursor.peek(1).isSign("(");
  }

  private Value number(Token first, String digits) {
    try {
      BigDecimal number = new BigDecimal(digits);
      return Value.of(first.isSign("-") ? number.negate() : number);
    } catch (IllegalArgumentException tooLong) {
      cursor.complainSince(first, String.valueOf(tooLong.getMessage()), "Write a shorter number.");
      return Value.of(0);
    }
  }

  /** Reads the bracket behind {@code date} or {@code time}. */
  private Value moment(Token word, String example, Function<String, Value> reader) {
    Token open = cursor.take();
    return cursor.inside(
        open,
        ")",
        () -> {
          Token text = cursor.peek();
          if (text.kind() != Kind.TEXT)
            throw cursor.broken(text, "Here a text is missing.", "Write %s.".formatted(example));
          cursor.take();
          try {
            return reader.apply(text.meaning());
          } catch (DateTimeException | IllegalArgumentException unknown) {
            cursor.complain(
                text,
                "There is no such %s.".formatted(word.meaning()),
                "Write it in the form %s.".formatted(example));
            return Value.of(0);
          }
        });
  }

  private static Value date(String text) {
    return new Value.Date(LocalDate.parse(text));
  }

  private static Value time(String text) {
    if (text.length() != "10:30:00".length())
      throw new IllegalArgumentException("A time of day has hours, minutes and seconds.");
    return new Value.Time(LocalTime.parse(text));
  }

  private Side count(LineWord lineWord) {
    cursor.take();
    return cursor.inside(
        cursor.take(),
        ")",
        () ->
            cursor.peek().isSign("[")
                ? new Side.Count(parts(lineWord))
                : new Side.Fact(new LineCount(lines())));
  }

  /** Reads {@code [a, b, c][item = true]}. */
  private List<Condition> parts(LineWord lineWord) {
    Token open = cursor.take();
    List<Condition> parts =
        cursor.inside(
            open,
            "]",
            () -> {
              List<Condition> read = new ArrayList<>();
              do read.add(parser.condition(lineWord));
              while (cursor.takeSign(","));
              return read;
            });
    if (parts.size() < 2) {
      cursor.complainSince(
          open, "One condition alone is not counted.", "Write the condition without count.");
      throw cursor.broken();
    }
    String remedy = "Write count([a, b, c][item = true]) >= 2.";
    Token filter = cursor.peek();
    cursor.expectSign("[", remedy);
    return cursor.inside(
        filter,
        "]",
        () -> {
          cursor.expectWord("item", remedy);
          cursor.expectSign("=", remedy);
          cursor.expectWord("true", remedy);
          return parts;
        });
  }

  private Operand sum() {
    cursor.take();
    return cursor.inside(
        cursor.take(),
        ")",
        () -> {
          String remedy = "Write sum(purchase.lines.amount).";
          Optional<Condition> where = lines();
          cursor.expectSign(".", remedy);
          Token name = cursor.peek();
          if (!name.source().matches(Operand.NAME))
            throw cursor.broken(name, "Here a line's attribute is missing.", remedy);
          cursor.take();
          return new LineSum(name.source(), where);
        });
  }

  /** Reads {@code purchase.lines} and the filter behind it, if there is one. */
  Optional<Condition> lines() {
    String remedy = "The lines of a purchase are called purchase.lines.";
    cursor.expectWord("purchase", remedy);
    cursor.expectSign(".", remedy);
    cursor.expectWord("lines", remedy);
    Token open = cursor.peek();
    if (!cursor.takeSign("[")) return Optional.empty();
    return Optional.of(cursor.inside(open, "]", () -> parser.condition(LineWord.ITEM)));
  }

  private Operand attribute(LineWord lineWord) {
    Token first = cursor.take();
    if (cursor.peek().isSign("("))
      throw cursor.broken(
          first, "Conditions know no such function.", Nearest.remedy(first.source(), FUNCTIONS));
    StringBuilder names = new StringBuilder(first.source());
    int count = 1;
    while (cursor.takeSign(".")) {
      Token name = cursor.peek();
      if (name.kind() != Kind.WORD)
        throw cursor.broken(name, "Here a name is missing.", "Write it behind the dot.");
      names.append('.').append(cursor.take().source());
      count++;
    }
    String path = named(names.toString(), first, lineWord);
    if (Attribute.isPath(path)) return new Attribute(path);
    if (count == 1)
      throw cursor.broken(
          first,
          "This is neither a fact nor a value.",
          "A fact has a dot in it, such as purchase.amount; a text stands in double quotes.");
    cursor.complainSince(
        first,
        "A fact has at most eight names of Latin letters and digits, none reserved by FEEL.",
        "Name it in that form, such as member.favouriteShop.");
    return Parser.UNREADABLE;
  }

  /** The path as a tree has it; a fault where the line is called by the wrong word. */
  private String named(String path, Token first, LineWord lineWord) {
    for (LineWord word : LineWord.values()) {
      if (!path.startsWith(word.word() + ".")) continue;
      if (word == LineWord.ITEM && lineWord == LineWord.LINE)
        cursor.complainSince(
            first,
            "Only inside purchase.lines[...] a line is called \"item\".",
            "Write \"line\" instead of \"item\".");
      if (word == LineWord.LINE && lineWord == LineWord.ITEM)
        cursor.complainSince(
            first,
            "Inside purchase.lines[...] a line is called \"item\".",
            "Write \"item\" instead of \"line\".");
      return LineWord.LINE.word() + path.substring(word.word().length());
    }
    return path;
  }
}
