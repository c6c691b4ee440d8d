package dev.laurel.engine.random;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The few values that a case's thresholds are taken from, so that what happens can lie on them and
 * one step beside. Not thread-safe.
 */
final class Pools {
  /** Where all cases begin. */
  static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

  private static final List<LocalTime> TIMES =
      Stream.of("00:00", "09:00", "12:30", "17:00", "22:00", "23:59:59")
          .map(LocalTime::parse)
          .toList();

  private final Dice dice;
  private final int decimals;
  private final List<BigDecimal> amounts;
  private final BigDecimal spent;
  private final List<LocalDate> days;

  /**
   * @param decimals of the currency
   */
  Pools(Dice dice, int decimals) {
    this.dice = dice;
    this.decimals = decimals;
    this.amounts =
        Stream.of("5", "12.34567", "20", "49.99999", "100")
            .map(text -> new BigDecimal(text).setScale(decimals, RoundingMode.DOWN))
            .toList();
    this.spent = dice.pick(amounts);
    this.days = new ArrayList<>(List.of(LocalDate.of(2024, 2, 29)));
    for (int i = 0; i < 4; i++) days.add(FIRST_DAY.plusDays(dice.between(0, 700)));
  }

  private Pools(Dice dice, Pools same) {
    this.dice = dice;
    this.decimals = same.decimals;
    this.amounts = same.amounts;
    this.spent = same.spent;
    this.days = same.days;
  }

  /** The same thresholds, drawn by other dice. */
  Pools with(Dice other) {
    return new Pools(other, this);
  }

  /** What must be spent for the first tier. */
  BigDecimal spent() {
    return spent;
  }

  BigDecimal amount() {
    return dice.pick(amounts);
  }

  LocalTime time() {
    return dice.pick(TIMES);
  }

  /** A day on which something may begin or end. */
  LocalDate day() {
    return dice.pick(days);
  }

  /** An amount in minor units, on a threshold or one beside. */
  long minorNear(BigDecimal amount) {
    return Math.max(0, amount.movePointRight(decimals).longValueExact() + dice.between(-1, 1));
  }

  /** A literal with which a condition compares the word. */
  Value bound(Word word) {
    return switch (word.type()) {
      case NUMBER -> Value.of(new BigDecimal(dice.pick(numbers(word.path()))));
      case MONEY -> Value.of(word.path().startsWith("metrics.") ? totalAmount() : amount());
      case TEXT, LIST -> Value.of(text(word));
      case TRUTH -> Value.of(dice.chance(50));
      case DATE -> new Value.Date(day());
      case TIME -> new Value.Time(time());
      case TIER -> Value.of(dice.pick(word.choices()));
    };
  }

  private BigDecimal totalAmount() {
    return amount().multiply(BigDecimal.valueOf(dice.between(1, 4)));
  }

  private String text(Word word) {
    return dice.pick(word.choices().isEmpty() ? Lexicon.texts(word.path()) : word.choices());
  }

  /** Thresholds of a number. */
  List<String> numbers(String path) {
    return switch (path) {
      case "event.month" -> List.of("1", "2", "6", "12");
      case "event.dayOfMonth" -> List.of("1", "15", "28", "29", "31");
      case "event.score" -> List.of("1", "3", "5");
      case "member.daysEnrolled" -> List.of("0", "1", "30", "365");
      case "member.daysSinceLastPurchase" -> List.of("0", "1", "7", "30");
      default -> {
        if (path.startsWith("points.")) yield List.of("0", "10", "50", "100", "250");
        if (path.startsWith("metrics.earned")) yield List.of("10", "50", "200");
        yield List.of("1", "2", "2.5", "3", "4");
      }
    };
  }

  /** A value that something brings along, on a threshold, one step beside it, or another one. */
  Datum near(Word word) {
    return switch (word.type()) {
      case NUMBER -> Datum.of(Value.of(numberNear(dice.pick(numbers(word.path())))));
      case MONEY -> Datum.of(Value.of(BigDecimal.valueOf(minorNear(amount()), decimals)));
      case TEXT ->
          Datum.of(
              Value.of(
                  dice.chance(15) && word.choices().isEmpty() ? "something else" : text(word)));
      case LIST ->
          new Datum.Several(
              dice.some(
                  word.choices().isEmpty() ? Lexicon.texts(word.path()) : word.choices(), 0, 2));
      case TRUTH -> Datum.of(Value.of(dice.chance(50)));
      case DATE -> Datum.of(new Value.Date(day().plusDays(dice.between(-1, 1))));
      case TIME -> Datum.of(new Value.Time(time().plusSeconds(dice.between(-1, 1))));
      case TIER -> throw new IllegalArgumentException("Nothing brings a tier along.");
    };
  }

  private BigDecimal numberNear(String threshold) {
    BigDecimal step = new BigDecimal(dice.pick("0.000001", "1", "0.5"));
    BigDecimal number =
        new BigDecimal(threshold).add(step.multiply(BigDecimal.valueOf(dice.between(-1, 1))));
    return dice.chance(5) ? number.negate() : number;
  }

  /** How many decimal places the currency has. */
  int decimals() {
    return decimals;
  }
}
