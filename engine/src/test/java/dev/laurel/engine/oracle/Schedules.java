package dev.laurel.engine.oracle;

import dev.laurel.rules.language.Campaign.Hours;
import dev.laurel.rules.language.Campaign.Schedule;
import dev.laurel.rules.language.EarningRule.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Whether something is in force at an instant. Each part is asked of the instant by itself. */
final class Schedules {
  private Schedules() {}

  /** The parts of the term that do not hold. */
  static List<String> failing(Term term, Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    List<String> failing = new ArrayList<>();
    if (term.from().isPresent() && day.isBefore(term.from().get())) failing.add("from");
    if (term.to().isPresent() && day.isAfter(term.to().get())) failing.add("to");
    return failing;
  }

  /** The parts of the schedule that do not hold. */
  static List<String> failing(Schedule schedule, Instant instant, ZoneId zone) {
    ZonedDateTime at = instant.atZone(schedule.zone().orElse(zone));
    LocalDate day = at.toLocalDate();
    List<String> failing = new ArrayList<>();
    if (schedule.from().isPresent() && day.isBefore(schedule.from().get())) failing.add("from");
    if (schedule.to().isPresent() && day.isAfter(schedule.to().get())) failing.add("to");
    if (!schedule.weekdays().isEmpty() && !schedule.weekdays().contains(day.getDayOfWeek()))
      failing.add("weekdays");
    if (!schedule.months().isEmpty() && !schedule.months().contains(day.getMonthValue()))
      failing.add("months");
    if (!schedule.monthDays().isEmpty()
        && !schedule.monthDays().contains(day.getDayOfMonth())
        && !schedule.monthDays().contains(day.getDayOfMonth() - day.lengthOfMonth() - 1))
      failing.add("monthDays");
    if (!schedule.hours().isEmpty()
        && schedule.hours().stream().noneMatch(hours -> holds(hours, at.toLocalTime())))
      failing.add("hours");
    return failing;
  }

  private static boolean holds(Hours hours, LocalTime time) {
    boolean begun = !time.isBefore(hours.from());
    boolean over = !time.isBefore(hours.to());
    boolean pastMidnight = !hours.to().isAfter(hours.from());
    return pastMidnight ? begun || !over : begun && !over;
  }
}
