package dev.laurel.rules.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One rule: on which event, for whom, when, and what it gives. Immutable. */
@Doc("One rule: on which event, for whom, when, and what it gives.")
public record EarningRule(
    @Declares(Thing.RULE) String id,
    Text title,
    @Doc("A rule that is switched off never applies.") @Default("true") boolean active,
    @Doc("What it answers to.") @Default("purchase") Trigger on,
    @Doc("Whether it looks at the event as a whole or at each line of the purchase.")
        @Default("event")
        Scope per,
    @Doc("The days on which it is in force.") Optional<Term> inForce,
    @Doc("Members of one of these segments only.") @Refers(Thing.SEGMENT) List<String> audience,
    @Doc("Every row must be met.") Rows when,
    @Doc("No row may be met.") Rows unless,
    @Doc("What it gives.") List<Outcome> then,
    @Doc(
            "Rules of the same name exclude one another: the highest priority wins, then the first id.")
        Optional<String> exclusion,
    @Doc("Higher goes first.") @Range(min = "-1000", max = "1000") @Default("0") int priority,
    @Doc("How much or how often it gives at most.") List<EarningGroup.Limit> limits) {

  /** What a rule looks at. */
  public enum Scope {
    EVENT,
    LINE
  }

  /**
   * Days on which something is in force, in the programme's zone.
   *
   * @param from from the start of this day
   * @param to to the end of this day
   */
  @Doc("Days on which something is in force, in the programme's zone.")
  public record Term(
      @Doc("From the start of this day.") Optional<LocalDate> from,
      @Doc("To the end of this day.") Optional<LocalDate> to) {
    public Term {
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get()))
        throw new IllegalArgumentException(
            "The term ends (%s) before it begins (%s).".formatted(to.get(), from.get()));
    }

    public boolean holds(LocalDate day) {
      return from.map(f -> !day.isBefore(f)).orElse(true)
          && to.map(t -> !day.isAfter(t)).orElse(true);
    }
  }
}
