package dev.laurel.engine.random;

import dev.laurel.rules.language.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * Instants one after the other, often at the edge of a day, a month, a period or an hour of a
 * schedule, or one millisecond beside.
 */
final class RandomInstants {
  private final Dice dice;
  private final Pools pools;
  private final ZoneId zone;
  private final List<LocalDate> before = new ArrayList<>();
  private Instant now;

  RandomInstants(Dice dice, Pools pools, ZoneId zone) {
    this.dice = dice;
    this.pools = pools;
    this.zone = zone;
    LocalDate first =
        dice.chance(15)
            ? LocalDate.of(2024, 2, 29)
            : dice.chance(15)
                ? dice.pick(LocalDate.of(2023, 1, 31), LocalDate.of(2023, 8, 31))
                : Pools.FIRST_DAY.plusDays(dice.between(0, 400));
    this.now = at(first);
    before.add(first);
  }

  Instant first() {
    return now;
  }

  /** An instant at or after the one before. */
  Instant next() {
    if (dice.chance(4)) return now;
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate day = day(today);
    Instant next = at(day.isBefore(today) ? today : day);
    if (next.isBefore(now)) next = dice.chance(50) ? now.plusMillis(1) : now.plusSeconds(3600);
    now = next;
    before.add(now.atZone(zone).toLocalDate());
    return now;
  }

  private LocalDate day(LocalDate today) {
    int beside = dice.chance(60) ? 0 : dice.between(-1, 1);
    return switch (dice.between(1, 12)) {
      case 1, 2 -> today;
      case 3 -> today.plusDays(1);
      case 4, 5 -> today.plusDays(dice.between(2, 24));
      case 6 -> YearMonth.from(today).atEndOfMonth().plusDays(beside);
      case 7 -> quarter(today).plusDays(beside);
      case 8 -> pools.day().plusDays(beside);
      case 9, 10, 11 -> span().after(dice.pick(before)).plusDays(beside);
      default -> edge(today).plusDays(beside);
    };
  }

  private static LocalDate quarter(LocalDate today) {
    return LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1).plusMonths(3);
  }

  private Span span() {
    return Span.parse(
        dice.pick(
            "1 day",
            "7 days",
            "14 days",
            "30 days",
            "1 month",
            "2 months",
            "3 months",
            "12 months"));
  }

  /** The next day on which clocks are changed, or else the end of a year or of February. */
  private LocalDate edge(LocalDate today) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(now);
    if (change != null && dice.chance(60) && change.getDateTimeBefore().getYear() < 2027)
      return change.getDateTimeBefore().toLocalDate();
    return dice.chance(50)
        ? LocalDate.of(today.getYear(), 12, 31)
        : YearMonth.of(today.getYear() + 1, 2).atEndOfMonth();
  }

  private Instant at(LocalDate day) {
    ZoneId in = dice.chance(85) ? zone : ZoneId.of(dice.pick(RandomProgramme.ZONES));
    return switch (dice.between(1, 4)) {
      case 1 -> day.atStartOfDay(in).toInstant().plusMillis(dice.between(-1, 1));
      case 2 -> day.atTime(pools.time()).atZone(in).toInstant().plusMillis(dice.between(-1, 1));
      default ->
          day.atTime(LocalTime.ofSecondOfDay(dice.between(0, 86_399)))
              .atZone(in)
              .toInstant()
              .plusMillis(dice.between(0, 999));
    };
  }
}
