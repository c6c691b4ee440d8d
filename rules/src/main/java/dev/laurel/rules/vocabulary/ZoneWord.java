package dev.laurel.rules.vocabulary;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A word of the event's time in a campaign's own zone, such as {@code zone.America.NewYork.date}.
 * No pack holds such words: the schedule says them. Immutable.
 *
 * @param zone the zone's IANA id
 * @param word the same word in the programme's zone, such as {@code event.date}
 */
public record ZoneWord(String zone, String word) {
  /** The words of an event's time. */
  private static final Set<String> WORDS =
      Set.of(
          "event.date",
          "event.time",
          "event.month",
          "event.dayOfMonth",
          "event.dayFromMonthEnd",
          "event.weekday");

  private static final String EVENT = "event.";

  /** A path holds no underscore, so that the zone cannot be told from the path alone. */
  private static final Map<String, String> ZONES = new HashMap<>();

  static {
    for (String zone : ZoneId.getAvailableZoneIds()) ZONES.put(prefix(zone), zone);
  }

  /** What this path says; empty where it is the path of no such word. */
  public static Optional<ZoneWord> of(String path) {
    int rest = path.lastIndexOf('.') + 1;
    String word = EVENT + path.substring(rest);
    return WORDS.contains(word)
        ? Optional.ofNullable(ZONES.get(path.substring(0, rest)))
            .map(zone -> new ZoneWord(zone, word))
        : Optional.empty();
  }

  /** The path as conditions write it. */
  public String path() {
    return prefix(zone) + word.substring(EVENT.length());
  }

  /** What the paths of a zone begin with, the dot included; no two zones' begin alike. */
  public static String prefix(String zone) {
    return "zone."
        + zone.replace("+", "Plus").replace("-", "Minus").replace("_", "").replace('/', '.')
        + ".";
  }
}
