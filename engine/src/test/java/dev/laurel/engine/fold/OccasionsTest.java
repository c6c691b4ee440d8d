package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Rules that answer to birthdays, anniversaries, times without a purchase, and returns. */
class OccasionsTest {
  private static String programme(String zone) {
    return """
    programme:
      title: Story
      zone: %s
      currency: EUR
      pointKinds: [{id: points, title: Points}]
      periods: [{id: year, title: Year, is: calendar-year}]
      metrics: [{id: back, title: Back, counts: {type: events, event: return}, over: year}]
      counters: [{id: stamps, title: Stamps, over: year}]
      returns: {from: [debt]}
    """
        .formatted(zone);
  }

  private static String rule(String on, String more) {
    return """
    earning:
      - id: usual
        title: Usual
        rules:
          - id: gift
            title: A gift
            on: %s
            %s
            then: [{type: points, kind: points, points: 10}]
    """
        .formatted(on, more);
  }

  private static Story story(String on) {
    return Story.of(programme("UTC"), rule(on, ""));
  }

  private static void enrols(Story story, String at, String birthday) {
    story.does(at, new Body.Enrolment(Optional.of(birthday).map(MonthDay::parse), Map.of()));
  }

  /** When the rule gave something. */
  private static List<String> gifts(Story story) {
    return story.decisions().stream()
        .filter(decision -> Story.given(decision).containsKey("gift"))
        .map(decision -> decision.event().occurredAt().toString())
        .toList();
  }

  @Test
  void each_birthday_is_kept_at_its_start_in_the_programme_s_zone() {
    Story story = Story.of(programme("America/New_York"), rule("birthday", ""));
    enrols(story, "2026-01-10T10:00", "--03-08");
    story.passes("2028-03-07T23:59:59");
    // Clocks go forward on 8 March 2026; the day still begins at midnight.
    assertThat(gifts(story)).containsExactly("2026-03-08T05:00:00Z", "2027-03-08T05:00:00Z");
    Decision first = story.decisions().get(1);
    assertThat(story.heading(first))
        .isEqualTo("8 March 2026, 00:00: the member's birthday (time:birthday:2026-03-08).");
    assertThat(story.why(first)).containsExactly("\"A gift\" gave 10 points.");
  }

  @Test
  void where_a_day_begins_at_one_because_clocks_change_a_birthday_begins_then() {
    Story story = Story.of(programme("America/Havana"), rule("birthday", ""));
    enrols(story, "2026-01-10T10:00", "--03-08");
    story.passes("2026-12-31T00:00");
    assertThat(gifts(story)).containsExactly("2026-03-08T05:00:00Z");
  }

  @Test
  void a_birthday_of_29_february_is_kept_on_the_28th_where_there_is_none() {
    Story story = story("birthday");
    enrols(story, "2026-01-10T10:00", "--02-29");
    story.passes("2029-01-01T00:00");
    assertThat(gifts(story))
        .containsExactly("2026-02-28T00:00:00Z", "2027-02-28T00:00:00Z", "2028-02-29T00:00:00Z");
  }

  @Test
  void a_birthday_that_is_changed_to_and_fro_is_kept_once_in_a_year() {
    Story story = story("birthday");
    enrols(story, "2026-01-10T10:00", "--03-08");
    enrols(story, "2026-03-09T10:00", "--04-01");
    enrols(story, "2026-04-02T10:00", "--05-01");
    story.passes("2027-12-31T00:00");
    assertThat(gifts(story)).containsExactly("2026-03-08T00:00:00Z", "2027-05-01T00:00:00Z");
  }

  @Test
  void the_day_on_which_somebody_joins_has_begun_already() {
    Story story = story("birthday");
    enrols(story, "2026-03-08T00:00", "--03-08");
    assertThat(gifts(story.passes("2027-03-07T00:00"))).isEmpty();
    assertThat(gifts(story.passes("2027-03-08T00:00"))).hasSize(1);
  }

