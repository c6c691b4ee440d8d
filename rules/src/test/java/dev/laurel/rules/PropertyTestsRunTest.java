package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * Holds that property tests really run beside Jupiter, and that a wrong property really fails.
 *
 * @see "engine/docs/decisions/001-jupiter-and-property-tests.md"
 */
class PropertyTestsRunTest {
  private static int tries;

  @Test
  void a_property_that_holds_is_tried_as_often_as_the_build_says() {
    tries = 0;
    run(Holds.class).assertStatistics(run -> run.started(1).succeeded(1).failed(0));
    assertThat(tries).isEqualTo(37);
  }

  @Test
  void a_property_that_is_wrong_fails_with_its_smallest_counterexample() {
    run(IsWrong.class)
        .assertStatistics(run -> run.started(1).succeeded(0).failed(1))
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("fewer_than_5000"),
                finishedWithFailure(message(text -> text.contains("{0=5000}")))));
  }

  private static Events run(Class<?> properties) {
    return EngineTestKit.engine("jqwik")
        .configurationParameter("jqwik.tries.default", "37")
        .configurationParameter("jqwik.edgecases.default", "FIRST")
        .configurationParameter("jqwik.database", "")
        .selectors(selectClass(properties))
        .execute()
        .testEvents();
  }

  static class Holds {
    @Property
    boolean sums_commute(@ForAll int one, @ForAll int other) {
      tries++;
      return one + other == other + one;
    }
  }

  static class IsWrong {
    @Property
    boolean fewer_than_5000(@ForAll int units) {
      return units < 5000;
    }
  }
}
