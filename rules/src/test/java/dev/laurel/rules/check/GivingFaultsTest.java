package dev.laurel.rules.check;

import static dev.laurel.rules.check.Case.set;
import static dev.laurel.rules.check.Make.a;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.RateTable.Cell;
import dev.laurel.rules.language.RateTable.Column.Match;
import dev.laurel.rules.language.RateTable.Gives;
import dev.laurel.rules.language.RateTable.Row;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules, multipliers, tables, challenges and campaigns. */
class GivingFaultsTest {
  private static final String BASE = "earning/usual/rules/base/";
  private static final String LINES = "earning/usual/rules/by-category/";
  private static final String NIGHT = "earning/usual/rules/by-night/";
  private static final String WEEKEND = "earning/bonus/rules/weekend/";
  private static final String REVIEW = "earning/bonus/rules/review/";

  static Stream<Case> rules() {
    return Stream.of(
        set(
            "a group without rules",
            "earning/+",
            a(EarningGroup.class, "id", "empty"),
            "empty-list earning/empty/rules"),
        set("a rule without outcome", BASE + "then", List.of(), "no-outcome " + BASE + "then"),
        set(
            "lines of what is no purchase",
            REVIEW + "per",
            EarningRule.Scope.LINE,
            "lines-without-purchase " + REVIEW + "per"),
        set(
            "a condition that fails",
            BASE + "when",
            "purchase.amount = \"1\"",
            "wrong-type " + BASE + "when/only"),
        set(
            "an exception that fails",
            BASE + "unless",
            "line.amount = 1",
            "line-word " + BASE + "unless/only"),
        set(
                "inactivity of no time",
                REVIEW + "on",
                new Trigger.Inactivity(Span.parse("0 days")),
                "empty-span " + REVIEW + "on/span")
            .and(Edit.remove(REVIEW + "when/only")),
        set(
                "an unknown end of a message",
                REVIEW + "on",
                new Trigger.MessageOutcome(Optional.empty(), "read"),
                "unknown-value " + REVIEW + "on/outcome")
            .and(Edit.remove(REVIEW + "when/only")),
        set(
            "half a time",
            WEEKEND + "limits/often/atMost",
            "2.5",
            "too-many-decimals " + WEEKEND + "limits/often/atMost"),
        set(
                "a limit finer than any point in question",
                "earning/usual/limits/monthly/atMost",
                "0.5",
                "too-many-decimals earning/usual/limits/monthly/atMost")
            .and(Edit.set(LINES + "then/1/kind", "points")));
  }

  static Stream<Case> outcomes() {
    return Stream.of(
        set(
            "half a point",
            REVIEW + "then/1/points",
            "0.5",
            "too-many-decimals " + REVIEW + "then/1/points"),
        set(
            "a pool of points that none pool",
            REVIEW + "then/1/kind",
            "miles",
            "no-pool " + REVIEW + "then/1/to"),
        set(
            "points for whoever was brought, of a review",
            REVIEW + "then/1/to",
            Outcome.To.REFERRED,
            "no-referral " + REVIEW + "then/1/to"),
        set(
            "a benefit for whoever was brought, of a review",
            REVIEW + "then/1",
            a(Outcome.Entitle.class, "benefit", "cup", "to", Outcome.To.REFERRED),
            "no-referral " + REVIEW + "then/1/to"),
        set(
            "a benefit for a pool",
            REVIEW + "then/1",
            a(Outcome.Entitle.class, "benefit", "cup", "to", Outcome.To.POOL),
            "pool-of-benefits " + REVIEW + "then/1/to"),
        set(
            "points for an amount of an enrolment",
            REVIEW + "then/1",
            a(Outcome.PerAmount.class, "kind", "points", "points", 1),
            "needs-purchase " + REVIEW + "then/1"),
        set(
            "points for each text",
            NIGHT + "then/1/attribute",
            "event.room",
            "wrong-type " + NIGHT + "then/1/attribute"),
        set(
            "points for each unit of what is not carried",
            NIGHT + "then/1/attribute",
            "purchase.quantity",
            "not-here " + NIGHT + "then/1/attribute"),
        set(
            "points for each unknown unit",
            NIGHT + "then/1/attribute",
            "event.nihgts",
            "unknown-word " + NIGHT + "then/1/attribute"),
        set(
            "points by a table of factors",
            LINES + "then/1/table",
            "factors",
            "wrong-table " + LINES + "then/1/table"),
        set(
            "a multiplier by a table of points",
            "tables/factors/gives",
            Gives.POINTS,
            "wrong-table earning/bonus/rules/online/then/1/table"),
        set(
                "a table that needs a line",
                LINES + "per",
                EarningRule.Scope.EVENT,
                "not-here " + LINES + "then/1/table")
            .and(Edit.remove(LINES + "when/only")),
        set(
                "fixed points that the kind cannot hold",
                "tables/rates/gives",
                Gives.POINTS,
                "too-many-decimals " + LINES + "then/1/table")
            .and(Edit.set(LINES + "then/1/kind", "points"))
            .and(Edit.set("earning/usual/limits", List.of())));
  }

