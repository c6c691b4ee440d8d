package dev.laurel.rules.language;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The programme as a whole: its zone, money, purses and what it counts. Immutable. */
@Doc("The programme as a whole: its zone, money, point kinds and what it counts.")
public record Programme(
    Text title,
    @Doc("The IANA time zone in which days begin and end.") ZoneId zone,
    @Doc("The ISO 4217 currency of every amount in the pack.") Currency currency,
    @Doc("The purses: points of different kinds never mix.") List<PointKind> pointKinds,
    @Doc("Named qualification periods.") List<NamedPeriod> periods,
    @Doc("What is counted for each member.") List<Metric> metrics,
    @Doc("Counters that rules move by themselves.") List<Counter> counters,
    @Doc("How returned goods take back what they earned; absent: returns are refused.")
        Optional<Returns> returns,
    @Doc("What a new revision does to members and points that are there already.")
        Optional<Change> revision,
    @Doc("How late an event may come; a later one is refused.") Optional<Span> latestArrival) {

  /** A period under a name, so that several metrics and limits share it. */
  @Doc("A period under a name, so that several metrics and limits share it.")
  public record NamedPeriod(@Declares(Thing.PERIOD) String id, Text title, Period is) {}

  /** A number per member that rules move with the outcome {@code count}. */
  @Doc("A number per member that rules move with the outcome count.")
  public record Counter(
      @Declares(Thing.COUNTER) String id, Text title, @Refers(Thing.PERIOD) String over) {}

  /** How returned goods take back what they earned. */
  @Doc("How returned goods take back what they earned.")
  public record Returns(
      @Doc("Whether points are taken back in proportion to the amount returned.")
          @Default("proportion")
          Share share,
      @Doc("Where the points are taken from, in this order.") List<Source> from,
      @Doc("What a return of an unknown purchase does.") @Default("newest-lots") Unknown unknown,
      @Doc("Whether tier metrics are corrected too.") @Default("true") boolean metrics) {
    /** How much is taken back. */
    public enum Share {
      PROPORTION,
      NOTHING
    }

    /** Where points are taken from. */
    public enum Source {
      PENDING,
      LOTS_EARNED,
      NEWEST_LOTS,
      DEBT
    }

    /** What a return does whose purchase is not known. */
    public enum Unknown {
      NEWEST_LOTS,
      REFUSE
    }
  }

  /** What a new revision does to members and points that are there already. */
  @Doc("What a new revision does to members and points that are there already.")
  public record Change(
      @Doc("When changed tier terms reach standing members.") @Default("at-next-event")
          Reach standing,
      @Doc("Whether lots keep the terms under which they were earned.") @Default("keep")
          Lots lots) {
    /** When changed tier terms reach a standing member. */
    public enum Reach {
      AT_ITS_START,
      AT_NEXT_EVENT,
      AT_NEXT_REVIEW
    }

    /** Which terms lots follow after a change. */
    public enum Lots {
      KEEP,
      NEW_TERMS
    }
  }
}
