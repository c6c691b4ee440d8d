package dev.laurel.engine.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A member's tier was reached, renewed, lowered or ended. Immutable.
 *
 * @param from the tier held before
 * @param to the tier held after
 * @param until the day on which the new term ends; empty when it does not
 * @param rule the tier rule or the reason that brought it about
 */
public record Move(
    String ladder, String from, String to, Way way, Optional<LocalDate> until, String rule) {
  /** Why a tier without a term is kept to a day: then new terms of the programme reach it. */
  public static final String NEXT_REVIEW = "next-review";

  /** Which way. */
  public enum Way {
    UP,
    DOWN,
    RENEWED,
    /**
     * The term ended, and the tier is kept for its grace, so that it can still be renewed; or it
     * had none, and is kept until a review at which new terms reach the member.
     */
    KEPT,
    /** A tier was reached, or is held longer, because it was granted. */
    GRANTED,
    /** From a tier whose grant ended to where the rules say, for the reason of that grant. */
    ENDED
  }
}
