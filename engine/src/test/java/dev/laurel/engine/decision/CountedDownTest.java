package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import org.junit.jupiter.api.Test;

/** What a ladder gives may take what another one is held by. */
class CountedDownTest {
  /** Where the member stands is settled before anything is given for it. */
  @Test
  void a_tier_whose_condition_a_gift_takes_away_is_lost_at_the_start_of_the_next_day() {
    Story story =
        Story.of(
            """
            ladders:
              - id: stamps
                title: Stamps
                validity: while-met
                tiers:
                  - {id: None, title: None}
                  - {id: Some, title: Some, entry: {type: holds, id: two, when: counters.stamps >= 2}}
              - id: status
                title: Status
                tiers:
                  - {id: Base, title: Base}
                  - id: Gold
                    title: Gold
                    entry: {type: reaches, id: gold, metric: spend, atLeast: 100}
                    onUpgrade: [{type: count, counter: stamps, by: -2}]
            earning:
              - id: own
                title: Own
                rules:
                  - {id: stamp, title: Stamp, then: [{type: count, counter: stamps, by: 1}]}
            """);
    story.buys("2026-03-01T10:00", 1_000);
    story.buys("2026-03-01T11:00", 1_000);
    assertThat(story.tier("stamps")).isEqualTo("Some");
    story.buys("2026-03-02T10:00", 9_000);
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.tier("stamps")).isEqualTo("Some");
    story.passes("2026-03-02T23:59");
    assertThat(story.tier("stamps")).isEqualTo("Some");
    story.passes("2026-03-03T00:00");
    assertThat(story.tier("stamps")).isEqualTo("None");
  }
}
