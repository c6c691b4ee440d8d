package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.oracle.Facts;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known when a condition is asked, worked out anew whenever it is asked for. Immutable.
 *
 * @param member the member before the event, or where the member stands
 * @param event what happens; empty where only time passes
 * @param line the line that is looked at by itself
 */
record Known(
    Programming programming, Member member, Optional<Event> event, Optional<Event.Line> line)
    implements Facts {

  static Known of(Programming programming, Member member, Event event) {
    return new Known(programming, member, Optional.of(event), Optional.empty());
  }

  static Known standing(Programming programming, Member member) {
    return new Known(programming, member, Optional.empty(), Optional.empty());
  }

  Known line(int index) {
    Event.Line one = purchase().orElseThrow().lines().get(index);
    return new Known(programming, member, event, Optional.of(one));
  }

  /** What is bought, or what comes back. */
  Optional<Body.Purchase> purchase() {
    if (event.isEmpty()) return Optional.empty();
    Body body = event.get().body();
    if (body instanceof Body.Return(var _, long amount, var lines))
      return Optional.of(Body.Purchase.of(amount, lines));
    return body instanceof Body.Purchase bought ? Optional.of(bought) : Optional.empty();
  }

  private boolean isReturn() {
    return event.map(Event::body).orElse(null) instanceof Body.Return;
  }

  @Override
  public Optional<List<Facts>> lines() {
    return purchase()
        .map(p ->
            p.lines().stream()
                .<Facts>map(one -> new Known(programming, member, event, Optional.of(one)))
                .toList());
  }

  @Override
  public Optional<Integer> rank(String path, String tier) {
    return programming
        .word(path)
        .map(word -> word.choices().indexOf(tier))
        .filter(place -> place >= 0);
  }

  @Override
  public Optional<Value> value(String path) {
    Optional<Value> attribute =
        programming.attribute(path, attributes(path)).map(datum -> ((Datum.One) datum).value());
    if (attribute.isPresent()) return attribute;
    return switch (path.substring(0, path.indexOf('.'))) {
      case "event" -> event.flatMap(happened -> ofEvent(path, happened));
      case "purchase" -> purchase().flatMap(bought -> ofPurchase(path, bought));
      case "line" -> line.flatMap(one -> ofLine(path, one));
      default -> member.value(path);
    };
  }

  @Override
  public Optional<List<String>> texts(String path) {
    if (path.equals("member.segments")) return Optional.of(member.segments());
    return programming.texts(path, attributes(path)).map(Datum.Several::texts);
  }

  private Map<String, Datum> attributes(String path) {
    return switch (path.substring(0, path.indexOf('.'))) {
      case "member" -> member.attributes();
      case "purchase" -> purchase().map(Body.Purchase::attributes).orElse(Map.of());
      case "line" -> line.map(Event.Line::attributes).orElse(Map.of());
      case "event" ->
          event.map(Event::body).orElse(null) instanceof Body.Other other
              ? other.attributes()
              : Map.of();
      default -> Map.of();
    };
  }

  private Optional<Value> ofEvent(String path, Event happened) {
    ZonedDateTime at = happened.occurredAt().atZone(programming.zone());
    return switch (path) {
      case "event.type" -> Optional.of(Value.of(happened.type()));
      case "event.date" -> Optional.of(new Value.Date(at.toLocalDate()));
      case "event.time" -> Optional.of(new Value.Time(at.toLocalTime().withNano(0)));
      case "event.month" -> Optional.of(Value.of((long) at.getMonthValue()));
      case "event.dayOfMonth" -> Optional.of(Value.of((long) at.getDayOfMonth()));
      case "event.weekday" ->
          Optional.of(
              Value.of(
                  switch (at.getDayOfWeek()) {
                    case MONDAY -> "Monday";
                    case TUESDAY -> "Tuesday";
                    case WEDNESDAY -> "Wednesday";
                    case THURSDAY -> "Thursday";
                    case FRIDAY -> "Friday";
                    case SATURDAY -> "Saturday";
                    case SUNDAY -> "Sunday";
                  }));
      default -> Optional.empty();
    };
  }

  private Optional<Value> ofPurchase(String path, Body.Purchase bought) {
    return switch (path) {
      case "purchase.amount" -> money(bought.amount());
      case "purchase.tax" -> money(bought.tax());
      case "purchase.shipping" -> money(bought.shipping());
      case "purchase.discount" -> money(bought.discount());
      case "purchase.paidWithPoints" -> money(bought.paidWithPoints());
      case "purchase.paidWithGiftCard" -> money(bought.paidWithGiftCard());
      case "purchase.quantity" -> millionths(bought.quantity());
      case "purchase.number" ->
          isReturn()
              ? Optional.empty()
              : Optional.of(Value.of(member.past().purchases.size() + 1L));
      default -> Optional.empty();
    };
  }

  private Optional<Value> ofLine(String path, Event.Line one) {
    return switch (path) {
      case "line.amount" -> money(one.amount());
      case "line.quantity" -> millionths(one.quantity());
      default -> Optional.empty();
    };
  }

  private Optional<Value> money(long minor) {
    return Optional.of(Value.of(BigDecimal.valueOf(minor, programming.decimals())));
  }

  private static Optional<Value> millionths(long units) {
    return Optional.of(Value.of(BigDecimal.valueOf(units, 6)));
  }
}
