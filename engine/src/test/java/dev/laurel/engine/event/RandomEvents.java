package dev.laurel.engine.event;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events of every type, as the café of the tests could see them. */
public final class RandomEvents {
  private static final long DAY = 86_400;

  private RandomEvents() {}

  public static Arbitrary<Event> events() {
    return Combinators.combine(names(), names(), names(), instants(), bodies()).as(Event::new);
  }

  /** Short, so that members and ids meet again. */
  private static Arbitrary<String> names() {
    return Arbitraries.of("a", "b", "0", "é", "€", "😀", "\uffee", " ")
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts) + ".");
  }

  private static Arbitrary<Instant> instants() {
    Arbitrary<Instant> around =
        Combinators.combine(
                Arbitraries.longs().between(0, 3), Arbitraries.of(0, 1, 500_000_000, 999_999_999))
            .as((day, nano) ->
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(day * DAY).plusNanos(nano));
    Arbitrary<Instant> any =
        Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L).map(Instant::ofEpochSecond);
    return Arbitraries.oneOf(around, any);
  }

  private static Arbitrary<Body> bodies() {
    return Arbitraries.oneOf(
        purchases(),
        Combinators.combine(names().optional(), units(0), lines())
            .as((of, amount, lines) -> (Body) new Body.Return(of, amount, lines)),
        Combinators.combine(kinds(), units(1), names().optional())
            .as((kind, units, benefit) -> (Body) new Body.Redemption(kind, units, benefit)),
        Combinators.combine(kinds(), units(1), names().optional())
            .as((kind, units, benefit) -> (Body) new Body.Reservation(kind, units, benefit)),
        names().map(of -> (Body) new Body.Confirmation(of)),
        Combinators.combine(names(), names())
            .as((of, why) -> (Body) new Body.Cancellation(of, why)),
        Combinators.combine(
                days().map(d -> MonthDay.from(d)).optional(), attributes("diet", "since", "x"))
            .as((birthday, more) -> (Body) new Body.Enrolment(birthday, more)),
        attributes("diet", "since", "x").map(more -> (Body) new Body.Change(more)),
        Combinators.combine(
                Arbitraries.of("review", "checkIn", "tasting"), attributes("place", "score", "x"))
            .as((type, more) -> (Body) new Body.Other(type, more)),
        Combinators.combine(kinds(), units(1), Arbitraries.of(true, false), names())
            .as((kind, units, minus, why) ->
                (Body) new Body.Adjustment(kind, minus ? -units : units, why)),
        Combinators.combine(days(), names())
            .as((until, why) -> (Body) new Body.Grant("Gold", until, why)),
        Combinators.combine(kinds(), units(1), names())
            .as((kind, units, to) -> (Body) new Body.Transfer(kind, units, to)));
  }

  private static Arbitrary<Body> purchases() {
    return Combinators.combine(
            units(0), units(0), units(0), units(0), units(0), units(0), units(0), lines())
        .as((amount, tax, shipping, discount, points, card, quantity, lines) ->
            new Body.Purchase(
                amount, tax, shipping, discount, points, card, quantity, lines, Map.of()))
        .flatMap(p ->
            attributes("tip", "guests", "toGo", "seated", "channel", "tags", "x")
                .map(more ->
                    new Body.Purchase(
                        p.amount(),
                        p.tax(),
                        p.shipping(),
                        p.discount(),
                        p.paidWithPoints(),
                        p.paidWithGiftCard(),
                        p.quantity(),
                        p.lines(),
                        more)));
  }

  private static Arbitrary<List<Event.Line>> lines() {
    return Combinators.combine(units(0), units(0), attributes("product", "roast", "tags", "x"))
        .as(Event.Line::new)
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<Map<String, Datum>> attributes(String... names) {
    return Arbitraries.of(names)
        .flatMap(name -> datum(name).map(datum -> Map.of(name, datum)))
        .injectNull(0.3)
        .map(map -> map == null ? Map.of() : map);
  }

  private static Arbitrary<Datum> datum(String name) {
    return switch (name) {
      case "diet" -> Arbitraries.of("all", "vegan").map(t -> Datum.of(Value.of(t)));
      case "since" -> days().map(day -> Datum.of(new Value.Date(day)));
      case "seated" ->
          Arbitraries.integers()
              .between(0, 86_399)
              .map(second -> Datum.of(new Value.Time(LocalTime.ofSecondOfDay(second))));
      case "tip" -> units(0).map(cents -> Datum.of(Value.of(BigDecimal.valueOf(cents, 2))));
      case "guests", "score" ->
          units(0).map(micros -> Datum.of(Value.of(BigDecimal.valueOf(micros, 6))));
      case "toGo" -> Arbitraries.of(true, false).map(truth -> Datum.of(Value.of(truth)));
      case "tags" -> names().list().ofMaxSize(3).map(Datum.Several::new);
      case "x" ->
          Arbitraries.oneOf(
              names().map(t -> Datum.of(Value.of(t))),
              Arbitraries.bigDecimals()
                  .between(new BigDecimal("-1E+30"), new BigDecimal("1E+30"))
                  .ofScale(20)
                  .map(n -> Datum.of(Value.of(n))),
              Arbitraries.of(true, false).map(truth -> Datum.of(Value.of(truth))),
              names().list().ofMaxSize(3).map(Datum.Several::new));
      default -> names().map(t -> Datum.of(Value.of(t)));
    };
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<String> kinds() {
    return Arbitraries.of("points", "stars");
  }

  private static Arbitrary<Long> units(long least) {
    return Arbitraries.longs().between(least, EventTerms.LIMIT - 1);
  }
}
