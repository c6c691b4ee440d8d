package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.StaleStateException;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecorderTest {
  private static final Fold FOLD = new Fold(Shop.REVISION);
  private static final EventForm FORM = Shop.form();
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

  private static final Duration HOUR = Duration.ofHours(1);

  private final MemoryStores memory = new MemoryStores();
  private final Stores stores = memory.stores();

  private static Recorder recorder(Stores on) {
    return new Recorder(on, InForce.always(Timeline.of(FOLD)), FORM, () -> LATER, Shop.leases());
  }

  private static Event purchase(String id, int day, long euros) {
    return Shop.purchase("ann", id, START.plus(Duration.ofDays(day)), euros);
  }

  @Test
  void an_event_that_comes_again_is_answered_as_the_first_time_and_changes_nothing() {
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      Recording first = recorder.record(purchase("1", 0, 50));
      Recording again = recorder.record(purchase("1", 0, 50));
      assertThat(first).isInstanceOf(Recording.Recorded.class);
      assertThat(((Recording.Replayed) again).applied().decision())
          .isEqualTo(((Recording.Recorded) first).applied().decision());
    }
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      assertThat(recorder.record(purchase("1", 0, 50))).isInstanceOf(Recording.Replayed.class);
    }
    new Truth(FOLD).holds(stores, FORM, List.of(purchase("1", 0, 50)));
  }

  @Test
  void another_event_of_the_same_name_is_a_conflict_and_changes_nothing() {
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      recorder.record(purchase("1", 0, 50));
      Recording other = recorder.record(purchase("1", 0, 51));
      assertThat(((Recording.Conflict) other).recorded().digest())
          .isEqualTo(FORM.digest(purchase("1", 0, 50)));
      Event ofAnother = Shop.purchase("ben", "1", START, 50);
      assertThat(recorder.record(ofAnother)).isInstanceOf(Recording.Conflict.class);
    }
    new Truth(FOLD).holds(stores, FORM, List.of(purchase("1", 0, 50)));
  }

  @Test
  void of_several_of_one_name_in_one_call_the_first_counts() {
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      List<Recording> came =
          recorder.record(
              List.of(purchase("1", 0, 50), purchase("1", 0, 50), purchase("1", 0, 99)));
      assertThat(came.get(0)).isInstanceOf(Recording.Recorded.class);
      assertThat(came.get(1)).isInstanceOf(Recording.Replayed.class);
      assertThat(came.get(2)).isInstanceOf(Recording.Conflict.class);
    }
    new Truth(FOLD).holds(stores, FORM, List.of(purchase("1", 0, 50)));
  }

  @Test
  void what_lies_ahead_of_the_clock_is_not_claimed() {
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      Event ahead = Shop.purchase("ann", "1", LATER.plus(Duration.ofMinutes(6)), 5);
      assertThat(recorder.record(ahead)).isEqualTo(new Recording.Ahead(Duration.ofMinutes(6)));
      assertThat(stores.events().find(EventKey.of(ahead))).isEmpty();
      Event near = Shop.purchase("ann", "1", LATER.plus(Duration.ofMinutes(5)), 5);
      assertThat(recorder.record(near)).isInstanceOf(Recording.Recorded.class);
    }
  }

  @Test
  void a_drain_that_failed_goes_on() {
    try (Recorder recorder = recorder(Flaws.failingOnce(stores))) {
      recorder.start();
      recorder.record(purchase("1", 0, 50));
      await().until(() -> recorder.backlog() == 0);
      Event next = purchase("2", 1, 50);
      recorder.record(next);
      await().until(() -> stores.decisions().find(EventKey.of(next)).isPresent());
      await().until(() -> stores.members().undrained("", 1).isEmpty());
    }
    new Truth(FOLD).holds(stores, FORM, List.of(purchase("1", 0, 50), purchase("2", 1, 50)));
  }

  @Test
  void a_clock_that_jumps_back_loses_nothing() {
    Instant[] now = {LATER};
    try (Recorder recorder =
        new Recorder(
            stores, InForce.always(Timeline.of(FOLD)), FORM, () -> now[0], Shop.leases())) {
      recorder.start();
      Event first = Shop.purchase("ann", "1", LATER, 5);
      recorder.record(first);
      now[0] = START;
      assertThat(recorder.record(first)).isInstanceOf(Recording.Replayed.class);
      assertThat(recorder.record(Shop.purchase("ann", "3", LATER, 5)))
          .isInstanceOf(Recording.Ahead.class);
      Event late = purchase("2", 0, 50);
      assertThat(recorder.record(late)).isInstanceOf(Recording.Recorded.class);
      now[0] = LATER;
      assertThat(recorder.record(first)).isInstanceOf(Recording.Replayed.class);
      recorder.recover();
      new Truth(FOLD).holds(stores, FORM, List.of(first, late));
    }
  }

  @Test
  void two_redemptions_never_spend_the_same_points() throws Exception {
    try (Recorder recorder = recorder(stores);
        var threads = Executors.newFixedThreadPool(8)) {
      recorder.start();
      recorder.record(purchase("1", 0, 100));
      Instant at = START.plus(Duration.ofDays(5));
      List<Future<Recording>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Event redemption = Shop.redemption("ann", "r" + i, at, 40);
        all.add(threads.submit(() -> recorder.record(redemption)));
      }
      for (var each : all) assertThat(each.get()).isInstanceOf(Recording.Recorded.class);
    }
    var purse = stores.members().find("ann").orElseThrow().state().purse("points").orElseThrow();
    assertThat(purse.redeemed()).isEqualTo(80);
    assertThat(purse.available()).isEqualTo(20);
  }

  @Test
  void a_pass_of_time_folds_those_who_are_due_and_no_others() {
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      for (int i = 0; i < 1_200; i++)
        recorder.record(
            Shop.purchase("m" + i, "e" + i, START.plus(Duration.ofDays(i % 2 * 10)), 5));
      assertThat(recorder.passTime(START.plus(Duration.ofDays(4)))).isEqualTo(600);
      assertThat(recorder.passTime(START.plus(Duration.ofDays(4)))).isZero();
      assertThat(recorder.passTime(LATER)).isEqualTo(1_200);
    }
    assertThat(stores.members().page("", 2_000))
        .allMatch(r -> r.state().purse("points").orElseThrow().expired() == 5);
  }

  @Test
  void a_member_whose_time_cannot_pass_keeps_nobody_else_from_it() {
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      for (int i = 0; i < 40; i++) recorder.record(Shop.purchase("m" + i, "e" + i, START, 5));
      MemberRecord odd = stores.members().find("m7").orElseThrow();
      MemberState unknown = Shop.ofUnknownMetrics(odd.state());
      stores
          .members()
          .put(
              new MemberRecord(
                  "m7", odd.version() + 1, unknown, 1, Optional.of(Instant.MIN), odd.outbox()));
      assertThat(recorder.passTime(LATER)).isEqualTo(39);
      assertThat(stores.members().find("m7").orElseThrow().dueAt()).hasValue(LATER.plus(HOUR));
      assertThat(recorder.passTime(LATER)).isZero();
    }
  }

  @Test
  void what_another_process_is_about_to_do_is_left_to_it() {
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      for (int i = 0; i < 60; i++) recorder.record(Shop.purchase("m" + i, "e" + i, START, 5));
      int slice = Slices.of("m0");
      String name = "due-" + slice;
      LeaseStore other = memory.stores().leases();
      assertThat(other.take(name, HOUR)).isPresent();
      int others = (int) IntStream.range(0, 60).filter(i -> Slices.of("m" + i) != slice).count();
      assertThat(recorder.passTime(LATER)).isEqualTo(others);
      other.release(name);
      assertThat(recorder.passTime(LATER)).isEqualTo(60 - others);
    }
  }

  @Test
  void an_event_that_cannot_be_applied_keeps_no_other_from_being_recovered() {
    for (String member : List.of("ann", "ben", "cid"))
      stores.events().claim(List.of(claimOf(Shop.purchase(member, member, START, 5))));
    MemberState unknown = Shop.ofUnknownMetrics(FOLD.begin("ben"));
    stores.members().put(new MemberRecord("ben", 1, unknown, 0, Optional.empty(), List.of()));
    try (Recorder recorder = recorder(stores)) {
      recorder.recover();
      assertThat(stores.events().open("", 9).stream().map(Claim::member)).containsExactly("ben");
      assertThatThrownBy(() -> recorder.record(Shop.purchase("ben", "ben", START, 5)))
          .isInstanceOf(StaleStateException.class);
    }
  }

  @Test
  void what_came_since_the_last_look_is_left_to_whoever_brings_it_about() {
    stores.events().claim(List.of(claimOf(Shop.purchase("ann", "1", START, 5))));
    try (Recorder recorder = recorder(stores)) {
      assertThat(recorder.recoverLeft()).isZero();
      stores.events().claim(List.of(claimOf(Shop.purchase("ben", "2", START, 5))));
      assertThat(recorder.recoverLeft()).isOne();
      assertThat(stores.events().open("", 9).stream().map(Claim::member)).containsExactly("ben");
      assertThat(stores.members().undrained("", 9)).hasSize(1);
      assertThat(recorder.recoverLeft()).isOne();
      assertThat(stores.members().undrained("", 9).stream().map(MemberRecord::member))
          .containsExactly("ben");
      assertThat(recorder.recoverLeft()).isZero();
      assertThat(stores.members().undrained("", 9)).isEmpty();
    }
  }

  @Test
  void events_that_come_one_by_one_but_at_once_are_each_recorded_once() throws Exception {
    List<Event> events =
        IntStream.range(0, 200)
            .mapToObj(i -> Shop.purchase("m" + i % 7, "e" + i / 2, START, 5))
            .toList();
    Map<Class<?>, Integer> came = new HashMap<>();
    try (Recorder recorder = recorder(stores);
        var threads = Executors.newFixedThreadPool(16)) {
      recorder.start();
      List<Callable<Recording>> all = new ArrayList<>();
      for (Event event : events) all.add(() -> recorder.record(event));
      for (var each : threads.invokeAll(all)) came.merge(each.get().getClass(), 1, Integer::sum);
    }
    // Each id is sent twice, by two members, so that the second contradicts the first.
    assertThat(came)
        .isEqualTo(Map.of(Recording.Recorded.class, 100, Recording.Conflict.class, 100));
    assertThat(stores.events().open("", 9)).isEmpty();
    int decided = 0;
    for (int i = 0; i < 7; i++) decided += stores.decisions().ofMember("m" + i, 0, 500).size();
    assertThat(decided).isEqualTo(100);
  }

  @Test
  @Timeout(60)
  void batches_of_the_same_members_at_once_do_not_wait_for_each_other_for_ever() throws Exception {
    int members = 40;
    try (Recorder recorder = recorder(stores);
        var threads = Executors.newFixedThreadPool(24)) {
      recorder.start();
      List<Callable<List<Recording>>> all = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        String id = "b" + i + "-";
        all.add(() ->
            recorder.record(
                IntStream.range(0, members)
                    .mapToObj(m -> Shop.purchase("m" + m, id + m, START, 5))
                    .toList()));
      }
      for (var each : threads.invokeAll(all))
        assertThat(each.get()).hasSize(members).allMatch(Recording.Recorded.class::isInstance);
    }
    for (int m = 0; m < members; m++)
      assertThat(
              stores.decisions().ofMember("m" + m, 0, 100).stream()
                  .map(applied -> EventKey.first(applied.key()))
                  .distinct())
          .hasSize(24);
  }

  private static Claim claimOf(Event event) {
    return new Claim(
        EventKey.of(event),
        event.member(),
        event.occurredAt(),
        FORM.digest(event),
        FORM.write(event),
        LATER);
  }

  @Test
  void when_a_revision_comes_it_is_written_down_anew_what_falls_due() {
    Timeline before = Timeline.of(FOLD);
    try (Recorder recorder =
        new Recorder(stores, InForce.always(before), FORM, () -> LATER, Shop.leases())) {
      recorder.start();
      recorder.record(Shop.purchase("ann", "1", LATER, 100));
      recorder.record(Shop.purchase("ben", "2", LATER, 10));
    }
    Instant comes = LATER.plus(Duration.ofHours(12));
    Fold without =
        new Fold(
            Programmes.of(
                Shop.TEXT.replace("id: Gold", "id: Silver").replace("(\"Gold\")", "(\"Silver\")")));
    Timeline after = before.with(comes, () -> without);
    try (Recorder recorder =
        new Recorder(stores, InForce.always(after), FORM, () -> LATER, Shop.leases())) {
      assertThat(recorder.renewDue(2)).isOne();
      assertThat(stores.members().find("ann").orElseThrow().dueAt()).hasValue(comes);
      assertThat(recorder.renewDue(2)).isZero();
      assertThat(recorder.passTime(comes)).isOne();
      assertThat(stores.members().find("ann").orElseThrow().state().standings().getFirst().tier())
          .isEqualTo("Silver");
    }
  }

  /** What happens to three members, some of it twice, some of it in another order. */
  private static List<Event> story() {
    List<Event> story = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 14; i++) {
      String member = List.of("ann", "ben", "cid").get(random.nextInt(3));
      // Some come late.
      int day = 6 * i + random.nextInt(6) - (i % 5 == 4 ? 20 : 0);
      Instant at = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(random.nextInt(24)));
      story.add(
          i % 4 == 3
              ? Shop.redemption(member, "e" + i, at, 1 + random.nextInt(60))
              : Shop.purchase(member, "e" + i, at, 1 + random.nextInt(120)));
    }
    return story;
  }

  /** Sends everything, batch by batch, until the process dies, or to the end. */
  private static boolean send(Stores on, List<Event> story) {
    Recorder recorder = recorder(on);
    try {
      recorder.recover();
      for (int i = 0; i < story.size(); i += 3) {
        recorder.record(story.subList(i, Math.min(i + 3, story.size())));
        if (i == 6) recorder.passTime(START.plus(Duration.ofDays(24)));
      }
      recorder.recover();
      return true;
    } catch (DyingStores.Dead | IllegalStateException dead) {
      return false;
    }
  }

  private static void sendThroughDeath(
      int calls, boolean done, UnaryOperator<Stores> flaw, Stores kept, List<Event> story) {
    send(flaw.apply(DyingStores.of(kept, calls, done)), story);
    send(flaw.apply(DyingStores.of(kept, calls / 2, !done)), story);
    assertThat(send(flaw.apply(kept), story)).isTrue();
    new Truth(FOLD).holds(kept, FORM, story);
  }

  /** How many calls of the stores it takes to send everything. */
  private static int calls(UnaryOperator<Stores> flaw, List<Event> story) {
    int calls = 1;
    while (!send(flaw.apply(DyingStores.of(new MemoryStores().stores(), calls, false)), story))
      calls++;
    return calls;
  }

  @Test
  void wherever_a_process_dies_nothing_is_lost_or_doubled() {
    List<Event> story = story();
    int calls = calls(UnaryOperator.identity(), story);
    assertThat(calls).isGreaterThan(40);
    for (int at = 0; at < calls; at++)
      for (boolean done : new boolean[] {false, true})
        sendThroughDeath(at, done, UnaryOperator.identity(), new MemoryStores().stores(), story);
  }

  /** That the test above can fail: with one of its three means gone, it does. */
  @Test
  void without_the_claim_the_compare_and_set_or_the_drains_order_it_would_be() {
    List<Event> story = story();
    for (UnaryOperator<Stores> flaw :
        List.<UnaryOperator<Stores>>of(
            Flaws::withoutClaims, Flaws::drainingBackwards, Flaws::forgettingWhatIsKnown)) {
      int calls = calls(UnaryOperator.identity(), story);
      assertThatThrownBy(
              () -> {
                for (int at = 0; at < calls; at++)
                  for (boolean done : new boolean[] {false, true})
                    sendThroughDeath(at, done, flaw, new MemoryStores().stores(), story);
              })
          .isInstanceOf(AssertionError.class);
    }
  }

  private static final int NEIGHBOURS = 10;

  private static void race(Stores on, List<Event> events) throws Exception {
    List<Event> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, events.size() / 5));
    // Out of order, but none so far that most of all is decided anew for it.
    for (int i = 0; i < shuffled.size(); i += NEIGHBOURS)
      Collections.shuffle(
          shuffled.subList(i, Math.min(i + NEIGHBOURS, shuffled.size())), new Random(i));
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
    try (Recorder last = recorder(on)) {
      last.recover();
    }
  }

  private static List<Event> crowd() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 600; i++)
      events.add(
          Shop.purchase("m" + i % 5, "e" + i, START.plus(Duration.ofMinutes(i)), 1 + i % 40));
    return events;
  }

  @Test
  void two_recorders_on_the_same_stores_share_the_work() throws Exception {
    race(stores, crowd());
    new Truth(FOLD).holds(stores, FORM, crowd());
  }

  @Test
  void without_the_compare_and_set_they_would_lose_events() {
    assertThatThrownBy(
            () -> {
              for (int round = 0; round < 20; round++) {
                Stores kept = new MemoryStores().stores();
                race(Flaws.withoutCompareAndSet(kept), crowd());
                new Truth(FOLD).holds(kept, FORM, crowd());
              }
            })
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_record_stays_bounded_whatever_the_length_of_the_history() {
    try (Recorder recorder = recorder(stores)) {
      List<Event> batch = new ArrayList<>();
      for (int i = 0; i < 2_000; i++)
        batch.add(Shop.purchase("ann", "e" + i, START.plus(Duration.ofMinutes(i * 90L)), 3));
      recorder.record(batch);
      MemberRecord record = stores.members().find("ann").orElseThrow();
      assertThat(record.places()).isGreaterThan(2_000);
      assertThat(record.outbox().stream().mapToInt(Applied::bytes).sum())
          .isLessThan(MemberRecord.MOST_BYTES / 2);
      recorder.recover();
      new Truth(FOLD).holds(stores, FORM, batch);
    }
  }
}
