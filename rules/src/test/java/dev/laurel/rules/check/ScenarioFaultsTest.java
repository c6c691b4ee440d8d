package dev.laurel.rules.check;

import static dev.laurel.rules.check.Case.set;
import static dev.laurel.rules.check.Make.a;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Scenario.Happening;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios: the member before, what happens, and what is expected. */
class ScenarioFaultsTest {
  private static final String STEPS = "scenarios/returned/steps/";
  private static final String GIVEN = "scenarios/returned/member/";
  private static final String EXPECT = STEPS + "1/expect/";

  static Stream<Case> given() {
    LocalDate day = LocalDate.of(2026, 5, 1);
    return Stream.of(
        set(
            "an unknown ladder",
            GIVEN + "tiers/side",
            "gold",
            "unknown-reference " + GIVEN + "tiers/side"),
        set(
            "a tier of no ladder",
            GIVEN + "tiers/main",
            "Gold",
            "unknown-reference " + GIVEN + "tiers/main"),
        new Case(
            "a term without tier",
            Edit.remove(GIVEN + "tiers/main"),
            "term-without-tier " + GIVEN + "tiersUntil/main"),
        set(
            "an unknown kind",
            GIVEN + "points/pints",
            BigDecimal.ONE,
            "unknown-reference " + GIVEN + "points/pints"),
        set(
            "half a point",
            GIVEN + "points/points",
            new BigDecimal("0.5"),
            "too-many-decimals " + GIVEN + "points/points"),
        set(
            "an unknown metric",
            GIVEN + "metrics/send",
            BigDecimal.ONE,
            "unknown-reference " + GIVEN + "metrics/send"),
        set(
            "a part of a cent",
            GIVEN + "metrics/spend",
            new BigDecimal("0.001"),
            "too-many-decimals " + GIVEN + "metrics/spend"),
        set(
            "an unknown attribute",
            GIVEN + "attributes/shoe",
            Datum.of(Value.of("x")),
            "unknown-attribute " + GIVEN + "attributes/shoe"),
        set(
            "a built-in word",
            GIVEN + "attributes/tier",
            Datum.of(Value.of("gold")),
            "unknown-attribute " + GIVEN + "attributes/tier"),
        set(
            "a value that cannot be chosen",
            GIVEN + "attributes/shop",
            Datum.of(Value.of("x")),
            "unknown-value " + GIVEN + "attributes/shop"),
        set(
            "one text for a list",
            GIVEN + "attributes/hobbies",
            Datum.of(Value.of("x")),
            "wrong-type " + GIVEN + "attributes/hobbies"),
        set(
            "a list for a text",
            GIVEN + "attributes/source",
            new Datum.Several(List.of("x")),
            "wrong-type " + GIVEN + "attributes/source"),
        set(
            "an enrolment after the first step",
            GIVEN + "enrolled",
            day,
            "enrolled-later " + GIVEN + "enrolled"));
  }

  static Stream<Case> steps() {
    LocalDateTime early = LocalDateTime.of(2026, 1, 31, 9, 59);
    return Stream.of(
        set(
            "no steps",
            "scenarios/returned/steps",
            List.of(),
            "empty-list scenarios/returned/steps"),
        set("a step back in time", STEPS + "2/at", early, "steps-out-of-order " + STEPS + "2/at"),
        new Case("a step of nothing", Edit.remove(STEPS + "2/event"), "empty-step " + STEPS + "2"),
        set(
            "a return of what was not bought",
            STEPS + "3/event/of",
            "p2",
            "unknown-reference " + STEPS + "3/event/of"),
        set(
            "a return of nobody knows what",
            STEPS + "3/event",
            a(Happening.Return.class),
            "no-amount " + STEPS + "3/event"),
        set(
            "a purchase of nothing",
            STEPS + "2/event",
            a(Happening.Purchase.class),
            "no-amount " + STEPS + "2/event"),
        set(
            "a second purchase of the same id",
            STEPS + "2/event",
            a(Happening.Purchase.class, "id", "p1", "amount", 1),
            "duplicate-id " + STEPS + "2/event/id"),
        set(
            "a part of a cent",
            STEPS + "1/event/tax",
            "0.001",
            "too-many-decimals " + STEPS + "1/event/tax"),
        set(
            "a part of a cent of a line",
            STEPS + "1/event/lines/1/amount",
            "0.001",
            "too-many-decimals " + STEPS + "1/event/lines/1/amount"),
        set(
            "a line of the wrong type",
            STEPS + "1/event/lines/1/attributes/organic",
            Datum.of(Value.of("yes")),
            "wrong-type " + STEPS + "1/event/lines/1/attributes/organic"),
        set(
            "an attribute of another event",
            STEPS + "2/event/attributes/score",
            Datum.of(Value.of(1)),
            "unknown-attribute " + STEPS + "2/event/attributes/score"),
        set(
            "an unknown event",
            STEPS + "2/event/event",
            "stray",
            "unknown-reference " + STEPS + "2/event/event"),
        set(
            "a return as another event",
            STEPS + "2/event/event",
            "return",
            "own-form " + STEPS + "2/event/event"),
        set(
            "a redemption of half a point",
            STEPS + "2/event",
            a(Happening.Redemption.class, "kind", "points", "points", "0.5"),
            "too-many-decimals " + STEPS + "2/event/points"),
        set(
            "a change of what is not known",
            STEPS + "2/event",
            new Happening.Change(Map.of("x", Datum.of(Value.of(1)))),
            "unknown-attribute " + STEPS + "2/event/attributes/x"));
  }

  static Stream<Case> expected() {
    LocalDate day = LocalDate.of(2027, 1, 31);
    return Stream.of(
        set(
            "an unknown kind",
            EXPECT + "expired/pints",
            BigDecimal.ONE,
            "unknown-reference " + EXPECT + "expired/pints"),
        set(
            "half a point",
            EXPECT + "earned/points",
            new BigDecimal("0.5"),
            "too-many-decimals " + EXPECT + "earned/points"),
        set(
            "half a point that expires",
            EXPECT + "expiring/points",
            Map.of(day, new BigDecimal("0.5")),
            "too-many-decimals " + EXPECT + "expiring/points/2027-01-31"),
        set(
            "a tier of no ladder",
            EXPECT + "tiers/main",
            "Gold",
            "unknown-reference " + EXPECT + "tiers/main"),
        set(
            "an unknown ladder",
            EXPECT + "tiersUntil/side",
            day,
            "unknown-reference " + EXPECT + "tiersUntil/side"),
        set(
            "an unknown rule",
            EXPECT + "fired",
            List.of("bass"),
            "unknown-reference " + EXPECT + "fired/1"),
        set(
            "an unknown rule that does not fire",
            EXPECT + "notFired/bass",
            Scenario.Why.MISSING,
            "unknown-reference " + EXPECT + "notFired/bass"),
        set(
            "a rule that fires and does not",
            EXPECT + "notFired/base",
            Scenario.Why.MISSING,
            "fired-and-not " + EXPECT + "notFired/base"));
  }

  @ParameterizedTest
  @MethodSource({"given", "steps", "expected"})
  void is_refused(Case wrong) {
    wrong.check();
  }
}
