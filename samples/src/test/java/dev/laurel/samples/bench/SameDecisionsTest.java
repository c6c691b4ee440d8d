package dev.laurel.samples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not decided in the same way must not be timed side by side. */
class SameDecisionsTest {
  private static final int VISITS = 1_000;

  @ParameterizedTest(name = "{0} with {1} rules")
  @CsvSource({
    "INDEXED, 10",
    "INDEXED, 100",
    "INDEXED, 1000",
    "RANGES, 10",
    "RANGES, 100",
    "RANGES, 1000"
  })
  void every_way_to_decide_a_workload_gives_the_same_decisions(Workload workload, int many) {
    List<Rule> rules = workload.rules(many);
    var linear = HandWritten.linear().ready(rules);
    var others =
        List.of(HandWritten.indexed(), new Laurel()).stream().map(c -> c.ready(rules)).toList();
    int fired = 0;
    for (Visit visit : workload.visits(VISITS, many)) {
      Outcome expected = decided(linear, visit);
      fired += expected.awards().size();
      for (Contender.Ready other : others)
        assertThat(decided(other, visit)).as(visit.toString()).isEqualTo(expected);
    }
    assertThat(1.0 * fired / VISITS).as("rules that apply to a visit").isBetween(4.0, 8.0);
  }

  private static Outcome decided(Contender.Ready ready, Visit visit) {
    return ready.outcome(ready.decide(ready.input(visit)));
  }
}
