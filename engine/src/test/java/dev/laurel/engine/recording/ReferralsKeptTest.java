package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Datum;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the other side of a referral gets reaches it once, whatever dies when and comes late. */
class ReferralsKeptTest {
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-01T09:00:00Z");

  private static final Revision REVISION =
      Programmes.of(
          Shop.changedText("available: {type: after, span: 3 days}", "pooling: {members: 2}")
                  .replace(
                      "  periods:",
                      "  returns: {from: [lots-earned, newest-lots, debt]}\n  periods:")
              + """
                - id: friends
                  title: Friends
                  rules:
                    - id: thanks
                      title: Thanks
                      on: referral
                      then:
                        - {type: points, kind: points, points: 20, to: referrer}
                        - {type: points, kind: points, points: 11, to: referred}
                        - {type: entitle, benefit: cake, to: referred}
                    - id: share
                      title: Share
                      when: purchase.amount >= 10
                      then: [{type: points, kind: points, points: 5, to: referrer}]
                    - id: golden
                      title: Golden
                      when: member.tier in ("Gold")
                      then: [{type: points, kind: points, points: 3, to: referrer}]
              benefits:
                - {id: cake, title: A cake, entitlement: {validFor: 30 days}}
              """);

  private static final Fold FOLD = new Fold(REVISION);
  private static final EventForm FORM = JsonEvents.of(EventTerms.of(REVISION.pack()));

  private final Stores stores = new MemoryStores().stores();

