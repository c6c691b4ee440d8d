package dev.laurel.rules.check;

import dev.laurel.rules.fault.Faults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what depends on itself. Does not recurse, so that long chains do no harm. */
final class Cycles {
  private final Map<String, Set<String>> left = new LinkedHashMap<>();
  private final Map<String, List<String>> back = new HashMap<>();

  private Cycles(Map<String, ? extends Collection<String>> edges) {
    edges.forEach((node, to) -> {
      Set<String> nodes = new LinkedHashSet<>(to);
      nodes.retainAll(edges.keySet());
      left.put(node, nodes);
      nodes.forEach(t -> back.computeIfAbsent(t, k -> new ArrayList<>()).add(node));
    });
  }

  /**
   * One cycle for each knot of the graph, as the way from one of its members back to itself; no
   * more than are reported.
   *
   * @param edges what each node depends on; what is no key is no node
   */
  static List<List<String>> in(Map<String, ? extends Collection<String>> edges) {
    Cycles cycles = new Cycles(edges);
    cycles.drop(edges.keySet().stream().filter(n -> cycles.next(n).isEmpty()).toList());
    List<List<String>> found = new ArrayList<>();
    while (!cycles.left.isEmpty() && found.size() < Faults.MOST) {
      List<String> cycle = cycles.follow();
      found.add(cycle);
      cycles.drop(cycle);
    }
    return found;
  }

  private Set<String> next(String node) {
    return left.getOrDefault(node, Set.of());
  }

  /** Takes nodes out, and then as often as there are any those that depend on none left. */
  private void drop(Collection<String> nodes) {
    Deque<String> free = new ArrayDeque<>(nodes);
    while (!free.isEmpty()) {
      String gone = free.removeLast();
      left.remove(gone);
      for (String node : back.getOrDefault(gone, List.of()))
        if (left.containsKey(node) && next(node).remove(gone) && next(node).isEmpty())
          free.add(node);
    }
  }

  /** Every node left leads to another one, so that some way comes back. */
  private List<String> follow() {
    Set<String> way = new LinkedHashSet<>();
    String node = left.keySet().iterator().next();
    while (way.add(node)) node = next(node).iterator().next();
    List<String> cycle = new ArrayList<>(way);
    cycle = cycle.subList(cycle.indexOf(node), cycle.size());
    cycle.add(node);
    return cycle;
  }
}
