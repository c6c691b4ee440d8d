package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Finding.Warned;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words in advance of the end of a tier's term. */
class WarningsTest {
  private static Story story(String ladder) {
    return Story.of(
        """
        vocabulary:
          channels: [{id: mail, title: Mail}]
          purposes: [{id: status, title: Status}]
        messages:
          - {id: soon, title: Soon over, template: 'Until {date}', channel: mail, purpose: status}
        ladders:
          - id: status
            title: Status
            %s
            tiers:
              - {id: Base, title: Base}
              - id: Silver
                title: Silver
                entry: {type: reaches, id: silver, metric: spend, atLeast: 100}
                warnings: [{id: w30, daysBefore: 30, message: soon}]
              - id: Gold
                title: Gold
                entry: {type: reaches, id: gold, metric: spend, atLeast: 300}
                warnings:
                  - {id: w60, daysBefore: 60, message: soon}
                  - {id: w1, daysBefore: 1, message: soon}
        """
            .formatted(ladder));
  }

  private static Story story() {
    return story("validity: {type: rest-of-period, period: year}\n    ends: to-its-end");
  }

  private static List<String> warned(Story story) {
    return story.decisions().stream()
        .filter(d -> d.findings().stream().anyMatch(Warned.class::isInstance))
        .map(d -> d.event().occurredAt().toString())
        .toList();
  }

  @Test
  void so_many_days_before_the_end_of_its_term_a_word_is_due_with_what_is_missing() {
    Story story = story();
    story.buys("2026-03-01T10:00", 30_000);
    story.buys("2027-03-01T10:00", 5_000);
    story.passes("2027-12-31T23:59:59");
    assertThat(warned(story)).containsExactly("2027-11-02T00:00:00Z", "2027-12-31T00:00:00Z");
    Decision decision = story.decisions().getLast();
    assertThat(decision.findings())
        .contains(
            new Warned(
                "ladders/status/tiers/Gold/warnings/w1", "soon", "Gold", LocalDate.of(2028, 1, 1)));
    assertThat(story.heading(decision)).contains("a term on \"Status\" will end soon");
    assertThat(story.why(decision))
        .containsExactly(
            "The message \"Soon over\" is due: Gold is held to the end of 31 December 2027.",
            "The word before Gold ends does not send the message \"Soon over\": the member does not"
                + " consent to \"Status\" by \"Mail\".",
            "The condition of Gold is not met: it asks that the member's \"Spend\" in the calendar"
                + " year is at least €300.00, and found €50.00.",
            "The condition of Silver is not met: it asks that the member's \"Spend\" in the calendar"
                + " year is at least €100.00, and found €50.00.");
    assertThat(story.why(decision, "zh")).first().asString().contains("至 2027 年 12 月 31 日（含当日）");
  }

  @Test
  void a_tier_that_was_prolonged_meanwhile_is_warned_of_before_its_new_end() {
    Story story =
        story(
            "validity: {type: rest-of-period, period: year}\n    ends: to-its-end\n    renewal: at-once");
    story.buys("2026-03-01T10:00", 10_000);
    story.buys("2027-03-01T10:00", 10_000);
    story.passes("2028-12-15T00:00");
    assertThat(warned(story)).containsExactly("2028-12-02T00:00:00Z");
  }

  @Test
  void a_granted_tier_and_the_one_beneath_it_are_both_warned_of() {
    Story story = story();
    story.buys("2026-03-01T10:00", 10_000);
    story.does("2027-11-20T10:00", new Body.Grant("Gold", LocalDate.of(2028, 3, 31), "goodwill"));
    story.passes("2028-04-01T00:00");
    assertThat(warned(story))
        .containsExactly("2027-12-02T00:00:00Z", "2028-02-01T00:00:00Z", "2028-03-31T00:00:00Z");
  }

  @Test
  void a_term_that_is_shorter_than_the_warning_is_not_warned_of() {
    Story story = story("validity: {type: for, span: 20 days}");
    story.buys("2026-03-01T10:00", 10_000);
    story.passes("2026-12-31T00:00");
    assertThat(warned(story)).isEmpty();
  }

  @Test
  void a_term_that_a_review_begins_on_the_day_of_its_warning_is_warned_of_at_once() {
    Story story = story("validity: {type: for, span: 30 days}");
    story.buys("2026-03-01T10:00", 10_000);
    story.passes("2026-04-01T00:00");
    assertThat(warned(story)).containsExactly("2026-03-31T00:00:00Z");
  }
}
