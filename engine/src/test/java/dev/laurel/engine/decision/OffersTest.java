package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which offer of a set is made, what it gives, and why no better one is. */
class OffersTest {
  private static final String SPRING =
      """
      vocabulary:
        channels: [{id: e-mail, title: E-mail}]
        purposes: [{id: news, title: News}]
      earning:
        - id: usual
          title: Usual
          rules:
            - id: spring
              title: Spring
              then:
                - {type: points, kind: points, points: 1}
                - {type: offer, offer: best}
              limits: [{id: monthly, of: points, atMost: 30, over: month}]
      segments:
        - {id: good, title: Good customers, is: {type: meets, when: metrics.spend >= 200}}
      offers:
        - id: best
          title: The best offer
          of:
            - id: zebra
              title: A zebra
              score: 5
              then: [{type: points, kind: points, points: 5}]
            - id: apple
              title: An apple
              score: 5
              unless: {web: purchase.channel = "web"}
              then: [{type: points, kind: points, points: 6}]
            - id: cup
              title: A cup
              score: 10
              audience: [good]
              when: purchase.amount >= 20
              then:
                - {type: points, kind: points, points: 25}
                - {type: send, message: cup}
      messages:
        - {id: cup, title: A cup, template: A cup for you., channel: e-mail, purpose: news}
      """;

  private static final Map<String, Datum> WEB = Map.of("channel", Datum.of(Value.of("web")));

  @Test
  void of_the_best_score_the_first_by_id_is_made_whose_conditions_are_met() {
    Story story = Story.of(SPRING);
    assertThat(Story.given(story.buys("2026-03-10T12:00", 1000))).containsEntry("spring", 7L);
    assertThat(Story.given(story.buys("2026-03-11T12:00", 1000, WEB))).containsEntry("spring", 6L);
  }

  @Test
  void it_is_told_why_this_one_and_why_no_better_one() {
    Story story = Story.of(SPRING);
    Decision decision = story.buys("2026-03-11T12:00", 1000, WEB);
    assertThat(story.why(decision))
        .contains(
            "\"Spring\" makes the offer \"A zebra\": the best of those whose conditions are met.",
            "The offer \"An apple\" would have been better, but it makes an exception where the"
                + " purchase's channel is \"web\", and found \"web\".")
        .anyMatch(line ->
            line.startsWith("The offer \"A cup\" would have been better, but")
                && line.contains("Good customers")
                && line.contains("€20.00, and found €10.00"));
    assertThat(story.why(decision, "zh")).contains("“Spring”给出优惠“A zebra”：符合条件的优惠中最佳的一项。");
  }

  @Test
  void the_audience_is_that_of_the_moment() {
    Story story = Story.of(SPRING);
    story.buys("2026-03-10T12:00", 20000);
    Decision good = story.buys("2026-04-10T12:00", 2000);
    assertThat(Story.given(good)).containsEntry("spring", 26L);
    assertThat(story.findings(good))
        .contains(
            new Finding.Offered("spring", "offers/best/cup"),
            new Finding.NoConsent("spring", "cup", "e-mail", "news"));
  }

  @Test
  void what_it_gives_is_cut_by_the_limits_of_the_rule_that_makes_it() {
    Story story = Story.of(SPRING);
    story.buys("2026-03-10T12:00", 20000);
    story.buys("2026-04-10T12:00", 2000);
    Decision cut = story.buys("2026-04-11T12:00", 2000);
    assertThat(Story.given(cut)).containsEntry("spring", 4L);
  }

  @Test
  void where_nothing_is_met_nothing_is_offered_and_it_is_told_why() {
    Story story =
        Story.of(
            SPRING.replace(
                "score: 5\n        then:",
                "score: 5\n        when: metrics.spend > 900\n        then:"));
    Decision decision = story.buys("2026-03-11T12:00", 1000, WEB);
    assertThat(Story.given(decision)).containsEntry("spring", 1L);
    List<Finding> passed =
        story.findings(decision).stream().filter(Finding.PassedOver.class::isInstance).toList();
    assertThat(passed).hasSize(3);
  }

  @Test
  void an_offer_may_multiply_what_others_give() {
    Story story =
        Story.of(
            SPRING
                .replace(
                    "segments:\n",
                    """
                      - id: more
                        title: More
                        rules:
                          - {id: own, title: Own, then: [{type: points, kind: points, points: 9}]}
                    segments:
                    """)
                .replace(
                    "then: [{type: points, kind: points, points: 6}]",
                    "then: [{type: multiply, by: 3, of: [more]}]"));
    assertThat(Story.given(story.buys("2026-03-10T12:00", 1000)))
        .isEqualTo(Map.of("spring", 1L + 18L, "own", 9L));
    assertThat(Story.given(story.buys("2026-03-11T12:00", 1000, WEB)))
        .isEqualTo(Map.of("spring", 1L + 5L, "own", 9L));
  }

  @Test
  void multipliers_count_what_an_offer_gives_as_what_its_rule_gives() {
    Story story =
        Story.of(
            SPRING.replace(
                "segments:\n",
                """
                  - id: times
                    title: Times
                    rules:
                      - {id: double, title: Double, then: [{type: multiply, by: 2, of: [spring]}]}
                segments:
                """));
    assertThat(Story.given(story.buys("2026-03-10T12:00", 1000)))
        .isEqualTo(Map.of("spring", 7L, "double", 7L));
  }
}
