package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.budget.BudgetRecord;
import dev.laurel.engine.budget.LeaseClock;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Budgets and stocks of what time and ladders bring about, which nobody posts: whatever is killed
 * when, and whoever passes the time.
 */
class BudgetsOfTimeTest {
  private static final Revision BIRTHDAYS =
      Programmes.of(
          """
          pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
          programme:
            title: Shop
            zone: Europe/Vienna
            currency: EUR
            pointKinds: [{id: points, title: Points, worth: 0.005}]
            periods: [{id: year, title: Year, is: calendar-year}]
            metrics: [{id: spend, title: Spend, counts: spend, over: year}]
          ladders:
            - id: status
              title: Status
              tiers:
                - {id: Base, title: Base}
                - id: Gold
                  title: Gold
                  entry: {type: reaches, id: spend, metric: spend, atLeast: 100}
                  onUpgrade: [{type: entitle, benefit: cake}]
          earning:
            - id: usual
              title: Usual
              rules:
                - {id: cake, title: Cake, on: birthday, then: [{type: entitle, benefit: cake}]}
          campaigns:
            - id: birthdays
              title: Birthdays
              schedule: {}
              budget: {points: 45}
              rules:
                - {id: gift, title: Gift, on: birthday, then: [{type: points, kind: points, points: 10}]}
            - id: early
              title: Early
              schedule: {}
              firstMembers: 3
              rules:
                - {id: bird, title: Bird, on: birthday, then: [{type: points, kind: points, points: 5}]}
          benefits:
            - {id: cake, title: Cake, entitlement: {validFor: 30 days}, stock: 4}
          """);

  private static final Fold FOLD = new Fold(BIRTHDAYS);
  private static final EventForm FORM = JsonEvents.of(EventTerms.of(BIRTHDAYS.pack()));
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant BIRTHDAY = Instant.parse("2026-04-01T12:00:00Z");

  private final Stores kept = new MemoryStores().stores();
  private volatile Instant now = START;

  private Recorder recorder(Stores on) {
    LeaseClock leases = new LeaseClock(() -> now, () -> Duration.between(START, now).toNanos());
    return new Recorder(
        on,
        InForce.always(Timeline.of(FOLD)),
        FORM,
        () -> START.plus(Duration.ofDays(300)),
        leases);
  }

  private static Event enrolls(String member, int day) {
    return new Event(
        "till",
        "e-" + member,
        member,
        START.plusSeconds(day),
        new Body.Enrolment(Optional.of(MonthDay.of(4, day)), new TreeMap<>()));
  }

  /** One after the other has a birthday in April; one of them reaches Gold. */
  private static List<Event> story(int members) {
    List<Event> story = new ArrayList<>();
    for (int i = 0; i < members; i++) story.add(enrolls("m" + i, 1 + i % 28));
    story.add(Shop.purchase("m2", "rich", START.plus(Duration.ofDays(20)), 150));
    return story;
  }

  private boolean sends(Stores on, List<Event> story) {
    Recorder recorder = recorder(on);
    try {
      recorder.recover();
      recorder.record(story);
      for (int day = 0; day < 8; day++) {
        recorder.passTime(BIRTHDAY.plus(Duration.ofDays(day)));
        now = now.plusSeconds(7);
      }
      recorder.recover();
      recorder.close();
      return true;
    } catch (DyingStores.Dead | IllegalStateException dead) {
      return false;
    }
  }

  /** Once all has ended and the leases ran out. */
  private void adds(List<Event> story) {
    now = now.plus(Duration.ofMinutes(10));
    try (Recorder last = recorder(kept)) {
      last.recover();
      last.recover();
    }
    new Truth(FOLD).holds(kept, FORM, story);
    new Truth(FOLD).holdsOfBudgets(kept);
    assertThat(kept.budgets().page("", 9)).extracting(BudgetRecord::key).isNotEmpty();
  }

  private static void diesAndGoesOn(
      int calls, boolean done, UnaryOperator<Stores> flaw, List<Event> story) {
    BudgetsOfTimeTest all = new BudgetsOfTimeTest();
    all.sends(flaw.apply(DyingStores.of(all.kept, calls, done)), story);
    if (calls % 2 == 0) all.now = all.now.plus(Duration.ofMinutes(10));
    all.sends(flaw.apply(DyingStores.of(all.kept, calls / 2, !done)), story);
    assertThat(all.sends(flaw.apply(all.kept), story)).isTrue();
    all.adds(story);
  }