  static Stream<Case> multipliers() {
    return Stream.of(
        set(
            "a multiplier of nothing",
            WEEKEND + "then/1/of",
            List.of(),
            "empty-list " + WEEKEND + "then/1/of"),
        set(
            "a multiplier of itself",
            WEEKEND + "then/1/of",
            List.of("usual", "weekend"),
            "multiplies-itself " + WEEKEND + "then/1/of/2"),
        set(
            "a multiplier of another one in its group",
            WEEKEND + "then/1/of",
            List.of("usual", "online"),
            "multiplies-beside " + WEEKEND + "then/1/of/2"),
        set(
                "groups whose multipliers need one another",
                "earning/+",
                a(
                    EarningGroup.class,
                    "id",
                    "more",
                    "rules",
                    List.of(multiplier("early", "weekend"), multiplier("late", "base"))),
                "cyclic-multipliers earning/bonus/rules/online/then")
            .and(Edit.set("earning/bonus/rules/online/then/1/of", List.of("usual", "late"))),
        set(
            "a multiplier of what never happens together",
            WEEKEND + "then/1/of",
            List.of("by-night", "review"),
            "nothing-to-multiply " + WEEKEND + "then/1/of"),
        set(
                "a rule with the id of a group",
                BASE + "id",
                "usual",
                "ambiguous-reference " + WEEKEND + "then/1/of/1")
            .and(Edit.set("earning/bonus/rules/online/then/1/of", List.of("by-category")))
            .and(Edit.set("scenarios/returned/steps/1/expect/fired", List.of())));
  }

  private static EarningRule multiplier(String id, String of) {
    return a(
        EarningRule.class, "id", id, "then", a(Outcome.Multiply.class, "by", 2, "of", List.of(of)));
  }

  static Stream<Case> tables() {
    String row = "tables/rates/rows/wine/cells";
    Cell beer = new Cell.OneOf(List.of(Value.of("beer")));
    return Stream.of(
        set("no rows", "tables/rates/rows", List.of(), "empty-list tables/rates/rows"),
        set("no columns", "tables/factors/columns", List.of(), "empty-list tables/factors/columns")
            .and(Edit.set("tables/factors/rows/large/cells", List.of())),
        set(
            "an unknown operand",
            "tables/rates/columns/category/operand",
            "line.kategory",
            "unknown-word tables/rates/columns/category/operand"),
        set(
            "a list looked up",
            "tables/rates/columns/category/operand",
            "line.tags",
            "wrong-comparison tables/rates/columns/category/operand"),
        set(
            "a range of texts",
            "tables/rates/columns/category/match",
            Match.RANGE,
            "wrong-comparison tables/rates/columns/category/operand"),
        set("too few cells", row, List.of(beer), "wrong-cell-count " + row),
        set(
            "a cell without values",
            row + "/1",
            new Cell.OneOf(List.of()),
            "empty-list " + row + "/1"),
        set("values in a range", row + "/2", beer, "wrong-cell " + row + "/2"),
        set(
            "a range among values",
            row + "/1",
            new Cell.Between(Optional.of(Value.of(1)), Optional.empty()),
            "wrong-cell " + row + "/1"),
        set(
            "a number for a text",
            row + "/1",
            new Cell.OneOf(List.of(Value.of(1))),
            "wrong-type " + row + "/1"),
        set(
            "a tier of no ladder",
            row + "/2",
            new Cell.Between(Optional.of(Value.of("Silver")), Optional.empty()),
            "unknown-value " + row + "/2/from"),
        set(
            "a range without bounds",
            row + "/2",
            new Cell.Between(Optional.empty(), Optional.empty()),
            "empty-range " + row + "/2"),
        set(
            "a range upside down",
            row + "/2",
            new Cell.Between(Optional.of(Value.of("gold")), Optional.of(Value.of("silver"))),
            "empty-range " + row + "/2"),
        set(
            "the same cells twice",
            "tables/rates/rows/+",
            new Row("again", List.of(new Cell.Any(), new Cell.Any()), BigDecimal.TWO),
            "duplicate-row tables/rates/rows/again"),
        set(
            "a multiplier that takes away",
            "tables/factors/rows/large/gives",
            "0.5",
            "multiplier-below-one tables/factors/rows/large/gives"),
        set(
            "a part of a cent",
            "tables/factors/rows/large/cells/1",
            new Cell.Between(Optional.of(Value.of(new BigDecimal("0.001"))), Optional.empty()),
            "too-many-decimals tables/factors/rows/large/cells/1/from"));
  }

