package dev.laurel.engine.event;

import dev.laurel.engine.event.AttributeTerms.Carrier;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes events of JSON objects. Immutable and thread-safe. */
final class EventReader {
  /** The source of events whose row names none. */
  private static final String FILE = "file";

  /** What comes of one account's events for another has these sources. */
  private static final Set<String> MADE_HERE =
      Set.of(Event.Body.Received.SOURCE, Event.POOL_SOURCE, Event.Body.ReferralReward.SOURCE);

  /** The source of enrolments that come from a list of members. */
  private static final String MEMBERS = "members";

  private final EventTerms terms;
  private final boolean kept;

  /**
   * @param kept whether also what the engine made is read
   */
  EventReader(EventTerms terms, boolean kept) {
    this.terms = terms;
    this.kept = kept;
  }

  Optional<Event> event(Fields row) {
    Faults faults = row.faults();
    Optional<String> source =
        terms
            .id(row.text("source").orElse(FILE), row.place("source"), faults)
            .filter(name -> isFree(name, row));
    Optional<String> id = id(row, "id");
    Optional<String> member = id(row, "member");
    Optional<Instant> at =
        row.needed("occurredAt")
            .flatMap(text -> terms.instant(text, row.place("occurredAt"), faults));
    Optional<String> type =
        id(row, "type").flatMap(name -> terms.type(name, row.place("type"), faults));
    boolean pooled = member.map(Event::isPool).orElse(false);
    Optional<String> fitting =
        type.filter(name -> kept || member.isEmpty() || PoolBodies.fits(name, pooled, row));
    Optional<Event.Body> body = fitting.flatMap(name -> body(name, pooled, row));
    // A row of unknown type says nothing of its other keys.
    if (fitting.isPresent()) row.end();
    return faults.isEmpty()
        ? Optional.of(
            new Event(
                source.orElseThrow(),
                id.orElseThrow(),
                member.orElseThrow(),
                at.orElseThrow(),
                body.orElseThrow()))
        : Optional.empty();
  }

  /** The engine's own source names what it made, which nobody else may claim before. */
  private boolean isFree(String source, Fields row) {
    if (kept || !MADE_HERE.contains(source)) return true;
    row.faults()
        .add(
            Fault.at(
                "bad-value",
                row.place("source"),
                source,
                "Events of the source \"%s\" are made here of what happens between members."
                    .formatted(source),
                "Call the source something else."));
    return false;
  }

  Optional<Event> member(Fields row) {
    Faults faults = row.faults();
    Optional<String> member = id(row, "member").filter(id -> PoolBodies.isMember(id, row));
    Optional<Instant> enrolled =
        row.needed("enrolled")
            .flatMap(text -> date(text, row.place("enrolled"), faults))
            .map(day -> day.atStartOfDay(terms.zone()).toInstant());
    Event.Body body = enrolment(row);
    row.end();
    return faults.isEmpty()
        ? Optional.of(
            new Event(
                MEMBERS, member.orElseThrow(), member.orElseThrow(), enrolled.orElseThrow(), body))
        : Optional.empty();
  }

  /** The names of what is made here hold those of what it follows from, whatever their length. */
  private Optional<String> id(Fields row, String key) {
    return row.needed(key)
        .flatMap(text -> kept ? Optional.of(text) : terms.id(text, row.place(key), row.faults()));
  }

  /** A body whose faults have been reported may hold anything: it is then not used. */
  private Optional<Event.Body> body(String type, boolean pooled, Fields row) {
    return switch (type) {
      case "purchase" -> Optional.of(purchase(row));
      case "return" -> Optional.of(goodsReturned(row));
      case "redemption" -> Optional.of(redemption(row, pooled));
      case "enrolment" -> Optional.of(enrolment(row));
      case "change" ->
          Optional.of(new Event.Body.Change(row.attributes("attributes", Carrier.MEMBER, terms)));
      case "adjustment" -> Optional.of(adjustment(row));
      case "reservation" -> Optional.of(reservation(row, pooled));
      case EventJson.CONFIRMATION -> Optional.of(confirmation(row));
      case "cancellation" -> Optional.of(cancellation(row));
      case "grant" -> grant(row);
      case "transfer" -> Optional.of(transfer(row));
      case "use" -> Optional.of(use(row));
      case "received" ->
          kept
              ? Optional.of(received(row))
              : none(type, "What a member gets from another follows from the transfer.", row);
      case "pool-join" -> Optional.of(new Event.Body.PoolJoin(by(row)));
      case "pool-leave" -> Optional.of(new Event.Body.PoolLeave(by(row)));
      case "pool-joined", "pool-left", EventJson.POOL_SPENT, "pool-points", "pool-declined" ->
          kept
              ? Optional.of(PoolBodies.read(type, row, this))
              : none(type, "What comes of pools is worked out from their events.", row);
      case "referral-reward" ->
          kept
              ? Optional.of(RewardBodies.read(row, this))
              : none(type, "What a referral gives the other side follows from it.", row);
      case "due" ->
          none(type, "What falls due by time is worked out and never an event of a file.", row);
      default ->
          Optional.of(
              new Event.Body.Other(type, row.attributes("attributes", Carrier.EVENT, terms)));
    };
  }

