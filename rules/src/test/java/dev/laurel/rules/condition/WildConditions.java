package dev.laurel.rules.condition;

import dev.laurel.rules.condition.Condition.Comparison;
import dev.laurel.rules.condition.Condition.EveryLine;
import dev.laurel.rules.condition.Condition.Holds;
import dev.laurel.rules.condition.Condition.OneOf;
import dev.laurel.rules.condition.Condition.Present;
import dev.laurel.rules.condition.Condition.SomeLine;
import dev.laurel.rules.condition.Condition.Within;
import dev.laurel.rules.condition.Operand.Attribute;
import dev.laurel.rules.condition.Operand.LineCount;
import dev.laurel.rules.condition.Operand.LineSum;
import dev.laurel.rules.oracle.Form;
import dev.laurel.rules.oracle.RandomConditions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;

/** Random conditions without regard to sense: whatever the types of a tree allow. */
final class WildConditions {
  private static final EnumSet<Form> ALL = EnumSet.allOf(Form.class);

  private static final List<String> HEADS =
      List.of("line", "purchase", "member", "a", "count", "list", "date", "items");
  private static final RandomGenerator<String> NAMES = names().generator(1_000);
  private static final RandomGenerator<Value> VALUES = values().generator(1_000);

  private WildConditions() {}

  static Arbitrary<Condition> conditions() {
    return RandomConditions.trees(random -> leaf(random, 2), 3, ALL);
  }

  private static Condition leaf(Random random, int depthOfLines) {
    Operand operand = operand(random, depthOfLines);
    Supplier<Value> value = () -> VALUES.next(random).value();
    return switch (random.nextInt(depthOfLines == 0 ? 5 : 7)) {
      case 0 -> {
        Comparator[] comparators = Comparator.values();
        yield new Comparison(operand, comparators[random.nextInt(comparators.length)], value.get());
      }
      case 1 -> new OneOf(operand, Stream.generate(value).limit(1 + random.nextInt(4)).toList());
      case 2 ->
          new Within(operand, value.get(), random.nextBoolean(), value.get(), random.nextBoolean());
      case 3 -> new Holds(operand, value.get());
      case 4 -> new Present(operand);
      case 5 -> new SomeLine(where(random, depthOfLines));
      default -> new EveryLine(where(random, depthOfLines));
    };
  }

  private static Condition where(Random random, int depthOfLines) {
    return RandomConditions.tree(random, deeper -> leaf(deeper, depthOfLines - 1), 1, ALL);
  }

  private static Operand operand(Random random, int depthOfLines) {
    int kind = depthOfLines == 0 ? 0 : random.nextInt(4);
    if (kind < 2) return new Attribute(path(random));
    Optional<Condition> where =
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(where(random, depthOfLines));
    return kind == 2 ? new LineCount(where) : new LineSum(NAMES.next(random).value(), where);
  }

  private static String path(Random random) {
    List<String> names = new ArrayList<>(List.of(HEADS.get(random.nextInt(HEADS.size()))));
    do names.add(NAMES.next(random).value());
    while (names.size() < 8 && random.nextInt(3) == 0);
    return String.join(".", names);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of("lines", "amount", "item", "line", "x", "inside", "orders", "date", "count"),
        Arbitraries.of("contains", "nullable", "true1", "somewhere", "list", "E5", "not2"),
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .numeric()
            .ofMinLength(1)
            .ofMaxLength(8)
            .filter(name -> name.matches(Operand.NAME)));
  }

  private static Arbitrary<Value> values() {
    return Arbitraries.oneOf(
        numbers(),
        texts().map(Value::of),
        Arbitraries.of(Value.of(true), Value.of(false)),
        dates(),
        times());
  }

  private static Arbitrary<Value> numbers() {
    BigInteger most = BigInteger.TEN.pow(Value.Number.MOST_DIGITS).subtract(BigInteger.ONE);
    return Combinators.combine(
            Arbitraries.bigIntegers().between(most.negate(), most),
            Arbitraries.integers().between(0, Value.Number.MOST_DIGITS))
        .as((digits, scale) -> Value.of(new BigDecimal(digits, scale)));
  }

  /** Texts with everything in them that an escape, a quote or a key word is made of. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "\\",
            "\"",
            "'",
            "\n",
            "\r",
            "\t",
            "\\n",
            "\\u0041",
            "u",
            "U",
            "\u0000",
            "\u200B",
            "\u2028",
            "\uD83D",
            "\uDE00",
            "😀",
            "\uDB40\uDC41",
            "é",
            " and ",
            "//",
            "/*",
            ")",
            "]",
            "..",
            "(",
            "\uFEFF",
            "\u0085",
            "\u00A0",
            "“",
            "”",
            "null",
            "[item = true]",
            "abc");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(6).map(parts -> String.join("", parts)),
        Arbitraries.strings().all().ofMaxLength(12));
  }

  private static Arbitrary<Value> dates() {
    long last = LocalDate.of(9999, 12, 31).toEpochDay();
    return Arbitraries.longs()
        .between(LocalDate.of(1, 1, 1).toEpochDay(), last)
        .map(day -> new Value.Date(LocalDate.ofEpochDay(day)));
  }

  private static Arbitrary<Value> times() {
    return Arbitraries.integers()
        .between(0, 24 * 60 * 60 - 1)
        .map(second -> new Value.Time(LocalTime.ofSecondOfDay(second)));
  }
}
