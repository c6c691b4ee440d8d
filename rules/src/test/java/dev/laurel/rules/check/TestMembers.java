package dev.laurel.rules.check;

import static dev.laurel.rules.check.Make.a;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Scenario.Happening;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.language.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Whom {@link TestPack} knows and what it says to them. */
final class TestMembers {
  private TestMembers() {}

  static List<Segment> segments() {
    Span month = Span.parse("1 month");
    return List.of(
        segment("vienna", a(Membership.Meets.class, "when", "member.shop = \"vienna\"")),
        segment(
            "rich",
            a(
                Membership.Meets.class,
                "when",
                "list contains(member.segments, \"vienna\") and metrics.spend > 100.01",
                "unless",
                "list contains(member.hobbies, \"chess\")")),
        segment("best", new Membership.Rfm(List.of(5), List.of(4, 5), List.of(5), "year")),
        segment(
            "spenders",
            a(
                Membership.InClass.class,
                "dimension",
                Membership.InClass.Dimension.VALUE,
                "metric",
                "spend",
                "from",
                100,
                "below",
                "200.5")),
        segment(
            "friends",
            new Membership.Attributed(
                Membership.Attributed.Dimension.SOURCE, "member.source", List.of("friend"))),
        a(
            Segment.class,
            "id",
            "lost",
            "is",
            new Membership.Lifecycle(
                Membership.Lifecycle.Stage.LOST, month, month, Span.parse("1 year")),
            "alerts",
            a(Segment.Alert.class, "id", "many", "belowPercent", 1, "abovePercent", 20)));
  }

  private static Segment segment(String id, Membership is) {
    return a(Segment.class, "id", id, "is", is);
  }

  static List<Benefit> benefits() {
    BigDecimal hundred = BigDecimal.valueOf(100);
    return List.of(
        a(Benefit.class, "id", "coffee", "tiers", List.of("gold"), "when", "event.month = 5"),
        a(Benefit.class, "id", "cup", "price", new Benefit.Price.Fixed("points", hundred)),
        a(
            Benefit.class,
            "id",
            "discount",
            "price",
            new Benefit.Price.Linear("miles", new BigDecimal("0.5"), new BigDecimal("0.01"))),
        a(
            Benefit.class,
            "id",
            "voucher",
            "price",
            new Benefit.Price.Steps(
                "points",
                List.of(
                    new Benefit.Price.Steps.Step("small", hundred, BigDecimal.valueOf(3)),
                    new Benefit.Price.Steps.Step(
                        "large", BigDecimal.valueOf(250), BigDecimal.valueOf(8))))));
  }

  static Message message() {
    return a(
        Message.class,
        "id",
        "nearly",
        "template",
        "Only {missing} more until {tier}.",
        "channel",
        "e-mail",
        "purpose",
        "news",
        "quiet",
        new Message.Quiet(LocalTime.of(21, 0), LocalTime.of(8, 0)),
        "limits",
        a(Limit.class, "id", "weekly", "of", Limit.Of.TIMES, "atMost", 1));
  }

  static OfferSet offers() {
    return a(
        OfferSet.class,
        "id",
        "best",
        "of",
        a(
            OfferSet.Offer.class,
            "id",
            "cup",
            "audience",
            List.of("best"),
            "when",
            "member.tier = \"gold\"",
            "then",
            a(Outcome.Entitle.class, "benefit", "cup")));
  }

  static Scenario scenario() {
    LocalDateTime first = LocalDateTime.of(2026, 1, 31, 10, 0);
    Happening purchase =
        a(
            Happening.Purchase.class,
            "id",
            "p1",
            "amount",
            "20.50",
            "lines",
            a(
                Scenario.Line.class,
                "amount",
                "20.50",
                "attributes",
                Map.of("organic", Datum.of(Value.of(true)))),
            "attributes",
            Map.of("nights", Datum.of(Value.of(2))));
    Happening stay =
        a(
            Happening.Other.class,
            "event",
            "stay",
            "attributes",
            Map.of("room", Datum.of(Value.of("suite"))));
    return a(
        Scenario.class,
        "id",
        "returned",
        "member",
        a(
            Scenario.Given.class,
            "enrolled",
            LocalDate.of(2026, 1, 31),
            "tiers",
            Map.of("main", "silver"),
            "tiersUntil",
            Map.of("main", LocalDate.of(2026, 12, 31)),
            "points",
            Map.of("points", BigDecimal.TEN),
            "metrics",
            Map.of("spend", new BigDecimal("499.99")),
            "attributes",
            Map.of("hobbies", new Datum.Several(List.of("chess", "go")))),
        "steps",
        List.of(
            a(Scenario.Step.class, "at", first, "event", purchase, "expect", expected()),
            a(Scenario.Step.class, "at", first, "event", stay),
            a(
                Scenario.Step.class,
                "at",
                first.plusDays(1),
                "event",
                a(Happening.Return.class, "of", "p1"))));
  }

  private static Scenario.Expected expected() {
    return a(
        Scenario.Expected.class,
        "earned",
        Map.of("points", BigDecimal.valueOf(20)),
        "tiers",
        Map.of("main", "silver"),
        "expiring",
        Map.of("points", Map.of(LocalDate.of(2027, 1, 31), BigDecimal.valueOf(20))),
        "fired",
        List.of("base", "spring"),
        "notFired",
        Map.of("weekend", Scenario.Why.CONDITION_NOT_MET),
        "entitled",
        List.of("cup", "cup"),
        "received",
        Map.of("points", BigDecimal.valueOf(3)));
  }
}