  private static Optional<Event.Body> none(String type, String why, Fields row) {
    row.faults().add(Fault.at("bad-value", row.place("type"), type, why, "Leave the row out."));
    return Optional.empty();
  }

  /** The member on whose behalf something happens to a pool. */
  String by(Fields row) {
    return id(row, "by").filter(id -> kept || PoolBodies.isMember(id, row)).orElse("");
  }

  /** Codes are typed in as they are read, in small letters or with blanks between. */
  private Event.Body use(Fields row) {
    Optional<String> code =
        row.text("code")
            .map(text -> text.replace(" ", "").toUpperCase(Locale.ROOT))
            .flatMap(text -> terms.id(text, row.place("code"), row.faults()));
    String benefit = code.isPresent() && !row.has("benefit") ? "" : id(row, "benefit").orElse("");
    return new Event.Body.Use(benefit, code);
  }

  private Event.Body received(Fields row) {
    String kind = kind(row);
    return new Event.Body.Received(kind, id(row, "from").orElse(""), lots(row, kind));
  }

  List<Event.Body.Received.Given> lots(Fields row, String kind) {
    List<Event.Body.Received.Given> lots = new ArrayList<>();
    for (Fields lot : row.list("lots")) {
      Optional<LocalDate> earned =
          lot.needed("earnedOn").flatMap(day -> date(day, lot.place("earnedOn"), lot.faults()));
      Optional<LocalDate> lapses =
          lot.text("lapsesOn").flatMap(day -> date(day, lot.place("lapsesOn"), lot.faults()));
      lots.add(
          new Event.Body.Received.Given(
              earned.orElse(LocalDate.EPOCH),
              lapses,
              lot.truth("follows"),
              points(lot, kind, false)));
      lot.end();
    }
    return lots;
  }

  private Event.Body purchase(Fields row) {
    List<Event.Line> lines = lines(row);
    return new Event.Body.Purchase(
        amount(row, lines),
        money(row, "tax"),
        money(row, "shipping"),
        money(row, "discount"),
        money(row, "paidWithPoints"),
        money(row, "paidWithGiftCard"),
        quantity(row),
        lines,
        row.attributes("attributes", Carrier.PURCHASE, terms));
  }

  private Event.Body goodsReturned(Fields row) {
    List<Event.Line> lines = lines(row);
    Optional<String> of = row.text("of").flatMap(id -> terms.id(id, row.place("of"), row.faults()));
    return new Event.Body.Return(of, amount(row, lines), lines);
  }

  private Event.Body redemption(Fields row, boolean pooled) {
    String kind = kind(row);
    return new Event.Body.Redemption(
        kind,
        points(row, kind, false),
        row.text("benefit"),
        pooled ? Optional.of(by(row)) : Optional.empty());
  }

  private Event.Body reservation(Fields row, boolean pooled) {
    String kind = kind(row);
    return new Event.Body.Reservation(
        kind,
        points(row, kind, false),
        row.text("benefit"),
        pooled ? Optional.of(by(row)) : Optional.empty());
  }

  private Event.Body confirmation(Fields row) {
    return new Event.Body.Confirmation(id(row, "of").orElse(""));
  }

  private Event.Body cancellation(Fields row) {
    return new Event.Body.Cancellation(id(row, "of").orElse(""), row.text("reason").orElse(""));
  }

  private Event.Body transfer(Fields row) {
    String kind = kind(row);
    return new Event.Body.Transfer(kind, points(row, kind, false), id(row, "to").orElse(""));
  }

