package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Finding.TierGranted;
import dev.laurel.engine.ledger.Story;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tiers that rules and campaigns grant for a time. */
class GrantedByRuleTest {
  private static final String LADDER =
      """
      ladders:
        - id: status
          title: Status
          validity: {type: rest-of-period, period: year}
          ends: to-its-end
          tiers:
            - {id: Base, title: Base}
            - id: Silver
              title: Silver
              entry: {type: reaches, id: silver, metric: spend, atLeast: 100}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
              onUpgrade: [{type: points, kind: points, points: 50}]
      """;

  private static final String TASTE =
      """
      earning:
        - id: usual
          title: Usual
          rules:
            - id: taste
              title: A taste of gold
              on: check-in
              then:
                - type: grant-tier
                  tier: Gold
                  span: 30 days
                  reason: {en: A taste of it, zh: 体验}
      """;

  private static Story club() {
    return Story.of(LADDER, TASTE);
  }

  private static Decision checksIn(Story story, String at) {
    return story.does(at, "checkIn", Map.of());
  }

  @Test
  void a_rule_grants_a_tier_for_a_time_and_says_why_when_it_ends() {
    Story story = club();
    Decision granted = checksIn(story, "2026-03-01T10:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.until("status")).contains(LocalDate.of(2026, 4, 1));
    assertThat(granted.findings())
        .contains(new TierGranted("taste", "Gold", LocalDate.of(2026, 4, 1), true));
    assertThat(story.why(granted))
        .contains(
            "\"A taste of gold\" grants Gold to the end of 31 March 2026.",
            "Gold was granted, held to the end of 31 March 2026.");
    story.passes("2026-03-31T23:59:59");
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2026-04-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
    Decision ended = story.decisions().getLast();
    assertThat(story.why(ended))
        .contains(
            "The grant of Gold ended (\"A taste of it\"); the member went to Base, without an"
                + " end.");
    assertThat(story.why(ended, "zh")).contains("授予的 Gold 到期（“体验”），会员转为 Base，有效期不限。");
  }

  @Test
  void reaching_a_tier_by_a_rule_gives_what_reaching_it_gives() {
    assertThat(Story.given(checksIn(club(), "2026-03-01T10:00")))
        .containsEntry("ladders/status/tiers/Gold/onUpgrade", 50L);
  }

  @Test
  void what_is_granted_again_lasts_longer_and_gives_nothing_again() {
    Story story = club();
    checksIn(story, "2026-03-01T10:00");
    Decision again = checksIn(story, "2026-03-20T10:00");
    assertThat(story.until("status")).contains(LocalDate.of(2026, 4, 20));
    assertThat(Story.given(again)).isEmpty();
    Decision sameDay = checksIn(story, "2026-03-20T11:00");
    assertThat(sameDay.moves()).isEmpty();
    assertThat(story.why(sameDay))
        .contains(
            "\"A taste of gold\" grants Gold no longer than it is granted already, to the end of"
                + " 19 April 2026.");
  }

  @Test
  void what_the_rules_of_the_ladder_say_goes_on_beneath_it() {
    Story story = club();
    story.buys("2026-02-01T10:00", 10_000);
    checksIn(story, "2026-03-01T10:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2026-04-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
    assertThat(story.moves())
        .containsExactly("2026-02-01 Silver", "2026-03-01 Gold", "2026-04-01 Silver");
  }

  @Test
  void whoever_earns_the_granted_tier_meanwhile_keeps_it() {
    Story story = club();
    checksIn(story, "2026-03-01T10:00");
    story.buys("2026-03-10T10:00", 30_000);
    story.passes("2026-06-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
  }

  @Test
  void a_rule_that_was_used_up_grants_nothing() {
    Story story =
        Story.of(
            LADDER,
            TASTE.replace(
                "on: check-in",
                "on: check-in\n        limits: [{id: once, of: times, atMost: 1, over: ever}]"));
    checksIn(story, "2026-03-01T10:00");
    Decision second = checksIn(story, "2026-05-01T10:00");
    assertThat(second.findings()).noneMatch(TierGranted.class::isInstance);
    assertThat(story.tier("status")).isEqualTo("Base");
  }
}
