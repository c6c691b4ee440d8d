package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import org.junit.jupiter.api.Test;

/** What is told of rules that did not apply. */
class FindingsTest {
  @Test
  void aLadderMayBeCalledLikeTheMetrics() {
    Story story =
        Story.of(
            """
            ladders:
              - id: metrics
                title: Metrics
                tiers:
                  - {id: Base, title: Base}
                  - id: Gold
                    title: Gold
                    entry: {type: reaches, id: spend, metric: spend, atLeast: 100}
            """);
    Decision decision = story.buys("2026-03-01T10:00", 9_999);
    assertThat(story.findings(decision))
        .singleElement()
        .satisfies(finding -> assertThat(finding.rule()).isEqualTo("metrics/Gold/entry"));
  }
}