  static Stream<Case> challenges() {
    return Stream.of(
        set("no steps", "challenges/card/steps", List.of(), "empty-list challenges/card/steps"),
        set(
            "a step that gives nothing",
            "challenges/card/steps/tenth/then",
            List.of(),
            "no-outcome challenges/card/steps/tenth/then"),
        set(
            "a step that multiplies",
            "challenges/card/steps/tenth/then",
            List.of(new Outcome.Multiply(BigDecimal.TWO, List.of("usual"))),
            "nothing-to-multiply challenges/card/steps/tenth/then/1"),
        set(
            "steps that fall",
            "challenges/streak/steps/sixth/at",
            3,
            "steps-not-rising challenges/streak/steps/sixth/at"),
        new Case(
            "a streak without a period",
            Edit.remove("challenges/streak/every"),
            "streak-without-period challenges/streak/every"),
        set(
            "a streak in a period without end",
            "challenges/streak/every",
            "rolling",
            "period-without-end challenges/streak/every"),
        set(
            "a card with a period",
            "challenges/card/every",
            "month",
            "period-without-streak challenges/card/every"),
        set(
            "a condition that the event does not carry",
            "challenges/card/when/only",
            "event.place = \"x\"",
            "not-here challenges/card/when/only"),
        set(
            "a wait of no time",
            "challenges/card",
            a(
                Challenge.class,
                "id",
                "card",
                "kind",
                Challenge.Kind.CHALLENGE,
                "on",
                new Trigger.Inactivity(Span.parse("0 years")),
                "steps",
                TestGiving.card().steps()),
            "empty-span challenges/card/on/span"));
  }

  static Stream<Case> campaigns() {
    return Stream.of(
        set(
            "a campaign without rules",
            "campaigns/+",
            a(Campaign.class, "id", "idle", "schedule", a(Campaign.Schedule.class)),
            "empty-list campaigns/idle/rules"),
        set(
            "shares of 99 per cent",
            "campaigns/spring/variants/half/percent",
            59,
            "shares-not-whole campaigns/spring/variants"),
        set(
            "a condition that one of its rules cannot answer",
            "campaigns/spring/variants/half/rules/spring-half/on",
            new Trigger.Return(),
            "nothing-to-multiply campaigns/spring/variants/half/rules/spring-half/then/1/of"),
        set(
            "a condition of purchases for a rule of reviews",
            "campaigns/spring/rules/+",
            a(
                EarningRule.class,
                "id",
                "spring-review",
                "on",
                new Trigger.Review(),
                "then",
                a(Outcome.Points.class, "kind", "points", "points", 1)),
            "not-here campaigns/spring/when/only"),
        set(
            "day 0",
            "campaigns/spring/schedule/monthDays",
            List.of(0),
            "bad-month-day campaigns/spring/schedule/monthDays/1"),
        new Case(
            "a budget without bound",
            Edit.remove("campaigns/spring/budget/points")
                .and(Edit.remove("campaigns/spring/budget/money")),
            "empty-budget campaigns/spring/budget"),
        set(
            "a budget of half a point",
            "campaigns/spring/budget/points",
            "0.5",
            "too-many-decimals campaigns/spring/budget/points"),
        set(
            "a budget of a part of a cent",
            "campaigns/spring/budget/money",
            "0.001",
            "too-many-decimals campaigns/spring/budget/money"),
        new Case(
            "a budget of money for points without worth",
            Edit.remove("programme/pointKinds/points/worth"),
            "no-worth campaigns/spring/budget/money"),
        set(
            "a limit of half a point",
            "campaigns/spring/limits/each/atMost",
            "0.5",
            "too-many-decimals campaigns/spring/limits/each/atMost"),
        set(
            "a rule of a variant without outcome",
            "campaigns/spring/variants/half/rules/spring-half/then",
            List.of(),
            "no-outcome campaigns/spring/variants/half/rules/spring-half/then"));
  }

  @ParameterizedTest
  @MethodSource({"rules", "outcomes", "multipliers", "tables", "challenges", "campaigns"})
  void is_refused(Case wrong) {
    wrong.check();
  }
}
