package dev.laurel.engine.event;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.PoolPoints;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.fault.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What pools and their members bring about for one another, as JSON, read only where it was kept;
 * and what may happen to a pool at all.
 */
final class PoolBodies {
  /** What may happen to a pool. */
  private static final Set<String> OF_POOLS =
      Set.of(
          "pool-join",
          "pool-leave",
          "redemption",
          "reservation",
          EventJson.CONFIRMATION,
          "cancellation",
          "adjustment",
          "transfer");

  private PoolBodies() {}

  /** What happens to pools happens to no member, and the other way round. */
  static boolean fits(String type, boolean pooled, Fields row) {
    if (!pooled && !type.equals("pool-join") && !type.equals("pool-leave")) return true;
    if (pooled && OF_POOLS.contains(type)) return true;
    row.faults()
        .add(
            Fault.at(
                "bad-value",
                row.place("type"),
                type,
                pooled
                    ? "Ids that begin with \"%s\" are of pools, and a pool has no events of the type \"%s\"."
                        .formatted(Event.POOL, type)
                    : "\"%s\" is an event of a pool, and ids of pools begin with \"%s\"."
                        .formatted(type, Event.POOL),
                pooled
                    ? "Name the member to whom it happens, or give it an id that begins otherwise."
                    : "Name the pool as the member, and the member under \"by\"."));
    return false;
  }

  /** Whether an id is no pool's, which is reported where it is one. */
  static boolean isMember(String id, Fields row) {
    if (!Event.isPool(id)) return true;
    row.faults()
        .add(
            Fault.at(
                "bad-id",
                row.place("member"),
                id,
                "Ids that begin with \"%s\" are of pools.".formatted(Event.POOL),
                "Give the member an id that begins otherwise."));
    return false;
  }

  /** The rest of an event of one of these types. */
  static Body read(String type, Fields row, EventReader reader) {
    return switch (type) {
      case "pool-joined" -> new Body.PoolJoined(pool(row));
      case "pool-left" -> new Body.PoolLeft(pool(row));
      case "pool-declined" -> new Body.PoolDeclined(reader.by(row), since(row));
      case "pool-points" -> points(row, reader);
      case EventJson.POOL_SPENT -> {
        String kind = reader.kind(row);
        yield new Body.PoolSpent(
            kind, reader.points(row, kind, false), row.text("benefit"), pool(row));
      }
      default -> throw new IllegalArgumentException(type + " is nothing that a pool brings about.");
    };
  }

  private static String pool(Fields row) {
    return row.needed("pool").orElse("");
  }

  private static Instant since(Fields row) {
    return row.needed("since").map(Instant::parse).orElse(Instant.EPOCH);
  }

  private static Body points(Fields row, EventReader reader) {
    List<PoolPoints.Part> parts = new ArrayList<>();
    for (Fields part : row.list("parts")) {
      String kind = reader.kind(part);
      parts.add(
          new PoolPoints.Part(
              kind,
              reader.lots(part, kind),
              units(part, "back", kind, reader),
              units(part, "taken", kind, reader),
              day(part, "earnedOn"),
              day(part, "active")));
      part.end();
    }
    return new PoolPoints(row.needed("from").orElse(""), parts);
  }

  private static long units(Fields part, String key, String kind, EventReader reader) {
    BigDecimal points = part.number(key);
    return reader.units(kind, points, part.place(key), part.faults());
  }

  private static Optional<LocalDate> day(Fields part, String key) {
    return part.text(key).flatMap(text -> EventReader.date(text, part.place(key), part.faults()));
  }

  /** Writes what a member passes on. */
  static void write(PoolPoints points, EventTerms terms, JsonWriter to) {
    to.key("from").text(points.from()).key("parts").openList();
    for (PoolPoints.Part part : points.parts()) {
      int decimals = terms.pointDecimals(part.kind());
      to.open().key("kind").text(part.kind());
      if (!part.lots().isEmpty()) lots(part.lots(), decimals, to);
      if (part.back() != 0) to.key("back").decimal(part.back(), decimals);
      if (part.taken() != 0) to.key("taken").decimal(part.taken(), decimals);
      part.earnedOn().ifPresent(day -> to.key("earnedOn").text(day.toString()));
      part.active().ifPresent(day -> to.key("active").text(day.toString()));
      to.close();
    }
    to.closeList();
  }

  /** Writes lots under the key that all bodies have for them. */
  static void lots(List<Body.Received.Given> lots, int decimals, JsonWriter to) {
    to.key("lots").openList();
    for (Body.Received.Given lot : lots) {
      to.open().key("points").decimal(lot.units(), decimals);
      to.key("earnedOn").text(lot.earnedOn().toString());
      lot.lapsesOn().ifPresent(day -> to.key("lapsesOn").text(day.toString()));
      if (lot.follows()) to.key("follows").truth(true);
      to.close();
    }
    to.closeList();
  }
}
