package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.budget.BudgetRecord;
import dev.laurel.engine.budget.LeaseClock;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Budgets and places of campaigns while events are recorded, whatever is killed when. */
class SharedBudgetsTest {
  private static final Revision SPRING =
      Programmes.of(
          """
          pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
          programme:
            title: Shop
            zone: Europe/Vienna
            currency: EUR
            pointKinds: [{id: points, title: Points, worth: 0.005}]
          campaigns:
            - id: spring
              title: Spring
              schedule: {}
              budget: {points: 200, money: 0.95}
              rules:
                - {id: bonus, title: Bonus, then: [{type: per-amount, kind: points, points: 1}]}
            - id: early
              title: Early
              schedule: {}
              firstMembers: 3
              rules:
                - {id: bird, title: Bird, when: purchase.amount >= 20, then: [{type: points, kind: points, points: 5}]}
          """);

  private static final Fold FOLD = new Fold(SPRING);
  private static final EventForm FORM = JsonEvents.of(EventTerms.of(SPRING.pack()));
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

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

  private static List<Event> story() {
    List<Event> story = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < 10; i++)
      story.add(
          Shop.purchase(
              "m" + random.nextInt(5),
              "e" + i,
              START.plus(Duration.ofHours(random.nextInt(1_000))),
              10 + random.nextInt(40)));
    return story;
  }

  private boolean sends(Stores on, List<Event> story) {
    Recorder recorder = recorder(on);
    try {
      recorder.recover();
      for (int i = 0; i < story.size(); i += 2) {
        recorder.record(story.subList(i, Math.min(i + 2, story.size())));
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
    }
    new Truth(FOLD).holds(kept, FORM, story);
    new Truth(FOLD).holdsOfBudgets(kept);
    assertThat(kept.budgets().page("", 9)).extracting(BudgetRecord::key).isNotEmpty();
  }

  private static void diesAndGoesOn(
      int calls, boolean done, boolean later, UnaryOperator<Stores> flaw, List<Event> story) {
    SharedBudgetsTest all = new SharedBudgetsTest();
    all.sends(flaw.apply(DyingStores.of(all.kept, calls, done)), story);
    if (later) all.now = all.now.plus(Duration.ofMinutes(10));
    all.sends(flaw.apply(DyingStores.of(all.kept, calls / 2, !done)), story);
    assertThat(all.sends(flaw.apply(all.kept), story)).isTrue();
    all.adds(story);
  }

  private static void diesWhereverItCan(UnaryOperator<Stores> flaw, List<Event> story) {
    int calls = 1;
    while (!sendsAfter(calls, flaw, story)) calls++;
    assertThat(calls).isGreaterThan(60);
    for (int at = 0; at < calls; at++)
      for (boolean done : new boolean[] {false, true})
        diesAndGoesOn(at, done, at % 2 == 0, flaw, story);
  }

  private static boolean sendsAfter(int calls, UnaryOperator<Stores> flaw, List<Event> story) {
    SharedBudgetsTest all = new SharedBudgetsTest();
    return all.sends(flaw.apply(DyingStores.of(all.kept, calls, false)), story);
  }

  @Test
  void wherever_a_process_dies_nothing_is_overspent_and_nothing_of_a_budget_is_lost() {
    diesWhereverItCan(UnaryOperator.identity(), story());
  }

  /** That the test above can fail. */
  @Test
  void without_the_notes_it_would_be() {
    assertThatThrownBy(() -> diesWhereverItCan(Flaws::withoutNotes, story()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void who_only_looks_learns_what_there_is_and_takes_nothing() {
    Event purchase = Shop.purchase("ann", "1", START, 150);
    try (Recorder recorder = recorder(kept)) {
      recorder.start();
      List<Decision> looked = new ArrayList<>();
      for (int i = 0; i < 2; i++) recorder.tried(purchase, looked);
      assertThat(looked)
          .extracting(decision -> decision.given().used())
          .containsOnly(
              Map.of(
                  "campaigns/early/places", 1L,
                  "campaigns/spring/money", 750_000L,
                  "campaigns/spring/points", 150_000_000L));
      assertThat(kept.budgets().page("", 9)).isEmpty();
      recorder.record(purchase);
      recorder.tried(Shop.purchase("ben", "2", START, 150), looked);
      assertThat(looked.getLast().given().used()).containsEntry("campaigns/spring/money", 200_000L);
    }
    adds(List.of(purchase));
  }

  private void races(UnaryOperator<Stores> flaw) throws Exception {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 200; i++)
      events.add(Shop.purchase("m" + i % 7, "e" + i, START.plusSeconds(i * 60L), 1 + i % 30));
    List<Event> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, 60));
    Collections.shuffle(shuffled, new Random(5));
    Stores on = flaw.apply(kept);
    try (Recorder one = recorder(on);
        Recorder two = recorder(on);
        var threads = Executors.newFixedThreadPool(8)) {
      one.start();
      two.start();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        Recorder recorder = i % 2 == 0 ? one : two;
        Event event = shuffled.get(i);
        all.add(
            threads.submit(() -> {
              while (recorder.record(event) instanceof Recording.Busy) Thread.onSpinWait();
            }));
      }
      for (var each : all) each.get();
    }
    adds(events);
  }

  @Test
  void two_recorders_share_budgets_and_overspend_none() throws Exception {
    races(UnaryOperator.identity());
    assertThat(Truth.used(kept, "campaigns/early/places")).isEqualTo(3);
    assertThat(Truth.used(kept, "campaigns/spring/money")).isGreaterThan(850_000);
  }

  @Test
  void without_the_compare_and_set_of_a_budget_they_would() {
    assertThatThrownBy(
            () -> {
              for (int round = 0; round < 20; round++)
                new SharedBudgetsTest().races(Flaws::takingSharesBlindly);
            })
        .isInstanceOf(AssertionError.class);
  }
}
