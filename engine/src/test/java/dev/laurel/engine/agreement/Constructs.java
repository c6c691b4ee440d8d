package dev.laurel.engine.agreement;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup.Meeting;
import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Trigger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What random cases must reach, by the oracle's names: read off the language's own closed families,
 * so that a new construct is missed until it is reached, and what else an outcome can hang on.
 */
final class Constructs {
  private static final List<Class<?>> FAMILIES =
      List.of(
          Condition.class,
          Operand.class,
          Trigger.class,
          Outcome.class,
          Period.class,
          Metric.Count.class,
          PointKind.Availability.class,
          PointKind.Expiry.class,
          Ladder.Validity.class,
          Ladder.Requirement.class,
          RateTable.Cell.class,
          Segment.Membership.class);

  private static final List<Class<? extends Enum<?>>> CHOICES =
      List.of(
          Comparator.class,
          Meeting.class,
          Scope.class,
          Rounding.class,
          Base.Part.class,
          Edge.class,
          Ladder.Descent.class,
          Ladder.Moment.class,
          PointKind.Use.class,
          PointKind.Unit.class,
          PointKind.Shortfall.class,
          PointKind.Cap.Of.class,
          PointKind.Expiry.UpTo.class,
          Outcome.PerAmount.Steps.class,
          Programme.Returns.Source.class,
          RateTable.Gives.class,
          Challenge.Kind.class,
          Segment.Membership.Lifecycle.Stage.class);

  /** What the engine refuses by name, and choices that leave things as they are. */
  private static final Set<String> LEFT_OUT = Set.of("Rounding.EXACT", "EarningGroup.Meeting.ADD");

  private static final Set<String> ELSE =
      Set.of(
          "a message",
          "a message that waits",
          "a message too often",
          "no consent",
          "the best offer",
          "an offer that is not the best",
          "no offer",
          "a benefit handed out",
          "a code given",
          "what was handed out used",
          "what a tier has used",
          "what was handed out lapsed",
          "due HOLDINGS_END",
          "in the audience",
          "not in the audience",
          "in the group",
          "not in the group",
          "progress FORWARD",
          "progress ANEW",
          "progress COMPLETED",
          "progress ALREADY",
          "progress OVER",
          "missing",
          "exception",
          "exclusion",
          "exclusion of campaigns",
          "not in force: from",
          "not in force: to",
          "not in force: weekdays",
          "not in force: months",
          "not in force: monthDays",
          "not in force: hours",
          "points of a rule",
          "points of a rule, per period",
          "points of a group",
          "points of a group, per period",
          "times of a rule",
          "times of a rule, per period",
          "times of a group",
          "times of a group, per period",
          "budget of points",
          "a budget used by time",
          "budget of money",
          "a place",
          "no place",
          "amount on a bound",
          "amount a coin above a bound",
          "amount a coin below a bound",
          "instant at midnight",
          "instant just after midnight",
          "instant just before midnight",
          "due RELEASE",
          "due EXPIRY",
          "a tier granted by a rule",
          "a tier granted by a ladder",
          "due BIRTHDAY",
          "due ANNIVERSARY",
          "due INACTIVITY",
          "due WARNING",
          "Ladder.Warning",
          "due ROLLOVER",
          "Metric.Rollover",
          "due REVIEW",
          "due HEAD_START",
          "Ladder.HeadStart",
          "Ladder.Match",
          "Ladder.Milestone",
          "several marks at once",
          "a mark again",
          "a rise at a review",
          "on upgrade",
          "on renewal",
          "due GRANT_END",
          "refused a grant",
          "tier KEPT",
          "tier GRANTED",
          "tier ENDED",
          "tier UP",
          "tier DOWN",
          "tier RENEWED",
          "posting ISSUED>AVAILABLE",
          "posting ISSUED>PENDING",
          "posting PENDING>AVAILABLE",
          "posting PENDING>EXPIRED",
          "posting AVAILABLE>EXPIRED",
          "points kept by activity",
          "points dated anew",
          "points that waited for an event",
          "a balance below zero filled",
          "PointKind.Expiry.Activity",
          "a tier reached within a purchase",
          "a known purchase returned",
          "an unknown one returned",
          "refused not-a-purchase",
          "refused more-than-bought",
          "refused unknown-purchase",
          "the tier after a purchase",
          "posting AVAILABLE>REDEEMED",
          "posting AVAILABLE>RESERVED",
          "posting RESERVED>REDEEMED",
          "posting RESERVED>AVAILABLE",
          "refused no-reservation",
          "posting AVAILABLE>REVERSED",
          "posting AVAILABLE>DEBT",
          "posting DEBT>REVERSED",
          "refused not-enough-points",
          "a transfer",
          "points received",
          "posting AVAILABLE>TRANSFERRED",
          "posting TRANSFERRED>AVAILABLE",
          "a pool joined",
          "points passed on",
          "points of a pool spent",
          "refused points-in-pool",
          "Outcome.To.POOL",
          "something given to another",
          "nobody there NOT_NAMED",
          "something from another",
          "a reward taken back",
          "a reward again");

