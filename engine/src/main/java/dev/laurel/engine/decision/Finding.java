package dev.laurel.engine.decision;

import dev.laurel.engine.rulebase.Unmet;
import java.time.LocalDate;
import java.util.List;

/** What came of one rule in one decision. Closed family, immutable. */
public sealed interface Finding {
  /**
   * The rule's id; a tier's own rules are named {@code ladder/tier/entry} or {@code .../renewal},
   * and what ladders and tiers give by its place in the pack, {@code ladders/...}.
   */
  String rule();

  /** Whether time alone brought it about, and no event that a rule answers to. */
  default boolean isByTime() {
    return this instanceof HeadStart || this instanceof RolledOver || this instanceof Warned;
  }

  /** The rule applied and gave this. */
  record Fired(String rule, List<Award> awards) implements Finding {}

  /** The rule applied, but another one won. */
  record Beaten(String rule, String by, Contest contest) implements Finding {}

  /**
   * The rule applied, but a ceiling cut what it gives.
   *
   * @param limit the limit's place, such as {@code weekend/monthly}
   * @param wanted what it would have given, in millionths of a point or of an application
   * @param given what it gave, in the same unit
   */
  record LimitReached(String rule, String limit, long wanted, long given) implements Finding {}

  /** A row of the rule was not met, or an exception was. */
  record NotMet(String rule, List<Unmet> rows) implements Finding {}

  /** The rule or its campaign does not run at that time, as its term or schedule says. */
  record NotInForce(String rule, List<Unmet> rows) implements Finding {}

  /**
   * The tier held gave something of a metric at the start of its period.
   *
   * @param rule where the pack says so, such as {@code ladders/status/tiers/Gold/headStarts/start}
   * @param units in millionths
   */
  record HeadStart(String rule, String metric, long units) implements Finding {}

  /**
   * What stood above the threshold of the tier that was reached was carried into the period that
   * begins, all of it or the part that the pack says.
   *
   * @param rule where the pack says so, such as {@code programme/metrics/spend/rollover}
   * @param tier the tier that was reached
   * @param threshold what the metric had to reach for it, in millionths
   * @param reached what the metric was in the period that ended, in millionths
   * @param units what was carried, in millionths
   */
  record RolledOver(
      String rule, String metric, String tier, long threshold, long reached, long units)
      implements Finding {}

  /**
   * The rule applied and granted a tier.
   *
   * @param until the day at whose start what is granted of the tier ends
   * @param longer whether the rule granted it until then; if not, it was granted as long already
   */
  record TierGranted(String rule, String tier, LocalDate until, boolean longer) implements Finding {
    /**
     * By which name it is remembered why a tier is held that a rule granted.
     *
     * @param outcome which of the rule's outcomes it is, from 0
     */
    public static String reasonOf(String rule, int outcome) {
      return "rules/" + rule + "/then/" + (outcome + 1);
    }
  }

  /**
   * What the rule gives is meant for the pool that the member is in; it stays with the member, who
   * is in none.
   */
  record NoPool(String rule, String kind) implements Finding {}

  /**
   * A message is due, since the term of a tier will end soon.
   *
   * @param rule where the pack says so, such as {@code ladders/status/tiers/Gold/warnings/soon}
   * @param message the message's id
   * @param until the day at whose start the term ends
   */
  record Warned(String rule, String message, String tier, LocalDate until) implements Finding {}

  /** How rules met. */
  enum Contest {
    /** Both stand in the same exclusion; the higher priority wins, then the first id. */
    EXCLUSION,
    /** Their group or campaign gives only the one that gives most. */
    BEST,
    /** Their group gives only the first by priority, then by id. */
    FIRST
  }

  /**
   * What a rule gave.
   *
   * @param kind the point kind, or empty for a counter
   * @param counter the counter, or empty for points
   * @param exact the exact result before rounding, as a decimal or a fraction, with a factor's
   *     surplus counted for the multiplier
   * @param units what was given: whole points or hundredths as the kind says; millionths of a
   *     counter
   */
  record Award(String kind, String counter, String exact, long units) {}
}
