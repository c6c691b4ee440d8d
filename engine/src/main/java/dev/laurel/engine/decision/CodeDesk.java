package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.BenefitPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The codes of what one decision hands out, whatever part of it does; those that it was not given
 * it asks for. Not thread-safe.
 *
 * @see "engine/docs/decisions/071-codes.md"
 */
final class CodeDesk {
  private final SortedMap<String, List<String>> given;
  private SortedMap<String, List<String>> used = Collections.emptySortedMap();
  private List<Ask> asks = List.of();

  CodeDesk(Given given) {
    this.given = given.codes();
  }

  /** So many codes of a benefit; none where it has no codes. */
  List<String> take(BenefitPlan plan, int count, Event event) {
    if (plan.benefit().codes().isEmpty() || count == 0) return List.of();
    int from = used.getOrDefault(plan.id(), List.of()).size();
    List<String> all = given.getOrDefault(plan.id(), List.of());
    List<String> taken =
        new ArrayList<>(
            all.subList(Math.min(from, all.size()), Math.min(from + count, all.size())));
    if (taken.size() < count) {
      ask(plan, count - taken.size());
      taken.addAll(SampleCodes.of(plan, event, from + taken.size(), count - taken.size()));
    }
    if (used.isEmpty()) used = new TreeMap<>();
    used.merge(plan.id(), List.copyOf(taken), CodeDesk::together);
    return taken;
  }

  private static List<String> together(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private void ask(BenefitPlan plan, int wanted) {
    int before = 0;
    List<Ask> others = new ArrayList<>();
    for (Ask ask : asks)
      if (ask instanceof Ask.OfCodes of && of.benefit().id().equals(plan.id()))
        before = of.wanted();
      else others.add(ask);
    others.add(new Ask.OfCodes(plan, before + wanted));
    asks = others;
  }

  /** What must be given before the decision counts. */
  List<Ask> asks() {
    return asks;
  }

  /** What was used of what was given. */
  SortedMap<String, List<String>> used() {
    return used;
  }
}