  private static void diesWhereverItCan(UnaryOperator<Stores> flaw, List<Event> story) {
    int calls = 1;
    while (!new BudgetsOfTimeTest().endsAfter(calls, flaw, story)) calls += 3;
    assertThat(calls).isGreaterThan(60);
    for (int at = 0; at < calls; at++)
      for (boolean done : new boolean[] {false, true}) diesAndGoesOn(at, done, flaw, story);
  }

  private boolean endsAfter(int calls, UnaryOperator<Stores> flaw, List<Event> story) {
    return sends(flaw.apply(DyingStores.of(kept, calls, false)), story);
  }

  @Test
  void wherever_a_process_dies_nothing_is_overspent_and_nothing_of_a_budget_is_lost() {
    diesWhereverItCan(UnaryOperator.identity(), story(7));
  }

  /** That the test above can fail. */
  @Test
  void without_the_notes_it_would_be() {
    assertThatThrownBy(() -> diesWhereverItCan(Flaws::withoutNotes, story(7)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void eight_threads_pass_the_time_of_forty_members_and_overspend_nothing() throws Exception {
    List<Event> story = story(40);
    try (Recorder one = recorder(kept);
        Recorder two = recorder(kept);
        var threads = Executors.newFixedThreadPool(8)) {
      one.start();
      two.start();
      one.record(story);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 160; i++) {
        Recorder recorder = i % 2 == 0 ? one : two;
        String member = "m" + i % 40;
        Instant until = BIRTHDAY.plus(Duration.ofDays(i < 80 ? 3 : 28));
        all.add(threads.submit(() -> recorder.passTime(member, until)));
      }
      for (var each : all) each.get();
    }
    adds(story);
    assertThat(Truth.used(kept, "campaigns/birthdays/points")).isEqualTo(45_000_000);
    assertThat(Truth.used(kept, "campaigns/early/places")).isEqualTo(3);
    assertThat(Truth.used(kept, "benefits/cake/stock")).isEqualTo(4);
  }

  @Test
  void what_was_set_aside_for_a_day_that_does_not_come_any_more_comes_back() {
    List<Event> story = List.of(enrolls("ann", 2), enrolls("ben", 28));
    // The process dies as it keeps what it decided of the birthday, once the share is noted.
    for (int calls = 1; calls < 200; calls++) {
      BudgetsOfTimeTest dying = new BudgetsOfTimeTest();
      dying.sends(DyingStores.of(dying.kept, calls, false), story);
      if (!dying.isNoted() || dying.isKept()) continue;
      dying.tellsAnotherBirthday(story);
      return;
    }
    throw new AssertionError("The process never dies between the note and the record.");
  }

  private boolean isNoted() {
    return kept.budgets().page("", 9).stream()
        .anyMatch(record ->
            record.shares().keySet().stream()
                .anyMatch(share -> !kept.budgets().noted(record.key(), share, "", 9).isEmpty()));
  }

  private boolean isKept() {
    return Truth.used(kept, "campaigns/early/places") > 0
        || kept.members().find("ann").orElseThrow().outbox().stream()
            .anyMatch(applied -> applied.key().startsWith("time:"));
  }

  private void tellsAnotherBirthday(List<Event> story) {
    now = now.plus(Duration.ofMinutes(10));
    List<Event> all = new ArrayList<>(story);
    all.add(
        new Event(
            "till",
            "corrected",
            "ann",
            START.plusSeconds(60),
            new Body.Enrolment(Optional.of(MonthDay.of(11, 20)), new TreeMap<>())));
    try (Recorder recorder = recorder(kept)) {
      recorder.recover();
      recorder.record(all.getLast());
    }
    adds(all);
    assertThat(Truth.used(kept, "campaigns/birthdays/points")).isZero();
    for (BudgetRecord record : kept.budgets().page("", 9))
      assertThat(record.left()).as(record.key()).isEqualTo(record.total());
  }
}
