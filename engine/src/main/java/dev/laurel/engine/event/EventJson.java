package dev.laurel.engine.event;

import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Datum;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON objects, one per line in a file. Immutable and thread-safe.
 *
 * <p>Every event has {@code id}, {@code member}, {@code occurredAt} and {@code type}, and may have
 * {@code source} ({@code file} where it is absent). What else there is follows from the type:
 *
 * <ul>
 *   <li>purchase: {@code amount}, {@code tax}, {@code shipping}, {@code discount}, {@code
 *       paidWithPoints}, {@code paidWithGiftCard}, {@code quantity}, {@code lines} of {@code
 *       amount}, {@code quantity} and {@code attributes}, and {@code attributes}; without an amount
 *       it is that of the lines together
 *   <li>return: {@code of} (the purchase's id), {@code amount}, {@code lines}
 *   <li>redemption: {@code kind}, {@code points}, {@code benefit}; of a pool also {@code by}, the
 *       member who spends
 *   <li>reservation: the same; confirmation and cancellation: {@code of} (the reservation's id at
 *       the same source), the latter with {@code reason}
 *   <li>enrolment: {@code birthday} as {@code --05-12}, {@code attributes}
 *   <li>change: {@code attributes} of the member
 *   <li>adjustment: {@code kind}, {@code points}, {@code reason}
 *   <li>grant: {@code tier}, {@code until}, {@code reason}
 *   <li>transfer: {@code kind}, {@code points}, {@code to}
 *   <li>use: {@code benefit}, or the {@code code} of what was handed out, or both
 *   <li>received: made by the engine of another member's transfer, and only read where it was kept:
 *       {@code kind}, {@code from}, {@code lots} of {@code points}, {@code earnedOn}, {@code
 *       lapsesOn}, {@code follows}
 *   <li>pool-join and pool-leave, of a pool, whose id as {@code member} begins with {@code pool:}:
 *       {@code by}, the member who comes or goes
 *   <li>pool-joined, pool-left, pool-spent, pool-points, pool-declined: made by the engine of what
 *       happens to a pool or its members, and only read where they were kept
 *   <li>referral-reward: made by the engine of what rules give the other side of a referral, and
 *       only read where it was kept
 *   <li>any other name is a type of the pack's vocabulary or a built-in one: {@code attributes}
 * </ul>
 *
 * <p>Amounts are decimals in the programme's currency, points in the kind's unit. What is absent is
 * 0 or empty. The canonical form has the keys in the order above, attributes by name, nothing that
 * is 0 or empty, and time in UTC.
 */
public final class EventJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Rules know a confirmation as a redemption. */
  static final String CONFIRMATION = "confirmation";

  /** So they know what a member spends of a pool. */
  static final String POOL_SPENT = "pool-spent";

  private final EventTerms terms;
  private final EventReader reader;

  private EventJson(EventTerms terms, boolean kept) {
    this.terms = terms;
    this.reader = new EventReader(terms, kept);
  }

  /** Of events that come in from elsewhere. */
  public static EventJson of(EventTerms terms) {
    return new EventJson(terms, false);
  }

  /** Of events that are kept: reads also those that the engine made itself. */
  public static EventJson ofKept(EventTerms terms) {
    return new EventJson(terms, true);
  }

  /** Reads an event; where it has faults, all of them are reported and there is no event. */
  public Optional<Event> read(byte[] json, int from, int to, Faults faults) {
    return read(json, from, to, faults, EventReader::event);
  }

  /** Reads an event that was parsed already; otherwise the same. */
  public Optional<Event> read(JsonNode event, Faults faults) {
    return reader.event(new Fields(event, "", faults));
  }

  /** Reads {@code attributes} of a member, a key of the object given, all of them personal. */
  public Map<String, Datum> readPersonal(JsonNode object, String place, Faults faults) {
    return new Fields(object, place, faults).personal("attributes", terms);
  }

  /**
   * Reads a row of a list of members, {@code {"member", "enrolled", "birthday", "attributes"}}: the
   * member's enrolment at the start of the day named.
   */
  public Optional<Event> readMember(byte[] json, int from, int to, Faults faults) {
    return read(json, from, to, faults, EventReader::member);
  }

  private Optional<Event> read(
      byte[] json,
      int from,
      int to,
      Faults faults,
      BiFunction<EventReader, Fields, Optional<Event>> kind) {
    return tree(json, from, to, faults)
        .flatMap(row -> kind.apply(reader, new Fields(row, "", faults)));
  }

  /** One JSON object; reported where the bytes are none. */
  public static Optional<JsonNode> tree(byte[] json, int from, int to, Faults faults) {
    String wrong;
    try {
      JsonNode row = MAPPER.readTree(json, from, to - from);
      if (row.isObject()) return Optional.of(row);
      wrong = "The row is no JSON object.";
    } catch (JacksonException e) {
      wrong = "The row is no JSON: " + e.getOriginalMessage() + ".";
    }
    faults.add(
        Fault.at("bad-json", "", "", wrong, "Write one object in braces on a line of its own."));
    return Optional.empty();
  }

  /**
   * Writes the canonical form, without an end of line.
   *
   * @throws IllegalArgumentException for points of a kind that the programme does not have
   */
  public void write(Event event, JsonWriter to) {
    to.open().key("source").text(event.source()).key("id").text(event.id());
    to.key("member").text(event.member()).key("occurredAt").instant(event.occurredAt());
    to.key("type").text(type(event));
    switch (event.body()) {
      case Event.Body.Purchase p -> purchase(p, to);
      case Event.Body.Return(var of, var amount, var lines) -> {
        of.ifPresent(id -> to.key("of").text(id));
        amount(amount, lines, to);
        lines(lines, to);
      }
      case Event.Body.Redemption(var kind, var units, var benefit, var by) ->
          spending(kind, units, benefit, by, to);
      case Event.Body.Reservation(var kind, var units, var benefit, var by) ->
          spending(kind, units, benefit, by, to);
      case Event.Body.Confirmation(var of) -> to.key("of").text(of);
      case Event.Body.Cancellation(var of, var reason) ->
          maybe("reason", reason, to.key("of").text(of));
      case Event.Body.Enrolment(var birthday, var attributes) -> {
        birthday.map(MonthDay::toString).ifPresent(day -> to.key("birthday").text(day));
        attributes(attributes, to);
      }
      case Event.Body.Change(var attributes) -> attributes(attributes, to);
      case Event.Body.Other(var type, var attributes) -> attributes(attributes, to);
      case Event.Body.Adjustment(var kind, var units, var reason) -> {
        points(kind, units, to);
        maybe("reason", reason, to);
      }
      case Event.Body.Use(var benefit, var code) -> {
        maybe("benefit", benefit, to);
        code.ifPresent(text -> to.key("code").text(text));
      }
      case Event.Body.Grant(var tier, var until, var reason) -> {
        to.key("tier").text(tier).key("until").text(until.toString());
        maybe("reason", reason, to);
      }
      case Event.Body.Transfer(var kind, var units, var other) -> {
        points(kind, units, to);
        to.key("to").text(other);
      }
      case Event.Body.Received received -> received(received, to);
      case Event.Body.PoolJoin(var by) -> to.key("by").text(by);
      case Event.Body.PoolLeave(var by) -> to.key("by").text(by);
      case Event.Body.PoolJoined(var pool) -> to.key("pool").text(pool);
      case Event.Body.PoolLeft(var pool) -> to.key("pool").text(pool);
      case Event.Body.PoolSpent(var kind, var units, var benefit, var pool) -> {
        points(kind, units, to);
        benefit.ifPresent(id -> to.key("benefit").text(id));
        to.key("pool").text(pool);
      }
      case Event.Body.PoolPoints points -> PoolBodies.write(points, terms, to);
      case Event.Body.PoolDeclined(var by, var since) ->
          to.key("by").text(by).key("since").instant(since);
      case Event.Body.ReferralReward reward -> RewardBodies.write(reward, terms, to);
      case Event.Body.Due(var what, var of) ->
          throw new IllegalArgumentException(
              "%s of %s is made by time and stands in no file.".formatted(what, of));
    }
    to.close();
  }

  private static String type(Event event) {
    if (event.body() instanceof Event.Body.Confirmation) return CONFIRMATION;
    return event.body() instanceof Event.Body.PoolSpent ? POOL_SPENT : event.type();
  }

  private void spending(
      String kind, long units, Optional<String> benefit, Optional<String> by, JsonWriter to) {
    points(kind, units, to);
    benefit.ifPresent(id -> to.key("benefit").text(id));
    by.ifPresent(member -> to.key("by").text(member));
  }

  private void received(Event.Body.Received received, JsonWriter to) {
    to.key("kind").text(received.kind()).key("from").text(received.from());
    PoolBodies.lots(received.lots(), terms.pointDecimals(received.kind()), to);
  }

  private void purchase(Event.Body.Purchase purchase, JsonWriter to) {
    amount(purchase.amount(), purchase.lines(), to);
    money("tax", purchase.tax(), to);
    money("shipping", purchase.shipping(), to);
    money("discount", purchase.discount(), to);
    money("paidWithPoints", purchase.paidWithPoints(), to);
    money("paidWithGiftCard", purchase.paidWithGiftCard(), to);
    quantity(purchase.quantity(), to);
    lines(purchase.lines(), to);
    attributes(purchase.attributes(), to);
  }

  /** An amount of 0 is said where lines would otherwise give another one. */
  private void amount(long amount, List<Event.Line> lines, JsonWriter to) {
    if (amount != 0 || !lines.isEmpty()) to.key("amount").decimal(amount, terms.moneyDecimals());
  }

  private void lines(List<Event.Line> lines, JsonWriter to) {
    if (lines.isEmpty()) return;
    to.key("lines").openList();
    for (Event.Line line : lines) {
      to.open();
      money("amount", line.amount(), to);
      quantity(line.quantity(), to);
      attributes(line.attributes(), to);
      to.close();
    }
    to.closeList();
  }

  private void money(String key, long amount, JsonWriter to) {
    if (amount != 0) to.key(key).decimal(amount, terms.moneyDecimals());
  }

  private static void quantity(long quantity, JsonWriter to) {
    if (quantity != 0) to.key("quantity").shortDecimal(quantity, EventTerms.NUMBER_DECIMALS);
  }

  private void points(String kind, long units, JsonWriter to) {
    to.key("kind").text(kind).key("points").decimal(units, terms.pointDecimals(kind));
  }

  private static void maybe(String key, String text, JsonWriter to) {
    if (!text.isEmpty()) to.key(key).text(text);
  }

  private static void attributes(Map<String, Datum> attributes, JsonWriter to) {
    if (attributes.isEmpty()) return;
    to.key("attributes").open();
    new TreeMap<>(attributes).forEach((name, datum) -> datum(datum, to.key(name)));
    to.close();
  }

  /** Writes the value of an attribute. */
  public static void datum(Datum datum, JsonWriter to) {
    switch (datum) {
      case Datum.One(Value.Number(var number)) -> to.plainNumber(number.toPlainString());
      case Datum.One(Value.Text(var text)) -> to.text(text);
      case Datum.One(Value.Truth(var truth)) -> to.truth(truth);
      case Datum.One(Value.Date(var date)) -> to.text(date.toString());
      case Datum.One(Value.Time(var time)) -> to.text(time.toString());
      case Datum.Several(var texts) -> {
        to.openList();
        texts.forEach(to::text);
        to.closeList();
      }
    }
  }
}
