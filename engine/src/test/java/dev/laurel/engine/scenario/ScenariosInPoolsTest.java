package dev.laurel.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.rules.pack.PackResult;
import org.junit.jupiter.api.Test;

/** A pack tries out what becomes of a member who is in a pool. */
class ScenariosInPoolsTest {
  private static final String HOME =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: UTC
        currency: EUR
        pointKinds: [{id: points, title: Points, pooling: {members: 2}}]
        returns: {from: [lots-earned, newest-lots, debt]}
      earning:
        - id: own
          title: Own
          rules: [{id: base, title: Base, then: [{type: points, kind: points, points: 7, to: pool}]}]
      scenarios:
        - id: together
          title: Together
          member: {points: {points: 5}}
          steps:
            - {at: 2026-03-01T10:00, event: {type: join-pool, pool: home}, expect: {available: {points: 0}, received: {points: 5}}}
            - {at: 2026-03-01T11:00, event: {type: purchase, id: p, amount: 5}, expect: {earned: {points: 7}, available: {points: 0}, received: {points: 7}}}
            - {at: 2026-03-01T12:00, event: {type: redemption, kind: points, points: 1}, expect: {refused: points-in-pool}}
            - {at: 2026-03-01T13:00, event: {type: return, of: p, amount: 5}, expect: {received: {points: -7}}}
            - {at: 2026-03-01T14:00, event: {type: leave-pool, pool: home}}
            - {at: 2026-03-01T15:00, event: {type: purchase, amount: 5}, expect: {available: {points: 7}}}
      """;

  @Test
  void what_goes_on_to_the_pool_and_what_it_gives_up_is_expected_as_what_another_gets() {
    PackResult.Read pack = TestPacks.read(HOME);
    assertThat(Scenarios.run(pack.pack(), pack.digest()))
        .hasSize(1)
        .allMatch(ScenarioResult.Passed.class::isInstance);
  }
}
