package dev.laurel.engine.event;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.binary.Data;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Events as compact bytes that leave the heap for a while. An event is a key and a body; keys,
 * compared byte by byte without sign, stand in the order of their members and then of {@link
 * Event#ORDER}. Not thread-safe.
 *
 * <p>This form lasts as long as one run: it has no version and is never kept.
 */
public final class EventCodec {
  private static final int PURCHASE = 1;
  private static final int RETURN = 2;
  private static final int REDEMPTION = 3;
  private static final int ENROLMENT = 4;
  private static final int CHANGE = 5;
  private static final int OTHER = 6;
  private static final int ADJUSTMENT = 7;
  private static final int GRANT = 8;
  private static final int TRANSFER = 9;
  private static final int RESERVATION = 10;
  private static final int CONFIRMATION = 11;
  private static final int CANCELLATION = 12;
  private static final int POOL_JOIN = 13;
  private static final int POOL_LEAVE = 14;
  private static final int USE = 15;

  // The years 1 to 9999 in seconds need 39 bits.
  private static final int SECONDS_WIDTH = 5;
  private static final int NANOS_WIDTH = 4;
  private static final int LENGTH_WIDTH = 4;

  private String lastSource = "";
  private String lastMember = "";

  /**
   * What stands before an event's body.
   *
   * @param member the member's id
   */
  public record Key(String member, Instant occurredAt, String source, String id) {}

  /**
   * Writes the key.
   *
   * @throws IllegalArgumentException when a text of it holds U+0000, or time lies outside of the
   *     years 1 to 9999
   */
  public void writeKey(Event event, BinaryWriter to) {
    to.sortedText(event.member())
        .sortedNumber(event.occurredAt().getEpochSecond(), SECONDS_WIDTH)
        .sortedNumber(event.occurredAt().getNano(), NANOS_WIDTH)
        .sortedText(event.source())
        .sortedNumber(event.id().length(), LENGTH_WIDTH)
        .sortedText(event.id());
  }

  /** Reads the key. */
  public Key readKey(BinaryReader from) {
    lastMember = from.sortedText(lastMember);
    long seconds = from.sortedNumber(SECONDS_WIDTH);
    long nanos = from.sortedNumber(NANOS_WIDTH);
    lastSource = from.sortedText(lastSource);
    from.sortedNumber(LENGTH_WIDTH);
    String id = from.sortedText();
    return new Key(lastMember, Instant.ofEpochSecond(seconds, nanos), lastSource, id);
  }

  /**
   * Writes the body.
   *
   * @throws IllegalArgumentException for what time brings about, which is never read from anywhere
   */
  public void writeBody(Event event, BinaryWriter to) {
    switch (event.body()) {
      case Event.Body.Purchase p -> writePurchase(p, to.put(PURCHASE));
      case Event.Body.Return(var of, var amount, var lines) -> {
        maybe(of, to.put(RETURN));
        writeLines(lines, to.number(amount));
      }
      case Event.Body.Redemption(var kind, var units, var benefit, var by) -> {
        maybe(benefit, to.put(REDEMPTION).text(kind).number(units));
        maybe(by, to);
      }
      case Event.Body.Reservation(var kind, var units, var benefit, var by) -> {
        maybe(benefit, to.put(RESERVATION).text(kind).number(units));
        maybe(by, to);
      }
      case Event.Body.PoolJoin(var by) -> to.put(POOL_JOIN).text(by);
      case Event.Body.PoolLeave(var by) -> to.put(POOL_LEAVE).text(by);
      case Event.Body.PoolJoined _,
          Event.Body.PoolLeft _,
          Event.Body.PoolSpent _,
          Event.Body.PoolPoints _,
          Event.Body.PoolDeclined _,
          Event.Body.ReferralReward _ ->
          throw new IllegalArgumentException(
              "%s follows from what happened to a pool or a member; it is made, never read."
                  .formatted(event.id()));
      case Event.Body.Confirmation(var of) -> to.put(CONFIRMATION).text(of);
      case Event.Body.Cancellation(var of, var reason) ->
          to.put(CANCELLATION).text(of).text(reason);
      case Event.Body.Enrolment(var birthday, var attributes) -> {
        to.put(ENROLMENT).put(birthday.map(MonthDay::getMonthValue).orElse(0));
        to.put(birthday.map(MonthDay::getDayOfMonth).orElse(0));
        Data.write(attributes, to);
      }
      case Event.Body.Change(var attributes) -> Data.write(attributes, to.put(CHANGE));
      case Event.Body.Other(var type, var attributes) ->
          Data.write(attributes, to.put(OTHER).text(type));
      case Event.Body.Adjustment(var kind, var units, var reason) ->
          to.put(ADJUSTMENT).text(kind).number(units).text(reason);
      case Event.Body.Grant(var tier, var until, var reason) ->
          to.put(GRANT).text(tier).number(until.toEpochDay()).text(reason);
      case Event.Body.Transfer(var kind, var units, var other) ->
          to.put(TRANSFER).text(kind).number(units).text(other);
      case Event.Body.Use(var benefit, var code) -> maybe(code, to.put(USE).text(benefit));
      case Event.Body.Received received ->
          throw new IllegalArgumentException(
              "Points from %s follow from a transfer; they are made, never read."
                  .formatted(received.from()));
      case Event.Body.Due due ->
          throw new IllegalArgumentException(
              "%s falls due by time; it is made, never read.".formatted(due.of()));
    }
  }

  /** Reads the body that follows a key. */
  public Event readBody(Key key, BinaryReader from) {
    return new Event(key.source, key.id, key.member, key.occurredAt, body(from));
  }

  private static Event.Body body(BinaryReader from) {
    int kind = from.take();
    return switch (kind) {
      case PURCHASE -> readPurchase(from);
      case RETURN -> new Event.Body.Return(maybe(from), from.number(), readLines(from));
      case REDEMPTION ->
          new Event.Body.Redemption(from.text(), from.number(), maybe(from), maybe(from));
      case RESERVATION ->
          new Event.Body.Reservation(from.text(), from.number(), maybe(from), maybe(from));
      case POOL_JOIN -> new Event.Body.PoolJoin(from.text());
      case POOL_LEAVE -> new Event.Body.PoolLeave(from.text());
      case CONFIRMATION -> new Event.Body.Confirmation(from.text());
      case CANCELLATION -> new Event.Body.Cancellation(from.text(), from.text());
      case ENROLMENT -> {
        int month = from.take();
        int day = from.take();
        yield new Event.Body.Enrolment(
            month == 0 ? Optional.empty() : Optional.of(MonthDay.of(month, day)), Data.read(from));
      }
      case CHANGE -> new Event.Body.Change(Data.read(from));
      case OTHER -> new Event.Body.Other(from.text(), Data.read(from));
      case ADJUSTMENT -> new Event.Body.Adjustment(from.text(), from.number(), from.text());
      case GRANT ->
          new Event.Body.Grant(from.text(), LocalDate.ofEpochDay(from.number()), from.text());
      case USE -> new Event.Body.Use(from.text(), maybe(from));
      case TRANSFER -> new Event.Body.Transfer(from.text(), from.number(), from.text());
      default -> throw new IllegalStateException("No event begins with %d.".formatted(kind));
    };
  }

  private static void writePurchase(Event.Body.Purchase purchase, BinaryWriter to) {
    to.number(purchase.amount())
        .number(purchase.tax())
        .number(purchase.shipping())
        .number(purchase.discount())
        .number(purchase.paidWithPoints())
        .number(purchase.paidWithGiftCard())
        .number(purchase.quantity());
    writeLines(purchase.lines(), to);
    Data.write(purchase.attributes(), to);
  }

  private static Event.Body readPurchase(BinaryReader from) {
    return new Event.Body.Purchase(
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        readLines(from),
        Data.read(from));
  }

  private static void writeLines(List<Event.Line> lines, BinaryWriter to) {
    to.count(lines.size());
    for (Event.Line line : lines)
      Data.write(line.attributes(), to.number(line.amount()).number(line.quantity()));
  }

  private static List<Event.Line> readLines(BinaryReader from) {
    int size = from.size();
    if (size == 0) return List.of();
    List<Event.Line> lines = new ArrayList<>(size);
    for (int i = 0; i < size; i++)
      lines.add(new Event.Line(from.number(), from.number(), Data.read(from)));
    return Collections.unmodifiableList(lines);
  }

  private static void maybe(Optional<String> text, BinaryWriter to) {
    if (text.isEmpty()) to.put(0);
    else to.put(1).text(text.get());
  }

  private static Optional<String> maybe(BinaryReader from) {
    return from.take() == 0 ? Optional.empty() : Optional.of(from.text());
  }
}
