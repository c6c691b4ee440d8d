package dev.laurel.rules.random;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.oracle.RandomConditions;
import dev.laurel.rules.oracle.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;

/** Random values that conditions compare with, and conditions whose texts are hard to carry. */
final class RandomValues {
  private static final int DEEPEST = 3;
  private static final String[] TEXTS = {
    "gold", "web shop", "it's", "a, b: c # d", "quote \" and \\ slash", "2026-01-01", ""
  };
  private static final List<Subject> SUBJECTS =
      List.of(
          Subject.number("purchase.amount", "0.01", "-100", "49.9", "100000"),
          Subject.number("metrics.spend", "1", "0", "12"),
          Subject.number("points.miles", "1", "5000"),
          Subject.text("purchase.channel", TEXTS),
          Subject.text("member.tier", TEXTS),
          Subject.truth("member.inBirthMonth"),
          Subject.date("member.enrolled", LocalDate.of(2024, 2, 29)),
          Subject.time("event.time", LocalTime.of(9, 30), LocalTime.of(23, 59, 59)),
          Subject.list("purchase.tags", TEXTS),
          Subject.list("member.segments", TEXTS));
  private static final List<Subject> OF_LINES =
      List.of(
          Subject.number("line.amount", "0.01", "0.5", "20"),
          Subject.number("line.quantity", "1", "2"),
          Subject.text("line.category", TEXTS),
          Subject.truth("line.fresh"),
          Subject.list("line.tags", TEXTS));

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  String path() {
    return pick(random.nextBoolean() ? SUBJECTS : OF_LINES).path();
  }

  Value value() {
    return switch (random.nextInt(5)) {
      case 0 -> Value.of(BigDecimal.valueOf(random.nextInt(-100, 100_000), random.nextInt(3)));
      case 1 -> Value.of(TEXTS[random.nextInt(TEXTS.length)]);
      case 2 -> Value.of(random.nextBoolean());
      case 3 -> new Value.Date(date());
      default -> new Value.Time(time());
    };
  }

  LocalDate date() {
    return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
  }

  /** A time to the second; half of them to the minute. */
  LocalTime time() {
    return LocalTime.of(
        random.nextInt(24), random.nextInt(60), random.nextBoolean() ? 0 : random.nextInt(60));
  }

  /**
   * @param size 1 or less is a single comparison
   */
  Condition condition(int size) {
    return RandomConditions.draw(random, SUBJECTS, OF_LINES, Math.clamp(size - 1, 0, DEEPEST));
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
