package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.rulebase.Unmet;
import java.util.List;
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

  @Test
  void aCampaignsOwnZoneIsCalledByANameOfItsOwn() {
    Story story =
        Story.of(
            """
            campaigns:
              - id: dawn
                title: Dawn
                schedule: {zone: America/New_York, from: 2026-03-02}
                rules:
                  - {id: base, title: Base, then: [{type: points, kind: points, points: 5}]}
            """);
    Decision decision = story.buys("2026-03-02T03:00", 100);
    assertThat(story.findings(decision))
        .containsExactly(
            new Finding.NotInForce(
                "base",
                List.of(
                    new Unmet(
                        "from",
                        false,
                        "zone.America.NewYork.date",
                        "zone.America.NewYork.date >= date(\"2026-03-02\")",
                        "2026-03-01",
                        false))));
  }
}
