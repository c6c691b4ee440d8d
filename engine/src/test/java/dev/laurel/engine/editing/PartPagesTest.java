package dev.laurel.engine.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Sentences;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page tells of what sends a message. */
class PartPagesTest {
  private static final Pack CLUB =
      TestPacks.read(
              """
              pack: {format: 1, id: club, version: 1.0.0, title: Club}
              programme:
                title: Club
                zone: UTC
                currency: EUR
                pointKinds: [{id: points, title: Points}]
                periods: [{id: year, title: Year, is: calendar-year}]
                metrics: [{id: spend, title: Spend, counts: spend, over: year}]
              vocabulary:
                channels: [{id: e-mail, title: E-mail}]
                purposes: [{id: news, title: News}]
              ladders:
                - id: status
                  title: Status
                  milestones:
                    - {id: far, metric: spend, at: 500, then: [{type: send, message: far}]}
                  tiers:
                    - {id: Base, title: Base}
                    - id: Gold
                      title: Gold
                      entry: {type: reaches, id: g, metric: spend, atLeast: 100}
                      milestones:
                        - {id: further, metric: spend, at: 900, then: [{type: send, message: further}]}
              messages:
                - {id: far, title: Far, template: So far!, channel: e-mail, purpose: news}
                - {id: further, title: Further, template: Further!, channel: e-mail, purpose: news}
                - {id: never, title: Never, template: Never!, channel: e-mail, purpose: news}
              """)
          .pack();

  private static List<Text> users(String id) {
    Message message =
        CLUB.messages().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    String place = "messages/" + id;
    return PartPages.users(
        CLUB,
        new PartPages.Part(
            id, place, Sentences.of(CLUB).message(place, message), RulePages.Fate.SAME, List.of()));
  }

  @Test
  void a_milestone_that_sends_a_message_is_told_by_its_tier_or_its_ladder() {
    assertThat(users("far")).containsExactly(Text.of("Status"));
    assertThat(users("further")).containsExactly(Text.of("Gold"));
    assertThat(users("never")).isEmpty();
  }
}
