package dev.laurel.samples.cafe;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.language.Pack;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;

/**
 * Invents members of the café and a year of what they do. The same arguments give the same bytes,
 * and a longer list of members begins with the shorter one. Immutable and thread-safe.
 *
 * <p>Guests of different habits come at their own hours and days, more in December than in January;
 * some stop coming, some join during the year. Nobody spends more points than the café's base rule
 * alone gave in that year, so that no redemption is refused whatever the other rules say. Nothing
 * is returned.
 */
public final class CafeHistory {
  private final ZoneId zone;
  private final EventJson json;

  private CafeHistory(Pack cafe) {
    this.zone = cafe.programme().zone();
    this.json = EventJson.of(EventTerms.of(cafe));
  }

  /**
   * @param cafe the pack {@code harbour-cafe}: its zone, currency and point kinds are used
   */
  public static CafeHistory of(Pack cafe) {
    return new CafeHistory(cafe);
  }

  /**
   * Writes JSON Lines, member by member and each member's events in their order, holding no more
   * than one member's events in memory.
   *
   * @param members how many, 0 or more
   * @param from the first day of the year
   * @param seed another one gives another history
   * @param membersTo one row for each member: id, day of enrolment, birthday and attributes; not
   *     closed
   * @param eventsTo one row for each event; not closed
   * @throws IllegalArgumentException when {@code members} is below 0
   */
  public void write(
      int members, LocalDate from, long seed, OutputStream membersTo, OutputStream eventsTo)
      throws IOException {
    if (members < 0)
      throw new IllegalArgumentException(
          "There are %d members; take 0 or more.".formatted(members));
    SplittableRandom seeds = new SplittableRandom(seed);
    JsonWriter rows = new JsonWriter();
    for (int number = 1; number <= members; number++) {
      // Of chances of its own, so that who consents changes nothing else that anybody does.
      Chance consents = new Chance(new SplittableRandom(seed ^ number));
      Chance chance = new Chance(seeds.split());
      Guest guest = Guest.invent(number, from, chance);
      guest.write(rows);
      flush(rows.endLine(), membersTo);
      for (Event event : new GuestYear(guest, from, zone, chance, consents).events()) {
        json.write(event, rows);
        rows.endLine();
      }
      flush(rows, eventsTo);
    }
  }

  private static void flush(JsonWriter rows, OutputStream to) throws IOException {
    rows.writeTo(to);
    rows.clear();
  }
}
