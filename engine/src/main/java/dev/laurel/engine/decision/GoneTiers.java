package dev.laurel.engine.decision;

import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.MemberState.Beside;
import dev.laurel.engine.member.MemberState.Grant;
import dev.laurel.engine.member.MemberState.Granted;
import dev.laurel.engine.member.MemberState.Held;
import dev.laurel.engine.member.MemberState.Standing;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where members go from tiers that a revision does not have any more: to the highest that is left
 * at or below the place of the one removed. Immutable.
 *
 * @see "engine/docs/decisions/038-changed-terms.md"
 */
final class GoneTiers {
  private final Revision before;
  private final Revision to;

  GoneTiers(Revision before, Revision to) {
    this.before = before;
    this.to = to;
  }

  /** Notes where the member goes at the review that follows at once. */
  MemberState leave(MemberState state) {
    List<Standing> standings = state.standings().stream().map(this::leave).toList();
    return standings.equals(state.standings()) ? state : state.withStandings(standings);
  }

  private Standing leave(Standing standing) {
    LadderPlan plan = to.ladders().get(to.ladder(standing.ladder()));
    Beside beside = standing.beside();
    Optional<Granted> granted = beside.granted().flatMap(all -> granted(plan, all));
    boolean shownAsGranted = beside.granted().map(all -> all.byRules().isPresent()).orElse(false);
    Optional<String> instead = shownAsGranted ? Optional.empty() : instead(plan, standing.tier());
    return standing.with(beside.granted(granted).instead(instead));
  }

  private Optional<Granted> granted(LadderPlan plan, Granted all) {
    SortedMap<String, Grant> tiers = new TreeMap<>();
    all.tiers()
        .forEach((tier, grant) -> {
          String then = instead(plan, tier).orElse(tier);
          if (plan.rank(then) > 0)
            tiers.merge(then, grant, (a, b) -> a.until().isBefore(b.until()) ? b : a);
        });
    Optional<Held> byRules = all.byRules().map(held -> held(plan, held));
    return tiers.isEmpty() && byRules.isEmpty()
        ? Optional.empty()
        : Optional.of(new Granted(tiers, byRules));
  }

  /** What is held by the rules beneath a granted tier goes without a word of its own. */
  private Held held(LadderPlan plan, Held held) {
    Optional<String> instead = instead(plan, held.tier());
    if (instead.isEmpty()) return held;
    boolean base = plan.rank(instead.get()) == 0;
    return new Held(
        instead.get(),
        held.since(),
        base ? Optional.empty() : held.until(),
        base ? "" : TierStep.TIER_GONE);
  }

  /** The tier instead of one that is gone; empty where it is still there. */
  private Optional<String> instead(LadderPlan plan, String tier) {
    if (plan.rankIfAny(tier).isPresent()) return Optional.empty();
    String base = plan.tiers().getFirst().id();
    for (LadderPlan old : before.ladders()) {
      if (!old.ladder().id().equals(plan.ladder().id())) continue;
      for (int rank = old.rankIfAny(tier).orElse(0) - 1; rank > 0; rank--) {
        String lower = old.tiers().get(rank).id();
        if (plan.rankIfAny(lower).isPresent()) return Optional.of(lower);
      }
    }
    return Optional.of(base);
  }
}
