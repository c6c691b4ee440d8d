package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.Purse;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Outcome.To;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Members bring one another, and both sides get something. */
class ReferralsTest {
  private static final int NEW_YEAR = (int) LocalDate.of(2027, 1, 1).toEpochDay();

  private static final String PROGRAMME =
      """
      programme:
        title: Club
        zone: Europe/Berlin
        currency: EUR
        pointKinds:
          - id: points
            title: Points
            %s
        returns: {from: [pending, lots-earned, newest-lots, debt]}
        periods: [{id: year, title: Year, is: calendar-year}]
        metrics: [{id: earned, title: Earned, counts: {type: points-earned, kind: points}, over: year}]
      ladders:
        - id: status
          title: Status
          tiers:
            - {id: Base, title: Base}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: earned, metric: earned, atLeast: 100}
      benefits:
        - id: cake
          title: A cake
          entitlement: {validFor: 30 days}
        - id: mug
          title: A mug
          stock: 1
          entitlement: {validFor: 30 days}
      earning:
        - id: own
          title: Own
          rules:
            - id: base
              title: Base
              then: [{type: per-amount, kind: points, points: 1}]
            - id: first
              title: First
              then: [{type: points, kind: points, points: 10, to: referrer}]
              limits: [{id: once, of: times, atMost: 1, over: year}]
        - id: friends
          title: Friends
          rules:
            - id: thanks
              title: Thanks
              on: referral
              then:
                - {type: points, kind: points, points: 40, to: referrer}
                - {type: points, kind: points, points: 25, to: referred}
                - {type: entitle, benefit: cake, to: referred}
                - {type: entitle, benefit: mug, to: referrer}
              limits: [{id: yearly, of: times, atMost: 2, over: year}]
      """;

  private static Household club(String more) {
    return Household.of(PROGRAMME.formatted(more));
  }

  private static Household club() {
    return club("expiry: {type: after, span: 12 months, edge: at-its-start}");
  }

  private static Decision brings(Household home, String at, String member, String whom) {
    return home.does(at, member, referral("referred", whom));
  }

  private static Body referral(String side, String whom) {
    return new Body.Other("referral", Map.of(side, Datum.of(Value.of(whom))));
  }

  private static Household withBoth(Household home) {
    home.buys("2026-01-01T12:00", "ann", 1);
    home.does("2026-01-02T12:00", "ben", new Body.Other("checkIn", Map.of()));
    return home;
  }

  @Test
  void whoever_brings_somebody_and_whoever_comes_both_get_something() {
    Household home = withBoth(club());
    Decision thanks = brings(home, "2026-02-01T12:00", "ann", "ben");
    assertThat(home.available("ann")).isEqualTo(41);
    assertThat(home.available("ben")).isEqualTo(25);
    assertThat(home.state("ben").holdings().referrer()).contains("ann");
    assertThat(home.state("ben").holdings().entitlements())
        .extracting(each -> each.benefit() + " " + each.until().orElseThrow())
        .containsExactly("cake 2026-03-04");
    assertThat(home.why(thanks))
        .contains("\"Thanks\" gave 40 points; 25 points to \"ben\".")
        .contains("\"Thanks\" gave 1 of \"A cake\" to \"ben\".");
    Decision came = home.last("ben");
    assertThat(came.postings())
        .containsExactly(new Posting(Account.ISSUED, Account.AVAILABLE, "points", 25, "thanks"));
    assertThat(home.heading(came)).contains("a recommendation by \"ann\"");
    assertThat(home.why(came))
        .contains("\"Thanks\" gave 25 points, because \"ann\" recommended the member.");
    assertThat(home.why(came, "zh")).contains("“Thanks”给予 25 Points，因为“ann”推荐了该会员。");
  }

  @Test
  void the_event_may_be_of_whoever_comes() {
    Household home = withBoth(club());
    home.does("2026-02-01T12:00", "ben", referral("referrer", "ann"));
    assertThat(home.available("ann")).isEqualTo(41);
    assertThat(home.available("ben")).isEqualTo(25);
    assertThat(home.why(home.last("ann")))
        .contains("\"Thanks\" gave 40 points, because the member recommended \"ben\".");
    assertThat(home.state("ann").holdings().entitlements())
        .extracting(each -> each.benefit())
        .containsExactly("mug");
  }

