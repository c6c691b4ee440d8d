package dev.laurel.engine.intake;

import dev.laurel.engine.event.EventTerms;
import dev.laurel.rules.language.Mapping;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How points in time are written in a file. Names of months and days are English. A date without
 * time is the start of that day; a time that the clocks skip is moved on by the length of the gap,
 * one that comes twice is the earlier. Thread-safe.
 */
final class TimeForm {
  /** How many texts are remembered: years of days, or a day of minutes. */
  private static final int MOST_KNOWN = 10_000;

  private final String pattern;
  private final DateTimeFormatter formatter;
  private final ZoneId zone;
  // The same day or minute stands in many rows, and reading it costs more than all else of a row.
  private final Map<String, Instant> known = new ConcurrentHashMap<>();

  /**
   * @param zone where times without zone or offset are meant
   * @throws IllegalArgumentException when the mapping's format is none
   */
  TimeForm(Mapping.When when, ZoneId zone) {
    this.pattern = when.format();
    this.formatter =
        DateTimeFormatter.ofPattern(properYears(pattern), Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    this.zone = when.zone().orElse(zone);
  }

  /** As the mapping names it. */
  String pattern() {
    return pattern;
  }

  /** The point in time that the text says; empty where it says none. */
  Optional<Instant> read(String text) {
    Instant before = known.get(text);
    if (before != null) return Optional.of(before);
    Optional<Instant> read = parse(text);
    if (read.isPresent() && known.size() < MOST_KNOWN) known.put(text, read.get());
    return read;
  }

  private Optional<Instant> parse(String text) {
    try {
      TemporalAccessor read =
          formatter.parseBest(
              text.strip(),
              ZonedDateTime::from,
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      return Optional.of(
          EventTerms.inRange(
              switch (read) {
                case ZonedDateTime zoned -> zoned.toInstant();
                case OffsetDateTime offset -> offset.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                case LocalDate date -> date.atStartOfDay(zone).toInstant();
                default -> throw new DateTimeException("No date was asked for.");
              }));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Only strict reading refuses 31 April, and strictly read a {@code y} is a year of an era, which
   * no file names: it is read as the plain year {@code u}. Quoted letters stay.
   */
  private static String properYears(String format) {
    StringBuilder pattern = new StringBuilder(format.length());
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '\'') quoted = !quoted;
      pattern.append(c == 'y' && !quoted ? 'u' : c);
    }
    return pattern.toString();
  }
}
