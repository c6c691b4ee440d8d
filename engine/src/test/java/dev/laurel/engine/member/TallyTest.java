package dev.laurel.engine.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.Span;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a tally holds is what a list of all amounts by day adds up to, though it forgets. */
class TallyTest {
  private static final LocalDate ENROLLED = LocalDate.of(2024, 2, 29);

  @Provide
  static Arbitrary<Period> periods() {
    return Arbitraries.of(
        new Period.Day(),
        new Period.CalendarWeek(),
        new Period.CalendarMonth(),
        new Period.CalendarQuarter(),
        new Period.CalendarYear(),
        new Period.YearFrom(MonthDay.of(1, 31)),
        new Period.YearFrom(MonthDay.of(2, 29)),
        new Period.MembershipYear(),
        new Period.Rolling(Span.parse("1 day")),
        new Period.Rolling(Span.parse("30 days")),
        new Period.Rolling(Span.parse("1 month")),
        new Period.Rolling(Span.parse("12 months")),
        new Period.Lifetime());
  }

  private record Amount(LocalDate day, long much) {}

  /** Steps of days and amounts. */
  private static List<Amount> amounts(List<Integer> steps) {
    List<Amount> all = new ArrayList<>();
    LocalDate day = ENROLLED;
    for (int step : steps) {
      day = day.plusDays(step % 3 == 0 ? step / 3 : 0);
      all.add(new Amount(day, step % 50));
    }
    return all;
  }

  private static Tally tally(Period period, List<Amount> amounts) {
    Tally tally = Tally.EMPTY;
    for (Amount amount : amounts)
      tally =
          tally.plus(
              Calendar.key(period, amount.day(), ENROLLED),
              amount.much(),
              Math.toIntExact(amount.day().toEpochDay()),
              Calendar.keepFrom(period, amount.day(), ENROLLED));
    return tally;
  }

  private static long sum(List<Amount> amounts, LocalDate from, LocalDate below) {
    return amounts.stream()
        .filter(a -> !a.day().isBefore(from) && a.day().isBefore(below))
        .mapToLong(Amount::much)
        .sum();
  }

  @Property
  void it_is_read_at_the_day_of_the_last_amount_or_later(
      @ForAll("periods") Period period,
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 300) Integer> steps,
      @ForAll @IntRange(max = 400) int later) {
    List<Amount> amounts = amounts(steps);
    Tally tally = tally(period, amounts);
    LocalDate day = amounts.getLast().day().plusDays(later);
    LocalDate from =
        period instanceof Period.Lifetime ? LocalDate.MIN : Calendar.start(period, day, ENROLLED);
    assertThat(Calendar.upTo(tally, period, day, ENROLLED))
        .isEqualTo(sum(amounts, from, day.plusDays(1)));
  }

  @Property
  void it_does_not_fall_before_the_day_named(
      @ForAll("periods") Period period,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 300) Integer> steps,
      @ForAll @IntRange(max = 40) int later) {
    List<Amount> amounts = amounts(steps);
    Tally tally = tally(period, amounts);
    LocalDate day = amounts.getLast().day().plusDays(later);
    LocalDate fall = Calendar.nextFall(tally, period, day, ENROLLED);
    long held = Calendar.upTo(tally, period, day, ENROLLED);
    assertThat(fall).isAfter(day);
    LocalDate end = fall.isBefore(day.plusDays(800)) ? fall : day.plusDays(800);
    for (LocalDate next = day; next.isBefore(end); next = next.plusDays(1))
      assertThat(Calendar.upTo(tally, period, next, ENROLLED)).as("%s", next).isEqualTo(held);
  }

  @Property
  void a_period_begins_where_the_former_ended(
      @ForAll("periods") Period period, @ForAll @IntRange(max = 4_000) int days) {
    if (period instanceof Period.Rolling || period instanceof Period.Lifetime) return;
    LocalDate day = ENROLLED.plusDays(days);
    LocalDate start = Calendar.start(period, day, ENROLLED);
    LocalDate end = Calendar.end(period, day, ENROLLED);
    assertThat(day).isBetween(start, end.minusDays(1));
    assertThat(Calendar.start(period, end, ENROLLED)).isEqualTo(end);
    assertThat(Calendar.start(period, end.minusDays(1), ENROLLED)).isEqualTo(start);
  }

  @Property
  void what_a_rolling_tally_holds_does_not_grow_with_the_history(
      @ForAll @Size(min = 200, max = 400) List<@IntRange(min = 30, max = 90) Integer> steps) {
    Period month = new Period.Rolling(Span.parse("1 month"));
    assertThat(tally(month, amounts(steps)).size()).isLessThan(50);
  }

  @Test
  void whatIsTakenBackOnItsOwnDayIsNotTakenOffOnceMoreByWhoeverLooksAtTheDaysBeforeIt() {
    LocalDate day = LocalDate.of(2026, 3, 10);
    int today = Math.toIntExact(day.toEpochDay());
    Period year = new Period.CalendarYear();
    int key = Calendar.key(year, day, day);
    Tally both = Tally.EMPTY.plus(key, 80, today - 5, 0).plus(key, 30, today, 0);
    assertThat(Calendar.before(both, year, day, day)).isEqualTo(80);
    Tally back = both.minus(key, key, 30, today);
    assertThat(Calendar.before(back, year, day, day)).isEqualTo(80);
    assertThat(Calendar.upTo(back, year, day, day)).isEqualTo(80);
    Tally older = both.minus(key, key, 20, today - 5);
    assertThat(Calendar.before(older, year, day, day)).isEqualTo(60);
    assertThat(both.minus(key, key, 50, today).ofLastDay()).isZero();
  }
}
