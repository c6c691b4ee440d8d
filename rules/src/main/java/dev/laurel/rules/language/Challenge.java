package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Something to be completed step by step: a challenge, a streak or a stamp card. Immutable. */
@Doc("Something to be completed step by step: a challenge, a streak or a stamp card.")
public record Challenge(
    @Declares(Thing.CHALLENGE) String id,
    Text title,
    @Doc("A challenge and a stamp card count each event, a streak one in each period.") Kind kind,
    @Doc("Which events bring it forward.") Trigger on,
    Rows when,
    @Doc("The days on which it runs.") Optional<EarningRule.Term> inForce,
    @Doc("Members of one of these segments only.") @Refers(Thing.SEGMENT) List<String> audience,
    @Doc("For a streak: the period in which one event at least must fall.") @Refers(Thing.PERIOD)
        Optional<String> every,
    @Doc("How long a member has from the first step.") Optional<Span> within,
    @Doc("Whether it starts again when it is complete.") @Default("false") boolean repeats,
    @Doc("At which counts something is given; the last one completes it.") List<Step> steps) {

  /** Which kind. */
  public enum Kind {
    CHALLENGE,
    STREAK,
    STAMP_CARD
  }

  /** What is given at a count. */
  @Doc("What is given at a count.")
  public record Step(
      @Declares(Thing.ROW) String id,
      @Doc("The count at which it is given.") @Range(min = "1", max = "1000000") BigDecimal at,
      @Doc("What is given.") List<Outcome> then) {}
}
