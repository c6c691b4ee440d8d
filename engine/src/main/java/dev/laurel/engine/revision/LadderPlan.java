package dev.laurel.engine.revision;

import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Descent;
import dev.laurel.rules.language.Ladder.Validity;
import java.util.List;

/** A ladder as the tier step needs it. Immutable. */
public record LadderPlan(Ladder ladder, List<TierPlan> tiers, List<Integer> slots) {
  /**
   * One rung.
   *
   * @param entry the index of its entry rule; -1 for the base tier
   * @param renewal the index of its renewal rule; that of the entry where none is said
   */
  public record TierPlan(String id, int entry, int renewal, Validity validity, Descent descent) {}

  /** The rung of this tier, from 0. */
  public int rank(String tier) {
    for (int i = 0; i < tiers.size(); i++) if (tiers.get(i).id().equals(tier)) return i;
    throw new IllegalArgumentException(
        "The ladder %s has no tier %s.".formatted(ladder.id(), tier));
  }
}
