package dev.laurel.engine.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * Hours of the day in which a message is not delivered. Immutable.
 *
 * @param from the first moment at which it is quiet
 * @param to the first moment at which it is not any more; before {@code from} where it is quiet
 *     over midnight
 * @param zone in which the clock is read
 */
public record Quiet(LocalTime from, LocalTime to, ZoneId zone) {
  /** The first instant, at or after this one, at which it is not quiet. */
  public Instant endAfter(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean overMidnight = to.isBefore(from);
    boolean isQuiet =
        overMidnight
            ? !time.isBefore(from) || time.isBefore(to)
            : !time.isBefore(from) && time.isBefore(to);
    if (!isQuiet) return at;
    LocalDate day = local.toLocalDate();
    return end(overMidnight && !time.isBefore(from) ? day.plusDays(1) : day, at);
  }

  /** When the clock comes to the end on a day; a time that the clocks skip ends as they do so. */
  private Instant end(LocalDate day, Instant after) {
    LocalDateTime end = day.atTime(to);
    ZoneOffsetTransition change = zone.getRules().getTransition(end);
    if (change != null && change.isGap()) return change.getInstant();
    ZonedDateTime first = end.atZone(zone);
    Instant earlier = first.withEarlierOffsetAtOverlap().toInstant();
    return earlier.isAfter(after) ? earlier : first.withLaterOffsetAtOverlap().toInstant();
  }
}
