package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Contest;
import dev.laurel.rules.language.EarningGroup.Meeting;
import dev.laurel.rules.language.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The one step in which rules meet, the same whatever the order in which they fired or stand in the
 * pack:
 *
 * <ol>
 *   <li>Rules that were used up leave ({@link Limits}).
 *   <li>Of campaigns of one exclusion the one of highest priority stays, then of rules of one
 *       exclusion, then of groups that give only their first; ties go to the first id ({@link
 *       Contests}). Groups that were used up leave.
 *   <li>Rules that give points by themselves give them; in a group that gives its best only the one
 *       that gives most stays.
 *   <li>Multipliers give their surplus on what they name: side by side in a group that adds, each
 *       on top of the former by id in a group that multiplies, the greatest only in a group that
 *       gives its best. A multiplier of one line multiplies that line's part. What one multiplier
 *       gives is multiplied by another only where that one names it.
 *   <li>Points of each kind are added, rounded once, and shared out to the rules again ({@link
 *       Rounder}).
 *   <li>Ceilings of rules, then of groups, then of kinds cut what is over ({@link Limits}).
 * </ol>
 *
 * @see "engine/docs/decisions/021-how-rules-meet.md"
 */
final class Resolver {
  private static final Comparator<Map.Entry<Candidate, Yield>> MOST =
      Comparator.comparing((Map.Entry<Candidate, Yield> e) -> e.getValue().sum())
          .reversed()
          .thenComparing(e -> e.getKey().id());

  private final Yields yields;
  private final Limits limits;
  private final List<Finding> findings;

  Resolver(Yields yields, Limits limits, List<Finding> findings) {
    this.yields = yields;
    this.limits = limits;
    this.findings = findings;
  }

  /** The exact yield of each rule that stays, in the order of the rules. */
  Map<Candidate, Yield> resolve(List<Candidate> candidates) {
    List<Candidate> usable = limits.usable(candidates);
    List<Candidate> left = limits.usableInGroups(new Contests(findings).settle(usable));
    Map<Candidate, Yield> given = new TreeMap<>();
    List<Candidate> multipliers = new ArrayList<>();
    for (Candidate candidate : left)
      if (candidate.isMultiplier()) multipliers.add(candidate);
      else given.put(candidate, yields.of(candidate));
    best(given);
    multiply(multipliers, given);
    return given;
  }

  /** In each group that gives its best, only the rule that gives most stays. */
  private void best(Map<Candidate, Yield> given) {
    Map<String, Map.Entry<Candidate, Yield>> winners = new HashMap<>();
    given.entrySet().stream()
        .filter(e -> e.getKey().plan().meeting() == Meeting.BEST)
        .sorted(MOST)
        .forEach(e ->
            winners.putIfAbsent(e.getKey().plan().group(), Map.entry(e.getKey(), e.getValue())));
    if (winners.isEmpty()) return;
    given
        .keySet()
        .removeIf(candidate -> {
          Map.Entry<Candidate, Yield> winner = winners.get(candidate.plan().group());
          if (winner == null || winner.getKey() == candidate) return false;
          findings.add(new Finding.Beaten(candidate.id(), winner.getKey().id(), Contest.BEST));
          return true;
        });
  }

  /** Groups of multipliers, each after those whose points it multiplies. */
  private void multiply(List<Candidate> multipliers, Map<Candidate, Yield> given) {
    Map<String, List<Candidate>> waiting = new TreeMap<>();
    for (Candidate multiplier : multipliers)
      waiting.computeIfAbsent(multiplier.plan().group(), g -> new ArrayList<>()).add(multiplier);
    while (!waiting.isEmpty()) {
      String next =
          waiting.keySet().stream()
              .filter(group -> isReady(group, waiting))
              .findFirst()
              .orElseThrow(() ->
                  new IllegalStateException(
                      "Multipliers multiply one another in a circle: " + waiting.keySet()));
      List<Candidate> group = waiting.remove(next);
      if (group != null) multiplyGroup(group, given);
    }
  }

  private static boolean isReady(String group, Map<String, List<Candidate>> waiting) {
    List<Candidate> own = waiting.getOrDefault(group, List.of());
    return waiting.entrySet().stream()
        .filter(e -> !e.getKey().equals(group))
        .flatMap(e -> e.getValue().stream())
        .noneMatch(other -> own.stream().anyMatch(o -> other.isAmong(o.targets())));
  }

  private void multiplyGroup(List<Candidate> group, Map<Candidate, Yield> given) {
    Meeting meeting = group.getFirst().plan().meeting();
    Map<Candidate, Yield> surpluses = new TreeMap<>();
    for (Candidate multiplier : group) {
      Map<Candidate, Yield> onTop = meeting == Meeting.MULTIPLY ? Map.copyOf(surpluses) : Map.of();
      surpluses.put(multiplier, surplus(multiplier, given, onTop));
    }
    if (meeting == Meeting.BEST) best(surpluses);
    given.putAll(surpluses);
  }

  /** What a multiplier adds to what it names, and to what those before it in its group added. */
  private Yield surplus(
      Candidate multiplier, Map<Candidate, Yield> given, Map<Candidate, Yield> onTop) {
    Yield sum = yields.of(multiplier);
    for (Outcome outcome : multiplier.plan().rule().then()) {
      Set<String> targets = Set.copyOf(Candidate.targets(outcome));
      if (targets.isEmpty()) continue;
      Yield multiplied = Yield.NOTHING;
      for (Map.Entry<Candidate, Yield> target : given.entrySet())
        if (target.getKey().isAmong(targets)) multiplied = multiplied.plus(target.getValue());
      for (Map.Entry<Candidate, Yield> before : onTop.entrySet())
        if (before.getKey().targets().stream().anyMatch(targets::contains))
          multiplied = multiplied.plus(before.getValue());
      sum = sum.plus(surplus(multiplier, outcome, multiplied));
    }
    return sum;
  }

  private Yield surplus(Candidate multiplier, Outcome outcome, Yield multiplied) {
    if (!multiplier.perLine())
      return multiplied.times(yields.factor(outcome, OptionalInt.empty()).minus(Fraction.ONE));
    Yield sum = Yield.NOTHING;
    for (int line : multiplier.lines()) {
      Fraction factor = yields.factor(outcome, OptionalInt.of(line));
      sum = sum.plus(multiplied.ofLine(line).times(factor.minus(Fraction.ONE)));
    }
    return sum;
  }
}