  @Test
  void whoever_brought_the_member_gets_something_of_later_purchases_and_gives_it_back() {
    Household home = withBoth(club());
    brings(home, "2026-02-01T12:00", "ann", "ben");
    assertThat(home.available("ann")).isEqualTo(41);
    Decision buys = home.buys("2027-02-10T12:00", "ben", 40);
    assertThat(home.available("ann")).isEqualTo(10);
    assertThat(home.points("ann").expired()).isEqualTo(41);
    Body.Return back = new Body.Return(Optional.of(buys.event().id()), 10_00, List.of());
    Decision returned = home.does("2027-02-12T12:00", "ben", back);
    // Of 10 points for 40 euros, goods for 30 keep 7.5, and half a point is no point of the rest.
    assertThat(home.available("ann")).isEqualTo(7);
    assertThat(home.why(returned)).contains("3 points are to be taken back from \"ann\".");
    assertThat(home.why(home.last("ann")))
        .contains("3 points that \"First\" gave because of \"ben\" are to be taken back.");
    assertThat(home.state("ann").tallies().getFirst().sum(NEW_YEAR, NEW_YEAR)).isEqualTo(7_000_000);
  }

  @Test
  void what_the_other_spent_meanwhile_is_owed() {
    Household home = withBoth(club());
    brings(home, "2026-02-01T12:00", "ann", "ben");
    Decision buys = home.buys("2026-02-10T12:00", "ben", 40);
    home.does("2026-02-11T12:00", "ann", new Body.Redemption("points", 51, Optional.empty()));
    home.does(
        "2026-02-12T12:00",
        "ben",
        new Body.Return(Optional.of(buys.event().id()), 40_00, List.of()));
    assertThat(home.points("ann").debt()).isEqualTo(10);
    assertThat(home.available("ann")).isZero();
  }

  @Test
  void of_nobody_nothing_is_lost_or_created_and_it_is_said() {
    Household home = withBoth(club());
    Decision unknown = brings(home, "2026-02-01T12:00", "ann", "zoe");
    assertThat(unknown.findings())
        .contains(new Finding.NoOther("thanks", To.REFERRED, Finding.NoOther.Why.UNKNOWN));
    assertThat(unknown.sent()).isEmpty();
    assertThat(home.available("ann")).isEqualTo(41);
    Decision unnamed = home.does("2026-02-02T12:00", "ann", new Body.Other("referral", Map.of()));
    assertThat(unnamed.findings())
        .contains(new Finding.NoOther("thanks", To.REFERRED, Finding.NoOther.Why.NOT_NAMED));
    assertThat(home.why(unnamed))
        .contains(
            "What \"Thanks\" gives the referred member nobody gets: the referral names nobody.");
    Decision alone = home.buys("2026-02-03T12:00", "ben", 5);
    assertThat(alone.findings())
        .anyMatch(found -> found instanceof Finding.NoOther no && no.to() == To.REFERRER)
        .noneMatch(found -> found instanceof Finding.Rewarded);
  }

  @Test
  void nobody_brings_oneself_nor_is_a_pool_brought() {
    Household home = withBoth(club("pooling: {members: 2}"));
    home.joins("2026-01-10T12:00", "ann", "pool:home");
    Decision self = brings(home, "2026-02-01T12:00", "ann", "ann");
    assertThat(self.refusal().map(Decision.Refusal::code)).contains("referral-of-oneself");
    Decision others =
        home.does(
            "2026-02-01T13:00",
            "ann",
            new Body.Other(
                "referral",
                Map.of("referrer", Datum.of(Value.of("x")), "referred", Datum.of(Value.of("y")))));
    assertThat(others.refusal().map(Decision.Refusal::code)).contains("referral-of-others");
    Decision pool = brings(home, "2026-02-01T14:00", "ben", "pool:home");
    assertThat(pool.findings())
        .contains(new Finding.NoOther("thanks", To.REFERRED, Finding.NoOther.Why.UNKNOWN));
    assertThat(home.points("pool:home").available()).isEqualTo(1);
  }

  @Test
  void limits_are_those_of_the_members_own_event_and_cut_both_sides() {
    Household home = withBoth(club());
    brings(home, "2026-02-01T12:00", "ann", "ben");
    brings(home, "2026-02-02T12:00", "ann", "ben");
    Decision third = brings(home, "2026-02-03T12:00", "ann", "ben");
    assertThat(third.sent()).hasSize(1);
    assertThat(((Body.ReferralReward) third.sent().getFirst().body()).parts()).isEmpty();
    assertThat(home.available("ben")).isEqualTo(50);
    assertThat(home.available("ann")).isEqualTo(81);
  }

