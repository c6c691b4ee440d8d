package dev.laurel.rules.check;

import static dev.laurel.rules.check.Make.a;

import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Programme.NamedPeriod;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.language.Vocabulary.Attribute;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** A programme that says a little of everything, and all of it rightly. */
final class TestPack {
  private TestPack() {}

  /** The least that is a pack. */
  static Pack minimal() {
    return a(
        Pack.class,
        "pack",
        a(Pack.Identity.class, "format", 1, "id", "least", "version", "1.0.0"),
        "programme",
        a(
            Programme.class,
            "zone",
            ZoneId.of("Europe/Vienna"),
            "currency",
            Currency.getInstance("EUR")));
  }

  static Pack full() {
    Pack pack = minimal();
    return Edit.set("programme/pointKinds", kinds())
        .and(Edit.set("programme/periods", periods()))
        .and(Edit.set("programme/metrics", metrics()))
        .and(
            Edit.set(
                "programme/counters", a(Programme.Counter.class, "id", "stamps", "over", "year")))
        .and(Edit.set("vocabulary", vocabulary()))
        .and(Edit.set("ladders", TestGiving.ladder()))
        .and(Edit.set("earning", List.of(TestGiving.usual(), TestGiving.bonus())))
        .and(Edit.set("tables", List.of(TestGiving.rates(), TestGiving.factors())))
        .and(Edit.set("challenges", List.of(TestGiving.streak(), TestGiving.card())))
        .and(Edit.set("campaigns", TestGiving.campaign()))
        .and(Edit.set("segments", TestMembers.segments()))
        .and(Edit.set("benefits", TestMembers.benefits()))
        .and(Edit.set("messages", TestMembers.message()))
        .and(Edit.set("offers", TestMembers.offers()))
        .and(Edit.set("scenarios", TestMembers.scenario()))
        .apply(pack);
  }

  private static List<PointKind> kinds() {
    Expiry year =
        a(
            Expiry.After.class,
            "span",
            Span.parse("1 year"),
            "unlessActive",
            a(Expiry.Activity.class, "each", "month", "events", List.of("stay", "purchase")));
    return List.of(
        a(
            PointKind.class,
            "id",
            "points",
            "available",
            new PointKind.Availability.After(Span.parse("14 days")),
            "expiry",
            new Expiry.ByTier(
                List.of(new Expiry.ByTier.Row("upper", List.of("gold"), new Expiry.Never())), year),
            "worth",
            "0.01",
            "caps",
            a(PointKind.Cap.class, "id", "yearly", "over", "year", "atMost", 100_000),
            "transfer",
            a(PointKind.Transfer.class, "least", 100, "atMost", 1_000, "over", "month"),
            "pooling",
            new PointKind.Pooling(5)),
        a(PointKind.class, "id", "miles", "unit", PointKind.Unit.HUNDREDTHS),
        a(PointKind.class, "id", "status", "use", PointKind.Use.QUALIFYING));
  }

  private static List<NamedPeriod> periods() {
    return List.of(
        period("year", new Period.CalendarYear()),
        period("season", new Period.YearFrom(MonthDay.of(4, 1))),
        period("month", new Period.CalendarMonth()),
        period("rolling", new Period.Rolling(Span.parse("12 months"))),
        period("ever", new Period.Lifetime()));
  }

  private static NamedPeriod period(String id, Period is) {
    return a(NamedPeriod.class, "id", id, "is", is);
  }

  private static List<Metric> metrics() {
    return List.of(
        a(
            Metric.class,
            "id",
            "spend",
            "counts",
            a(Count.Spend.class, "when", "line.category != \"tobacco\" and purchase.quantity > 0"),
            "over",
            "year",
            "rollover",
            a(Metric.Rollover.class, "atMost", "99.99")),
        a(
            Metric.class,
            "id",
            "standing",
            "counts",
            new Count.PointsEarned("status"),
            "over",
            "ever"),
        a(
            Metric.class,
            "id",
            "nights",
            "counts",
            a(
                Count.Sum.class,
                "event",
                "stay",
                "attribute",
                "event.nights",
                "when",
                "not(list contains(member.segments, \"vienna\")) and event.room = \"suite\""),
            "over",
            "rolling"),
        a(
            Metric.class,
            "id",
            "days",
            "counts",
            a(Count.DistinctDays.class, "event", "checkIn", "when", "event.place != null"),
            "over",
            "season"));
  }

  private static Vocabulary vocabulary() {
    return a(
        Vocabulary.class,
        "member",
        List.of(
            choice("shop", "graz", "vienna"),
            attribute("hobbies", Vocabulary.Type.LIST),
            attribute("source", Vocabulary.Type.TEXT),
            attribute("staff", Vocabulary.Type.TRUTH),
            a(Attribute.class, "id", "phone", "type", Vocabulary.Type.TEXT, "personal", true)),
        "purchase",
        List.of(attribute("nights", Vocabulary.Type.NUMBER)),
        "product",
        List.of(
            attribute("organic", Vocabulary.Type.TRUTH), attribute("price", Vocabulary.Type.MONEY)),
        "events",
        List.of(
            a(
                Vocabulary.EventType.class,
                "id",
                "stay",
                "attributes",
                List.of(
                    attribute("nights", Vocabulary.Type.NUMBER),
                    choice("room", "suite", "single"))),
            a(
                Vocabulary.EventType.class,
                "id",
                "tasting",
                "attributes",
                attribute("score", Vocabulary.Type.NUMBER))),
        "channels",
        a(Vocabulary.Named.class, "id", "e-mail"),
        "purposes",
        a(Vocabulary.Purpose.class, "id", "news"));
  }

  private static Attribute attribute(String id, Vocabulary.Type type) {
    return a(Attribute.class, "id", id, "type", type);
  }

  private static Attribute choice(String id, String... values) {
    return a(Attribute.class, "id", id, "type", Vocabulary.Type.CHOICE, "values", List.of(values));
  }
}
