package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.StateCodec;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What members get for their tier, their segment or their points, and how it is used. */
class BenefitsTest {
  private static final String CLUB =
      """
      ladders:
        - id: status
          title: Status
          tiers:
            - {id: Base, title: Base}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: gold, metric: spend, atLeast: 100}
              onUpgrade: [{type: entitle, benefit: cake}]
      earning:
        - id: usual
          title: Usual
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
            - {id: thanks, title: Thanks, on: review, then: [{type: entitle, benefit: coffee, count: 2}]}
      benefits:
        - {id: lounge, title: Lounge, tiers: [Gold], entitlement: {uses: 2, over: month}}
        - {id: wifi, title: Wifi, tiers: [Gold]}
        - {id: cake, title: Cake, entitlement: {validFor: 30 days}}
        - {id: coffee, title: Coffee, entitlement: {validFor: 7 days, edge: at-its-start}, stock: 3}
        - id: mug
          title: Mug
          price: {type: fixed, kind: points, points: 50}
          stock: 1
          reservation: 2 days
        - id: voucher
          title: Voucher
          price: {type: fixed, kind: points, points: 10}
          entitlement: {validFor: 10 days}
      """;

  private static Decision uses(Story story, String at, String benefit) {
    return story.does(at, new Body.Use(benefit));
  }

  private static String refusal(Decision decision) {
    return decision.refusal().map(Decision.Refusal::code).orElse("carried out");
  }

  private static Story gold() {
    Story story = Story.of(CLUB);
    story.buys("2026-01-10T10:00", 10_000);
    return story;
  }

  @Test
  void a_tier_has_its_benefits_so_often_in_each_period() {
    Story story = Story.of(CLUB);
    Decision early = uses(story, "2026-01-10T09:00", "lounge");
    assertThat(refusal(early)).isEqualTo("not-entitled");
    assertThat(early.refusal().orElseThrow().message()).contains("Gold", "found \"Base\"");
    story.buys("2026-01-10T10:00", 10_000);
    Decision first = uses(story, "2026-01-11T10:00", "lounge");
    assertThat(story.why(first)).contains("\"Lounge\" was used; it can be used 1 more time.");
    assertThat(story.why(first, "zh")).contains("使用了“Lounge”，还可使用 1 次。");
    uses(story, "2026-01-12T10:00", "lounge");
    assertThat(refusal(uses(story, "2026-01-31T23:59", "lounge"))).isEqualTo("used-up");
    assertThat(refusal(uses(story, "2026-02-01T00:00", "lounge"))).isEqualTo("carried out");
    assertThat(story.why(uses(story, "2026-02-01T10:00", "wifi"))).contains("\"Wifi\" was used.");
    assertThat(refusal(uses(story, "2026-02-02T00:00", "sauna"))).isEqualTo("unknown-benefit");
  }

  @Test
  void what_reaching_a_tier_hands_out_is_used_once_or_lapses() {
    Story story = gold();
    assertThat(story.decisions().getLast().findings())
        .contains(
            new Finding.HandedOut(
                "ladders/status/tiers/Gold/onUpgrade",
                "cake",
                1,
                Optional.of(java.time.LocalDate.of(2026, 2, 10))));
    assertThat(story.why(story.decisions().getLast()))
        .contains("Reaching Gold gave 1 of \"Cake\", to be used to the end of 9 February 2026.");
    assertThat(StateCodec.read(StateCodec.write(story.state()))).isEqualTo(story.state());
    assertThat(refusal(uses(story, "2026-02-09T23:59", "cake"))).isEqualTo("carried out");
    assertThat(refusal(uses(story, "2026-02-09T23:59:30", "cake"))).isEqualTo("not-entitled");
    Story late = gold();
    late.passes("2026-02-10T00:00");
    assertThat(late.why(late.decisions().getLast())).contains("1 of \"Cake\" lapsed, not used.");
    assertThat(late.state().holdings().entitlements()).isEmpty();
    assertThat(refusal(uses(late, "2026-02-10T00:00", "cake"))).isEqualTo("not-entitled");
  }

