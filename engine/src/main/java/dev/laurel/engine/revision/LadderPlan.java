package dev.laurel.engine.revision;

import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Descent;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A ladder as the tier step needs it. Immutable.
 *
 * @param fading what of its entry rules time alone may change
 * @param marks of the ladder and of its tiers
 * @param matches of all tiers
 */
public record LadderPlan(
    Ladder ladder,
    List<TierPlan> tiers,
    List<Integer> slots,
    Fading fading,
    List<MarkPlan> marks,
    List<MatchPlan> matches) {
  /**
   * One rung.
   *
   * @param entry the index of its entry rule; -1 for the base tier
   * @param renewal the index of its renewal rule; that of the entry where none is said
   * @param grace how long it is kept after its term; empty where not at all
   * @param extension by how much support may prolong it at most; empty where by any
   * @param onUpgrade what is given on reaching it, as a rule of the place that says so
   * @param onRenewal what is given on renewing it
   */
  public record TierPlan(
      String id,
      int entry,
      int renewal,
      Validity validity,
      Descent descent,
      Optional<Span> grace,
      Optional<Span> extension,
      Optional<RulePlan> onUpgrade,
      Optional<RulePlan> onRenewal,
      List<HeadStartPlan> headStarts,
      List<WarningPlan> warnings) {}

  /**
   * Units of a metric that a tier gives at the start of each of the metric's periods.
   *
   * @param place where the pack says so, such as {@code ladders/status/tiers/Gold/headStarts/start}
   * @param metric the metric's index
   * @param units above 0, in the metric's own unit: minor units of money, else millionths
   */
  public record HeadStartPlan(String place, int metric, long units) {}

  /**
   * A message that is due some time before a term of the tier ends.
   *
   * @param place where the pack says so, such as {@code ladders/status/tiers/Gold/warnings/soon}
   * @param daysBefore the day at whose start the term ends, 1 at least
   */
  public record WarningPlan(String place, int daysBefore, String message) {
    /**
     * Whether it is due on a day.
     *
     * @param until the day at whose start the term ends
     */
    public boolean isDue(LocalDate day, LocalDate until) {
      return until.minusDays(daysBefore).equals(day);
    }
  }

  /**
   * A mark of a metric at which something is given.
   *
   * @param gift what is given, as a rule of the place in the pack that says so
   * @param rank of the tier that must be held; -1 where any may
   * @param metric the metric's index
   * @param at in the metric's own unit: minor units of money, else millionths
   * @param each again for each so much above it, in the same unit; 0 where only once
   * @param atMost so often in a period of the metric
   */
  public record MarkPlan(RulePlan gift, int rank, int metric, long at, long each, long atMost) {
    public static final int ANY_TIER = -1;

    /**
     * By which name it is remembered how often it was given; what another metric counts is another
     * mark.
     */
    public String key() {
      return gift.id() + "/" + gift.group();
    }

    /** How often this value of the metric reaches it. */
    public long reachedBy(long value) {
      if (value < at) return 0;
      return Math.min(atMost, each == 0 ? 1 : 1 + (value - at) / each);
    }
  }

  /**
   * Status elsewhere that is matched with a tier.
   *
   * @param place where the pack says so
   * @param rank the tier's
   * @param challenge the index of the rule by which the tier is kept; -1 where there is none
   * @param until the last day on which it is matched
   */
  public record MatchPlan(
      String place, int rank, String status, Span span, int challenge, Optional<LocalDate> until) {}

  /**
   * What time alone may change of what entry rules ask.
   *
   * @param tallies the indexes in a state's tallies of the metrics and counters that are asked for
   * @param daily whether something else is asked for that may differ on any other day, such as the
   *     days since enrolment, a balance or a tier
   */
  public record Fading(Set<Integer> tallies, boolean daily) {
    public Fading {
      tallies = Set.copyOf(tallies);
    }
  }

  /** Whether a member may fall back to a tier because its own term still runs. */
  public boolean remembersTerms() {
    for (TierPlan tier : tiers) if (tier.descent() == Descent.TERM_EARNED) return true;
    return false;
  }

  /** Whether members rise at reviews only. */
  public boolean risesAtReview() {
    return ladder.upgrade() == Ladder.Moment.AT_REVIEW;
  }

  /** Whether a tier gives something of a metric at the start of its periods. */
  public boolean givesHeadStarts() {
    for (TierPlan tier : tiers) if (!tier.headStarts().isEmpty()) return true;
    return false;
  }

  /** Whether a word is given before a term ends. */
  public boolean warns() {
    for (TierPlan tier : tiers) if (!tier.warnings().isEmpty()) return true;
    return false;
  }

  /** All that the ladder and its tiers give, as rules of the places that say so. */
  public List<RulePlan> gifts() {
    List<RulePlan> gifts = new ArrayList<>();
    marks.forEach(mark -> gifts.add(mark.gift()));
    for (TierPlan tier : tiers) {
      tier.onUpgrade().ifPresent(gifts::add);
      tier.onRenewal().ifPresent(gifts::add);
    }
    return List.copyOf(gifts);
  }

  /** The rung of this tier, from 0. */
  public int rank(String tier) {
    return rankIfAny(tier)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "The ladder %s has no tier %s.".formatted(ladder.id(), tier)));
  }

  /** The same; empty where an earlier revision had the tier and this one does not. */
  public OptionalInt rankIfAny(String tier) {
    for (int i = 0; i < tiers.size(); i++)
      if (tiers.get(i).id().equals(tier)) return OptionalInt.of(i);
    return OptionalInt.empty();
  }
}