  /** What happens to pools must reach. */
  static final Set<String> OF_POOLS =
      Set.of(
          "a member of a pool",
          "a member gone from a pool",
          "refused pool-full",
          "refused in-this-pool",
          "refused in-another-pool",
          "refused unknown-member",
          "refused not-in-pool",
          "refused no-pooling",
          "refused not-of-a-pool",
          "refused not-pooled",
          "refused not-enough-points",
          "refused transfer-to-oneself",
          "points back from a pool",
          "points taken back from a pool",
          "points that a pool did not give up",
          "points restored to a pool",
          "a reservation of a pool confirmed",
          "posting TRANSFERRED>AVAILABLE",
          "posting AVAILABLE>TRANSFERRED",
          "posting AVAILABLE>REDEEMED",
          "posting AVAILABLE>EXPIRED",
          "posting REVERSED>AVAILABLE",
          "posting DEBT>REVERSED",
          "posting DEBT>AVAILABLE",
          "due EXPIRY");

  /** What happens too, but not as often. */
  static final Set<String> SELDOM =
      Set.of(
          "what was carried taken back",
          "a reservation given back in time",
          "refused out-of-stock",
          "a stock used by time",
          "grace while met",
          "refused unknown-benefit",
          "refused unknown-channel",
          "refused unknown-purpose",
          "refused no-answer",
          "refused not-entitled",
          "refused costs-nothing",
          "refused not-the-price",
          "refused used-up",
          "refused not-for-use",
          "a tier granted as long already",
          "a tier reached because a ladder granted it",
          "posting PENDING>REVERSED",
          "a return below zero",
          "a fee",
          "posting AVAILABLE>FEE",
          "refused transfer-to-oneself",
          "refused unknown-receiver",
          "refused transfer-below-least",
          "refused transfer-all-fee",
          "refused no-transfer",
          "refused transfer-above-most",
          "refused negative-return",
          "refused no-returns",
          "a pool left",
          "points to be taken back from a pool",
          "points of a pool kept by activity",
          "refused in-another-pool",
          "refused not-in-pool",
          "refused not-a-pool",
          "something taken back from another",
          "nobody there UNKNOWN",
          "a reward capped",
          "a benefit taken back",
          "no benefit left to take back",
          "what was forgiven not given again",
          "what never came not taken back",
          "a benefit that was used not given again",
          "points given back",
          "points given back to a pool",
          "nobody there FOLLOWS",
          "posting REVERSED>AVAILABLE",
          "posting REVERSED>PENDING",
          "refused referral-of-oneself",
          "refused referral-of-others");

  private Constructs() {}

  static Set<String> evaluated() {
    Set<String> all = new TreeSet<>(ELSE);
    for (Class<?> family : FAMILIES)
      for (Class<?> one : family.getPermittedSubclasses()) all.add(name(one));
    for (Class<? extends Enum<?>> choice : CHOICES)
      for (Enum<?> one : choice.getEnumConstants()) all.add(name(choice) + "." + one.name());
    all.removeAll(LEFT_OUT);
    return all;
  }

  /** Whether it is a construct, and not something that comes of them. */
  static boolean isOfTheLanguage(String construct) {
    return !ELSE.contains(construct);
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }
}
