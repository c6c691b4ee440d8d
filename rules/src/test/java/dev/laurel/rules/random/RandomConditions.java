package dev.laurel.rules.random;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Small random trees of conditions in which operands and values agree: texts are only asked for
 * equality, lists only for what they hold, and lines are looked at through line paths. No part of
 * an {@code All} is an {@code All}, and so for {@code Any}: the text form says both in one breath.
 */
final class RandomConditions {
  private enum Kind {
    NUMBER,
    TEXT,
    TRUTH,
    DATE,
    TIME,
    LIST
  }

  private static final Map<String, Kind> EVENT_PATHS =
      Map.of(
          "purchase.amount", Kind.NUMBER,
          "metrics.spend", Kind.NUMBER,
          "points.miles", Kind.NUMBER,
          "purchase.channel", Kind.TEXT,
          "member.tier", Kind.TEXT,
          "member.inBirthMonth", Kind.TRUTH,
          "member.enrolled", Kind.DATE,
          "event.time", Kind.TIME,
          "purchase.tags", Kind.LIST,
          "member.segments", Kind.LIST);
  private static final Map<String, Kind> LINE_PATHS =
      Map.of(
          "line.amount", Kind.NUMBER,
          "line.quantity", Kind.NUMBER,
          "line.category", Kind.TEXT,
          "line.fresh", Kind.TRUTH,
          "line.tags", Kind.LIST);
  private static final List<String> TEXTS =
      List.of("gold", "web shop", "it's", "a, b: c # d", "quote \" and \\ slash", "2026-01-01", "");

  private final Random random;

  RandomConditions(Random random) {
    this.random = random;
  }

  String path() {
    return path(random.nextBoolean() ? EVENT_PATHS : LINE_PATHS);
  }

  Value value() {
    return value(pick(Kind.values()));
  }

  LocalDate date() {
    return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
  }

  /** A time to the second; half of them to the minute. */
  LocalTime time() {
    return LocalTime.of(
        random.nextInt(24), random.nextInt(60), random.nextBoolean() ? 0 : random.nextInt(60));
  }

  Condition condition(int size) {
    return condition(size, false);
  }

  private Condition condition(int size, boolean ofLine) {
    if (size <= 1) return leaf(ofLine);
    return switch (random.nextInt(ofLine ? 6 : 8)) {
      case 0 -> new Condition.All(parts(size, ofLine, Condition.All.class));
      case 1 -> new Condition.Any(parts(size, ofLine, Condition.Any.class));
      case 2 -> {
        List<Condition> parts = parts(size, ofLine, Condition.AtLeast.class);
        yield new Condition.AtLeast(1 + random.nextInt(parts.size()), parts);
      }
      case 3 -> new Condition.Not(condition(size - 1, ofLine));
      case 6 -> new Condition.SomeLine(condition(size - 1, true));
      case 7 -> new Condition.EveryLine(condition(size - 1, true));
      default -> leaf(ofLine);
    };
  }

  private List<Condition> parts(int size, boolean ofLine, Class<?> butNo) {
    List<Condition> parts = new ArrayList<>();
    int count = 2 + random.nextInt(2);
    while (parts.size() < count) {
      Condition part = condition(size - 2, ofLine);
      if (!butNo.isInstance(part)) parts.add(part);
    }
    return parts;
  }

  private Condition leaf(boolean ofLine) {
    if (!ofLine && random.nextInt(6) == 0)
      return new Condition.Comparison(ofLines(), pick(Comparator.values()), value(Kind.NUMBER));
    String path = path(ofLine ? LINE_PATHS : EVENT_PATHS);
    Kind kind = (ofLine ? LINE_PATHS : EVENT_PATHS).get(path);
    Operand operand = new Operand.Attribute(path);
    List<Supplier<Condition>> ways = new ArrayList<>();
    ways.add(() -> new Condition.Present(operand));
    if (kind == Kind.LIST) {
      ways.add(() -> new Condition.Holds(operand, value(Kind.TEXT)));
    } else {
      ways.add(() -> new Condition.Comparison(operand, equality(), value(kind)));
    }
    if (kind == Kind.NUMBER || kind == Kind.DATE || kind == Kind.TIME) {
      ways.add(() -> new Condition.Comparison(operand, pick(Comparator.values()), value(kind)));
      ways.add(() -> within(operand, kind));
    }
    if (kind == Kind.TEXT || kind == Kind.NUMBER)
      ways.add(() -> new Condition.OneOf(operand, List.of(value(kind), value(kind))));
    return ways.get(random.nextInt(ways.size())).get();
  }

  private Condition within(Operand operand, Kind kind) {
    return new Condition.Within(
        operand, value(kind), random.nextBoolean(), value(kind), random.nextBoolean());
  }

  private Operand ofLines() {
    Optional<Condition> where =
        random.nextBoolean() ? Optional.empty() : Optional.of(condition(1, true));
    return random.nextBoolean()
        ? new Operand.LineCount(where)
        : new Operand.LineSum(random.nextBoolean() ? "amount" : "quantity", where);
  }

  private Value value(Kind kind) {
    return switch (kind) {
      case NUMBER -> Value.of(BigDecimal.valueOf(random.nextInt(-100, 100_000), random.nextInt(3)));
      case TEXT, LIST -> Value.of(TEXTS.get(random.nextInt(TEXTS.size())));
      case TRUTH -> Value.of(random.nextBoolean());
      case DATE -> new Value.Date(date());
      case TIME -> new Value.Time(time());
    };
  }

  private Comparator equality() {
    return random.nextBoolean() ? Comparator.EQUAL : Comparator.NOT_EQUAL;
  }

  private String path(Map<String, Kind> paths) {
    List<String> sorted = paths.keySet().stream().sorted().toList();
    return sorted.get(random.nextInt(sorted.size()));
  }

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }
}