  @Test
  void a_birthday_on_which_the_rule_does_not_apply_is_told_with_its_reason() {
    Story story = Story.of(programme("UTC"), rule("birthday", "when: member.daysEnrolled >= 365"));
    enrols(story, "2026-01-10T10:00", "--03-08");
    story.passes("2026-03-08T00:00");
    assertThat(story.why(story.decisions().getLast()))
        .containsExactly(
            "\"A gift\" did not apply: it asks that the number of days since enrolment is at"
                + " least 365, and found 57.");
  }

  @Test
  void each_anniversary_of_the_enrolment_is_kept() {
    Story story = story("anniversary");
    enrols(story, "2024-02-29T10:00", "--07-01");
    story.passes("2028-12-31T00:00");
    assertThat(gifts(story))
        .containsExactly(
            "2025-02-28T00:00:00Z",
            "2026-02-28T00:00:00Z",
            "2027-02-28T00:00:00Z",
            "2028-02-29T00:00:00Z");
    assertThat(story.heading(story.decisions().getLast())).contains("an anniversary of the");
  }

  @Test
  void whoever_buys_nothing_for_a_month_is_reminded_once_until_the_next_purchase() {
    Story story = story("{type: inactivity, span: 1 month}");
    story.buys("2026-01-31T10:00", 1_000);
    story.passes("2026-06-01T00:00");
    assertThat(gifts(story)).containsExactly("2026-02-28T00:00:00Z");
    assertThat(story.heading(story.decisions().getLast())).contains("1 month without a purchase");
    story.buys("2026-06-02T10:00", 1_000);
    story.buys("2026-07-01T10:00", 1_000);
    story.passes("2026-12-31T00:00");
    assertThat(gifts(story)).containsExactly("2026-02-28T00:00:00Z", "2026-08-01T00:00:00Z");
  }

  @Test
  void what_comes_back_is_answered_and_counted() {
    Story story = Story.of(programme("UTC"), rule("return", "when: purchase.amount >= 5"));
    story.buys("2026-01-31T10:00", 1_000);
    Decision small =
        story.does("2026-02-01T10:00", new Body.Return(Optional.of("1"), 400, List.of()));
    assertThat(Story.given(small)).isEmpty();
    assertThat(story.why(small))
        .contains(
            "\"A gift\" did not apply: it asks that the purchase amount is at least €5.00, and"
                + " found €4.00.");
    Decision large =
        story.does("2026-02-01T11:00", new Body.Return(Optional.of("1"), 500, List.of()));
    assertThat(Story.given(large)).containsEntry("gift", 10L);
    assertThat(story.metric("back")).isEqualTo("2");
    Decision tooMuch =
        story.does("2026-02-01T12:00", new Body.Return(Optional.of("1"), 500, List.of()));
    assertThat(tooMuch.refusal()).isPresent();
    assertThat(story.metric("back")).isEqualTo("2");
  }

  @Test
  void a_posted_event_cannot_pass_for_a_birthday() {
    Story story = story("birthday");
    assertThat(Story.given(story.does("2026-01-01T10:00", "birthday", Map.of()))).isEmpty();
  }

  @Property(tries = 100)
  void however_often_birthdays_change_there_is_one_in_each_year_at_most(
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 700) Integer> days) {
    Story story = story("birthday");
    enrols(story, "2026-01-01T10:00", "--01-05");
    LocalDate first = LocalDate.of(2026, 1, 2);
    for (int day : days.stream().sorted().toList()) {
      LocalDate on = first.plusDays(day);
      enrols(story, on + "T10:00", MonthDay.from(on.plusDays(1)).toString());
    }
    story.passes("2028-06-01T00:00");
    assertThat(gifts(story)).extracting(at -> at.substring(0, 4)).doesNotHaveDuplicates();
    assertThat(story.decisions().stream().flatMap(d -> d.findings().stream()))
        .allMatch(finding -> !(finding instanceof Finding.Beaten));
  }
}