  @Test
  void a_receiver_has_the_points_under_its_own_terms_and_caps() {
    Household home =
        withBoth(
            club(
                "available: {type: after, span: 5 days}\n"
                    + "      caps: [{id: most, of: balance, atMost: 20}]"));
    brings(home, "2026-02-01T12:00", "ann", "ben");
    Purse ben = home.points("ben");
    assertThat(ben.pending()).isEqualTo(20);
    assertThat(home.last("ben").findings())
        .contains(new Finding.LimitReached("thanks", "points/most", 25_000_000, 20_000_000));
    home.passes("2026-02-06T12:00");
    assertThat(home.available("ben")).isEqualTo(20);
  }

  @Test
  void what_comes_counts_as_earned_and_may_lift_the_receiver() {
    Household home = withBoth(club());
    home.buys("2026-02-01T12:00", "ben", 80);
    assertThat(home.state("ben").standing("status").orElseThrow().tier()).isEqualTo("Base");
    brings(home, "2026-02-02T12:00", "ann", "ben");
    assertThat(home.state("ben").standing("status").orElseThrow().tier()).isEqualTo("Gold");
  }

  @Test
  void a_receiver_who_is_in_a_pool_passes_on_what_comes() {
    Household home = withBoth(club("pooling: {members: 2}"));
    home.joins("2026-01-10T12:00", "ben", "pool:home");
    brings(home, "2026-02-01T12:00", "ann", "ben");
    assertThat(home.available("ben")).isZero();
    assertThat(home.available("pool:home")).isEqualTo(25);
  }

  @Test
  void of_a_stock_one_is_taken_where_the_rule_hands_it_out() {
    Household home = club();
    home.buys("2026-01-01T12:00", "ann", 1);
    for (String friend : List.of("ben", "cid")) home.buys("2026-01-02T12:00", friend, 1);
    home.does("2026-02-01T12:00", "ben", referral("referrer", "ann"));
    assertThat(home.state("ann").holdings().entitlements()).hasSize(1);
  }

  @Test
  void who_was_brought_first_stays_remembered() {
    Household home = withBoth(club());
    home.buys("2026-01-02T12:00", "cid", 1);
    brings(home, "2026-02-01T12:00", "ann", "ben");
    brings(home, "2026-02-02T12:00", "cid", "ben");
    assertThat(home.state("ben").holdings().referrer()).contains("ann");
    Decision buys = home.buys("2026-02-03T12:00", "ben", 5);
    assertThat(buys.sent()).extracting(each -> each.member()).containsExactly("ann");
  }

  @Test
  void what_a_step_gave_the_referrer_stays_as_the_step_does_when_the_goods_come_back() {
    Household home =
        withBoth(
            Household.of(
                PROGRAMME.formatted("expiry: {type: never}")
                    + """
                    challenges:
                      - id: two
                        title: Two purchases
                        kind: challenge
                        on: purchase
                        when: {big: purchase.amount >= 10}
                        steps:
                          - {id: full, at: 2, then: [{type: points, kind: points, points: 50, to: referrer}]}
                    """));
    brings(home, "2026-02-01T12:00", "ann", "ben");
    home.buys("2026-02-02T12:00", "ben", 40);
    assertThat(home.available("ann")).isEqualTo(41 + 10);
    Decision second = home.buys("2026-02-03T12:00", "ben", 40);
    assertThat(home.available("ann")).isEqualTo(41 + 10 + 50);
    home.does("2026-02-04T12:00", "ben", back(second, 40));
    assertThat(home.available("ann")).isEqualTo(41 + 10 + 50);
    assertThat(home.available("ben")).isEqualTo(25 + 40);
  }

  private static Body back(Decision of, long euros) {
    return new Body.Return(Optional.of(of.event().id()), euros * 100, List.of());
  }