  private Event.Body adjustment(Fields row) {
    String kind = kind(row);
    return new Event.Body.Adjustment(kind, points(row, kind, true), row.text("reason").orElse(""));
  }

  private Optional<Event.Body> grant(Fields row) {
    Optional<String> tier =
        row.needed("tier").flatMap(id -> terms.tier(id, row.place("tier"), row.faults()));
    Optional<LocalDate> until =
        row.needed("until").flatMap(text -> date(text, row.place("until"), row.faults()));
    String reason = row.text("reason").orElse("");
    return tier.flatMap(t -> until.map(day -> new Event.Body.Grant(t, day, reason)));
  }

  private Event.Body enrolment(Fields row) {
    Optional<MonthDay> birthday = row.text("birthday").flatMap(text -> monthDay(text, row));
    return new Event.Body.Enrolment(birthday, row.attributes("attributes", Carrier.MEMBER, terms));
  }

  private List<Event.Line> lines(Fields row) {
    List<Fields> rows = row.list("lines");
    if (rows.isEmpty()) return List.of();
    List<Event.Line> lines = new ArrayList<>(rows.size());
    for (Fields line : rows) {
      lines.add(
          new Event.Line(
              money(line, "amount"),
              quantity(line),
              line.attributes("attributes", Carrier.LINE, terms)));
      line.end();
    }
    return List.copyOf(lines);
  }

  /** The amount; that of the lines together where the row names none. */
  private long amount(Fields row, List<Event.Line> lines) {
    if (row.has("amount") || lines.isEmpty()) return money(row, "amount");
    long sum = 0;
    // Each line is far below what a long holds, and so are as many as a row has room for.
    for (Event.Line line : lines) sum += line.amount();
    return sum;
  }

  private long money(Fields row, String key) {
    BigDecimal amount = row.number(key);
    if (amount.signum() < 0)
      outOfRange(
          row,
          key,
          amount,
          "An amount is 0 or more.",
          "Goods that come back are an event of the type return.");
    return terms.money(amount, row.place(key), row.faults()).orElse(0L);
  }

  private long quantity(Fields row) {
    BigDecimal quantity = row.number("quantity");
    if (quantity.signum() < 0)
      outOfRange(
          row,
          "quantity",
          quantity,
          "A quantity is 0 or more.",
          "Goods that come back are an event of the type return.");
    return terms.quantity(quantity, row.place("quantity"), row.faults()).orElse(0L);
  }

  String kind(Fields row) {
    return row.needed("kind")
        .flatMap(kind -> terms.kind(kind, row.place("kind"), row.faults()))
        .orElse("");
  }

  long points(Fields row, String kind, boolean mayBeTaken) {
    BigDecimal points = row.number("points");
    if (points.signum() == 0 || points.signum() < 0 && !mayBeTaken)
      outOfRange(
          row,
          "points",
          points,
          mayBeTaken ? "0 points adjust nothing." : "Points are above 0 here.",
          "Write how many points they are.");
    return terms.points(kind, points, row.place("points"), row.faults()).orElse(0L);
  }

  /** A number of points that may be none or below it. */
  long units(String kind, BigDecimal points, String place, Faults faults) {
    return terms.points(kind, points, place, faults).orElse(0L);
  }

  private static void outOfRange(
      Fields row, String key, BigDecimal number, String message, String remedy) {
    row.faults().add(Fault.at("out-of-range", row.place(key), number.toString(), message, remedy));
  }

  static Optional<LocalDate> date(String text, String place, Faults faults) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() <= 9999) return Optional.of(day);
    } catch (DateTimeException e) {
      // Reported below, like a year that no calendar of ours holds.
    }
    faults.add(
        Fault.at(
            "bad-value",
            place,
            text,
            "\"%s\" is no date.".formatted(text),
            "Write it like 2026-01-31."));
    return Optional.empty();
  }

  private static Optional<MonthDay> monthDay(String text, Fields row) {
    try {
      return Optional.of(MonthDay.parse(text));
    } catch (DateTimeException e) {
      row.faults()
          .add(
              Fault.at(
                  "bad-value",
                  row.place("birthday"),
                  text,
                  "\"%s\" is no day of the year.".formatted(text),
                  "Write month and day only, like --05-12; the year is nobody's business here."));
      return Optional.empty();
    }
  }
}
