package dev.laurel.engine.scenario;

import dev.laurel.rules.language.Scenario;
import java.util.List;

/** What came of running one scenario. Closed family, immutable. */
public sealed interface ScenarioResult {
  Scenario scenario();

  /** Everything that the scenario expects came. */
  record Passed(Scenario scenario) implements ScenarioResult {}

  /** Something else came; every difference is named. */
  record Failed(Scenario scenario, List<Difference> differences) implements ScenarioResult {}

  /**
   * It was not run: it or its pack needs what is not evaluated yet.
   *
   * @param constructs what it waits for, by name
   */
  record Waiting(Scenario scenario, List<String> constructs) implements ScenarioResult {}

  /**
   * One expectation that was not met.
   *
   * @param step the number of the step, from 1
   * @param what what was expected of what, such as {@code available/points}
   */
  record Difference(int step, String what, String expected, String actual) {
    @Override
    public String toString() {
      return "step %d, %s: expected %s, was %s".formatted(step, what, expected, actual);
    }
  }
}
