package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ceilings cut, and what is used up of them. */
class LimitsTest {
  @Test
  void onlyWhatWasGivenInTheEndIsUsedUpOfARulesCeiling() {
    Story story =
        Story.of(
            """
            earning:
              - id: own
                title: Own
                limits: [{id: daily, atMost: 10, over: day}]
                rules:
                  - id: base
                    title: Base
                    limits: [{id: monthly, atMost: 30, over: month}]
                    then: [{type: points, kind: points, points: 25}]
            """);
    assertThat(Story.given(story.buys("2026-03-01T10:00", 100))).isEqualTo(Map.of("base", 10L));
    assertThat(Story.given(story.buys("2026-03-02T10:00", 100))).isEqualTo(Map.of("base", 10L));
    assertThat(Story.given(story.buys("2026-03-03T10:00", 100))).isEqualTo(Map.of("base", 10L));
    Decision fourth = story.buys("2026-03-04T10:00", 100);
    assertThat(Story.given(fourth)).isEmpty();
    assertThat(fourth.findings())
        .contains(new Finding.LimitReached("base", "base/monthly", 25_000_000, 0));
  }

  @Test
  void onlyWhatWasGivenInTheEndIsUsedUpOfAKindsCeiling() {
    Story story =
        Story.of(
            """
            programme:
              title: Story
              zone: UTC
              currency: EUR
              pointKinds:
                - id: points
                  title: Points
                  caps:
                    - {id: yearly, atMost: 30, over: year}
                    - {id: daily, atMost: 10, over: day}
              periods:
                - {id: day, title: Day, is: day}
                - {id: year, title: Year, is: calendar-year}
            earning:
              - id: own
                title: Own
                rules:
                  - {id: base, title: Base, then: [{type: points, kind: points, points: 25}]}
            """);
    for (String day : new String[] {"01", "02", "03"})
      assertThat(Story.given(story.buys("2026-03-" + day + "T10:00", 100)))
          .as(day)
          .isEqualTo(Map.of("base", 10L));
    assertThat(Story.given(story.buys("2026-03-04T10:00", 100))).isEmpty();
  }
}