  @Test
  void who_brought_one_another_do_not_give_one_another_points_for_ever() {
    Household home =
        withBoth(
            Household.of(
                PROGRAMME
                    .formatted("expiry: {type: never}")
                    .replace(
                        "    title: Status\n",
                        """
                            title: Status
                            milestones:
                              - id: each
                                metric: earned
                                at: 100
                                each: 100
                                then: [{type: points, kind: points, points: 100, to: referrer}]
                        """)));
    brings(home, "2026-02-01T12:00", "ann", "ben");
    brings(home, "2026-02-02T12:00", "ben", "ann");
    long before = home.available("ben");
    Decision buys = home.buys("2026-02-03T12:00", "ann", 100);
    assertThat(buys.sent()).extracting(Event::member).containsExactly("ben");
    // With the 100 of the mark ben reaches a mark, too.
    assertThat(home.available("ben")).isEqualTo(before + 100);
    Decision came = home.last("ben");
    assertThat(came.sent()).isEmpty();
    assertThat(came.findings())
        .contains(
            new Finding.NoOther(
                "ladders/status/milestones/each", To.REFERRER, Finding.NoOther.Why.FOLLOWS));
    assertThat(home.why(came))
        .contains(
            "What the mark at 100 of \"Earned\" gives the referrer nobody gets: what comes of a referral gives no further referrer anything.");
    assertThat(home.why(came, "zh")).anyMatch(said -> said.contains("推荐"));
  }

  @Test
  void what_a_later_revision_hands_out_no_more_is_told_as_what_it_is() {
    Household home = withBoth(Household.of(PROGRAMME.formatted("expiry: {type: never}")));
    Decision came =
        home.comes(
            new Event(
                Body.ReferralReward.SOURCE,
                "till:old",
                "ben",
                Instant.parse("2026-02-01T11:00:00Z"),
                new Body.ReferralReward(
                    "ann",
                    To.REFERRED,
                    List.of(
                        new Body.ReferralReward.Part("thanks", "", "tea", 2, Optional.empty())))));
    assertThat(came.findings())
        .contains(new Finding.LimitReached("thanks", "benefits/tea/most-held", 2_000_000, 0));
    assertThat(home.why(came))
        .contains(
            "\"Thanks\" would have handed out 2 of the unknown benefit \"tea\" and handed out 0: the programme has no such benefit any more.");
    assertThat(home.why(came, "zh")).anyMatch(said -> said.endsWith("实际发放 0 份：计划已不再提供该权益。"));
  }

  @Test
  void what_comes_and_what_is_taken_back_at_once_is_told_apart() {
    Household home =
        withBoth(
            Household.of(
                PROGRAMME
                    .formatted("expiry: {type: never}")
                    .replace("  returns:", "    - {id: stars, title: Stars}\n  returns:")));
    home.buys("2026-01-03T12:00", "ann", 20);
    Decision came =
        home.comes(
            new Event(
                Body.ReferralReward.SOURCE,
                "%~2:till:old",
                "ann",
                Instant.parse("2026-02-01T11:00:00Z"),
                new Body.ReferralReward(
                    "ben",
                    To.REFERRER,
                    List.of(
                        new Body.ReferralReward.Part("first", "points", "", -7, Optional.empty()),
                        new Body.ReferralReward.Part("first", "stars", "", 5, Optional.empty())))));
    assertThat(home.why(came))
        .contains("\"First\" gave 5 Stars, because the member recommended \"ben\".")
        .contains("7 points that \"First\" gave because of \"ben\" are to be taken back.");
  }

  private static Household capped() {
    return withBoth(
        club(
            "expiry: {type: after, span: 12 months, edge: at-its-start}\n"
                + "      caps: [{id: most, of: balance, atMost: 20}]"));
  }

  private static long earnedIn2026(Household home, String member) {
    int year = (int) LocalDate.of(2026, 1, 1).toEpochDay();
    return home.state(member).tallies().getFirst().sum(year, year) / Event.MICROS;
  }

  @Test
  void what_a_cap_kept_from_the_referrer_is_not_taken_back_with_the_goods() {
    Household home = capped();
    home.buys("2026-01-03T12:00", "ann", 30);
    brings(home, "2026-02-01T12:00", "ann", "ben");
    Decision buys = home.buys("2026-02-10T12:00", "ben", 40);
    assertThat(home.last("ann").findings())
        .contains(new Finding.LimitReached("first", "points/most", 10_000_000, 0));
    assertThat(home.available("ann")).isEqualTo(20);
    home.does("2026-02-12T12:00", "ben", back(buys, 40));
    assertThat(home.available("ann")).isEqualTo(20);
    assertThat(earnedIn2026(home, "ann")).isEqualTo(20);
    assertThat(home.why(home.last("ann")))
        .contains(
            "10 points that \"First\" gave are not taken back: a limit of the balance had cut them, so they never came.");
    assertThat(home.why(home.last("ann"), "zh"))
        .contains("“First”给予的 10 Points 不予收回：余额上限已将其削减，从未到账。");
    assertThat(home.state("ann").holdings().unsettled()).isEmpty();
  }

