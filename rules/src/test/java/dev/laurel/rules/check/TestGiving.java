package dev.laurel.rules.check;

import static dev.laurel.rules.check.Make.a;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Cell;
import dev.laurel.rules.language.RateTable.Column;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link TestPack} gives: tiers, earning, tables, challenges and a campaign. */
final class TestGiving {
  private TestGiving() {}

  static Ladder ladder() {
    Requirement silver = new Requirement.Reaches("spend", "spend", BigDecimal.valueOf(500));
    Requirement gold = new Requirement.Reaches("spend", "spend", BigDecimal.valueOf(1_000));
    Requirement keep =
        new Requirement.SomeOf(
            "two",
            2,
            List.of(
                gold,
                new Requirement.Reaches("nights", "nights", BigDecimal.TEN),
                a(Requirement.Holds.class, "id", "shop", "when", "member.shop = \"graz\"")));
    Tier top =
        a(
            Tier.class,
            "id",
            "gold",
            "entry",
            gold,
            "renewal",
            keep,
            "onUpgrade",
            List.of(points(100), new Outcome.Offer("best")),
            "headStarts",
            new Ladder.HeadStart("nights", "days", BigDecimal.TWO),
            "milestones",
            a(
                Ladder.Milestone.class,
                "id",
                "more",
                "metric",
                "spend",
                "at",
                "1500.50",
                "then",
                points(10)));
    return a(
        Ladder.class,
        "id",
        "main",
        "validity",
        a(Ladder.Validity.RestOfPeriod.class, "period", "year"),
        "tiers",
        List.of(
            a(Tier.class, "id", "base"),
            a(Tier.class, "id", "silver", "entry", silver),
            top,
            a(Tier.class, "id", "circle", "byInvitation", true),
            a(
                Tier.class,
                "id",
                "guest",
                "matches",
                new Ladder.Match(
                    "other",
                    "Sky Gold",
                    Span.parse("90 days"),
                    Optional.of(keep),
                    Optional.of(LocalDate.of(2026, 12, 31)))),
            a(Tier.class, "id", "lent")));
  }

  private static Outcome.Points points(int points) {
    return a(Outcome.Points.class, "kind", "points", "points", points);
  }

  static EarningGroup usual() {
    return a(
        EarningGroup.class,
        "id",
        "usual",
        "limits",
        a(Limit.class, "id", "monthly", "atMost", "5000.5", "over", "month"),
        "rules",
        List.of(
            a(
                EarningRule.class,
                "id",
                "base",
                "then",
                a(Outcome.PerAmount.class, "kind", "points", "points", 1)),
            a(
                EarningRule.class,
                "id",
                "by-category",
                "per",
                EarningRule.Scope.LINE,
                "when",
                "line.organic = true and line.price in [1..2.5) and purchase.channel != null",
                "then",
                a(Outcome.ByTable.class, "kind", "miles", "table", "rates")),
            a(
                EarningRule.class,
                "id",
                "by-night",
                "on",
                new Trigger.Event("stay"),
                "audience",
                List.of("vienna"),
                "unless",
                "event.room in (\"single\")",
                "then",
                List.of(
                    new Outcome.PerUnit("status", BigDecimal.TEN, "event.nights"),
                    new Outcome.GrantTier("lent", Span.parse("1 month"), Text.of("A night"))))));
  }