  @Test
  void a_rule_hands_out_as_long_as_the_stock_lasts() {
    Story story = Story.of(CLUB);
    Decision two = story.does("2026-01-10T10:00", "review", Map.of());
    assertThat(story.why(two))
        .contains("\"Thanks\" gave 2 of \"Coffee\", to be used to the end of 16 January 2026.");
    Decision one = story.does("2026-01-11T10:00", "review", Map.of());
    assertThat(story.why(one))
        .contains(
            "\"Thanks\" gave 1 of \"Coffee\", to be used to the end of 17 January 2026.",
            "\"Thanks\" would have handed out 2 and handed out 1: the stock is used up.");
    Decision none = story.does("2026-01-12T10:00", "review", Map.of());
    assertThat(none.findings()).noneMatch(Finding.HandedOut.class::isInstance);
    assertThat(story.state().holdings().entitlements()).hasSize(3);
    // Of several the one that ends first is used first.
    uses(story, "2026-01-13T10:00", "coffee");
    assertThat(story.state().holdings().entitlements())
        .extracting(each -> each.since().toString())
        .containsExactly("2026-01-10", "2026-01-11");
  }

  @Test
  void points_are_redeemed_for_what_there_is() {
    Story story = gold();
    Decision mug =
        story.does("2026-01-11T10:00", new Body.Redemption("points", 50, Optional.of("mug")));
    assertThat(refusal(mug)).isEqualTo("carried out");
    assertThat(story.purse("points").available()).isEqualTo(50);
    Decision gone =
        story.does("2026-01-12T10:00", new Body.Redemption("points", 50, Optional.of("mug")));
    assertThat(refusal(gone)).isEqualTo("out-of-stock");
    assertThat(story.purse("points").available()).isEqualTo(50);
    assertThat(
            refusal(
                story.does(
                    "2026-01-12T11:00", new Body.Redemption("points", 49, Optional.of("mug")))))
        .isEqualTo("not-the-price");
  }

  @Test
  void a_voucher_is_redeemed_first_and_used_later() {
    Story story = gold();
    assertThat(refusal(uses(story, "2026-01-11T09:00", "voucher"))).isEqualTo("not-for-use");
    Decision bought =
        story.does("2026-01-11T10:00", new Body.Redemption("points", 10, Optional.of("voucher")));
    assertThat(story.why(bought))
        .contains("\"Voucher\" gave 1 of \"Voucher\", to be used to the end of 21 January 2026.");
    assertThat(refusal(uses(story, "2026-01-21T23:59", "voucher"))).isEqualTo("carried out");
  }

  @Test
  void a_reservation_that_nobody_confirms_is_given_back_in_time() {
    Story story = gold();
    story.does("2026-01-11T10:00", new Body.Reservation("points", 50, Optional.of("mug")));
    assertThat(story.purse("points").available()).isEqualTo(50);
    story.passes("2026-01-12T23:59:59");
    assertThat(story.purse("points").available()).isEqualTo(50);
    story.passes("2026-01-13T00:00");
    assertThat(story.purse("points").available()).isEqualTo(100);
    assertThat(story.why(story.decisions().getLast()))
        .contains("50 points were given back: nobody confirmed the redemption in time.");
    assertThat(refusal(story.does("2026-01-13T10:00", new Body.Confirmation("2"))))
        .isEqualTo("no-reservation");
  }

  @Test
  void a_confirmed_reservation_takes_of_the_stock() {
    Story story = gold();
    story.does("2026-01-11T10:00", new Body.Reservation("points", 50, Optional.of("mug")));
    Decision confirmed = story.does("2026-01-11T11:00", new Body.Confirmation("2"));
    assertThat(confirmed.given().used()).containsEntry("benefits/mug/stock", 1L);
    assertThat(story.state().holdings().holds()).isEmpty();
    story.passes("2026-02-01T00:00");
    assertThat(story.purse("points").redeemed()).isEqualTo(50);
  }

  @Test
  void points_that_were_set_aside_are_not_taken_for_what_is_offered_no_more() {
    Story story = gold();
    story.does("2026-01-11T10:00", new Body.Reservation("points", 50, Optional.of("mug")));
    String without = CLUB.replace("- id: mug", "- id: cup");
    Decision confirmed = story.under(without, "2026-01-11T11:00", new Body.Confirmation("2"));
    assertThat(refusal(confirmed)).isEqualTo("unknown-benefit");
    assertThat(confirmed.postings()).isEmpty();
    Decision cancelled = story.under(without, "2026-01-11T11:00", new Body.Cancellation("2", ""));
    assertThat(cancelled.after().purse("points").orElseThrow().available()).isEqualTo(100);
  }