  @Test
  void of_what_a_cap_cut_only_what_came_is_taken_back_and_that_at_last() {
    Household home = capped();
    home.buys("2026-01-03T12:00", "ann", 12);
    brings(home, "2026-02-01T12:00", "ann", "ben");
    // 13 of the member's own and the first 7 of the thanks are 20; the goods come later.
    home.does("2026-02-02T12:00", "ann", new Body.Redemption("points", 7, Optional.empty()));
    Decision buys = home.buys("2026-02-10T12:00", "ben", 40);
    assertThat(home.available("ann")).isEqualTo(20);
    home.does("2026-02-12T12:00", "ben", back(buys, 10));
    assertThat(home.available("ann")).isEqualTo(20);
    home.does("2026-02-13T12:00", "ben", back(buys, 30));
    assertThat(home.available("ann")).isEqualTo(13);
    assertThat(earnedIn2026(home, "ann")).isEqualTo(20);
  }

  @Property(tries = 100)
  void whatever_room_a_cap_left_no_more_goes_back_than_came(
      @ForAll @IntRange(min = 0, max = 25) int held,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 20) Integer> pieces) {
    Household home = capped();
    if (held > 1) home.buys("2026-01-03T12:00", "ann", held - 1);
    home.does("2026-01-04T12:00", "ben", referral("referrer", "ann"));
    home.does("2026-01-05T12:00", "ann", new Body.Adjustment("points", 15, "why"));
    home.does(
        "2026-01-06T12:00",
        "ann",
        new Body.Redemption(
            "points", home.available("ann") - Math.min(20, held), Optional.empty()));
    long own = home.available("ann");
    long euros = pieces.stream().mapToLong(Integer::longValue).sum();
    Decision buys = home.buys("2026-02-10T12:00", "ben", euros);
    long room = 20 - own;
    assertThat(home.available("ann")).isEqualTo(own + Math.min(10, room));
    long kept = euros;
    for (int piece : pieces) {
      home.does("2026-02-11T12:00", "ben", back(buys, piece));
      kept -= piece;
      assertThat(home.available("ann")).isEqualTo(own + Math.min(10 * kept / euros, room));
    }
  }

  private static Decision comes(Household home, String id, long points) {
    return home.comes(
        new Event(
            Body.ReferralReward.SOURCE,
            id,
            "ann",
            Instant.parse("2026-02-01T11:00:00Z"),
            new Body.ReferralReward(
                "ben",
                To.REFERRER,
                List.of(
                    new Body.ReferralReward.Part(
                        "first", "points", "", points, Optional.empty())))));
  }

  private static Household forgiving(String more) {
    return Household.of(
        PROGRAMME
            .formatted("shortfall: forgive\n      " + more)
            .replace("newest-lots, debt", "newest-lots"));
  }

  private static void spends(Household home, long points) {
    home.does("2026-02-01T12:00", "ann", new Body.Redemption("points", points, Optional.empty()));
  }

  @Test
  void what_was_forgiven_of_one_reward_is_not_kept_from_another() {
    Household home = withBoth(forgiving("expiry: {type: never}"));
    comes(home, "till:p", 10);
    spends(home, 11);
    comes(home, "%~2:till:p", -10);
    assertThat(home.available("ann")).isZero();
    comes(home, "till:q", 5);
    comes(home, "%~2:till:q", 5);
    assertThat(home.available("ann")).isEqualTo(10);
    assertThat(earnedIn2026(home, "ann")).isEqualTo(11);
    Decision again = comes(home, "%~3:till:p", 10);
    assertThat(home.available("ann")).isEqualTo(10);
    assertThat(earnedIn2026(home, "ann")).isEqualTo(21);
    assertThat(home.why(again))
        .contains(
            "10 points that \"First\" gives again are there still: they could not be taken back before.");
    assertThat(home.why(again, "zh")).contains("“First”再次给予的 10 Points 仍在账上：此前未能收回。");
  }

  @Test
  void what_a_correction_takes_back_of_what_a_cap_cut_is_only_what_came() {
    Household home = capped();
    home.buys("2026-01-03T12:00", "ann", 15);
    comes(home, "till:p", 10);
    assertThat(home.available("ann")).isEqualTo(20);
    comes(home, "%~2:till:p", -4);
    assertThat(home.available("ann")).isEqualTo(20);
    comes(home, "%~3:till:p", -6);
    assertThat(home.available("ann")).isEqualTo(16);
    comes(home, "%~4:till:p", 10);
    assertThat(home.available("ann")).isEqualTo(20);
    assertThat(earnedIn2026(home, "ann")).isEqualTo(20);
  }

  @Test
  void a_benefit_that_was_used_is_not_handed_out_again() {
    Household home = withBoth(club());
    home.comes(benefit("till:p", 2));
    home.does("2026-02-01T13:00", "ann", new Body.Use("cake"));
    home.comes(benefit("%~2:till:p", -2));
    assertThat(home.state("ann").holdings().entitlements()).isEmpty();
    Decision again = home.comes(benefit("%~3:till:p", 2));
    assertThat(home.state("ann").holdings().entitlements()).hasSize(1);
    assertThat(home.why(again))
        .contains(
            "1 of \"A cake\" that \"Thanks\" gives again was used or lapsed before, and is not handed out anew.");
    assertThat(home.why(again, "zh")).anyMatch(said -> said.endsWith("此前已使用或失效，不再重新发放。"));
  }

  /** The reward lifts ann to Gold, which gives a cake too. */
  @Test
  void what_a_tier_gave_that_a_reward_reached_is_not_taken_back_with_the_reward() {
    Household home =
        withBoth(
            Household.of(
                PROGRAMME
                    .formatted("expiry: {type: never}")
                    .replace(
                        "        title: Gold\n",
                        "        title: Gold\n        onUpgrade: [{type: entitle, benefit: cake}]\n")));
    home.comes(reward("till:p", part("points", "", 100), part("", "cake", 1)));
    assertThat(home.state("ann").holdings().entitlements()).hasSize(2);
    home.does("2026-02-01T13:00", "ann", new Body.Use("cake"));
    home.comes(reward("%~2:till:p", part("", "cake", -1)));
    assertThat(home.state("ann").holdings().entitlements()).hasSize(1);
  }

  private static Body.ReferralReward.Part part(String kind, String benefit, long units) {
    return new Body.ReferralReward.Part("thanks", kind, benefit, units, Optional.empty());
  }

  private static Event benefit(String id, long count) {
    return reward(id, part("", "cake", count));
  }

  private static Event reward(String id, Body.ReferralReward.Part... parts) {
    return new Event(
        Body.ReferralReward.SOURCE,
        id,
        "ann",
        Instant.parse("2026-02-01T12:30:00Z"),
        new Body.ReferralReward("ben", To.REFERRER, List.of(parts)));
  }

  @Test
  void what_a_pool_forgave_does_not_come_to_it_again() {
    Household home = withBoth(forgiving("pooling: {members: 2}"));
    home.joins("2026-01-10T12:00", "ann", "pool:home");
    comes(home, "till:p", 10);
    home.spends("2026-02-01T12:00", "ann", "pool:home", 11);
    comes(home, "%~2:till:p", -10);
    assertThat(home.available("pool:home")).isZero();
    comes(home, "%~3:till:p", 10);
    assertThat(home.available("pool:home")).isZero();
    assertThat(home.available("ann")).isZero();
    comes(home, "%~4:till:p", 3);
    assertThat(home.available("pool:home")).isEqualTo(3);
    assertThat(earnedIn2026(home, "ann")).isEqualTo(14);
  }

  @Property(tries = 100)
  void in_however_many_pieces_goods_come_back_as_much_goes_back(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 2000) Integer> pieces) {
    Household home =
        Household.of(
            PROGRAMME
                .formatted("unit: hundredths")
                .replace("points: 10, to: referrer", "points: 7.77, to: referrer"));
    withBoth(home);
    brings(home, "2026-02-01T12:00", "ann", "ben");
    long before = home.available("ann");
    long cents = pieces.stream().mapToLong(Integer::longValue).sum();
    Body bought = new Body.Purchase(cents, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of());
    String id = home.does("2026-02-10T12:00", "ben", bought).event().id();
    assertThat(home.available("ann")).isEqualTo(before + 777);
    long kept = cents;
    for (int piece : pieces) {
      home.does("2026-02-11T12:00", "ben", new Body.Return(Optional.of(id), piece, List.of()));
      kept -= piece;
      assertThat(home.available("ann")).isEqualTo(before + 777 * kept / cents);
    }
    assertThat(home.available("ann")).isEqualTo(before);
  }
}
