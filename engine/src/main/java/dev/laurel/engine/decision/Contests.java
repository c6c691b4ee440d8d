package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Contest;
import dev.laurel.engine.revision.RulePlan;
import dev.laurel.rules.language.EarningGroup.Meeting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Who gives way to whom, before amounts are known. */
final class Contests {
  private static final Comparator<Candidate> FIRST =
      Comparator.comparingInt((Candidate c) -> -c.plan().rule().priority())
          .thenComparing(Candidate::id);
  private static final Comparator<Candidate> FIRST_CAMPAIGN =
      Comparator.comparingInt((Candidate c) -> -campaign(c).priority())
          .thenComparing(c -> campaign(c).id());

  private final List<Finding> findings;

  Contests(List<Finding> findings) {
    this.findings = findings;
  }

  /** Those that remain, in the same order; a finding is added for each that is beaten. */
  List<Candidate> settle(List<Candidate> candidates) {
    if (candidates.size() < 2) return candidates;
    List<Candidate> left = campaigns(candidates);
    left = oneOf(left, c -> c.plan().rule().exclusion(), Contest.EXCLUSION);
    return oneOf(
        left,
        c -> c.plan().meeting() == Meeting.FIRST ? Optional.of(c.plan().group()) : Optional.empty(),
        Contest.FIRST);
  }

  private List<Candidate> campaigns(List<Candidate> candidates) {
    List<Candidate> contenders = having(candidates, Contests::exclusionOfCampaign);
    if (contenders.isEmpty()) return candidates;
    contenders.sort(FIRST_CAMPAIGN);
    Map<String, RulePlan.CampaignPlan> winners = new TreeMap<>();
    for (Candidate each : contenders)
      winners.putIfAbsent(exclusionOfCampaign(each).orElseThrow(), campaign(each));
    List<Candidate> left = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      RulePlan.CampaignPlan winner = exclusionOfCampaign(candidate).map(winners::get).orElse(null);
      if (winner == null || winner.id().equals(campaign(candidate).id())) left.add(candidate);
      else findings.add(new Finding.Beaten(candidate.id(), winner.id(), Contest.EXCLUSION));
    }
    return left;
  }

  private List<Candidate> oneOf(
      List<Candidate> candidates, Function<Candidate, Optional<String>> name, Contest contest) {
    List<Candidate> contenders = having(candidates, name);
    if (contenders.isEmpty()) return candidates;
    contenders.sort(FIRST);
    Map<String, Candidate> winners = new TreeMap<>();
    for (Candidate each : contenders) winners.putIfAbsent(name.apply(each).orElseThrow(), each);
    List<Candidate> left = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      Candidate winner = name.apply(candidate).map(winners::get).orElse(null);
      if (winner == null || winner == candidate) left.add(candidate);
      else findings.add(new Finding.Beaten(candidate.id(), winner.id(), contest));
    }
    return left;
  }

  /** Those that stand in some contest; most often there are none. */
  private static List<Candidate> having(
      List<Candidate> candidates, Function<Candidate, Optional<String>> name) {
    List<Candidate> found = new ArrayList<>(0);
    for (Candidate candidate : candidates)
      if (name.apply(candidate).isPresent()) found.add(candidate);
    return found;
  }

  private static Optional<String> exclusionOfCampaign(Candidate candidate) {
    return candidate.plan().campaign().flatMap(RulePlan.CampaignPlan::exclusion);
  }

  private static RulePlan.CampaignPlan campaign(Candidate candidate) {
    return candidate.plan().campaign().orElseThrow();
  }
}
