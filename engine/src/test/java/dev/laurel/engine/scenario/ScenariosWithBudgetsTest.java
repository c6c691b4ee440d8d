package dev.laurel.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.rules.pack.PackResult;
import org.junit.jupiter.api.Test;

/** Each scenario has budgets of its own. */
class ScenariosWithBudgetsTest {
  private static final String SPRING =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: UTC
        currency: EUR
        pointKinds: [{id: points, title: Points}]
      campaigns:
        - id: spring
          title: Spring
          schedule: {}
          budget: {points: 10}
          firstMembers: 1
          rules:
            - {id: bonus, title: Bonus, then: [{type: points, kind: points, points: 7}]}
      scenarios:
        - id: ends
          title: A budget ends
          member: {}
          steps:
            - {at: 2026-03-01T10:00, event: {type: purchase, amount: 5}, expect: {earned: {points: 7}}}
            - {at: 2026-03-01T11:00, event: {type: purchase, amount: 5}, expect: {earned: {points: 3}, notFired: {bonus: limit-reached}}}
            - {at: 2026-03-01T12:00, event: {type: purchase, amount: 5}, expect: {earned: {points: 0}, notFired: {bonus: limit-reached}}}
        - id: again
          title: It is there again
          member: {}
          steps:
            - {at: 2026-03-01T10:00, event: {type: purchase, amount: 5}, expect: {earned: {points: 7}}}
      """;

  @Test
  void a_budget_ends_within_a_scenario_and_is_there_again_for_the_next() {
    PackResult.Read pack = TestPacks.read(SPRING);
    assertThat(Scenarios.run(pack.pack(), pack.digest()))
        .hasSize(2)
        .allMatch(ScenarioResult.Passed.class::isInstance);
  }
}
