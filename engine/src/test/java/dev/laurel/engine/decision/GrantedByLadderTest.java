package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Finding.TierGranted;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tiers that ladders grant: for reaching or renewing a tier, or a mark on the way. */
class GrantedByLadderTest {
  private static final String GRANT =
      "{type: grant-tier, tier: %s, span: 30 days, reason: {en: A taste of it, zh: 体验}}";

  /** Status by spend; the lounge is a ladder of its own that nothing but grants leads to. */
  private static final String LADDERS =
      """
      ladders:
        - id: status
          title: Status
          validity: {type: for, span: 12 months}
          tiers:
            - {id: Base, title: Base}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
              onUpgrade: [{type: points, kind: points, points: 5}, %s]
              onRenewal: [%s]
          milestones: [{id: early, metric: spend, at: 100, then: [%s]}]
        - id: lounge
          title: Lounge
          validity: {type: for, span: 12 months}
          tiers:
            - {id: Outside, title: Outside}
            - id: Guest
              title: Guest
              byInvitation: true
            - id: Inside
              title: Inside
              byInvitation: true
              onUpgrade: [{type: points, kind: points, points: 7}, %s]
        - id: garage
          title: Garage
          tiers:
            - {id: Street, title: Street}
            - {id: Valet, title: Valet, byInvitation: true}
      """
          .formatted(
              GRANT.formatted("Inside"),
              GRANT.formatted("Guest"),
              GRANT.formatted("Guest"),
              GRANT.formatted("Valet"));

  private final Story story = Story.of(LADDERS);

  @Test
  void reaching_a_tier_grants_one_on_another_ladder_which_ends_with_its_reason() {
    Decision reached = story.buys("2026-03-01T10:00", 30_000);
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.tier("lounge")).isEqualTo("Inside");
    assertThat(story.until("lounge")).contains(LocalDate.of(2026, 3, 31));
    assertThat(reached.findings())
        .contains(
            new TierGranted(
                "ladders/status/tiers/Gold/onUpgrade", "Inside", LocalDate.of(2026, 3, 31), true));
    assertThat(story.why(reached))
        .contains("Inside was granted, held to the end of 30 March 2026.");
    story.passes("2026-03-31T00:00");
    assertThat(story.tier("lounge")).isEqualTo("Outside");
    Decision ended =
        story.decisions().stream()
            .filter(decision ->
                decision.moves().stream().anyMatch(move -> move.ladder().equals("lounge")))
            .toList()
            .getLast();
    assertThat(story.why(ended))
        .contains(
            "The grant of Inside ended (\"A taste of it\"); the member went to Outside, without an"
                + " end.");
    assertThat(story.why(ended, "zh")).contains("授予的 Inside 到期（“体验”），会员转为 Outside，有效期不限。");
  }

  @Test
  void reaching_the_granted_tier_gives_what_it_gives_and_grants_on() {
    Decision reached = story.buys("2026-03-01T10:00", 30_000);
    assertThat(Story.given(reached))
        .containsEntry("ladders/status/tiers/Gold/onUpgrade", 5L)
        .containsEntry("ladders/lounge/tiers/Inside/onUpgrade", 7L);
    assertThat(story.tier("garage")).isEqualTo("Valet");
    assertThat(reached.moves())
        .extracting(move -> move.from() + ">" + move.to())
        .containsExactly("Base>Gold", "Outside>Inside", "Street>Valet");
  }

  @Test
  void a_mark_grants_a_tier_once() {
    story.buys("2026-03-01T10:00", 10_000);
    assertThat(story.tier("lounge")).isEqualTo("Guest");
    story.passes("2026-03-31T00:00");
    assertThat(story.tier("lounge")).isEqualTo("Outside");
    assertThat(story.buys("2026-04-01T10:00", 100).findings())
        .noneMatch(TierGranted.class::isInstance);
    assertThat(story.tier("lounge")).isEqualTo("Outside");
  }

  @Test
  void a_renewal_at_a_review_grants_one_from_that_day_on() {
    story.buys("2026-03-01T10:00", 30_000);
    story.buys("2027-02-01T10:00", 30_000);
    story.passes("2027-02-28T23:59");
    assertThat(story.tier("lounge")).isNotEqualTo("Outside").isEqualTo("Guest");
    story.passes("2027-03-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Gold");
    assertThat(story.until("lounge")).contains(LocalDate.of(2027, 3, 31));
  }

  @Test
  void what_support_granted_for_longer_stays_with_its_own_reason() {
    story.does(
        "2026-02-01T10:00", new Body.Grant("Inside", LocalDate.of(2026, 12, 31), "goodwill"));
    Decision reached = story.buys("2026-03-01T10:00", 30_000);
    assertThat(story.until("lounge")).contains(LocalDate.of(2026, 12, 31));
    assertThat(reached.findings())
        .contains(
            new TierGranted(
                "ladders/status/tiers/Gold/onUpgrade",
                "Inside",
                LocalDate.of(2026, 12, 31),
                false));
    assertThat(Story.given(reached)).containsOnlyKeys("ladders/status/tiers/Gold/onUpgrade");
  }

  @Test
  void rules_that_answer_to_moves_answer_to_the_granted_one() {
    Story answered =
        Story.of(
            LADDERS,
            """
            earning:
              - id: usual
                title: Usual
                rules:
                  - id: welcome
                    title: Welcome in
                    on: {type: tier-change, ladder: lounge, direction: up}
                    then: [{type: points, kind: points, points: 3}]
            """);
    assertThat(Story.given(answered.buys("2026-03-01T10:00", 30_000)))
        .isEqualTo(
            Map.of(
                "ladders/status/tiers/Gold/onUpgrade", 5L,
                "ladders/lounge/tiers/Inside/onUpgrade", 7L,
                "welcome", 3L));
  }

  @Test
  void a_head_start_of_the_granted_tier_is_given_on_the_day_on_which_a_review_grants_it() {
    Story early =
        Story.of(
            """
            ladders:
              - id: status
                title: Status
                validity: {type: rest-of-period, period: year, more: 0}
                ends: to-its-end
                tiers:
                  - {id: Base, title: Base}
                  - id: Gold
                    title: Gold
                    entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
                    onRenewal: [%s]
              - id: lounge
                title: Lounge
                validity: for-ever
                tiers:
                  - {id: Outside, title: Outside}
                  - id: Guest
                    title: Guest
                    byInvitation: true
                    headStarts: [{id: start, metric: spend, units: 40}]
            """
                .formatted(GRANT.formatted("Guest")));
    early.buys("2026-03-01T10:00", 30_000);
    early.passes("2027-01-01T00:00");
    assertThat(early.tier("lounge")).isEqualTo("Guest");
    assertThat(early.metric("spend", LocalDate.of(2027, 1, 1))).isEqualByComparingTo("40");
    assertThat(Optional.of(early.until("status"))).contains(Optional.of(LocalDate.of(2028, 1, 1)));
  }
}
