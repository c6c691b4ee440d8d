package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A ladder of tiers, lowest first; a member stands on one rung of each ladder. Immutable.
 *
 * <p>Where the member stands is judged after each event, whatever its type, with the metrics as
 * they are then; at the start of the day on which a term ends, which is its review; and, of a tier
 * that is held while its condition is met, at the start of each day, that day included. Who is
 * judged after an event stands on the highest tier whose entry condition is met, whether or not
 * those below it are met. Time alone takes tiers away but lifts nobody: who qualifies by the mere
 * passing of time rises with the next event or review. Conditions that ask for tiers see those that
 * were held before the judgement.
 *
 * <p>Where members rise at reviews only, they do so at the end of their terms and, whatever term
 * runs, with each end of the period by which the ladder reckons its terms, or each length of a term
 * after the tier was reached or, of the base tier, after the enrolment.
 */
@Doc("A ladder of tiers, lowest first; a member stands on one rung of each ladder.")
public record Ladder(
    @Declares(Thing.LADDER) String id,
    Text title,
    @Doc("When a member who qualifies rises: with the event that does it, or at the next review.")
        @Default("at-once")
        Moment upgrade,
    @Doc(
            "When a member who meets the renewal has the tier prolonged: with each event after which"
                + " it is met, or at the review only.")
        @Default("at-review")
        Moment renewal,
    @Doc("For how long a tier is held.") @Default("while-met") Validity validity,
    @Doc("Whether a term ends at the start of its last day or at its end.") @Default("at-its-start")
        Edge ends,
    @Doc("Where a member goes who did not renew.") @Default("tier-earned") Descent descent,
    @Doc("How long the tier is kept after its term, so that it can still be renewed.")
        Optional<Span> grace,
    @Doc("From the base tier upward.") List<Tier> tiers,
    @Doc("Rewards at marks of a metric, whatever tier the member holds.")
        List<Milestone> milestones) {

  public enum Moment {
    @Doc("With the event that brings it about.")
    AT_ONCE,
    @Doc("At the next review.")
    AT_REVIEW
  }

  /** Where a member goes whose term ends without renewal. */
  public enum Descent {
    /** The highest tier that the metrics earn on that day. */
    @Doc("The highest tier that the metrics earn on that day.")
    TIER_EARNED,
    /**
     * The highest lower tier whose own term still runs, as if it alone had been held since its
     * condition was last met, to the end of that term; or one that the metrics earn on that day.
     * Needed where metrics start again at zero before a term ends.
     */
    @Doc(
        "The highest lower tier whose own term still runs, or one that the metrics earn on that day.")
    TERM_EARNED,
    /**
     * The next lower tier, or a higher one that the metrics earn; a tier that is held while its
     * condition is met is passed over where it is not.
     */
    @Doc("The next lower tier, or a higher one that the metrics earn.")
    ONE_DOWN,
    /** The lowest tier. */
    @Doc("The lowest tier.")
    BASE
  }

  /** For how long a tier is held. */
  @Doc("For how long a tier is held.")
  public sealed interface Validity {
    @Doc(
        "As long as the entry condition is met; asked after each event and at the start of each"
            + " day.")
    record WhileMet() implements Validity {}

    @Doc("Never to be lost.")
    record ForEver() implements Validity {}

    @Doc(
        "So long from the day on which the tier was reached or renewed, to the end of that day at"
            + " least.")
    record For(Span span) implements Validity {}

    @Doc(
        "The rest of the period in which the tier was reached, and so many whole ones more; its"
            + " last day is the last of that period. Reached or renewed when nothing of the period"
            + " is left, it lasts through the next one.")
    record RestOfPeriod(
        @Refers(Thing.PERIOD) String period, @Range(max = "100") @Default("1") int more)
        implements Validity {}

    @Doc(
        "To the last day of a month, so many years after the year in which the period ends that the"
            + " tier was reached in.")
    record ToEndOfMonth(
        @Refers(Thing.PERIOD) String period,
        @Range(min = "1", max = "12") int month,
        @Range(max = "100") int yearsLater)
        implements Validity {}
  }

  /** One rung. The first of a ladder is the base tier and has no entry condition. */
  @Doc("One rung. The first of a ladder is the base tier and has no entry condition.")
  public record Tier(
      @Declares(Thing.TIER) String id,
      Text title,
      @Doc("What a member must have to reach the tier; absent for the base tier.")
          Optional<Requirement> entry,
      @Doc(
              "What keeps the tier; absent means the entry condition. Who meets the entry condition"
                  + " again keeps the tier in any case.")
          Optional<Requirement> renewal,
      @Doc("Instead of the ladder's.") Optional<Validity> validity,
      @Doc("Instead of the ladder's.") Optional<Descent> descent,
      @Doc("Instead of the ladder's.") Optional<Span> grace,
      @Doc("Reached by invitation or grant only.") @Default("false") boolean byInvitation,
      @Doc("The most days or months by which support may prolong the tier.")
          Optional<Span> extension,
      @Doc("Words in advance that the term will end.") List<Warning> warnings,
      @Doc("What a member gets on reaching the tier.") List<Outcome> onUpgrade,
      @Doc("What a member gets on renewing the tier.") List<Outcome> onRenewal,
      @Doc("What the tier gives of a metric at the start of each of its periods.")
          List<HeadStart> headStarts,
      @Doc("Rewards at marks of a metric, for members who hold this tier.")
          List<Milestone> milestones,
      @Doc("Status elsewhere that is matched with this tier.") List<Match> matches) {

    /** A tier with nothing but its entry. */
    public static Tier of(String id, Text title, Optional<Requirement> entry) {
      return new Tier(
          id,
          title,
          entry,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
  }

  /** What must be reached. Each has a stable id, unique within the entry, renewal or challenge. */
  @Doc("What must be reached. Each has a stable id, unique within the entry, renewal or challenge.")
  public sealed interface Requirement {
    String id();

    @Doc("A metric reaches a threshold.")
    record Reaches(
        @Declares(Thing.ROW) String id,
        @Doc("What is counted.") @Refers(Thing.METRIC) String metric,
        @Doc("The threshold, which is enough itself.") @Range(decimals = 6) BigDecimal atLeast)
        implements Requirement {}

    @Doc("A condition of member and metrics holds.")
    record Holds(@Declares(Thing.ROW) String id, Rows when) implements Requirement {}

    @Doc("All of them.")
    record AllOf(@Declares(Thing.ROW) String id, List<Requirement> of) implements Requirement {}

    @Doc("Any of them.")
    record AnyOf(@Declares(Thing.ROW) String id, List<Requirement> of) implements Requirement {}

    @Doc("At least so many of them.")
    record SomeOf(
        @Declares(Thing.ROW) String id,
        @Range(min = "1", max = "100") int least,
        List<Requirement> of)
        implements Requirement {}
  }

  /** A word in advance, with what is still missing. */
  @Doc("A word in advance, with what is still missing.")
  public record Warning(
      @Declares(Thing.ROW) String id,
      @Doc("How many days before the term ends.") @Range(min = "1", max = "366") int daysBefore,
      @Doc("What is said.") @Refers(Thing.MESSAGE) String message) {}

  /** Units of a metric that the tier gives at the start of each period. */
  @Doc("Units of a metric that the tier gives at the start of each period.")
  public record HeadStart(
      @Declares(Thing.ROW) String id,
      @Refers(Thing.METRIC) String metric,
      @Doc("How many.") @Range(decimals = 6) BigDecimal units) {}

  /**
   * A reward at a mark, or each so many above it. Each is given once in a period of the metric:
   * with the first event after which the metric stands at the mark or above it and, of a tier's
   * mark, the member holds that tier.
   */
  @Doc("A reward at a mark, or each so many above it; once in each period of the metric.")
  public record Milestone(
      @Declares(Thing.ROW) String id,
      @Refers(Thing.METRIC) String metric,
      @Doc("The mark.") @Range(decimals = 6) BigDecimal at,
      @Doc("Again for each so many above the mark.") @Range(min = "0.000001", decimals = 6)
          Optional<BigDecimal> each,
      @Doc("The most times per period.") @Range(min = "1", max = "100000") Optional<Integer> atMost,
      List<Outcome> then) {}

  /**
   * Status held in another programme that gives this tier, from the event on whose text attribute
   * {@code status} names it; any type of event that the vocabulary declares may carry one.
   */
  @Doc(
      "Status in another programme that gives this tier, from the event on whose text attribute status names it.")
  public record Match(
      @Declares(Thing.ROW) String id,
      @Doc("The other programme and its tier, as the event names it.") String status,
      @Doc("For how long the tier is given.") Span span,
      @Doc("What must be reached in that time to keep it.") Optional<Requirement> challenge,
      @Doc("The last day on which it is matched; absent means always.")
          Optional<LocalDate> until) {}
}
