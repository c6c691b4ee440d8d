package dev.laurel.engine.overview;

import dev.laurel.rules.language.Ladder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ladder in force with one change of a draft alone. Stateless. */
final class OneChange {
  private static final String LADDERS = "ladders/";
  private static final String TIERS = "/tiers/";

  private OneChange() {}

  /**
   * The ladder that a change is about, as it would be by that change alone.
   *
   * @param place of the construct that is changed
   * @return empty where the place is on no ladder, or the ladder is not in both
   */
  static Optional<Ladder> of(List<Ladder> live, List<Ladder> draft, String place) {
    if (!place.startsWith(LADDERS)) return Optional.empty();
    String[] parts = place.substring(LADDERS.length()).split(TIERS, 2);
    String id = parts[0].split("/", 2)[0];
    Optional<Ladder> before = named(live, id);
    Optional<Ladder> after = named(draft, id);
    if (before.isEmpty() || after.isEmpty()) return Optional.empty();
    return Optional.of(
        parts.length == 1
            ? with(after.get(), before.get().tiers())
            : with(before.get(), tiers(before.get(), after.get(), parts[1].split("/", 2)[0])));
  }

  private static Optional<Ladder> named(List<Ladder> all, String id) {
    return all.stream().filter(ladder -> ladder.id().equals(id)).findFirst();
  }

  /** The tiers of the one in force, but for this tier, which is as in the draft or not there. */
  private static List<Ladder.Tier> tiers(Ladder before, Ladder after, String tier) {
    List<Ladder.Tier> tiers = new ArrayList<>(before.tiers());
    List<String> order = after.tiers().stream().map(Ladder.Tier::id).toList();
    int at = at(tiers, tier);
    if (!order.contains(tier)) {
      if (at >= 0) tiers.remove(at);
      return tiers;
    }
    Ladder.Tier changed = after.tiers().get(order.indexOf(tier));
    if (at >= 0) tiers.set(at, changed);
    else tiers.add(next(tiers, order.subList(order.indexOf(tier) + 1, order.size())), changed);
    return tiers;
  }

  /** Where a tier comes that stands before these in the draft. */
  private static int next(List<Ladder.Tier> tiers, List<String> followers) {
    for (String follower : followers) {
      int at = at(tiers, follower);
      if (at >= 0) return at;
    }
    return tiers.size();
  }

  private static int at(List<Ladder.Tier> tiers, String id) {
    for (int i = 0; i < tiers.size(); i++) if (tiers.get(i).id().equals(id)) return i;
    return -1;
  }

  private static Ladder with(Ladder ladder, List<Ladder.Tier> tiers) {
    return new Ladder(
        ladder.id(),
        ladder.title(),
        ladder.upgrade(),
        ladder.renewal(),
        ladder.validity(),
        ladder.ends(),
        ladder.descent(),
        ladder.grace(),
        tiers,
        ladder.milestones());
  }
}