  static EarningGroup bonus() {
    return a(
        EarningGroup.class,
        "id",
        "bonus",
        "rules",
        List.of(
            a(
                EarningRule.class,
                "id",
                "weekend",
                "when",
                new Rows(
                    Map.ofEntries(
                        Edit.row("days", "event.weekday in (\"Saturday\", \"Sunday\")"),
                        Edit.row("tier", "member.tier >= \"silver\""),
                        Edit.row("lines", "sum(purchase.lines[item.organic = true].price) >= 9.99"),
                        Edit.row(
                            "some", "some line in purchase.lines satisfies (line.quantity > 1)"),
                        Edit.row("hour", "event.time in [time(\"10:00:00\")..time(\"12:00:00\")]"),
                        Edit.row("staff", "member.staff = false"))),
                "then",
                new Outcome.Multiply(BigDecimal.TWO, List.of("usual")),
                "limits",
                a(Limit.class, "id", "often", "of", Limit.Of.TIMES, "atMost", 3)),
            a(
                EarningRule.class,
                "id",
                "online",
                "then",
                new Outcome.MultiplyByTable("factors", List.of("base"))),
            a(
                EarningRule.class,
                "id",
                "review",
                "on",
                new Trigger.Review(),
                "when",
                "event.score > 3",
                "then",
                new Outcome.Points("points", BigDecimal.TEN, Outcome.To.POOL))));
  }

  static RateTable rates() {
    return a(
        RateTable.class,
        "id",
        "rates",
        "gives",
        RateTable.Gives.POINTS_PER_AMOUNT,
        "columns",
        List.of(
            a(Column.class, "id", "category", "operand", "line.category"),
            a(Column.class, "id", "tier", "operand", "member.tier", "match", Column.Match.RANGE)),
        "rows",
        List.of(
            row(
                "wine",
                "1.5",
                new Cell.OneOf(List.of(Value.of("wine"), Value.of("beer"))),
                new Cell.Between(Optional.of(Value.of("silver")), Optional.empty())),
            row("rest", "1", new Cell.Any(), new Cell.Any())));
  }

  static RateTable factors() {
    return a(
        RateTable.class,
        "id",
        "factors",
        "gives",
        RateTable.Gives.MULTIPLIER,
        "columns",
        a(Column.class, "id", "amount", "operand", "purchase.amount", "match", Column.Match.RANGE),
        "rows",
        row(
            "large",
            "2",
            new Cell.Between(Optional.of(Value.of(100)), Optional.of(Value.of(1_000)))));
  }

  private static RateTable.Row row(String id, String gives, Cell... cells) {
    return new RateTable.Row(id, List.of(cells), new BigDecimal(gives));
  }

  static Challenge streak() {
    return a(
        Challenge.class,
        "id",
        "streak",
        "kind",
        Challenge.Kind.STREAK,
        "on",
        new Trigger.CheckIn(),
        "every",
        "month",
        "steps",
        List.of(step("third", 3), step("sixth", 6)));
  }

  static Challenge card() {
    return a(
        Challenge.class,
        "id",
        "card",
        "kind",
        Challenge.Kind.STAMP_CARD,
        "on",
        new Trigger.Purchase(),
        "when",
        "purchase.amount >= 5.5",
        "steps",
        step("tenth", 10));
  }

  private static Challenge.Step step(String id, int at) {
    return new Challenge.Step(id, BigDecimal.valueOf(at), List.of(points(50)));
  }

  static Campaign campaign() {
    return a(
        Campaign.class,
        "id",
        "spring",
        "schedule",
        a(Campaign.Schedule.class, "monthDays", List.of(1, -1)),
        "when",
        "purchase.store = \"Graz\"",
        "budget",
        a(Campaign.Budget.class, "points", 1_000, "money", "99.99"),
        "controlPercent",
        "10.5",
        "limits",
        a(Limit.class, "id", "each", "atMost", 500),
        "variants",
        List.of(variant("half", 60), variant("other", 40)),
        "rules",
        a(
            EarningRule.class,
            "id",
            "spring-bonus",
            "then",
            List.of(points(20), new Outcome.Offer("best"))));
  }

  private static Campaign.Variant variant(String id, int percent) {
    return a(
        Campaign.Variant.class,
        "id",
        id,
        "percent",
        percent,
        "rules",
        a(
            EarningRule.class,
            "id",
            "spring-" + id,
            "then",
            new Outcome.Multiply(BigDecimal.TWO, List.of("spring-bonus"))));
  }
}
