package dev.laurel.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What depends on itself. */
class CyclesTest {
  private static Map<String, List<String>> graph(String... edges) {
    Map<String, List<String>> graph = new LinkedHashMap<>();
    for (String edge : edges) {
      String[] parts = edge.split(" > ", -1);
      graph.put(parts[0], parts[1].isEmpty() ? List.of() : List.of(parts[1].split(",")));
    }
    return graph;
  }

  @Test
  void a_tree_has_no_cycle() {
    assertThat(Cycles.in(graph("a > b,c", "b > c", "c > ", "d > elsewhere"))).isEmpty();
  }

  @Test
  void a_node_may_depend_on_itself() {
    assertThat(Cycles.in(graph("a > a", "b > a"))).containsExactly(List.of("a", "a"));
  }

  @Test
  void the_way_into_a_cycle_does_not_belong_to_it() {
    assertThat(Cycles.in(graph("a > b", "b > c", "c > b"))).containsExactly(List.of("b", "c", "b"));
  }

  @Test
  void two_cycles_are_told_apart() {
    assertThat(Cycles.in(graph("a > b", "b > a", "c > d,a", "d > c")))
        .containsExactlyInAnyOrder(List.of("a", "b", "a"), List.of("c", "d", "c"));
  }

  @Test
  void of_two_cycles_through_one_node_the_first_is_told() {
    assertThat(Cycles.in(graph("a > b,c", "b > a", "c > a"))).hasSize(1);
  }
}
