package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which messages are made, what they say, and why others are not. */
class MessagesTest {
  private static final String CHANNELS =
      """
      vocabulary:
        member: [{id: language, title: Language, type: text}]
        channels: [{id: e-mail, title: E-mail}, {id: letter, title: Letter}]
        purposes: [{id: news, title: News}, {id: service, title: Service}]
      """;

  private static final String THANKS =
      CHANNELS
          + """
          earning:
            - id: usual
              title: Usual
              rules:
                - id: thanks
                  title: Thanks for buying
                  then:
                    - {type: points, kind: points, points: 10}
                    - {type: send, message: thanks}
          messages:
            - id: thanks
              title: Thanks
              template: {en: 'You have {points} points.', zh: '您有{points}积分。'}
              channel: e-mail
              purpose: news
              quiet: {from: "21:00", to: "08:00"}
              limits: [{id: monthly, of: times, atMost: 2, over: month}]
          """;

  private static Datum text(String text) {
    return Datum.of(Value.of(text));
  }

  private static Decision consents(Story story, String at, boolean given) {
    return story.does(
        at,
        "consent",
        Map.of(
            "channel",
            text("e-mail"),
            "purpose",
            text("news"),
            "given",
            Datum.of(Value.of(given))));
  }

  private static List<String> messages(Decision decision) {
    return decision.messages().stream().map(Outgoing::message).toList();
  }

  @Test
  void a_message_goes_to_whoever_consents_and_to_nobody_else() {
    Story story = Story.of(THANKS);
    Decision before = story.buys("2026-03-10T10:00", 1000);
    assertThat(before.messages()).isEmpty();
    assertThat(story.why(before))
        .contains(
            "\"Thanks for buying\" does not send the message \"Thanks\": the member does not"
                + " consent to \"News\" by \"E-mail\".");
    consents(story, "2026-03-10T11:00", true);
    Decision after = story.buys("2026-03-10T12:00", 1000);
    assertThat(messages(after)).containsExactly("thanks");
    assertThat(story.why(after)).contains("\"Thanks for buying\" sends the message \"Thanks\".");
    assertThat(story.why(after, "zh")).contains("“Thanks for buying”发送消息“Thanks”。");
    consents(story, "2026-03-10T13:00", false);
    assertThat(story.buys("2026-03-10T14:00", 1000).messages()).isEmpty();
  }

  @Test
  void consent_for_another_purpose_or_channel_is_none() {
    Story story = Story.of(THANKS);
    for (String[] other : new String[][] {{"letter", "news"}, {"e-mail", "service"}})
      story.does(
          "2026-03-10T11:00",
          "consent",
          Map.of(
              "channel",
              text(other[0]),
              "purpose",
              text(other[1]),
              "given",
              Datum.of(Value.of(true))));
    assertThat(story.buys("2026-03-10T12:00", 1000).messages()).isEmpty();
  }

  @Test
  void a_consent_that_does_not_say_enough_is_refused_by_name() {
    Story story = Story.of(THANKS);
    assertThat(story.does("2026-03-10T11:00", "consent", Map.of()).refusal())
        .map(Decision.Refusal::code)
        .hasValue("unknown-channel");
    assertThat(
            story.does("2026-03-10T11:00", "consent", Map.of("channel", text("e-mail"))).refusal())
        .map(Decision.Refusal::code)
        .hasValue("unknown-purpose");
    assertThat(
            story
                .does(
                    "2026-03-10T11:00",
                    "consent",
                    Map.of("channel", text("e-mail"), "purpose", text("news")))
                .refusal())
        .map(Decision.Refusal::code)
        .hasValue("no-answer");
    assertThat(story.buys("2026-03-10T12:00", 1000).messages()).isEmpty();
  }

  @Test
  void it_says_what_the_member_has_once_the_event_is_decided() {
    Story story = Story.of(THANKS);
    consents(story, "2026-03-10T11:00", true);
    Outgoing made = story.buys("2026-03-10T12:00", 1000).messages().getFirst();
    assertThat(made.text()).isEqualTo(Map.of("en", "You have 10 points.", "zh", "您有10积分。"));
    assertThat(made.channel()).isEqualTo("e-mail");
    assertThat(made.rule()).isEqualTo("thanks");
    assertThat(made.from()).isEqualTo("2026-03-10T12:00:00Z");
  }

  @Test
  void it_is_written_in_the_members_language_where_that_is_known() {
    Story story = Story.of(THANKS);
    consents(story, "2026-03-10T11:00", true);
    story.does("2026-03-10T11:30", new Body.Change(Map.of("language", text("zh-CN"))));
    assertThat(story.buys("2026-03-10T12:00", 123456).messages().getFirst().text())
        .isEqualTo(Map.of("zh", "您有10积分。"));
  }

  @Test
  void where_two_languages_have_the_same_words_it_is_still_written_in_the_members_own() {
    Story story =
        Story.of(
            THANKS.replace(
                "{en: 'You have {points} points.', zh: '您有{points}积分。'}",
                "{de: '+ {points}', en: '+ {points}', zh: '您有{points}积分。'}"));
    consents(story, "2026-03-10T11:00", true);
    story.does("2026-03-10T11:30", new Body.Change(Map.of("language", text("en-GB"))));
    assertThat(story.buys("2026-03-10T12:00", 1000).messages().getFirst().text())
        .isEqualTo(Map.of("en", "+ 10"));
  }

