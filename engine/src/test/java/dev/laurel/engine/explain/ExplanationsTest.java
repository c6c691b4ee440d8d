package dev.laurel.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.sentence.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static final Revision CLUB =
      Programmes.of(
          """
          pack: {format: 1, id: club, version: 1.0.0, title: Club}
          programme:
            title: Club
            zone: Europe/Berlin
            currency: EUR
            pointKinds: [{id: points, title: Points, expiry: {type: after, span: 1 month}}]
            periods: [{id: year, title: Year, is: {type: rolling, span: 12 months}}]
            metrics: [{id: spend, title: Spend, counts: spend, over: year}]
          ladders:
            - id: status
              title: Status
              validity: {type: for, span: 12 months}
              tiers:
                - {id: Base, title: Base}
                - id: Gold
                  title: Gold
                  entry: {type: reaches, id: g, metric: spend, atLeast: 100}
          earning:
            - id: own
              title: Own
              rules:
                - {id: base, title: A point per euro, then: [{type: per-amount, kind: points, points: 1}]}
                - id: big
                  title: Large purchases
                  when: {large: purchase.amount >= 50}
                  then: [{type: points, kind: points, points: 5}]
                - id: app
                  title: In the app
                  when: {channel: purchase.channel = "app"}
                  then: [{type: points, kind: points, points: 2}]
          """);

  private final Fold fold = new Fold(CLUB);
  private final Explanations explanations = new Explanations(CLUB);
  private final List<Decision> decisions = new ArrayList<>();
  private MemberState state = fold.begin("ann");

  private Speaker speaker = Explanations.english();

  private List<String> said(String at, Body body) {
    decisions.clear();
    state =
        fold.fold(state, new Event("till", "7", "ann", Instant.parse(at), body), decisions::add);
    List<String> all = new ArrayList<>();
    for (Decision decision : decisions) {
      all.add(speaker.say(explanations.heading(decision)));
      explanations.why(decision).forEach(s -> all.add(speaker.say(s)));
    }
    return all;
  }

  private static Body purchase(long cents) {
    return new Body.Purchase(cents, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of());
  }

  @Test
  void aPurchaseSaysWhatEachRuleGaveAndWhyOthersGaveNothing() {
    assertThat(said("2026-03-10T10:00:00Z", purchase(4999)))
        .containsExactly(
            "10 March 2026, 11:00: a purchase of €49.99 (till:7).",
            "\"A point per euro\" gave 49 points (49.99 before rounding).",
            "\"In the app\" did not apply: it asks that the purchase's channel is \"app\", and there"
                + " was no value.",
            "\"Large purchases\" did not apply: it asks that the purchase amount is at least €50.00,"
                + " and found €49.99.",
            "The condition of Gold is not met: it asks that the member's \"Spend\" in the last 12"
                + " months is at least €100.00, and found €49.99.");
  }

  @Test
  void whatACeilingCutIsNotPutDownToRounding() {
    Revision capped =
        Programmes.of(
            """
            pack: {format: 1, id: club, version: 1.0.0, title: Club}
            programme:
              title: Club
              zone: Europe/Berlin
              currency: EUR
              pointKinds: [{id: points, title: Points}]
            earning:
              - id: own
                title: Own
                rules:
                  - id: base
                    title: A point per euro
                    then: [{type: per-amount, kind: points, points: 1}]
                    limits: [{id: each, atMost: 10}]
                  - id: once
                    title: Five once
                    then: [{type: points, kind: points, points: 5}]
                    limits: [{id: never, of: times, atMost: 0}]
            """);
    Fold folding = new Fold(capped);
    Explanations told = new Explanations(capped);
    List<String> all = new ArrayList<>();
    folding.fold(
        folding.begin("ann"),
        new Event("till", "7", "ann", Instant.parse("2026-03-10T10:00:00Z"), purchase(4999)),
        decision -> told.why(decision).forEach(each -> all.add(speaker.say(each))));
    assertThat(all)
        .containsExactlyInAnyOrder(
            "\"A point per euro\" gave 10 points (of 49.99 before it was cut).",
            "\"A point per euro\" would have given 49 and gave 10: the limit \"base/each\" was"
                + " reached.",
            "\"Five once\" would have applied 1 time and applied 0: the limit \"once/never\" was"
                + " reached.");
  }

  @Test
  void aRiseAndWhatTimeBringsAreSaidToo() {
    assertThat(said("2026-03-10T10:00:00Z", purchase(10_000)))
        .contains(
            "\"Large purchases\" gave 5 points.",
            "The condition of Gold is met.",
            "The member rose from Base to Gold, held to the end of 9 March 2027.");
    assertThat(said("2026-04-11T10:00:00Z", new Body.Redemption("points", 1, Optional.empty())))
        .containsExactly(
            "11 April 2026, 00:00: Points fell due to expire (time:expiry:points:2026-04-11).",
            "105 points expired.",
            "11 April 2026, 12:00: a redemption of 1 point (till:7).",
            "The redemption was refused: it asks for 1 of points, the member has 0. Redeem less.");
  }

  @Test
  void theSameIsToldInChinese() {
    speaker = Explanations.speaker("zh").orElseThrow();
    assertThat(said("2026-03-10T10:00:00Z", purchase(4999)))
        .containsExactly(
            "2026 年 3 月 10 日 11:00：消费 €49.99（till:7）。",
            "“A point per euro”给予 49 Points（取整前为 49.99）。",
            "“In the app”不适用：要求消费渠道为“app”，但没有数值。",
            "“Large purchases”不适用：要求消费金额满 €50，实际为 €49.99。",
            "Gold 的升级条件未满足：要求会员过去 12 个月内的“Spend”满 €100，实际为 €49.99。");
    assertThat(said("2026-03-11T10:00:00Z", purchase(10_000)))
        .contains("Gold 的升级条件已满足。", "会员由 Base 升为 Gold，有效期至 2027 年 3 月 10 日（含当日）。");
    assertThat(said("2026-03-12T10:00:00Z", new Body.Redemption("points", 900, Optional.empty())))
        .containsExactly(
            "2026 年 3 月 12 日 11:00：兑换 900 Points（till:7）。",
            "可用积分不足，未予受理；请减少数量（原始记录：“The redemption was refused: it asks for 900 of"
                + " points, the member has 154. Redeem less.”）。");
  }

  @Test
  void aLanguageThatIsNotSpokenHasNoSpeaker() {
    assertThat(Explanations.speaker("fr")).isEmpty();
    assertThat(Explanations.speaker("en-GB")).hasValue(Explanations.english());
  }

  @Test
  void whatWasFoundIsSaidAsItsRuleSaysIt() {
    Story story =
        Story.of(
            """
            earning:
              - id: own
                title: Own
                rules:
                  - id: picky
                    title: Picky
                    when:
                      day: event.weekday = "Monday"
                      month: event.month = 1
                      lines: count(purchase.lines) >= 2
                      worth: sum(purchase.lines.amount) >= 20
                      first: member.onAnniversary = true
                    then: [{type: points, kind: points, points: 5}]
                  - id: place
                    title: Place
                    on: check-in
                    when: event.place = "here"
                    then: [{type: points, kind: points, points: 5}]
            """);
    assertThat(
            story.why(story.buys("2026-03-01T10:00", 1_050, Map.of(), Story.line(1_050, Map.of()))))
        .containsExactly(
            "\"Picky\" did not apply: it asks that the day of the week is Monday, and found Sunday;"
                + " it asks that the month is January, and found March; it asks that the number of"
                + " lines is at least 2, and found 1; it asks that the sum of the line's amount over"
                + " all lines is at least €20.00, and found €10.50; it asks that it is the"
                + " anniversary of the member's enrolment, and found false.");
    assertThat(story.heading(story.does("2026-03-01T11:00", "checkIn", Map.of())))
        .isEqualTo("1 March 2026, 11:00: an event of the type check-in (till:2).");
  }
}
