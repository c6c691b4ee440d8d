package dev.laurel.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Until when a message waits for the end of quiet hours. */
class QuietTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Quiet NIGHT = new Quiet(LocalTime.of(21, 0), LocalTime.of(8, 0), BERLIN);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  @Test
  void what_is_made_in_the_evening_waits_for_the_next_morning() {
    assertThat(NIGHT.endAfter(at("2026-03-10T21:00"))).isEqualTo(at("2026-03-11T08:00"));
    assertThat(NIGHT.endAfter(at("2026-03-11T07:59:59"))).isEqualTo(at("2026-03-11T08:00"));
  }

  @Test
  void what_is_made_by_day_goes_at_once() {
    assertThat(NIGHT.endAfter(at("2026-03-11T08:00"))).isEqualTo(at("2026-03-11T08:00"));
    assertThat(NIGHT.endAfter(at("2026-03-10T20:59:59"))).isEqualTo(at("2026-03-10T20:59:59"));
  }

  @Test
  void quiet_hours_at_noon_end_on_the_same_day() {
    Quiet noon = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0), BERLIN);
    assertThat(noon.endAfter(at("2026-03-10T12:30"))).isEqualTo(at("2026-03-10T14:00"));
    assertThat(noon.endAfter(at("2026-03-10T14:00"))).isEqualTo(at("2026-03-10T14:00"));
  }

  @Test
  void a_night_over_which_the_clocks_change_ends_by_the_clock() {
    assertThat(NIGHT.endAfter(Instant.parse("2026-03-28T22:00:00Z")))
        .isEqualTo("2026-03-29T06:00:00Z");
    assertThat(NIGHT.endAfter(Instant.parse("2026-10-24T20:00:00Z")))
        .isEqualTo("2026-10-25T07:00:00Z");
  }

  @Test
  void an_end_that_the_clocks_skip_comes_as_they_do_so() {
    Quiet skipped = new Quiet(LocalTime.of(22, 0), LocalTime.of(2, 30), BERLIN);
    assertThat(skipped.endAfter(Instant.parse("2026-03-29T00:30:00Z")))
        .isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void an_end_that_comes_twice_comes_again_for_whoever_is_between_the_two() {
    Quiet twice = new Quiet(LocalTime.of(22, 0), LocalTime.of(2, 30), BERLIN);
    assertThat(twice.endAfter(Instant.parse("2026-10-24T22:00:00Z")))
        .isEqualTo("2026-10-25T00:30:00Z");
    assertThat(twice.endAfter(Instant.parse("2026-10-25T01:15:00Z")))
        .isEqualTo("2026-10-25T01:30:00Z");
  }

  @Property
  void it_ends_at_the_first_minute_that_is_not_quiet(
      @ForAll @IntRange(max = 1439) int from,
      @ForAll @IntRange(max = 1439) int to,
      @ForAll @IntRange(max = 366 * 24 * 60) int minute) {
    if (from == to) return;
    Quiet quiet = new Quiet(LocalTime.MIN.plusMinutes(from), LocalTime.MIN.plusMinutes(to), BERLIN);
    Instant made = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute);
    Instant end = made;
    while (isQuiet(quiet, end)) end = end.plusSeconds(60);
    assertThat(quiet.endAfter(made)).isEqualTo(end);
  }

  /** Whether the hands of a clock stand within the hours. */
  private static boolean isQuiet(Quiet quiet, Instant at) {
    int now = at.atZone(BERLIN).toLocalTime().toSecondOfDay();
    int from = quiet.from().toSecondOfDay();
    int to = quiet.to().toSecondOfDay();
    return from < to ? from <= now && now < to : from <= now || now < to;
  }
}
