package dev.laurel.engine.scenario;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Scenario.Expected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what came of a case into what is expected of it from now on. */
final class Observed {
  private Observed() {}

  /** Points earned, tiers held afterwards, rules that fired, messages; or that it was refused. */
  static Expected of(Revision revision, Scenarios.Came came) {
    Optional<String> refused =
        came.decision().flatMap(Decision::refusal).map(Decision.Refusal::code);
    if (refused.isPresent()) return expected(Map.of(), Map.of(), List.of(), refused, List.of());
    SortedMap<String, String> tiers = new TreeMap<>();
    for (LadderPlan plan : revision.ladders())
      came.state()
          .standing(plan.ladder().id())
          .ifPresent(standing -> tiers.put(standing.ladder(), standing.tier()));
    Set<String> rules = rules(revision.pack());
    List<String> fired =
        came.decision().map(Decision::findings).orElse(List.of()).stream()
            .filter(Finding.Fired.class::isInstance)
            .map(Finding::rule)
            // What a tier asks for is found in the same way, but is no rule that can be named.
            .filter(rules::contains)
            .distinct()
            .toList();
    List<String> messages =
        came.decision().map(Decision::messages).orElse(List.of()).stream()
            .map(Outgoing::message)
            .toList();
    return expected(earned(revision, came), tiers, fired, Optional.empty(), messages);
  }

  private static Set<String> rules(Pack pack) {
    return Stream.concat(
            pack.earning().stream().flatMap(group -> group.rules().stream()),
            pack.campaigns().stream().flatMap(campaign -> campaign.allRules().stream()))
        .map(EarningRule::id)
        .collect(Collectors.toSet());
  }

  /** Of every kind that the case gave; of the first kind 0 where it gave nothing at all. */
  private static SortedMap<String, BigDecimal> earned(Revision revision, Scenarios.Came came) {
    SortedMap<String, BigDecimal> earned = new TreeMap<>();
    List<PointKind> kinds = revision.pack().programme().pointKinds();
    for (PointKind kind : kinds) {
      long units =
          came.decision().map(Decision::postings).orElse(List.of()).stream()
              .filter(posting -> posting.from() == Posting.Account.ISSUED)
              .filter(posting -> posting.kind().equals(kind.id()))
              .mapToLong(Posting::units)
              .sum();
      if (units > 0) earned.put(kind.id(), Happenings.points(kind, units));
    }
    if (earned.isEmpty()) earned.put(kinds.getFirst().id(), BigDecimal.ZERO);
    return earned;
  }

  private static Expected expected(
      Map<String, BigDecimal> earned,
      Map<String, String> tiers,
      List<String> fired,
      Optional<String> refused,
      List<String> messages) {
    return new Expected(
        earned, Map.of(), Map.of(), Map.of(), tiers, Map.of(), Map.of(), Map.of(), fired, Map.of(),
        refused, messages, List.of(), Map.of());
  }
}
