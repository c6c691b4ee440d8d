package dev.laurel.engine.scenario;

import dev.laurel.engine.access.Refusal;
import java.util.List;

/** What came of running the scenarios of the draft. Closed family, immutable. */
public sealed interface ScenarioRun {
  /**
   * They were run.
   *
   * @param results in the pack's order
   */
  record Ran(List<ScenarioResult> results) implements ScenarioRun {
    public Ran {
      results = List.copyOf(results);
    }

    public long passed() {
      return results.stream().filter(ScenarioResult.Passed.class::isInstance).count();
    }

    /** Those of which something else came than they expect. */
    public List<ScenarioResult.Failed> failed() {
      return results.stream()
          .filter(ScenarioResult.Failed.class::isInstance)
          .map(ScenarioResult.Failed.class::cast)
          .toList();
    }

    public long waiting() {
      return results.stream().filter(ScenarioResult.Waiting.class::isInstance).count();
    }
  }

  /** They were not. Code: {@code faulty}. */
  record NotRun(Refusal refusal) implements ScenarioRun {}
}
