package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.StateCodec;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tiers that are granted for a time. */
class GrantingTest {
  private static Story club(String ladder, String gold) {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            %s
            tiers:
              - {id: Base, title: Base}
              - id: Silver
                title: Silver
                entry: {type: reaches, id: silver, metric: spend, atLeast: 100}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
                %s
        """
            .formatted(ladder, gold));
  }

  private static Story club() {
    return club("validity: {type: rest-of-period, period: year}\n    ends: to-its-end", "");
  }

  private static Decision grant(Story story, String at, String tier, String until) {
    return story.does(at, new Body.Grant(tier, LocalDate.parse(until), "goodwill"));
  }

  private static void refused(Decision decision, String code) {
    assertThat(decision.refusal().orElseThrow().code()).isEqualTo(code);
  }

  @Test
  void a_granted_tier_is_held_to_the_end_of_its_day_and_no_longer() {
    Story story = club();
    Decision granted = grant(story, "2026-03-01T10:00", "Gold", "2026-06-30");
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.why(granted)).contains("Gold was granted, held to the end of 30 June 2026.");
    story.passes("2026-06-30T23:59");
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(StateCodec.read(StateCodec.write(story.state()))).isEqualTo(story.state());
    story.passes("2026-07-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
    assertThat(story.state().standing("status").orElseThrow().beside())
        .isEqualTo(dev.laurel.engine.member.MemberState.Beside.NOTHING);
    Decision ended = story.decisions().getLast();
    assertThat(story.heading(ended)).startsWith("1 July 2026, 00:00: a tier granted on \"Status\"");
    assertThat(story.why(ended))
        .contains(
            "The grant of Gold ended (\"goodwill\"); the member went to Base, without an end.");
    assertThat(story.why(ended, "zh")).contains("授予的 Gold 到期（“goodwill”），会员转为 Base，有效期不限。");
  }

  @Test
  void what_is_held_by_the_rules_goes_on_beneath_a_grant() {
    Story story = club();
    story.buys("2026-01-10T10:00", 10_000);
    grant(story, "2026-03-01T10:00", "Gold", "2026-06-30");
    story.passes("2026-07-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
    assertThat(story.until("status")).contains(LocalDate.of(2028, 1, 1));
    grant(story, "2027-12-01T10:00", "Gold", "2028-01-31");
    story.passes("2028-01-15T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2028-02-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void a_higher_tier_that_is_earned_wins_and_what_was_granted_comes_after_it() {
    Story story = club();
    grant(story, "2026-03-01T10:00", "Silver", "2028-06-30");
    story.buys("2026-05-01T10:00", 30_000);
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2028-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
    assertThat(story.until("status")).contains(LocalDate.of(2028, 7, 1));
    story.passes("2028-07-01T00:00");
    assertThat(story.moves())
        .containsExactly(
            "2026-03-01 Silver", "2026-05-01 Gold", "2028-01-01 Silver", "2028-07-01 Base");
  }

  @Test
  void a_grant_of_less_than_what_is_held_changes_nothing_now() {
    Story story = club();
    story.buys("2026-01-10T10:00", 30_000);
    Decision granted = grant(story, "2026-03-01T10:00", "Silver", "2030-06-30");
    assertThat(granted.moves()).isEmpty();
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2028-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
  }

  @Test
  void whoever_earns_the_granted_tier_meanwhile_keeps_it_by_the_rules() {
    Story story = club();
    grant(story, "2026-03-01T10:00", "Gold", "2026-06-30");
    Decision earned = story.buys("2026-05-01T10:00", 30_000);
    assertThat(story.until("status")).contains(LocalDate.of(2028, 1, 1));
    assertThat(story.why(earned))
        .contains("Gold was renewed, held to the end of 31 December 2027.");
    story.passes("2026-07-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
  }

  @Test
  void whoever_meets_the_renewal_when_the_grant_ends_keeps_the_tier() {
    Story story =
        club(
            "validity: {type: rest-of-period, period: year}\n    ends: to-its-end",
            "renewal: {type: reaches, id: kept, metric: spend, atLeast: 200}");
    grant(story, "2026-03-01T10:00", "Gold", "2026-06-30");
    story.buys("2026-05-01T10:00", 20_000);
    assertThat(story.until("status")).contains(LocalDate.of(2026, 7, 1));
    story.passes("2026-07-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.until("status")).contains(LocalDate.of(2028, 1, 1));
  }

  @Test
  void the_highest_of_several_grants_is_held_and_then_the_next() {
    Story story = club();
    grant(story, "2026-03-01T10:00", "Silver", "2026-12-31");
    grant(story, "2026-04-01T10:00", "Gold", "2026-06-30");
    story.passes("2026-07-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Silver");
    grant(story, "2026-07-02T10:00", "Silver", "2026-08-31");
    assertThat(story.until("status")).contains(LocalDate.of(2026, 9, 1));
  }

  @Test
  void a_tier_by_invitation_is_reached_by_grant_only_and_nobody_goes_down_to_it() {
    Story story =
        Story.of(
            """
            ladders:
              - id: status
                title: Status
                validity: {type: rest-of-period, period: year, more: 0}
                ends: to-its-end
                descent: one-down
                tiers:
                  - {id: Base, title: Base}
                  - {id: Circle, title: Circle, byInvitation: true}
                  - id: Gold
                    title: Gold
                    entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
            """);
    story.buys("2026-03-01T10:00", 30_000);
    assertThat(story.tier("status")).isEqualTo("Gold");
    story.passes("2028-01-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
    grant(story, "2028-02-01T10:00", "Circle", "2028-03-31");
    assertThat(story.tier("status")).isEqualTo("Circle");
    story.passes("2028-04-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void support_prolongs_a_tier_by_no_more_than_may_be() {
    Story story =
        club(
            "validity: {type: rest-of-period, period: year, more: 0}\n    ends: to-its-end",
            "extension: 3 months");
    story.buys("2026-03-01T10:00", 30_000);
    refused(grant(story, "2026-04-01T10:00", "Gold", "2027-04-01"), "grant-beyond-extension");
    assertThat(story.decisions().getLast().refusal().orElseThrow().message())
        .contains("by 3 months, until 2027-03-31 at most");
    grant(story, "2026-04-01T10:00", "Gold", "2027-03-31");
    assertThat(story.until("status")).contains(LocalDate.of(2027, 4, 1));
    story.passes("2028-01-02T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
    grant(story, "2028-02-01T10:00", "Gold", "2028-02-29");
    grant(story, "2028-02-10T10:00", "Gold", "2028-05-31");
    refused(grant(story, "2028-02-11T10:00", "Gold", "2028-06-01"), "grant-beyond-extension");
    story.passes("2028-06-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void what_cannot_be_granted_is_refused_with_a_reason() {
    Story story = club();
    refused(grant(story, "2026-03-01T10:00", "Base", "2026-06-30"), "grant-of-base-tier");
    refused(grant(story, "2026-03-01T10:00", "Gold", "2026-02-28"), "grant-over");
    refused(grant(story, "2026-03-01T10:00", "Platinum", "2026-06-30"), "grant-unknown-tier");
    assertThat(grant(story, "2026-03-01T10:00", "Gold", "2026-03-01").refusal()).isEmpty();
    story.passes("2026-03-02T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void a_granted_tier_gives_what_reaching_it_gives_once() {
    Story story =
        club(
            "validity: {type: rest-of-period, period: year}",
            "onUpgrade: [{type: points, kind: points, points: 5}]");
    Decision granted = grant(story, "2026-03-01T10:00", "Gold", "2026-06-30");
    assertThat(Story.given(granted))
        .containsExactly(Map.entry("ladders/status/tiers/Gold/onUpgrade", 5L));
    grant(story, "2026-04-01T10:00", "Gold", "2026-07-31");
    story.buys("2026-05-01T10:00", 30_000);
    assertThat(story.purse("points").earned()).isEqualTo(5);
  }

  @Test
  void spending_points_ends_no_grant() {
    Story story = club();
    grant(story, "2026-03-01T10:00", "Gold", "2026-06-30");
    story.does("2026-04-01T10:00", new Body.Adjustment("points", -10, "mistake"));
    assertThat(story.tier("status")).isEqualTo("Gold");
  }
}
