package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points that can be spent once something has happened, such as the end of a stay. */
class AwaitedPointsTest {
  private static final String RULES =
      """
      vocabulary:
        events: [{id: stayEnded, title: Stay ended}, {id: tour, title: Tour}]
      earning:
        - id: own
          title: Own
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
            - id: thanks
              title: Thanks
              on: {type: event, event: stayEnded}
              then: [{type: points, kind: points, points: 10}]
      """;

  private static String programme(String available, String more) {
    return """
    programme:
      title: Inn
      zone: Europe/Berlin
      currency: EUR
      pointKinds: [{id: points, title: Points, available: %s%s}]
      returns: {from: [pending, newest-lots, debt]}
    """
        .formatted(available, more);
  }

  private static final String AT_END = "{type: at-event, event: stayEnded}";

  private static Story inn(String more) {
    return Story.of(programme(AT_END, more), RULES);
  }

  @Test
  void a_booking_earns_points_that_the_end_of_the_stay_releases() {
    Story story = inn("");
    story.buys("2026-03-01T12:00", 200_00);
    story.passes("2026-06-01T12:00");
    assertThat(story.purse("points").pending()).isEqualTo(200);
    assertThat(story.purse("points").available()).isZero();
    Decision ended = story.does("2026-06-08T10:00", "stayEnded", Map.of());
    assertThat(story.purse("points").pending()).isZero();
    assertThat(story.purse("points").available()).isEqualTo(210);
    assertThat(ended.postings())
        .containsExactly(
            new Posting(Account.ISSUED, Account.PENDING, "points", 10, "thanks"),
            new Posting(Account.PENDING, Account.AVAILABLE, "points", 210, "release"));
    assertThat(story.why(ended))
        .contains("\"Thanks\" gave 10 points.", "210 points can now be spent.");
  }

  @Test
  void another_event_releases_nothing_and_neither_does_one_that_is_refused() {
    Story story = inn("");
    story.buys("2026-03-01T12:00", 200_00);
    story.does("2026-03-02T12:00", "tour", Map.of());
    Decision spent =
        story.does("2026-03-03T12:00", new Body.Redemption("points", 1, Optional.empty()));
    assertThat(spent.refusal().orElseThrow().code()).isEqualTo("not-enough-points");
    assertThat(story.purse("points").pending()).isEqualTo(200);
  }

  @Test
  void where_a_redemption_releases_them_only_one_that_is_carried_out_does() {
    Story story = Story.of(programme("{type: at-event, event: redemption}", ""), RULES);
    story.buys("2026-03-01T12:00", 200_00);
    Decision refused =
        story.does("2026-03-02T12:00", new Body.Redemption("points", 1, Optional.empty()));
    assertThat(refused.refusal()).isPresent();
    assertThat(refused.postings()).isEmpty();
    assertThat(story.purse("points").pending()).isEqualTo(200);
  }

  @Test
  void points_that_nothing_released_lapse_all_the_same() {
    Story story = inn(", expiry: {type: after, span: 3 months, edge: at-its-start}");
    story.buys("2026-03-01T12:00", 200_00);
    story.passes("2026-05-31T23:59");
    assertThat(story.purse("points").pending()).isEqualTo(200);
    story.passes("2026-06-01T00:00");
    assertThat(story.purse("points").pending()).isZero();
    assertThat(story.purse("points").expired()).isEqualTo(200);
  }

  @Test
  void what_is_owed_is_paid_when_they_are_released() {
    Story story = inn("");
    story.buys("2026-03-01T12:00", 200_00);
    story.does("2026-03-02T12:00", new Body.Adjustment("points", -50, "mistake"));
    assertThat(story.purse("points").debt()).isEqualTo(50);
    story.does("2026-03-03T12:00", "stayEnded", Map.of());
    assertThat(story.purse("points").debt()).isZero();
    assertThat(story.purse("points").available()).isEqualTo(160);
  }

  @Test
  void goods_that_come_back_take_what_waits_still() {
    Story story = inn("");
    story.buys("2026-03-01T12:00", 200_00);
    story.does("2026-03-02T12:00", new Body.Return(Optional.of("1"), 150_00, List.of()));
    assertThat(story.purse("points").pending()).isEqualTo(50);
    assertThat(story.purse("points").debt()).isZero();
  }

  @Test
  void a_revision_without_such_an_event_lets_them_be_spent_from_its_beginning() {
    Fold before = fold(AT_END);
    Fold after = fold("{type: at-once}");
    Instant from = Instant.parse("2026-05-01T09:00:00Z");
    Timeline timeline = Timeline.of(before).with(from, () -> after);
    MemberState state = before.begin("ann");
    state =
        timeline.fold(
            state,
            new Event(
                "till",
                "1",
                "ann",
                Instant.parse("2026-03-01T09:00:00Z"),
                Body.Purchase.of(200_00, List.of())),
            _ -> {});
    assertThat(timeline.nextDue(state)).contains(from);
    List<Decision> decisions = new ArrayList<>();
    MemberState then = timeline.passTime(state, from, decisions::add);
    assertThat(decisions)
        .singleElement()
        .satisfies(decision -> {
          assertThat(decision.asOf()).isEqualTo(from);
          assertThat(decision.postings())
              .containsExactly(
                  new Posting(Account.PENDING, Account.AVAILABLE, "points", 200, "release"));
        });
    Purse purse = then.purse("points").orElseThrow();
    assertThat(purse.available()).isEqualTo(200);
  }

  private static Fold fold(String available) {
    return new Fold(
        Programmes.of(
            "pack: {format: 1, id: inn, version: 1.0.0, title: Inn}\n"
                + programme(available, "")
                + RULES));
  }
}
