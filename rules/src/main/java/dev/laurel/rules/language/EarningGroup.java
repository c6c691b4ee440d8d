package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Earning rules that meet in one way. Immutable. */
@Doc("Earning rules that meet in one way.")
public record EarningGroup(
    @Declares(Thing.GROUP) String id,
    Text title,
    @Doc("How the rules of the group that apply to the same event meet.") @Default("add")
        Meeting meeting,
    @Doc("The most that all rules of the group earn together.") List<Limit> limits,
    @Doc("The rules that meet here.") List<EarningRule> rules) {

  /** How rules of one group meet. */
  public enum Meeting {
    /** All apply; points are added, of multipliers the surpluses are added. */
    @Doc("All apply; points are added, of multipliers the surpluses are added.")
    ADD,
    /** All apply; multipliers multiply one another. */
    @Doc("All apply; multipliers multiply one another.")
    MULTIPLY,
    /** The one that gives the member most applies. */
    @Doc("The one that gives the member most applies.")
    BEST,
    /** The one of highest priority applies, then the first by id. */
    @Doc("The one of highest priority applies, then the first by id.")
    FIRST
  }

  /**
   * A ceiling.
   *
   * @param over the period; absent means per event
   */
  @Doc("A ceiling.")
  public record Limit(
      @Declares(Thing.ROW) String id,
      @Doc("Whether points or applications are limited.") @Default("points") Of of,
      @Doc("The most.") @Range(decimals = 2) BigDecimal atMost,
      @Doc("The period; absent means per event.") @Refers(Thing.PERIOD) Optional<String> over) {
    /** What is limited. */
    public enum Of {
      POINTS,
      TIMES
    }
  }
}