  @Test
  void nobody_pays_for_more_of_a_benefit_than_may_be_held() {
    Story story =
        Story.of(
            CLUB.replace(
                "{type: entitle, benefit: coffee, count: 2}",
                "{type: entitle, benefit: voucher, count: 1000}"));
    story.buys("2026-01-10T10:00", 10_000);
    story.does("2026-01-10T11:00", "review", Map.of());
    Decision bought =
        story.does("2026-01-11T10:00", new Body.Redemption("points", 10, Optional.of("voucher")));
    assertThat(refusal(bought)).isEqualTo("too-many-held");
    assertThat(story.why(bought, "zh").getFirst()).contains("同时持有", "1000");
    assertThat(story.purse("points").available()).isEqualTo(100);
    story.does("2026-01-11T11:00", new Body.Reservation("points", 10, Optional.of("voucher")));
    Decision confirmed = story.does("2026-01-11T12:00", new Body.Confirmation("4"));
    assertThat(refusal(confirmed)).isEqualTo("too-many-held");
    assertThat(story.purse("points").reservedUnits()).isEqualTo(10);
    uses(story, "2026-01-11T13:00", "voucher");
    assertThat(refusal(story.does("2026-01-11T14:00", new Body.Confirmation("4"))))
        .isEqualTo("carried out");
    Decision more = story.does("2026-01-11T15:00", "review", Map.of());
    assertThat(story.why(more))
        .contains(
            "\"Thanks\" would have handed out 1,000 of \"Voucher\" and handed out 0: nobody has"
                + " more of it than 1,000 at once.");
    assertThat(story.why(more, "zh"))
        .contains("“Thanks”本应发放 1,000 份“Voucher”，实际发放 0 份：每位会员同时最多持有 1,000 份。");
    assertThat(more.findings())
        .contains(
            new Finding.LimitReached("thanks", "benefits/voucher/most-held", 1_000_000_000, 0));
  }

  @Test
  void nor_for_more_codes() {
    Story story =
        Story.of(
            CLUB.replace(
                    "{type: entitle, benefit: coffee, count: 2}",
                    "{type: entitle, benefit: voucher, count: 999}")
                .replace("entitlement: {validFor: 10 days}", "codes: {prefix: V, length: 12}"));
    story.buys("2026-01-10T10:00", 10_000);
    story.does("2026-01-10T11:00", "review", Map.of());
    for (String carriedOut : new String[] {"carried out", "too-many-held"})
      assertThat(
              refusal(
                  story.does(
                      "2026-01-11T10:00",
                      new Body.Redemption("points", 10, Optional.of("voucher")))))
          .isEqualTo(carriedOut);
    assertThat(story.purse("points").available()).isEqualTo(90);
    assertThat(story.state().holdings().entitlements())
        .filteredOn(each -> each.benefit().equals("voucher"))
        .hasSize(1_000);
  }

  @Test
  void what_can_be_used_without_limit_goes_before_what_was_handed_out() {
    Story story = Story.of(CLUB.replace("benefit: cake}", "benefit: wifi}"));
    story.buys("2026-01-10T10:00", 10_000);
    assertThat(story.state().holdings().entitlements()).hasSize(1);
    assertThat(story.why(uses(story, "2026-01-11T10:00", "wifi"))).contains("\"Wifi\" was used.");
    assertThat(story.state().holdings().entitlements()).hasSize(1);
  }

  @Test
  void what_a_member_has_at_some_times_only_is_shown_at_those_times() {
    Story story =
        Story.of(
            """
            benefits:
              - id: brunch
                title: Brunch
                when: {sunday: 'event.weekday in ("Sunday")', late: 'event.time >= time("10:00:00")'}
            """);
    story.buys("2026-01-10T09:00", 100);
    assertThat(brunch(story, "2026-01-10T11:00:00Z").held()).isFalse();
    assertThat(brunch(story, "2026-01-11T09:59:59Z").held()).isFalse();
    assertThat(brunch(story, "2026-01-11T10:00:00Z").held()).isTrue();
    assertThat(brunch(story, "2026-01-11T10:00:00Z").unmet()).isEmpty();
    assertThat(refusal(uses(story, "2026-01-11T10:00", "brunch"))).isEqualTo("carried out");
  }

  private static Having.Usable brunch(Story story, String at) {
    return new Having(story.revision())
        .benefits(story.state(), java.time.Instant.parse(at))
        .getFirst();
  }
}
