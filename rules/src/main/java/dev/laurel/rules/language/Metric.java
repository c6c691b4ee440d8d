package dev.laurel.rules.language;

import java.util.Optional;

/** Something counted per member over a period; tiers and rules ask for it. Immutable. */
@Doc("Something counted per member over a period; tiers and rules ask for it as metrics.<id>.")
public record Metric(
    @Declares(Thing.METRIC) String id,
    Text title,
    Count counts,
    @Refers(Thing.PERIOD) String over,
    @Doc("How a part of a unit is rounded when the metric is read.") @Default("exact")
        Rounding rounding,
    @Doc("What may be carried into the next period.") Optional<Rollover> rollover) {

  /** What is counted. */
  @Doc("What is counted.")
  public sealed interface Count {
    /** Points of a kind as they are earned; spending them never lowers the count. */
    @Doc("Points of a kind as they are earned; spending them never lowers the count.")
    record PointsEarned(@Refers(Thing.POINT_KIND) String kind) implements Count {}

    /** Money spent by purchases, on the base given, of the lines that meet the condition. */
    @Doc("Money spent by purchases on the base given.")
    record Spend(Optional<Base> base, Rows when) implements Count {}

    /** Purchases. */
    @Doc("The number of purchases.")
    record Purchases(Rows when) implements Count {}

    /** Events of a type. */
    @Doc("The number of events of a type.")
    record Events(@Refers(Thing.EVENT) String event, Rows when) implements Count {}

    /** The sum of a number attribute of events: nights, sectors, kilometres. */
    @Doc("The sum of a number attribute of events, such as nights.")
    record Sum(
        @Refers(Thing.EVENT) String event,
        @Doc("The attribute's path, such as purchase.nights or event.score.") String attribute,
        Rows when)
        implements Count {}

    /** Days on which something happened. */
    @Doc("The number of distinct days with an event of a type.")
    record DistinctDays(@Refers(Thing.EVENT) String event, Rows when) implements Count {}

    /** The value of a counter that rules move. */
    @Doc("The value of a counter that rules move.")
    record OfCounter(@Refers(Thing.COUNTER) String counter) implements Count {}
  }

  /** What is above the threshold of the tier reached goes into the next period. */
  @Doc("What is above the threshold of the tier reached goes into the next period.")
  public record Rollover(
      @Doc("The most that is carried; empty carries all.") @Range(decimals = 6)
          Optional<java.math.BigDecimal> atMost,
      @Doc("The part of the surplus that is carried, in per cent.")
          @Range(min = "1", max = "100")
          @Default("100")
          int percent) {}
}
