package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.ledger.Story;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that look at each line of a purchase. */
class LinesTest {
  private static Event.Line line(long cents, String category) {
    return Story.line(cents, Map.of("category", Datum.of(Value.of(category))));
  }

  @Test
  void aRuleOfALineMayAskForAllLines() {
    Story story =
        Story.of(
            """
            earning:
              - id: own
                title: Own
                rules:
                  - id: menu
                    title: A cake with tea
                    per: line
                    when:
                      cake: line.category = "cake"
                      tea: some line in purchase.lines satisfies line.category = "tea"
                      two: count(purchase.lines) = 2
                    then: [{type: points, kind: points, points: 5}]
            """);
    Decision menu =
        story.buys("2026-03-01T10:00", 700, Map.of(), line(400, "tea"), line(300, "cake"));
    assertThat(Story.given(menu)).isEqualTo(Map.of("menu", 5L));
    Decision cakes =
        story.buys("2026-03-01T11:00", 600, Map.of(), line(300, "cake"), line(300, "cake"));
    assertThat(Story.given(cakes)).isEmpty();
  }
}
