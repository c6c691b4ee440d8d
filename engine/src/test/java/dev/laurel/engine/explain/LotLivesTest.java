package dev.laurel.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.sentence.Speaker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LotLivesTest {
  private static Revision club(String points) {
    return Programmes.of(
        """
        pack: {format: 1, id: club, version: 1.0.0, title: Club}
        programme:
          title: Club
          zone: Europe/Berlin
          currency: EUR
          pointKinds: [{id: points, title: Points, %s}]
          periods: [{id: year, title: Year, is: calendar-year}]
          metrics: [{id: spend, title: Spend, counts: spend, over: year}]
        vocabulary:
          events: [{id: stayEnded, title: Stay ended}]
        ladders:
          - id: status
            title: Status
            tiers:
              - {id: Base, title: Base}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: g, metric: spend, atLeast: 500}
        earning:
          - id: own
            title: Own
            rules:
              - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
        """
            .formatted(points));
  }

  private static MemberState bought(Fold fold, MemberState state, String day, long euros) {
    Instant at = Instant.parse(day + "T11:00:00Z");
    return fold.fold(
        state,
        new Event("till", day, "ann", at, Body.Purchase.of(euros * 100, List.of())),
        _ -> {});
  }

  private static List<String> lives(Revision by, MemberState state, String language) {
    Speaker speaker = Explanations.speaker(language).orElseThrow();
    return new LotLives(by, new Explanations(by))
        .of(state, "points").stream().map(speaker::say).toList();
  }

  private static List<String> afterOnePurchase(String points) {
    Revision by = club(points);
    Fold fold = new Fold(by);
    return lives(by, bought(fold, fold.begin("ann"), "2026-05-03", 120), "en");
  }

  @Test
  void a_year_after_they_were_earned() {
    assertThat(afterOnePurchase("expiry: {type: after, span: 1 year}"))
        .containsExactly(
            "120 points earned on 3 May 2026: they can be spent; they lapse at the end of 3 May"
                + " 2027, because such points expire 1 year after they were earned, at the end of"
                + " that day.");
  }

  @Test
  void in_chinese_too() {
    Revision by = club("expiry: {type: after, span: 1 year}");
    Fold fold = new Fold(by);
    assertThat(lives(by, bought(fold, fold.begin("ann"), "2026-05-03", 120), "zh"))
        .singleElement()
        .asString()
        .contains("2026 年 5 月 3 日")
        .contains("现已可用")
        .contains("2027 年 5 月 3 日结束时过期");
  }

  @Test
  void points_that_never_lapse_and_points_that_are_one_lot() {
    Revision by = club("expiry: never");
    Fold fold = new Fold(by);
    MemberState state = bought(fold, fold.begin("ann"), "2026-05-03", 120);
    assertThat(lives(by, bought(fold, state, "2026-06-01", 30), "en"))
        .containsExactly(
            "150 points earned from 3 May 2026 on: they can be spent; they never lapse.");
  }

  @Test
  void pending_until_a_day_or_an_event() {
    assertThat(afterOnePurchase("available: {type: after, span: 14 days}"))
        .containsExactly(
            "120 points earned from 3 May 2026 on: they can be spent from 17 May 2026 on; they"
                + " never lapse.");
    assertThat(afterOnePurchase("available: {type: at-event, event: stayEnded}"))
        .singleElement()
        .asString()
        .contains("they can be spent once an event of the type \"Stay ended\" happens");
  }

  @Test
  void by_inactivity_and_by_the_tier_that_is_held() {
    assertThat(afterOnePurchase("expiry: {type: inactivity, span: 6 months}"))
        .singleElement()
        .asString()
        .contains("they lapse at the end of 3 November 2026, because such points expire all")
        .contains("together 6 months after a purchase was last seen");
    assertThat(
            afterOnePurchase(
                "expiry: {type: by-tier, rows: [{id: gold, tiers: [Gold], expiry: never}],"
                    + " otherwise: {type: after, span: 1 month}}"))
        .singleElement()
        .asString()
        .contains("they lapse at the end of 3 June 2026, because such points expire 1 month");
  }

  @Test
  void what_was_earned_under_another_revision_keeps_its_day() {
    Revision before = club("expiry: {type: after, span: 1 year}");
    Revision after = club("expiry: {type: after, span: 2 years}");
    Fold fold = new Fold(before);
    MemberState state = bought(fold, fold.begin("ann"), "2026-05-03", 120);
    assertThat(lives(after, state, "en"))
        .singleElement()
        .asString()
        .contains(
            "they lapse at the end of 3 May 2027, as the programme said when they were earned");
  }

  @Test
  void what_another_member_gave() {
    Revision by = club("expiry: {type: after, span: 1 year}");
    Fold fold = new Fold(by);
    MemberState state =
        fold.fold(
            fold.begin("ann"),
            new Event(
                Body.Received.SOURCE,
                "app:1",
                "ann",
                Instant.parse("2026-07-01T10:00:00Z"),
                new Body.Received(
                    "points",
                    "ben",
                    List.of(
                        new Body.Received.Given(
                            LocalDate.of(2026, 5, 3),
                            Optional.of(LocalDate.of(2027, 5, 4)),
                            false,
                            40)))),
            _ -> {});
    assertThat(lives(by, state, "en"))
        .singleElement()
        .asString()
        .startsWith(
            "40 points earned on 3 May 2026, which came from another member on 1 July 2026:"
                + " they can be spent; they lapse at the end of 3 May 2027, because");
  }
}
