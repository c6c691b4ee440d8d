package dev.laurel.engine.revision;

import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Descent;
import dev.laurel.rules.language.Ladder.Validity;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A ladder as the tier step needs it. Immutable.
 *
 * @param fading what of its entry rules time alone may change
 */
public record LadderPlan(Ladder ladder, List<TierPlan> tiers, List<Integer> slots, Fading fading) {
  /**
   * One rung.
   *
   * @param entry the index of its entry rule; -1 for the base tier
   * @param renewal the index of its renewal rule; that of the entry where none is said
   */
  public record TierPlan(String id, int entry, int renewal, Validity validity, Descent descent) {}

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
