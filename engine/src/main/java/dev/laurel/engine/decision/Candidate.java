package dev.laurel.engine.decision;

import dev.laurel.engine.revision.RulePlan;
import dev.laurel.rules.language.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule that applies, before it meets others. Immutable.
 *
 * @param lines the lines to which it applies, in order; empty for a rule of the event as a whole
 * @param times how often a rule of the event as a whole applies
 */
record Candidate(Rated rated, List<Integer> lines, long times) implements Comparable<Candidate> {
  Candidate(Rated rated, List<Integer> lines) {
    this(rated, lines, 1);
  }

  /** As by id, so that nothing depends on the order in which rules fire. */
  @Override
  public int compareTo(Candidate other) {
    return Integer.compare(rated.index(), other.rated.index());
  }

  RulePlan plan() {
    return rated.plan();
  }

  String id() {
    return plan().id();
  }

  boolean perLine() {
    return plan().perLine();
  }

  /** How often it applies. */
  long applications() {
    return perLine() ? lines.size() : times;
  }

  /** What it multiplies: rules or groups; empty where it is no multiplier. */
  Set<String> targets() {
    Set<String> targets = new TreeSet<>();
    for (Outcome outcome : plan().rule().then()) targets.addAll(targets(outcome));
    return targets;
  }

  boolean isMultiplier() {
    return rated.multiplies();
  }

  static List<String> targets(Outcome outcome) {
    if (outcome instanceof Outcome.Multiply(var by, var of)) return of;
    if (outcome instanceof Outcome.MultiplyByTable(var table, var of)) return of;
    return List.of();
  }

  /** Whether one of these names means this rule: its own id or its group's. */
  boolean isAmong(Collection<String> names) {
    return names.contains(id()) || names.contains(plan().group());
  }
}
