package dev.laurel.rules.check;

import static dev.laurel.rules.check.Case.set;
import static dev.laurel.rules.check.Make.a;

import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind.Availability;
import dev.laurel.rules.language.PointKind.Cap;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Money, kinds of points, periods, metrics and tiers. */
class ProgrammeFaultsTest {
  private static final String POINTS = "programme/pointKinds/points/";
  private static final String METRICS = "programme/metrics/";
  private static final String TIERS = "ladders/main/tiers/";

  static Stream<Case> kinds() {
    Expiry soon = a(Expiry.After.class, "span", Span.parse("13 days"));
    return Stream.of(
        set(
            "exact points",
            POINTS + "rounding",
            Rounding.EXACT,
            "rounding-needed " + POINTS + "rounding"),
        set(
            "qualifying points with a worth",
            "programme/pointKinds/status/worth",
            "0.01",
            "worth-of-qualifying programme/pointKinds/status/worth"),
        set(
            "a balance over a period",
            POINTS + "caps/yearly/of",
            Cap.Of.BALANCE,
            "balance-over-period " + POINTS + "caps/yearly/over"),
        set(
            "a cap of half a point",
            POINTS + "caps/yearly/atMost",
            "99.5",
            "too-many-decimals " + POINTS + "caps/yearly/atMost"),
        set(
            "a transfer of at most less than the least",
            POINTS + "transfer/atMost",
            99,
            "empty-range " + POINTS + "transfer/atMost"),
        set(
            "a transfer of half a point",
            POINTS + "transfer/least",
            "0.5",
            "too-many-decimals " + POINTS + "transfer/least"),
        new Case(
            "a period of transfers without a limit",
            Edit.remove(POINTS + "transfer/atMost"),
            "period-without-limit " + POINTS + "transfer/over"),
        set(
            "points that lapse while they wait",
            POINTS + "expiry",
            soon,
            "never-available " + POINTS + "available"),
        set(
                "points that lapse before their day",
                POINTS + "expiry",
                new Expiry.On(LocalDate.of(2026, 1, 1), Edge.TO_ITS_END),
                "never-available " + POINTS + "available")
            .and(Edit.set(POINTS + "available", new Availability.On(LocalDate.of(2026, 1, 2)))),
        set(
            "inactivity of no time",
            "programme/pointKinds/miles/expiry",
            a(Expiry.Inactivity.class, "span", Span.parse("0 months")),
            "empty-span programme/pointKinds/miles/expiry/span"),
        set(
            "activity in a period that does not repeat",
            POINTS + "expiry/otherwise/unlessActive/each",
            "rolling",
            "period-without-end " + POINTS + "expiry/otherwise/unlessActive/each"),
        set(
            "expiry by no tier",
            POINTS + "expiry/rows",
            List.of(),
            "empty-list " + POINTS + "expiry/rows"),
        set(
            "a row of no tier",
            POINTS + "expiry/rows/upper/tiers",
            List.of(),
            "empty-list " + POINTS + "expiry/rows/upper/tiers"),
        set(
            "a tier in two rows",
            POINTS + "expiry/rows/+",
            new Expiry.ByTier.Row("again", List.of("base", "gold"), new Expiry.Never()),
            "named-twice " + POINTS + "expiry/rows/again/tiers"));
  }

  static Stream<Case> periods() {
    return Stream.of(
        set(
            "a year from 29 February",
            "programme/periods/season/is",
            new Period.YearFrom(MonthDay.of(2, 29)),
            "bad-start programme/periods/season/is/start"),
        set(
            "a window of no days",
            "programme/periods/rolling/is",
            new Period.Rolling(Span.parse("0 days")),
            "empty-span programme/periods/rolling/is/span"));
  }

  static Stream<Case> metrics() {
    return Stream.of(
        set(
            "what is carried out of a lifetime",
            METRICS + "spend/over",
            "ever",
            "period-without-end " + METRICS + "spend/over"),
        set(
            "a carried part of a cent",
            METRICS + "spend/rollover/atMost",
            "0.001",
            "too-many-decimals " + METRICS + "spend/rollover/atMost"),
        set(
            "a sum of texts",
            METRICS + "nights/counts/attribute",
            "event.room",
            "wrong-type " + METRICS + "nights/counts/attribute"),
        set(
            "a sum of what members have",
            METRICS + "nights/counts/attribute",
            "counters.stamps",
            "wrong-type " + METRICS + "nights/counts/attribute"),
        set(
            "a sum of lines",
            METRICS + "nights/counts",
            a(Count.Sum.class, "event", "purchase", "attribute", "line.quantity"),
            "line-word " + METRICS + "nights/counts/attribute"),
        set(
            "a sum of what another event carries",
            METRICS + "nights/counts/attribute",
            "purchase.nights",
            "not-here " + METRICS + "nights/counts/attribute"),
        set(
            "lines of what counts purchases",
            METRICS + "days/counts",
            a(Count.Purchases.class, "when", "line.amount > 1"),
            "line-word " + METRICS + "days/counts/when/only"),
        set(
            "a metric that asks for a metric",
            METRICS + "nights/counts/when/only",
            "metrics.spend > 1",
            "counts-itself " + METRICS + "nights/counts/when/only"),
        set(
            "a metric that asks for a balance",
            METRICS + "nights/counts/when/only",
            "points.miles > 1",
            "counts-itself " + METRICS + "nights/counts/when/only"),
        set(
            "a metric that asks for a tier",
            METRICS + "nights/counts/when/only",
            "member.tier = \"gold\"",
            "counts-itself " + METRICS + "nights/counts/when/only"),
        set(
            "a metric that asks for a metric by way of a segment",
            METRICS + "nights/counts/when/only",
            "list contains(member.segments, \"rich\")",
            "counts-itself " + METRICS + "nights/counts/when/only"),
        set(
            "a metric that asks for a class of a metric",
            METRICS + "nights/counts/when/only",
            "list contains(member.segments, \"spenders\")",
            "counts-itself " + METRICS + "nights/counts/when/only"));
  }

