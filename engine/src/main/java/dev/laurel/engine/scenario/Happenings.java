package dev.laurel.engine.scenario;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Scenario.Happening;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes what a scenario says into events, in the programme's units. */
final class Happenings {
  private Happenings() {}

  /**
   * The event's body.
   *
   * @throws ArithmeticException when an amount has more decimals than its currency or kind
   */
  static Body body(Happening happening, Revision revision) {
    return switch (happening) {
      case Happening.Purchase p -> purchase(p, revision);
      case Happening.Return(var of, var amount, var lines) ->
          new Body.Return(
              of,
              amount.map(a -> minor(a, revision)).orElse(sum(lines(lines, revision))),
              lines(lines, revision));
      case Happening.Redemption(var kind, var points, var benefit) ->
          new Body.Redemption(kind, units(kind, points, revision), benefit);
      case Happening.Other(var event, var attributes) ->
          event.equals("enrolment")
              ? new Body.Enrolment(Optional.empty(), attributes)
              : new Body.Other(event, attributes);
      case Happening.Change(var attributes) -> new Body.Change(attributes);
      case Happening.Grant(var tier, var until, var reason) -> new Body.Grant(tier, until, reason);
      case Happening.Adjust(var kind, var points, var reason) ->
          new Body.Adjustment(kind, units(kind, points, revision), reason);
      case Happening.Use(var benefit) -> new Body.Use(benefit);
      case Happening.Transfer(var kind, var points, var to) ->
          new Body.Transfer(kind, units(kind, points, revision), to);
      case Happening.JoinPool(var pool) -> new Body.PoolJoined(Event.POOL + pool);
      case Happening.LeavePool(var pool) -> new Body.PoolLeft(Event.POOL + pool);
    };
  }

  private static Body purchase(Happening.Purchase p, Revision revision) {
    List<Event.Line> lines = lines(p.lines(), revision);
    Map<String, Datum> attributes = new TreeMap<>(p.attributes());
    put(attributes, "channel", p.channel());
    put(attributes, "store", p.store());
    put(attributes, "payment", p.payment());
    put(attributes, "country", p.country());
    if (!p.tags().isEmpty()) attributes.put("tags", new Datum.Several(p.tags()));
    return new Body.Purchase(
        p.amount().map(a -> minor(a, revision)).orElse(sum(lines)),
        minor(p.tax(), revision),
        minor(p.shipping(), revision),
        minor(p.discount(), revision),
        minor(p.paidWithPoints(), revision),
        minor(p.paidWithGiftCard(), revision),
        lines.isEmpty() ? Event.MICROS : lines.stream().mapToLong(Event.Line::quantity).sum(),
        lines,
        attributes);
  }

  private static List<Event.Line> lines(List<Scenario.Line> lines, Revision revision) {
    return lines.stream().map(line -> line(line, revision)).toList();
  }

  private static Event.Line line(Scenario.Line line, Revision revision) {
    Map<String, Datum> attributes = new TreeMap<>(line.attributes());
    put(attributes, "product", line.product());
    put(attributes, "category", line.category());
    put(attributes, "brand", line.brand());
    if (!line.tags().isEmpty()) attributes.put("tags", new Datum.Several(line.tags()));
    return new Event.Line(
        minor(line.amount(), revision),
        line.quantity().movePointRight(6).longValueExact(),
        attributes);
  }

  private static long sum(List<Event.Line> lines) {
    return lines.stream().mapToLong(Event.Line::amount).reduce(0, Math::addExact);
  }

  private static void put(Map<String, Datum> attributes, String key, Optional<String> text) {
    text.ifPresent(t -> attributes.put(key, Datum.of(Value.of(t))));
  }

  private static long minor(Optional<BigDecimal> amount, Revision revision) {
    return amount.map(a -> minor(a, revision)).orElse(0L);
  }

  private static long minor(BigDecimal amount, Revision revision) {
    return amount.movePointRight(revision.currencyDecimals()).longValueExact();
  }

  /** Points in the kind's own unit. */
  static long units(String kind, BigDecimal points, Revision revision) {
    return switch (revision.kind(kind).unit()) {
      case WHOLE -> points.longValueExact();
      case HUNDREDTHS -> points.movePointRight(2).longValueExact();
    };
  }

  /** Units of a kind as points. */
  static BigDecimal points(PointKind kind, long units) {
    return switch (kind.unit()) {
      case WHOLE -> BigDecimal.valueOf(units);
      case HUNDREDTHS -> BigDecimal.valueOf(units, 2);
    };
  }
}
