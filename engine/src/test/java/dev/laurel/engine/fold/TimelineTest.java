package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Move;
import dev.laurel.engine.decision.StaleStateException;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One revision follows another while members earn, wait for points, and stand on tiers. */
class TimelineTest {
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant CHANGE = START.plus(Duration.ofDays(10));
  private static final Revision DOUBLE = Shop.changed("points: 1}", "points: 2}");

  private static final String PLATINUM =
      "\n      - {id: Platinum, title: Platinum,"
          + " entry: {type: reaches, id: spend, metric: spend, atLeast: 500}}";

  private final List<Decision> decisions = new ArrayList<>();

  private static Timeline to(Revision next) {
    Fold fold = new Fold(next);
    return Timeline.of(new Fold(Shop.REVISION)).with(CHANGE, () -> fold);
  }

  private MemberState buy(Timeline timeline, MemberState state, Instant at, long euros) {
    Event event = Shop.purchase("ann", "e" + decisions.size(), at, euros);
    return timeline.fold(state, event, decisions::add);
  }

  private static MemberState nobody(Timeline timeline) {
    return timeline.at(Instant.MIN).begin("ann");
  }

  private static long earned(MemberState state) {
    return state.purse("points").orElseThrow().earned();
  }

  @Test
  void an_event_is_decided_by_the_revision_in_force_at_its_time() {
    Timeline timeline = to(DOUBLE);
    MemberState state = buy(timeline, nobody(timeline), CHANGE.minusNanos(1), 10);
    assertThat(earned(state)).isEqualTo(10);
    state = buy(timeline, state, CHANGE, 10);
    assertThat(earned(state)).isEqualTo(30);
    assertThat(decisions.getFirst().revision()).isEqualTo(Shop.REVISION.digest());
    assertThat(decisions.getLast().revision()).isEqualTo(DOUBLE.digest());
  }

  @Test
  void who_comes_first_after_the_change_never_knew_the_old_revision() {
    Timeline timeline = to(DOUBLE);
    assertThat(earned(buy(timeline, nobody(timeline), CHANGE, 10))).isEqualTo(20);
  }

  @Test
  void what_falls_due_is_done_by_the_revision_of_its_time() {
    Timeline timeline = to(DOUBLE);
    MemberState state = buy(timeline, nobody(timeline), START, 10);
    state = buy(timeline, state, CHANGE.minus(Duration.ofDays(1)), 10);
    decisions.clear();
    state = timeline.passTime(state, CHANGE.plus(Duration.ofDays(90)), decisions::add);
    assertThat(decisions)
        .extracting(decision -> decision.asOf().isBefore(CHANGE), Decision::revision)
        .allMatch(each ->
            each.toList().getFirst().equals(each.toList().get(1).equals(Shop.REVISION.digest())));
    assertThat(decisions).hasSizeGreaterThan(2);
    assertThat(state.purse("points").orElseThrow().expired()).isEqualTo(20);
  }

  @Test
  void looking_in_between_changes_nothing() {
    Timeline timeline = to(DOUBLE);
    MemberState first = buy(timeline, nobody(timeline), START, 100);
    MemberState at = timeline.passTime(first, CHANGE.plus(Duration.ofDays(60)), d -> {});
    MemberState looked = first;
    for (int day = 0; day <= 70; day++)
      looked = timeline.passTime(looked, START.plus(Duration.ofDays(day)), d -> {});
    assertThat(looked).isEqualTo(at);
  }

  @Test
  void a_member_leaves_a_tier_that_is_gone_for_the_highest_that_is_earned() {
    Timeline timeline =
        to(
            Programmes.of(
                Shop.TEXT
                    .replace("id: Gold", "id: Silver")
                    .replace("(\"Gold\")", "(\"Silver\")")
                    .replace("atLeast: 100}", "atLeast: 50}" + PLATINUM)));
    MemberState state = buy(timeline, nobody(timeline), CHANGE.minus(Duration.ofDays(2)), 120);
    assertThat(state.standings().getFirst().tier()).isEqualTo("Gold");
    assertThat(timeline.nextDue(state)).hasValueSatisfying(due -> assertThat(due).isBefore(CHANGE));
    decisions.clear();
    state = timeline.passTime(state, CHANGE, decisions::add);
    assertThat(state.standings().getFirst().tier()).isEqualTo("Silver");
    Decision last = decisions.getLast();
    assertThat(last.asOf()).isEqualTo(CHANGE);
    Move move = last.moves().getFirst();
    assertThat(move.from() + " " + move.to() + " " + move.rule())
        .isEqualTo("Gold Silver tier-gone");
  }

