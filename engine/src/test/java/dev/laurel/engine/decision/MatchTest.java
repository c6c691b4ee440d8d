package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Status elsewhere that is matched with a tier. */
class MatchTest {
  private static Story club(String validity, String match) {
    return Story.of(
        """
        vocabulary:
          events:
            - id: proof
              title: Proof of status
              attributes: [{id: status, title: Status, type: text}]
        ladders:
          - id: status
            title: Status
            %s
            tiers:
              - {id: Base, title: Base}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
                matches: [{id: wings, status: Wings Senator, %s}]
        """
            .formatted(validity, match));
  }

  private static final String YEARLY =
      "validity: {type: rest-of-period, period: year}\n    ends: to-its-end";
  private static final String CHALLENGE =
      "span: 90 days, challenge: {type: reaches, id: some, metric: spend, atLeast: 50}";

  private static Decision proves(Story story, String at, String status) {
    return story.does(at, "proof", Map.of("status", Datum.of(Value.of(status))));
  }

  @Test
  void whoever_proves_the_status_has_the_tier_for_its_span() {
    Story story = club(YEARLY, "span: 90 days");
    proves(story, "2026-03-01T10:00", "Wings Frequent");
    assertThat(story.tier("status")).isEqualTo("Base");
    Decision matched = proves(story, "2026-03-01T11:00", "Wings Senator");
    assertThat(story.why(matched)).contains("Gold was granted, held to the end of 30 May 2026.");
    story.passes("2026-05-30T23:59");
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2026-05-31T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
    assertThat(story.why(story.decisions().getLast()))
        .contains(
            "The grant of Gold ended (the match of \"Wings Senator\"); the member went to Base,"
                + " without an end.");
    assertThat(story.why(story.decisions().getLast(), "zh"))
        .contains("授予的 Gold 到期（匹配“Wings Senator”），会员转为 Base，有效期不限。");
  }

  @Test
  void proving_the_status_again_while_it_is_matched_prolongs_nothing() {
    Story story = club(YEARLY, "span: 90 days");
    proves(story, "2026-03-01T10:00", "Wings Senator");
    proves(story, "2026-05-01T10:00", "Wings Senator");
    assertThat(story.until("status")).contains(LocalDate.of(2026, 5, 31));
  }

  @Test
  void whoever_meets_the_challenge_in_its_time_keeps_the_tier_by_the_rules() {
    Story story = club(YEARLY, CHALLENGE);
    story.buys("2026-02-01T10:00", 1_000);
    proves(story, "2026-03-01T10:00", "Wings Senator");
    story.buys("2026-04-01T10:00", 3_999);
    assertThat(story.until("status")).contains(LocalDate.of(2026, 5, 31));
    Decision met = story.buys("2026-04-02T10:00", 1);
    assertThat(story.until("status")).contains(LocalDate.of(2028, 1, 1));
    assertThat(story.why(met)).contains("Gold was renewed, held to the end of 31 December 2027.");
    story.passes("2026-06-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
  }

  /** The same proof reaches a tier by its rule and meets the challenge of the match. */
  @Test
  void who_rises_twice_by_one_event_rose_from_where_they_stood() {
    Story story =
        Story.of(
            """
            programme:
              title: Story
              zone: UTC
              currency: EUR
              periods: [{id: year, title: Year, is: calendar-year}]
              metrics: [{id: proofs, title: Proofs, counts: {type: events, event: proof}, over: year}]
            vocabulary:
              events:
                - id: proof
                  title: Proof of status
                  attributes: [{id: status, title: Status, type: text}]
            ladders:
              - id: status
                title: Status
                validity: {type: rest-of-period, period: year}
                tiers:
                  - {id: Base, title: Base}
                  - {id: Silver, title: Silver, entry: {type: reaches, id: silver, metric: proofs, atLeast: 1}}
                  - id: Gold
                    title: Gold
                    matches:
                      - id: wings
                        status: Wings Senator
                        span: 5 days
                        challenge: {type: reaches, id: some, metric: proofs, atLeast: 1}
            """);
    Decision proof = proves(story, "2026-03-01T10:00", "Wings Senator");
    assertThat(proof.moves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.from()).isEqualTo("Base");
          assertThat(move.to()).isEqualTo("Gold");
          assertThat(move.way()).isEqualTo(Move.Way.UP);
        });
  }

  @Test
  void a_challenge_is_nothing_to_whoever_was_not_matched() {
    Story story = club(YEARLY, CHALLENGE);
    Decision bought = story.buys("2026-02-01T10:00", 10_000);
    assertThat(story.tier("status")).isEqualTo("Base");
    assertThat(story.why(bought)).noneMatch(sentence -> sentence.contains("challenge"));
    assertThat(story.findings(bought)).noneMatch(finding -> finding.rule().contains("matches"));
  }

  @Test
  void a_challenge_that_is_met_too_late_keeps_nothing() {
    Story story = club(YEARLY, CHALLENGE);
    proves(story, "2026-03-01T10:00", "Wings Senator");
    story.buys("2026-05-31T00:00", 10_000);
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void no_status_is_matched_after_the_last_day() {
    Story story = club(YEARLY, "span: 90 days, until: 2026-03-31");
    proves(story, "2026-04-01T00:00", "Wings Senator");
    assertThat(story.tier("status")).isEqualTo("Base");
    Story inTime = club(YEARLY, "span: 90 days, until: 2026-03-31");
    proves(inTime, "2026-03-31T23:59", "Wings Senator");
    assertThat(inTime.tier("status")).isEqualTo("Gold");
  }
}