  private static Outcome granting(String tier) {
    return new Outcome.GrantTier(tier, Span.parse("1 month"), Text.of("Thanks"));
  }

  static Stream<Case> tiers() {
    Requirement easy = new Requirement.Reaches("spend", "spend", BigDecimal.valueOf(500));
    Outcome each = a(Outcome.PerAmount.class, "kind", "points", "points", 1);
    return Stream.of(
        set(
            "a ladder without tiers",
            "ladders/+",
            a(Ladder.class, "id", "second"),
            "empty-list ladders/second/tiers"),
        set(
            "a way into the base tier",
            TIERS + "base/entry",
            easy,
            "base-tier " + TIERS + "base/entry"),
        set(
            "a renewal of the base tier",
            TIERS + "base/renewal",
            easy,
            "base-tier " + TIERS + "base/renewal"),
        set(
            "an invitation into the base tier",
            TIERS + "base/byInvitation",
            true,
            "base-tier " + TIERS + "base/byInvitation"),
        set(
            "an invitation beside a condition",
            TIERS + "gold/byInvitation",
            true,
            "invitation-and-entry " + TIERS + "gold/entry"),
        set(
            "a tier to which nothing leads",
            TIERS + "+",
            a(Tier.class, "id", "island"),
            "tier-unreachable " + TIERS + "island"),
        set(
            "a tier as easy as the one below",
            TIERS + "gold/entry/atLeast",
            500,
            "tier-not-rising " + TIERS + "gold/entry/atLeast"),
        set(
            "a threshold with a part of a cent",
            TIERS + "gold/entry/atLeast",
            "1000.001",
            "too-many-decimals " + TIERS + "gold/entry/atLeast"),
        set(
            "a condition of an event",
            TIERS + "gold/renewal/of/shop/when/only",
            "purchase.amount > 1",
            "not-here " + TIERS + "gold/renewal/of/shop/when/only"),
        set(
            "a condition without rows",
            TIERS + "gold/renewal/of/shop/when",
            Rows.NONE,
            "empty-list " + TIERS + "gold/renewal/of/shop/when"),
        set(
            "all of nothing",
            TIERS + "silver/renewal",
            new Requirement.AllOf("all", List.of()),
            "empty-list " + TIERS + "silver/renewal/of"),
        set(
            "four of three",
            TIERS + "gold/renewal/least",
            4,
            "too-many-asked " + TIERS + "gold/renewal/least"),
        set(
            "the rest of a period without end",
            "ladders/main/validity/period",
            "ever",
            "period-without-end ladders/main/validity/period"),
        set(
            "to a month after a period without end",
            TIERS + "gold/validity",
            a(Validity.ToEndOfMonth.class, "period", "rolling", "month", 2, "yearsLater", 1),
            "period-without-end " + TIERS + "gold/validity/period"),
        set(
            "a head start in a period without end",
            TIERS + "gold/headStarts/nights/metric",
            "nights",
            "period-without-end " + TIERS + "gold/headStarts/nights/metric"),
        set(
            "a milestone that gives nothing",
            TIERS + "gold/milestones/more/then",
            List.of(),
            "no-outcome " + TIERS + "gold/milestones/more/then"),
        set(
            "a milestone at a part of a cent",
            TIERS + "gold/milestones/more/at",
            "1.001",
            "too-many-decimals " + TIERS + "gold/milestones/more/at"),
        set(
            "points for an amount where there is none",
            TIERS + "gold/onRenewal",
            each,
            "needs-purchase " + TIERS + "gold/onRenewal/1"),
        set(
            "a multiplier where nothing is earned",
            TIERS + "gold/onUpgrade/1",
            new Outcome.Multiply(BigDecimal.TWO, List.of("base")),
            "nothing-to-multiply " + TIERS + "gold/onUpgrade/1"),
        new Case(
            "rising at reviews where there are none",
            Edit.set("ladders/main/validity", new Validity.ForEver())
                .and(Edit.set("ladders/main/upgrade", Ladder.Moment.AT_REVIEW)),
            "no-review ladders/main/upgrade"),
        set(
            "a challenge for what is held while it is met",
            TIERS + "guest/validity",
            new Validity.WhileMet(),
            "challenge-without-term " + TIERS + "guest/matches/other/challenge"),
        set(
            "a tier that grants itself on being reached",
            TIERS + "silver/onUpgrade/+",
            granting("silver"),
            "tier-grant-cycle " + TIERS + "silver/onUpgrade"),
        set(
                "two tiers that grant one another",
                TIERS + "silver/onUpgrade/+",
                granting("circle"),
                "tier-grant-cycle " + TIERS + "silver/onUpgrade")
            .and(Edit.set(TIERS + "circle/onUpgrade/+", granting("silver"))),
        set(
            "one status matched with two tiers",
            TIERS + "silver/matches",
            new Ladder.Match(
                "same", "Sky Gold", Span.parse("1 year"), Optional.empty(), Optional.empty()),
            "named-twice " + TIERS + "guest/matches/other/status"));
  }

  @ParameterizedTest
  @MethodSource({"kinds", "periods", "metrics", "tiers"})
  void is_refused(Case wrong) {
    wrong.check();
  }
}