  @Test
  void at_night_it_waits_for_the_morning() {
    Story story = Story.of(THANKS);
    consents(story, "2026-03-10T11:00", true);
    Decision night = story.buys("2026-03-10T23:30", 1000);
    assertThat(night.messages().getFirst().from()).isEqualTo("2026-03-11T08:00:00Z");
    assertThat(story.why(night))
        .contains(
            "\"Thanks for buying\" sends the message \"Thanks\", which waits for the end of the"
                + " quiet hours: 11 March 2026, 08:00.");
  }

  @Test
  void it_is_sent_as_often_as_its_limits_let_it() {
    Story story = Story.of(THANKS);
    consents(story, "2026-03-01T11:00", true);
    story.buys("2026-03-10T12:00", 1000);
    story.buys("2026-03-11T12:00", 1000);
    Decision third = story.buys("2026-03-31T12:00", 1000);
    assertThat(third.messages()).isEmpty();
    assertThat(Story.given(third)).containsEntry("thanks", 10L);
    assertThat(story.why(third))
        .contains(
            "\"Thanks for buying\" does not send the message \"Thanks\": at most 2 may be sent"
                + " (limit \"monthly\"), and those were.");
    assertThat(messages(story.buys("2026-04-01T12:00", 1000))).containsExactly("thanks");
  }

  @Test
  void without_consent_nothing_of_a_limit_is_used() {
    Story story = Story.of(THANKS);
    story.buys("2026-03-10T12:00", 1000);
    story.buys("2026-03-11T12:00", 1000);
    consents(story, "2026-03-12T11:00", true);
    assertThat(messages(story.buys("2026-03-13T12:00", 1000))).containsExactly("thanks");
    assertThat(messages(story.buys("2026-03-14T12:00", 1000))).containsExactly("thanks");
  }

  @Test
  void of_two_rules_that_ask_for_one_message_the_first_by_id_has_it() {
    Story story =
        Story.of(
            THANKS.replace(
                "messages:\n",
                """
                  - id: more
                    title: More
                    rules:
                      - {id: again, title: Again, then: [{type: send, message: thanks}]}
                messages:
                """));
    consents(story, "2026-03-01T11:00", true);
    Decision decision = story.buys("2026-03-10T12:00", 1000);
    assertThat(decision.messages()).hasSize(1);
    assertThat(decision.messages().getFirst().rule()).isEqualTo("again");
  }

  @Test
  void what_became_of_a_message_is_an_event_that_rules_answer_to() {
    Story story =
        Story.of(
            THANKS.replace(
                "messages:\n",
                """
                  - id: opened
                    title: Opened
                    rules:
                      - id: read
                        title: Read
                        on: {type: message-outcome, message: thanks, outcome: opened}
                        then: [{type: points, kind: points, points: 3}]
                      - id: any
                        title: Any
                        on: {type: message-outcome, outcome: opened}
                        then: [{type: points, kind: points, points: 1}]
                messages:
                """));
    assertThat(Story.given(became(story, "2026-03-10T12:00", "thanks", "opened")))
        .isEqualTo(Map.of("read", 3L, "any", 1L));
    assertThat(Story.given(became(story, "2026-03-10T12:01", "other", "opened")))
        .isEqualTo(Map.of("any", 1L));
    Decision failed = became(story, "2026-03-10T12:02", "thanks", "failed");
    assertThat(Story.given(failed)).isEmpty();
    assertThat(story.why(failed))
        .contains(
            "\"Any\" did not apply: it asks that what became of it is \"opened\", and found \"failed\".");
  }

  private static Decision became(Story story, String at, String message, String outcome) {
    return story.does(
        at, "messageOutcome", Map.of("message", text(message), "outcome", text(outcome)));
  }

  @Test
  void a_birthday_and_a_tier_that_ends_are_written_of() {
    Story story =
        Story.of(
            CHANNELS,
            """
            ladders:
              - id: status
                title: Status
                tiers:
                  - {id: Base, title: Base}
                  - id: Gold
                    title: {en: Gold, zh: 金卡}
                    entry: {type: reaches, id: spend, metric: spend, atLeast: 100}
                    warnings: [{id: soon, daysBefore: 30, message: soon}]
                validity: {type: for, span: 12 months}
                upgrade: at-once
                renewal: at-review
            earning:
              - id: usual
                title: Usual
                rules:
                  - id: party
                    title: Party
                    on: birthday
                    then: [{type: send, message: party}]
            messages:
              - id: party
                title: Party
                template: 'Happy birthday! {missing} more and you are {tier}?'
                channel: e-mail
                purpose: news
              - id: soon
                title: Soon
                template:
                  en: 'Only {missing} more until {date} to stay {tier}.'
                  zh: '在{date}前再消费{missing}即可保留{tier}。'
                channel: e-mail
                purpose: news
            """);
    story.does("2026-01-05T10:00", new Body.Enrolment(Optional.of(MonthDay.of(2, 3)), Map.of()));
    consents(story, "2026-01-05T11:00", true);
    story.buys("2026-01-06T11:00", 2500);
    story.passes("2026-02-03T12:00");
    assertThat(story.decisions().getLast().messages().getFirst().text())
        .isEqualTo(Map.of("en", "Happy birthday! €75.00 more and you are Base?"));
    story.buys("2026-03-10T11:00", 10_000);
    story.passes("2027-02-09T12:00");
    Decision warning = story.decisions().getLast();
    assertThat(messages(warning)).containsExactly("soon");
    assertThat(warning.messages().getFirst().text().get("en"))
        .isEqualTo("Only €100.00 more until 9 March 2027 to stay Gold.");
    assertThat(warning.messages().getFirst().text().get("zh"))
        .isEqualTo("在2027 年 3 月 9 日前再消费€100即可保留金卡。");
  }
}