  private static Recorder recorder(Stores on) {
    return new Recorder(on, InForce.always(Timeline.of(FOLD)), FORM, () -> LATER, Shop.leases());
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private static Event purchase(String member, String id, int day, long euros) {
    return Shop.purchase(member, id, day(day), euros);
  }

  private static Event brings(String member, String id, int day, String side, String other) {
    return new Event(
        "app",
        id,
        member,
        day(day),
        new Body.Other("referral", Map.of(side, Datum.of(Value.of(other)))));
  }

  private static Event back(String member, String id, int day, String of, long euros) {
    return new Event(
        "till", id, member, day(day), new Body.Return(Optional.of(of), euros * 100, List.of()));
  }

  private static Purse points(Stores of, String account) {
    return of.members().find(account).orElseThrow().state().purse("points").orElseThrow();
  }

  private void inTurn(Event... events) {
    try (Recorder recorder = recorder(stores)) {
      for (Event event : events) {
        recorder.record(event);
        recorder.recover();
      }
    }
  }

  private static void agree(Stores of, List<Event> story) {
    new Truth(FOLD).holds(of, FORM, story);
    new Truth(FOLD).holdsOfReferrals(of, FORM);
  }

  /** Three who bring one another, buy, and bring goods back. */
  private static List<Event> story() {
    return List.of(
        purchase("ann", "1", 0, 1),
        purchase("ben", "2", 0, 1),
        purchase("cid", "3", 0, 1),
        brings("ann", "4", 1, "referred", "ben"),
        brings("cid", "5", 2, "referrer", "ben"),
        purchase("ben", "6", 3, 100),
        purchase("cid", "7", 4, 110),
        purchase("ben", "8", 5, 20),
        back("ben", "9", 6, "6", 50));
  }

  @Test
  void both_sides_have_what_is_theirs() {
    inTurn(story().toArray(Event[]::new));
    // 1 of the purchase, 20 for ben, 5 for the first of ben's, 8 for the golden one, less half of
    // 5.
    assertThat(points(stores, "ann").available()).isEqualTo(1 + 20 + 5 + 8 - 3);
    assertThat(stores.members().find("cid").orElseThrow().state().holdings().referrer())
        .contains("ben");
    agree(stores, story());
  }

  @Test
  void what_comes_late_sends_only_the_difference_and_what_was_spent_is_owed() {
    Event before = purchase("ben", "9", 2, 100);
    List<Event> story =
        new ArrayList<>(
            List.of(
                purchase("ann", "1", 0, 1),
                purchase("ben", "2", 0, 1),
                brings("ann", "3", 1, "referred", "ben"),
                purchase("ben", "4", 3, 20)));
    inTurn(story.toArray(Event[]::new));
    assertThat(points(stores, "ann").available()).isEqualTo(26);
    // With it ben was Gold when buying on the third day, which gives ann three points more.
    inTurn(before);
    story.add(before);
    assertThat(points(stores, "ann").available()).isEqualTo(26 + 5 + 3);
    agree(stores, story);
    Event spent = Shop.redemption("ann", "5", day(4), 34);
    Event returned = back("ben", "91", 2, "9", 100);
    inTurn(spent, returned);
    story.addAll(List.of(spent, returned));
    // Five go back for goods, and three since ben was not Gold when buying on the third day.
    assertThat(points(stores, "ann").debt()).isEqualTo(8);
    agree(stores, story);
  }

  @Test
  void a_referral_that_comes_late_reaches_purchases_since() {
    Event late = brings("ben", "3", 1, "referrer", "ann");
    List<Event> story =
        List.of(
            purchase("ann", "1", 0, 1),
            purchase("ben", "2", 0, 1),
            purchase("ben", "4", 3, 20),
            late);
    inTurn(story.toArray(Event[]::new));
    assertThat(points(stores, "ann").available()).isEqualTo(1 + 20 + 5);
    agree(stores, story);
  }

  @Test
  void nobody_can_post_what_only_a_referral_brings() {
    var reader = EventJson.of(EventTerms.of(REVISION.pack()));
    var faults = new Faults();
    byte[] forged =
        """
        {"source": "referral-reward", "id": "app:3", "member": "ben", "occurredAt": "2026-03-09",
         "type": "referral-reward", "from": "ann", "as": "referred",
         "parts": [{"rule": "thanks", "kind": "points", "points": 5000}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    assertThat(reader.read(forged, 0, forged.length, faults)).isEmpty();
    assertThat(faults.sorted().toString())
        .contains("are made here of what happens between members")
        .contains("What a referral gives the other side follows from it");
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

  private static int calls(List<Event> story) {
    int calls = 1;
    while (!send(DyingStores.of(new MemoryStores().stores(), calls, false), story)) calls++;
    return calls;
  }

  private static void sendThroughDeath(
      int calls, boolean done, UnaryOperator<Stores> flaw, List<Event> story) {
    Stores kept = new MemoryStores().stores();
    send(flaw.apply(DyingStores.of(kept, calls, done)), story);
    send(flaw.apply(DyingStores.of(kept, calls / 2, !done)), story);
    assertThat(send(flaw.apply(kept), story)).isTrue();
    agree(kept, story);
  }

  @Test
  void wherever_a_process_dies_each_reward_arrives_once() {
    List<Event> story = story();
    int calls = calls(story);
    assertThat(calls).isGreaterThan(30);
    for (int at = 0; at < calls; at++)
      for (boolean done : new boolean[] {false, true})
        sendThroughDeath(at, done, UnaryOperator.identity(), story);
  }

  /** That the test above can fail: where an outbox is emptied before its rewards are claimed. */
  @Test
  void without_the_drains_order_a_reward_would_be_lost() {
    List<Event> story = story();
    int calls = calls(story);
    UnaryOperator<Stores> flaw =
        stores -> Flaws.emptyingBeforeClaiming(stores, Body.ReferralReward.SOURCE);
    assertThatThrownBy(
            () -> {
              for (int at = 0; at < calls; at++)
                for (boolean done : new boolean[] {false, true})
                  sendThroughDeath(at, done, flaw, story);
            })
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void members_who_bring_one_another_at_once_do_not_wait_for_each_other() throws Exception {
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < 100; i++)
      all.add(
          brings(i % 2 == 0 ? "ann" : "ben", "g" + i, 9, "referred", i % 2 == 0 ? "ben" : "ann"));
    try (Recorder one = recorder(stores);
        Recorder two = recorder(stores);
        var threads = Executors.newFixedThreadPool(8)) {
      one.start();
      two.start();
      one.record(List.of(purchase("ann", "1", 0, 5), purchase("ben", "2", 0, 5)));
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        Recorder recorder = i % 3 == 0 ? two : one;
        Event event = all.get(i);
        running.add(
            threads.submit(() -> {
              while (recorder.record(event) instanceof Recording.Busy) Thread.onSpinWait();
            }));
      }
      for (var each : running) each.get();
    }
    try (Recorder last = recorder(stores)) {
      last.recover();
    }
    assertThat(points(stores, "ann").available()).isEqualTo(5 + 50 * 20 + 50 * 11);
    agree(stores, all);
  }
}
