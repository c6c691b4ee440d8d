package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A named group of members. Immutable. */
@Doc("A named group of members.")
public record Segment(
    @Declares(Thing.SEGMENT) String id,
    Text title,
    @Doc("Who belongs.") Membership is,
    @Doc("When people should be told that the segment's share has moved.") List<Alert> alerts) {

  /** Who belongs. */
  @Doc("Who belongs.")
  public sealed interface Membership {
    @Doc("Members who meet every row and none of the exceptions.")
    record Meets(Rows when, Rows unless) implements Membership {}

    @Doc(
        "Members in these quintiles of recency (the day of the last purchase), frequency (the number"
            + " of purchases) and money (what they came to, less what came back); 5 is the best"
            + " fifth. Where the fifths begin is found over all members each day; whoever bought"
            + " nothing in the time that is looked at is in none.")
    record Rfm(
        @Range(min = "1", max = "5") List<Integer> recency,
        @Range(min = "1", max = "5") List<Integer> frequency,
        @Range(min = "1", max = "5") List<Integer> money,
        @Doc("The time that is looked at.") @Refers(Thing.PERIOD) String over)
        implements Membership {}

    @Doc("Members whose metric lies in a class: of value, frequency or activity.")
    record InClass(
        Dimension dimension,
        @Refers(Thing.METRIC) String metric,
        @Range(decimals = 6) Optional<BigDecimal> from,
        @Range(decimals = 6) Optional<BigDecimal> below)
        implements Membership {
      /** What the class is about. */
      public enum Dimension {
        VALUE,
        FREQUENCY,
        ACTIVITY
      }
    }

    @Doc("Members who came from a source, or who have a need, as an attribute says.")
    record Attributed(Dimension dimension, String attribute, List<String> values)
        implements Membership {
      /** What the attribute is about. */
      public enum Dimension {
        SOURCE,
        NEED
      }
    }

    @Doc("Members in a stage of their life as customers.")
    record Lifecycle(
        @Doc("The stage.") Stage stage,
        @Doc("How long after the enrolment a member is new.") Span newFor,
        @Doc("How long after a purchase a member is active.") Span activeFor,
        @Doc("How long after a purchase a member is lost.") Span lostAfter)
        implements Membership {
      /** Stages, from new to won back. */
      public enum Stage {
        NEW,
        ACTIVE,
        AT_RISK,
        LOST,
        WON_BACK
      }
    }
  }

  /** A share of all members that should not be left. */
  @Doc("A share of all members that should not be left.")
  public record Alert(
      @Declares(Thing.ROW) String id,
      @Range(max = "100", decimals = 2) Optional<BigDecimal> belowPercent,
      @Range(max = "100", decimals = 2) Optional<BigDecimal> abovePercent) {}
}