  @Test
  void a_new_kind_of_points_begins_empty_and_the_others_stay() {
    Timeline timeline =
        to(
            Shop.changed(
                "pointKinds:\n",
                "pointKinds:\n    - {id: stars, title: Stars, unit: hundredths}\n"));
    MemberState state = buy(timeline, nobody(timeline), START, 30);
    state = buy(timeline, state, CHANGE, 12);
    assertThat(state.purses()).extracting(p -> p.kind()).containsExactly("stars", "points");
    assertThat(earned(state)).isEqualTo(42);
    assertThat(state.purse("stars").orElseThrow().earned()).isZero();
  }

  @Test
  void what_is_still_counted_is_counted_on_and_a_counter_begins() {
    Timeline timeline =
        to(
            Shop.changed(
                "metrics: [{id: spend",
                """
                counters: [{id: visits, title: Visits, over: month}]
                  metrics: [{id: spend\
                """));
    MemberState state = buy(timeline, nobody(timeline), CHANGE.minus(Duration.ofDays(1)), 60);
    state = buy(timeline, state, CHANGE.plus(Duration.ofDays(1)), 40);
    assertThat(state.standings().getFirst().tier()).isEqualTo("Gold");
    assertThat(state.tallies()).hasSize(2);
  }

  @Test
  void a_state_of_what_lay_ahead_is_taken_over_too() {
    Revision stars =
        Shop.changed("pointKinds:\n", "pointKinds:\n    - {id: stars, title: Stars}\n");
    Timeline old = Timeline.of(new Fold(Shop.REVISION));
    MemberState ahead = buy(old, nobody(old), CHANGE.plusSeconds(60), 10);
    MemberState state = buy(to(stars), ahead, CHANGE.plusSeconds(30), 5);
    assertThat(state.purses()).hasSize(2);
    assertThat(earned(state)).isEqualTo(15);
    assertThat(decisions.getLast().asOf()).isEqualTo(CHANGE.plusSeconds(60));
  }

  @Test
  void what_no_revision_counts_is_refused() {
    Timeline old = Timeline.of(new Fold(Shop.changed("span: 30 days", "span: 20 days")));
    MemberState state = buy(old, nobody(old), START, 10);
    assertThatThrownBy(() -> buy(to(DOUBLE), state, CHANGE, 5))
        .isInstanceOf(StaleStateException.class);
  }

  private static final String YEARLY =
      Shop.TEXT.replace(
          "[{id: month, title: Month, is: {type: rolling, span: 30 days}}]",
          "[{id: month, title: Year, is: calendar-year}]");

  private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:00:00Z");

  /** A new revision comes into force with the first instant of a year. */
  private static Timeline withTheYear(String text) {
    Fold fold = new Fold(Programmes.of(text));
    return Timeline.of(new Fold(Programmes.of(YEARLY))).with(NEW_YEAR, () -> fold);
  }

  @Test
  void what_falls_due_at_the_first_instant_of_a_revision_is_done_by_it() {
    Timeline timeline =
        withTheYear(
            YEARLY.replace(
                "title: Gold\n        entry",
                "title: Gold\n        validity: for-ever\n"
                    + "        headStarts: [{id: start, metric: spend, units: 20}]\n        entry"));
    MemberState state = buy(timeline, nobody(timeline), NEW_YEAR.minus(Duration.ofDays(9)), 100);
    state = timeline.passTime(state, NEW_YEAR.minusNanos(1), decisions::add);
    assertThat(timeline.nextDue(state)).contains(NEW_YEAR);
    decisions.clear();
    state = timeline.passTime(state, NEW_YEAR, decisions::add);
    assertThat(decisions)
        .filteredOn(d -> d.findings().stream().anyMatch(f -> f.rule().contains("headStarts")))
        .singleElement()
        .satisfies(d -> assertThat(d.asOf()).isEqualTo(NEW_YEAR));
    assertThat(timeline.nextDue(state)).contains(NEW_YEAR.plus(Duration.ofDays(51)));
    decisions.clear();
    timeline.passTime(state, NEW_YEAR.plus(Duration.ofDays(40)), decisions::add);
    assertThat(decisions).isEmpty();
  }

  @Test
  void a_tier_that_is_held_while_met_is_lost_at_the_first_instant_of_a_revision() {
    Timeline timeline = withTheYear(YEARLY.replace("points: 1}", "points: 2}"));
    MemberState state = buy(timeline, nobody(timeline), NEW_YEAR.minus(Duration.ofDays(9)), 100);
    assertThat(state.standings().getFirst().tier()).isEqualTo("Gold");
    state = timeline.passTime(state, NEW_YEAR, decisions::add);
    assertThat(state.standings().getFirst().tier()).isEqualTo("Base");
  }

  @Test
  void no_revision_comes_before_the_one_that_it_follows() {
    Timeline timeline = to(DOUBLE);
    assertThatThrownBy(() -> timeline.with(CHANGE.minusNanos(1), () -> new Fold(DOUBLE)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
