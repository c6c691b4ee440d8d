package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Contest;
import dev.laurel.rules.language.EarningGroup.Meeting;
import dev.laurel.rules.language.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The one step in which rules meet, the same whatever the order in which they fired or stand in the
 * pack:
 *
 * <ol>
 *   <li>Rules that were used up leave ({@link Limits}).
 *   <li>Of campaigns of one exclusion the one of highest priority stays, then of rules of one
 *       exclusion, then of groups that give only their first; ties go to the first id ({@link
 *       Contests}).
 *   <li>Rules that give points by themselves give them; in a group that gives its best only the one
 *       that gives most stays. Those that their group does not let apply any more leave, the last
 *       by id first.
 *   <li>Multipliers give their surplus on what they name: side by side in a group that adds; in a
 *       group that multiplies each also on what the former by id added to the same rules; the
 *       greatest only in a group that gives its best. A multiplier of one line multiplies that
 *       line's part. What one multiplier gives is multiplied by another only where that one names
 *       it. Of these, too, those leave that their group does not let apply any more.
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
  private final Optional<Limits> limits;
  private final List<Finding> findings;

  private Resolver(Yields yields, Optional<Limits> limits, List<Finding> findings) {
    this.yields = yields;
    this.limits = limits;
    this.findings = findings;
  }

  /** The rules that apply in a part of an event, and what they give for it. */
  record Part(List<Candidate> candidates, Yields yields) {}

  /**
   * The exact yield of each rule that stays, in the order of the rules. Rules meet in each part of
   * an event by themselves; how often they may apply is asked once for the whole of it.
   */
  static Map<Candidate, Yield> resolve(List<Part> parts, Limits limits, List<Finding> findings) {
    if (parts.size() == 1)
      return new Resolver(parts.getFirst().yields(), Optional.of(limits), findings)
          .meet(limits.usable(parts.getFirst().candidates()));
    Map<Candidate, Candidate> all = new TreeMap<>();
    for (Part part : parts) for (Candidate each : part.candidates()) all.putIfAbsent(each, each);
    List<Candidate> usable = limits.usable(List.copyOf(all.values()));
    List<Finding> beaten = new ArrayList<>();
    List<Set<Candidate>> standing = new ArrayList<>();
    Map<Candidate, Candidate> left = new TreeMap<>();
    for (Part part : parts) {
      Set<Candidate> own =
          new Resolver(part.yields(), Optional.empty(), beaten)
              .standing(among(usable, new TreeSet<>(part.candidates())));
      standing.add(own);
      for (Candidate each : own) left.putIfAbsent(each, each);
    }
    List<Candidate> granted = limits.usableInGroups(List.copyOf(left.values()));
    Map<Candidate, Yield> given = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean first = i == 0;
      new Resolver(parts.get(i).yields(), Optional.empty(), beaten)
          .meet(among(granted, standing.get(i)))
          .forEach((rule, points) -> {
            // What applies in a later part only, and gives nothing there, does not apply.
            if (first || points.sum().signum() != 0) given.merge(rule, points, Yield::plus);
          });
    }
    Set<String> applied = new HashSet<>();
    for (Candidate rule : given.keySet()) applied.add(rule.id());
    beaten.stream().distinct().filter(f -> !applied.contains(f.rule())).forEach(findings::add);
    return given;
  }

  private static List<Candidate> among(List<Candidate> some, Set<Candidate> all) {
    return some.stream().filter(all::contains).toList();
  }

  /** Those that no other beats, before groups limit how often they apply. */
  private Set<Candidate> standing(List<Candidate> usable) {
    Set<Candidate> left = new TreeSet<>(new Contests(findings).settle(usable));
    Map<Candidate, Yield> plain =
        ownYields(left.stream().filter(each -> !each.isMultiplier()).toList());
    best(plain);
    left.removeIf(each -> !each.isMultiplier() && !plain.containsKey(each));
    return left;
  }

  private Map<Candidate, Yield> meet(List<Candidate> usable) {
    List<Candidate> left = new Contests(findings).settle(usable);
    List<Candidate> plain = new ArrayList<>(left.size());
    List<Candidate> multipliers = new ArrayList<>(left.size());
    for (Candidate candidate : left)
      (candidate.isMultiplier() ? multipliers : plain).add(candidate);
    Map<Candidate, Yield> given = stay(plain, this::ownYields);
    multiply(multipliers, given);
    return given;
  }

  /**
   * What those give that stay: the best where only that counts, as often as their groups let them.
   *
   * @param give what rules give side by side
   */
  private Map<Candidate, Yield> stay(
      List<Candidate> rules, Function<List<Candidate>, Map<Candidate, Yield>> give) {
    Map<Candidate, Yield> given = give.apply(rules);
    best(given);
    if (limits.isEmpty() || !limits.get().ofGroups(given.keySet())) return given;
    List<Candidate> best = List.copyOf(given.keySet());
    List<Candidate> usable = limits.get().usableInGroups(best);
    return usable.equals(best) ? given : give.apply(usable);
  }

  private Map<Candidate, Yield> ownYields(List<Candidate> rules) {
    Map<Candidate, Yield> given = new TreeMap<>();
    for (Candidate rule : rules) given.put(rule, yields.of(rule));
    return given;
  }

  /** In each group that gives its best, only the rule that gives most stays. */
  private void best(Map<Candidate, Yield> given) {
    if (!isAnyOfBest(given.keySet())) return;
    Map<String, Map.Entry<Candidate, Yield>> winners = new HashMap<>();
    given.entrySet().stream()
        .filter(e -> e.getKey().plan().meeting() == Meeting.BEST)
        .sorted(MOST)
        .forEach(e ->
            winners.putIfAbsent(e.getKey().plan().group(), Map.entry(e.getKey(), e.getValue())));
    given
        .keySet()
        .removeIf(candidate -> {
          Map.Entry<Candidate, Yield> winner = winners.get(candidate.plan().group());
          if (winner == null || winner.getKey() == candidate) return false;
          findings.add(new Finding.Beaten(candidate.id(), winner.getKey().id(), Contest.BEST));
          return true;
        });
  }

  private static boolean isAnyOfBest(Set<Candidate> candidates) {
    for (Candidate candidate : candidates)
      if (candidate.plan().meeting() == Meeting.BEST) return true;
    return false;
  }

  /** Groups of multipliers, each after those whose points it multiplies. */
  private void multiply(List<Candidate> multipliers, Map<Candidate, Yield> given) {
    Map<String, List<Candidate>> waiting = new TreeMap<>();
    for (Candidate multiplier : multipliers)
      waiting.computeIfAbsent(multiplier.plan().group(), g -> new ArrayList<>()).add(multiplier);
    while (!waiting.isEmpty()) {
      String next = ready(waiting);
      List<Candidate> group = waiting.remove(next);
      if (group != null) multiplyGroup(group, given);
    }
  }

  /** The first group that multiplies nothing of another one that is still to come. */
  private static String ready(Map<String, List<Candidate>> waiting) {
    for (Map.Entry<String, List<Candidate>> group : waiting.entrySet())
      if (isReady(group.getKey(), group.getValue(), waiting)) return group.getKey();
    throw new IllegalStateException(
        "Multipliers multiply one another in a circle: " + waiting.keySet());
  }

  private static boolean isReady(
      String group, List<Candidate> own, Map<String, List<Candidate>> waiting) {
    for (Map.Entry<String, List<Candidate>> other : waiting.entrySet())
      if (!other.getKey().equals(group))
        for (Candidate theirs : other.getValue())
          for (Candidate ours : own) if (theirs.isAmong(ours.targets())) return false;
    return true;
  }

  private void multiplyGroup(List<Candidate> group, Map<Candidate, Yield> given) {
    given.putAll(stay(group, multipliers -> surpluses(multipliers, given)));
  }

  /** What the multipliers of one group add. */
  private Map<Candidate, Yield> surpluses(
      List<Candidate> multipliers, Map<Candidate, Yield> given) {
    Map<Candidate, Yield> surpluses = new TreeMap<>();
    // By the rule whose points were multiplied, for only on these the next one may build.
    Map<Candidate, Yield> added = new TreeMap<>();
    for (Candidate multiplier : multipliers) {
      Map<Candidate, Yield> more = surplus(multiplier, given, added);
      Yield all = yields.of(multiplier);
      for (Yield points : more.values()) all = all.plus(points);
      surpluses.put(multiplier, all);
      if (multiplier.plan().meeting() == Meeting.MULTIPLY)
        more.forEach((rule, points) -> added.merge(rule, points, Yield::plus));
    }
    return surpluses;
  }

  /** What a multiplier adds to what it names and to what was added to that, by rule multiplied. */
  private Map<Candidate, Yield> surplus(
      Candidate multiplier, Map<Candidate, Yield> given, Map<Candidate, Yield> added) {
    Map<Candidate, Yield> surplus = new TreeMap<>();
    for (Outcome outcome : multiplier.plan().rule().then()) {
      List<String> targets = Candidate.targets(outcome);
      if (targets.isEmpty()) continue;
      Function<Yield, Yield> times = surplusOf(multiplier, outcome);
      given.forEach((rule, points) -> {
        if (rule.isAmong(targets))
          surplus.merge(
              rule, times.apply(points.plus(added.getOrDefault(rule, Yield.NOTHING))), Yield::plus);
      });
    }
    return surplus;
  }

  /** What is added to points: of the whole, or of each line by its own factor. */
  private Function<Yield, Yield> surplusOf(Candidate multiplier, Outcome outcome) {
    if (!multiplier.perLine()) {
      Fraction more = yields.factor(outcome, OptionalInt.empty()).minus(Fraction.ONE);
      return points -> points.times(more);
    }
    Map<Integer, Fraction> more = new TreeMap<>();
    for (int line : multiplier.lines())
      more.put(line, yields.factor(outcome, OptionalInt.of(line)).minus(Fraction.ONE));
    return points ->
        more.entrySet().stream()
            .map(line -> points.ofLine(line.getKey()).times(line.getValue()))
            .reduce(Yield.NOTHING, Yield::plus);
  }
}
