package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.Purse;
import dev.laurel.rules.fault.Faults;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What one member gives reaches the other once, whatever dies when. */
class TransfersTest {
  private static final Fold FOLD = new Fold(Shop.REVISION);
  private static final EventForm FORM = Shop.form();
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-01T09:00:00Z");
  private static final int ALL = 10_000;

  private final Stores stores = new MemoryStores().stores();

  private static Recorder recorder(Stores on) {
    return new Recorder(on, InForce.always(Timeline.of(FOLD)), FORM, () -> LATER, Shop.leases());
  }

  private static Event gift(String from, String id, int day, long points, String to) {
    return Shop.gift(from, id, START.plus(Duration.ofDays(day)), points, to);
  }

  private static Event purchase(String member, String id, int day, long euros) {
    return Shop.purchase(member, id, START.plus(Duration.ofDays(day)), euros);
  }

  private static Purse purse(Stores of, String member) {
    return of.members().find(member).orElseThrow().state().purse("points").orElseThrow();
  }

  @Test
  void what_is_given_arrives_and_lapses_when_it_would_have() {
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      recorder.record(List.of(purchase("ann", "1", 0, 50), purchase("ben", "2", 5, 5)));
      recorder.record(gift("ann", "3", 9, 40, "ben"));
      await().until(() -> purse(stores, "ben").exchange().received() == 36);
    }
    assertThat(purse(stores, "ann").available()).isEqualTo(10);
    assertThat(purse(stores, "ann").exchange().given()).isEqualTo(36);
    assertThat(purse(stores, "ann").exchange().fees()).isEqualTo(4);
    assertThat(purse(stores, "ben").available()).isEqualTo(41);
    assertThat(purse(stores, "ben").lots())
        .extracting(lot -> lot.units() + " " + LocalDate.ofEpochDay(lot.lapsesOn()))
        .containsExactly("5 2026-05-05", "36 2026-04-30");
    try (Recorder recorder = recorder(stores)) {
      recorder.recover();
    }
    new Truth(FOLD)
        .holds(
            stores,
            FORM,
            List.of(
                purchase("ann", "1", 0, 50),
                purchase("ben", "2", 5, 5),
                gift("ann", "3", 9, 40, "ben")));
  }

  @Test
  void whoever_is_no_member_gets_nothing_and_nothing_is_taken() {
    try (Recorder recorder = recorder(stores)) {
      recorder.start();
      recorder.record(purchase("ann", "1", 0, 50));
      recorder.record(gift("ann", "3", 9, 40, "zoe"));
    }
    assertThat(purse(stores, "ann").available()).isEqualTo(50);
    assertThat(stores.members().find("zoe")).isEmpty();
  }

  @Test
  void nobody_can_post_what_only_a_transfer_brings() {
    var reader = EventJson.of(EventTerms.of(Shop.REVISION.pack()));
    var faults = new Faults();
    byte[] forged =
        """
        {"source": "transfer", "id": "app:3", "member": "ben", "occurredAt": "2026-03-09",
         "type": "received", "kind": "points", "from": "ann",
         "lots": [{"points": 5000, "earnedOn": "2026-03-01"}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    assertThat(reader.read(forged, 0, forged.length, faults)).isEmpty();
    assertThat(faults.sorted().toString())
        .contains("are made here of what happens between members")
        .contains("What a member gets from another follows from the transfer");
  }

  /** Three members who buy, and give to one another in circles. */
  private static List<Event> story() {
    List<Event> story = new ArrayList<>();
    List<String> members = List.of("ann", "ben", "cid");
    for (int i = 0; i < 3; i++) story.add(purchase(members.get(i), "p" + i, i, 30 + i));
    for (int i = 0; i < 6; i++)
      story.add(gift(members.get(i % 3), "g" + i, 8 + i, 7 + i, members.get((i + 1) % 3)));
    return story;
  }

  private static boolean send(Stores on, List<Event> story) {
    Recorder recorder = recorder(on);
    try {
      recorder.recover();
      for (int i = 0; i < story.size(); i += 3) recorder.record(story.subList(i, i + 3));
      recorder.recover();
      return true;
    } catch (DyingStores.Dead | IllegalStateException dead) {
      return false;
    }
  }

  private static int calls(UnaryOperator<Stores> flaw, List<Event> story) {
    int calls = 1;
    while (!send(flaw.apply(DyingStores.of(new MemoryStores().stores(), calls, false)), story))
      calls++;
    return calls;
  }

  private static void sendThroughDeath(
      int calls, boolean done, UnaryOperator<Stores> flaw, Stores kept, List<Event> story) {
    send(flaw.apply(DyingStores.of(kept, calls, done)), story);
    send(flaw.apply(DyingStores.of(kept, calls / 2, !done)), story);
    assertThat(send(flaw.apply(kept), story)).isTrue();
    new Truth(FOLD).holds(kept, FORM, story);
    new Truth(FOLD).holdsOfGifts(kept);
  }

  @Test
  void wherever_a_process_dies_each_gift_arrives_once() {
    List<Event> story = story();
    int calls = calls(UnaryOperator.identity(), story);
    assertThat(calls).isGreaterThan(30);
    for (int at = 0; at < calls; at++)
      for (boolean done : new boolean[] {false, true})
        sendThroughDeath(at, done, UnaryOperator.identity(), new MemoryStores().stores(), story);
  }

  /**
   * That the test above can fail: where an outbox is emptied before the gift is claimed, it does.
   */
  @Test
  void without_the_drains_order_a_gift_would_be_lost() {
    List<Event> story = story();
    UnaryOperator<Stores> flaw = TransfersTest::emptyingBeforeClaiming;
    int calls = calls(flaw, story);
    assertThatThrownBy(
            () -> {
              for (int at = 0; at < calls; at++)
                for (boolean done : new boolean[] {false, true})
                  sendThroughDeath(at, done, flaw, new MemoryStores().stores(), story);
            })
        .isInstanceOf(AssertionError.class);
  }

  /** Before anything that comes of a transfer is claimed, all outboxes are emptied. */
  private static Stores emptyingBeforeClaiming(Stores stores) {
    EventStore events =
        EventStore.class.cast(
            Proxy.newProxyInstance(
                EventStore.class.getClassLoader(),
                new Class<?>[] {EventStore.class},
                (_, method, args) -> {
                  if (method.getName().equals("claim")
                      && ((Iterable<?>) args[0]).iterator().hasNext()
                      && ((Claim) ((Iterable<?>) args[0]).iterator().next())
                          .key()
                          .startsWith(Body.Received.SOURCE))
                    for (MemberRecord record : stores.members().undrained("", ALL))
                      stores.members().drained(Map.of(record.member(), record.version()));
                  try {
                    return method.invoke(stores.events(), args);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }));
    return new Stores(
        events,
        stores.members(),
        stores.decisions(),
        stores.leases(),
        stores.budgets(),
        stores.messages());
  }

  @Test
  void members_who_give_to_one_another_at_once_do_not_wait_for_each_other() throws Exception {
    List<Event> gifts = new ArrayList<>();
    for (int i = 0; i < 200; i++)
      gifts.add(gift(i % 2 == 0 ? "ann" : "ben", "g" + i, 9, 2, i % 2 == 0 ? "ben" : "ann"));
    try (Recorder one = recorder(stores);
        Recorder two = recorder(stores);
        var threads = Executors.newFixedThreadPool(8)) {
      one.start();
      two.start();
      one.record(List.of(purchase("ann", "1", 0, 500), purchase("ben", "2", 0, 500)));
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < gifts.size(); i++) {
        Recorder recorder = i % 3 == 0 ? two : one;
        Event gift = gifts.get(i);
        all.add(
            threads.submit(() -> {
              while (recorder.record(gift) instanceof Recording.Busy) Thread.onSpinWait();
            }));
      }
      for (var each : all) each.get();
    }
    try (Recorder last = recorder(stores)) {
      last.recover();
    }
    new Truth(FOLD).holdsOfGifts(stores);
    assertThat(purse(stores, "ann").exchange().given()).isEqualTo(100);
    assertThat(purse(stores, "ben").exchange().received()).isEqualTo(100);
    new Truth(FOLD).holds(stores, FORM, gifts);
  }
}
