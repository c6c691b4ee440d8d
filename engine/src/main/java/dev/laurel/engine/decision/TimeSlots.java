package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.Layout;
import dev.laurel.rules.vocabulary.Dictionary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Where the words for an event's time in one zone stand in a layout; -1 where no rule looks. */
record TimeSlots(
    ZoneId zone, int date, int time, int month, int dayOfMonth, int dayFromMonthEnd, int weekday) {
  /**
   * @param prefix what stands before the words: {@code event.}, or a zone's own prefix
   */
  static TimeSlots of(Layout layout, String prefix, ZoneId zone) {
    return new TimeSlots(
        zone,
        layout.slot(prefix + "date"),
        layout.slot(prefix + "time"),
        layout.slot(prefix + "month"),
        layout.slot(prefix + "dayOfMonth"),
        layout.slot(prefix + "dayFromMonthEnd"),
        layout.slot(prefix + "weekday"));
  }

  /** Whether any rule looks at one of them. */
  boolean areAsked() {
    return Math.max(Math.max(date, time), Math.max(month, dayOfMonth)) >= 0
        || Math.max(dayFromMonthEnd, weekday) >= 0;
  }

  void set(Facts facts, Instant instant) {
    ZonedDateTime at = instant.atZone(zone);
    LocalDate day = at.toLocalDate();
    facts.set(date, day.toEpochDay());
    facts.set(time, at.toLocalTime().toSecondOfDay());
    facts.set(month, day.getMonthValue() * Event.MICROS);
    facts.set(dayOfMonth, day.getDayOfMonth() * Event.MICROS);
    facts.set(dayFromMonthEnd, (day.getDayOfMonth() - day.lengthOfMonth() - 1) * Event.MICROS);
    facts.set(weekday, Dictionary.WEEKDAYS.get(day.getDayOfWeek().getValue() - 1));
  }
}
