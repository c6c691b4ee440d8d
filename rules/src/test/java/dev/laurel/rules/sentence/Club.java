package dev.laurel.rules.sentence;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.language.Vocabulary;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A small programme that the tests of sentences share, and short ways to say its parts. */
final class Club {
  static final EarningRule BASE =
      rule("base", "Base earning", Rows.NONE, Rows.NONE, spend("points", "1"));

  static final EarningRule BETTER =
      rule(
          "better",
          "Better for Silver",
          Rows.of(
              new Condition.All(
                  List.of(
                      oneOf("member.tier", Value.of("silver"), Value.of("gold")),
                      is("purchase.amount", Comparator.AT_LEAST, Value.of(50))))),
          Rows.of(is("purchase.payment", Comparator.EQUAL, Value.of("gift card"))),
          new Outcome.Multiply(new BigDecimal("1.25"), List.of("base")));

  private Club() {}

  static Pack pack() {
    return pack(List.of(BASE, BETTER));
  }

  static Pack pack(List<EarningRule> rules) {
    return new Pack(
        new Pack.Identity(
            1,
            "club",
            "1.0.0",
            Text.of("Harbour Club"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        programme(),
        Optional.of(vocabulary()),
        List.of(ladder()),
        List.of(
            new EarningGroup(
                "usual", Text.of("Usual"), EarningGroup.Meeting.ADD, List.of(), rules)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static Ladder ladder() {
    return new Ladder(
        "main",
        Text.of("Main ladder"),
        Ladder.Moment.AT_ONCE,
        Ladder.Moment.AT_ONCE,
        new Ladder.Validity.For(Span.parse("12 months")),
        Edge.AT_ITS_START,
        Ladder.Descent.TIER_EARNED,
        Optional.empty(),
        List.of(
            Tier.of("blue", Text.of("Blue"), Optional.empty()),
            Tier.of("silver", Text.of("Silver"), Optional.of(reaches("100"))),
            Tier.of("gold", Text.of("Gold"), Optional.of(reaches("500")))),
        List.of());
  }

  static Requirement reaches(String spend) {
    return new Requirement.Reaches("spend", "spend", new BigDecimal(spend));
  }

  static EarningRule rule(String id, String title, Rows when, Rows unless, Outcome... then) {
    return new EarningRule(
        id,
        Text.of(title),
        true,
        new Trigger.Purchase(),
        EarningRule.Scope.EVENT,
        Optional.empty(),
        List.of(),
        when,
        unless,
        List.of(then),
        Optional.empty(),
        0,
        List.of());
  }

  static Outcome spend(String kind, String points) {
    return new Outcome.PerAmount(
        kind,
        new BigDecimal(points),
        BigDecimal.ONE,
        Optional.empty(),
        Outcome.PerAmount.Steps.IN_PROPORTION,
        Outcome.PerAmount.Crossing.TIER_BEFORE);
  }

  static Condition is(String path, Comparator comparator, Value bound) {
    return new Condition.Comparison(new Operand.Attribute(path), comparator, bound);
  }

  static Condition oneOf(String path, Value... values) {
    return new Condition.OneOf(new Operand.Attribute(path), List.of(values));
  }

  static PointKind kind(String id, String title) {
    return new PointKind(
        id,
        Text.of(title),
        PointKind.Use.REDEEMABLE,
        PointKind.Unit.WHOLE,
        Rounding.DOWN,
        new PointKind.Availability.AtOnce(),
        new PointKind.Expiry.Never(),
        Optional.empty(),
        PointKind.Shortfall.DEBT,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Programme programme() {
    return new Programme(
        Text.of("Harbour Club"),
        ZoneId.of("America/New_York"),
        Currency.getInstance("USD"),
        List.of(kind("points", "Points"), kind("stars", "Stars")),
        List.of(
            new Programme.NamedPeriod(
                "year", Text.of("Year"), new Period.Rolling(Span.parse("12 months"))),
            new Programme.NamedPeriod("month", Text.of("Month"), new Period.CalendarMonth())),
        List.of(
            new Metric(
                "spend",
                Text.of("Spend"),
                new Metric.Count.Spend(Optional.empty(), Rows.NONE),
                "year",
                Rounding.EXACT,
                Optional.empty())),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Vocabulary vocabulary() {
    return new Vocabulary(
        List.of(
            new Vocabulary.Attribute(
                "shop", Text.of("Favourite shop"), Vocabulary.Type.TEXT, List.of(), false)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
