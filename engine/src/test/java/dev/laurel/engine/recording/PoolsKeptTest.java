package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Pools and their members agree on who is in and who has what, whatever dies when. */
class PoolsKeptTest {
  private static final String HOME = "pool:home";
  private static final String WORK = "pool:work";
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-01T09:00:00Z");
  private static final int ALL = 10_000;

  /** Points come at once, and a return takes back what it says. */
  private static final Revision REVISION =
      Programmes.of(
          Shop.changedText("available: {type: after, span: 3 days}", "pooling: {members: 2}")
              .replace(
                  "  periods:", "  returns: {from: [lots-earned, newest-lots, debt]}\n  periods:"));

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

  private static Event join(String pool, String id, int day, String member) {
    return new Event("app", id, pool, day(day), new Body.PoolJoin(member));
  }

  private static Event leave(String pool, String id, int day, String member) {
    return new Event("app", id, pool, day(day), new Body.PoolLeave(member));
  }

  private static Event spend(String pool, String id, int day, long points, String member) {
    return new Event(
        "till",
        id,
        pool,
        day(day),
        new Body.Redemption("points", points, Optional.empty(), Optional.of(member)));
  }

  private static Event back(String member, String id, int day, String of, long euros) {
    return new Event(
        "till", id, member, day(day), new Body.Return(Optional.of(of), euros * 100, List.of()));
  }

  private static MemberState state(Stores of, String account) {
    return of.members().find(account).orElseThrow().state();
  }

  private static Purse points(Stores of, String account) {
    return state(of, account).purse("points").orElseThrow();
  }

  /** Records these, each once all that follows from those before has arrived. */
  private void inTurn(Event... events) {
    try (Recorder recorder = recorder(stores)) {
      for (Event event : events) {
        recorder.record(event);
        recorder.recover();
      }
    }
  }

  private String codeOf(String key) {
    return codeOf(stores, key);
  }

  private static String codeOf(Stores of, String key) {
    Applied applied = of.decisions().find(key).orElseThrow();
    return DecisionReader.refusalOf(applied.decision())
        .map(refusal -> refusal.code())
        .orElse("carried out");
  }

  /** Of who is in which pool, and of what goes between them, nothing is on its way. */
  private static void agree(Stores of) {
    long between = 0;
    for (MemberRecord record : of.members().page("", ALL)) {
      Purse purse = record.state().purse("points").orElseThrow();
      between += purse.exchange().given() - purse.exchange().received();
    }
    assertThat(between).as("on their way").isZero();
    new Truth(FOLD).holdsOfPools(of, 2);
  }

  @Test
  void what_members_have_and_earn_reaches_the_pool_and_is_spent_there() {
    Event[] story = {
      purchase("ann", "1", 0, 50),
      purchase("ben", "2", 0, 20),
      join(HOME, "3", 1, "ann"),
      join(HOME, "4", 2, "ben"),
      purchase("ben", "5", 3, 5),
      spend(HOME, "6", 4, 60, "ben"),
      back("ann", "7", 5, "1", 50),
      leave(HOME, "8", 6, "ben"),
      purchase("ben", "9", 7, 3)
    };
    inTurn(story);
    assertThat(points(stores, HOME).redeemed()).isEqualTo(60);
    assertThat(points(stores, HOME).debt()).isEqualTo(35);
    assertThat(points(stores, "ben").available()).isEqualTo(3);
    assertThat(state(stores, HOME).pooling().members().keySet()).containsExactly("ann");
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, List.of(story));
  }

  /** Three members, of whom two fit in; one of them spends, returns goods and leaves. */
  private static List<Event> story() {
    return List.of(
        purchase("ann", "1", 0, 50),
        purchase("ben", "2", 0, 20),
        purchase("cid", "3", 0, 10),
        join(HOME, "4", 1, "ann"),
        join(HOME, "5", 2, "ben"),
        join(HOME, "6", 3, "cid"),
        purchase("ann", "7", 4, 90),
        back("ann", "8", 5, "1", 25),
        spend(HOME, "9", 6, 30, "ben"),
        purchase("ben", "10", 7, 4),
        leave(HOME, "11", 8, "ann"),
        join(WORK, "12", 9, "ann"),
        purchase("ann", "13", 10, 6),
        join(HOME, "14", 11, "cid"),
        purchase("cid", "15", 12, 8));
  }

  private static boolean send(Stores on, List<Event> story, int together) {
    Recorder recorder = recorder(on);
    try {
      recorder.recover();
      for (int i = 0; i < story.size(); i += together) {
        recorder.record(story.subList(i, Math.min(story.size(), i + together)));
        if (together == 1) recorder.recover();
      }
      recorder.recover();
      return true;
    } catch (DyingStores.Dead | IllegalStateException dead) {
      return false;
    }
  }

  private static int calls(List<Event> story, int together) {
    int calls = 1;
    while (!send(DyingStores.of(new MemoryStores().stores(), calls, false), story, together))
      calls++;
    return calls;
  }

  private static void throughDeath(int calls, boolean done, List<Event> story, int together) {
    Stores kept = new MemoryStores().stores();
    send(DyingStores.of(kept, calls, done), story, together);
    send(DyingStores.of(kept, calls / 2, !done), story, together);
    assertThat(send(kept, story, together)).isTrue();
    agree(kept);
    new Truth(FOLD).holds(kept, FORM, story);
    new Truth(FOLD).holdsOfGifts(kept);
  }

  @Test
  void wherever_a_process_dies_nobody_is_half_in_and_nothing_is_lost_or_doubled() {
    List<Event> story = story();
    int calls = calls(story, 1);
    for (int at = 0; at < calls; at += 3) throughDeath(at, at % 2 == 0, story, 1);
  }

  /** What follows arrives after all the rest, late, so that much is decided once more. */
  @Test
  void nor_where_what_follows_comes_after_all_the_rest() {
    List<Event> story = story();
    int calls = calls(story, 5);
    assertThat(calls).isGreaterThan(20);
    for (int at = 0; at < calls; at++)
      for (boolean done : new boolean[] {false, true}) throughDeath(at, done, story, 5);
  }

  @Test
  void of_many_who_join_at_once_as_many_are_in_as_may_be() throws Exception {
    List<Event> joins = new ArrayList<>();
    try (Recorder one = recorder(stores);
        Recorder two = recorder(stores);
        var threads = Executors.newFixedThreadPool(6)) {
      one.start();
      two.start();
      for (int i = 0; i < 12; i++) {
        one.record(purchase("m" + i, "p" + i, 0, 10));
        joins.add(
            new Event("app", "j" + i, HOME, day(1).plusSeconds(i), new Body.PoolJoin("m" + i)));
      }
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < joins.size(); i++) {
        Recorder recorder = i % 2 == 0 ? one : two;
        Event join = joins.get(i);
        all.add(
            threads.submit(() -> {
              while (recorder.record(join) instanceof Recording.Busy) Thread.onSpinWait();
            }));
      }
      for (var each : all) each.get();
    }
    try (Recorder last = recorder(stores)) {
      last.recover();
    }
    assertThat(state(stores, HOME).pooling().members()).hasSize(2);
    assertThat(points(stores, HOME).available()).isEqualTo(20);
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, joins);
  }

  @Test
  void whoever_joins_two_pools_at_once_is_in_the_one_that_was_first() {
    try (Recorder recorder = recorder(stores)) {
      // Nothing that follows is delivered until both have taken her in.
      recorder.record(List.of(purchase("ann", "1", 0, 50)));
      recorder.record(List.of(join(HOME, "2", 1, "ann")));
      recorder.record(List.of(join(WORK, "3", 2, "ann")));
      recorder.recover();
    }
    assertThat(codeOf("app:2")).isEqualTo("carried out");
    assertThat(codeOf("app:3")).isEqualTo("carried out");
    assertThat(state(stores, "ann").pooling().in()).contains(HOME);
    assertThat(state(stores, WORK).pooling().members()).isEmpty();
    assertThat(points(stores, HOME).available()).isEqualTo(50);
    agree(stores);
  }

  @Test
  void what_reaches_a_member_after_a_later_join_is_declined() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(List.of(purchase("ann", "1", 0, 50)));
      recorder.record(List.of(join(WORK, "2", 1, "ann")));
      // Pools are drained in the order of their ids, so that this one reaches her first.
      recorder.record(List.of(join(HOME, "3", 2, "ann")));
      recorder.recover();
    }
    assertThat(codeOf("pool:app:2")).isEqualTo("too-late");
    assertThat(state(stores, "ann").pooling().in()).contains(HOME);
    agree(stores);
  }

  @Test
  void a_join_that_was_declined_stays_so_though_she_had_left_the_other_pool_before() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(List.of(purchase("ann", "1", 0, 50)));
      recorder.record(List.of(join(HOME, "2", 1, "ann")));
      recorder.record(List.of(join(WORK, "3", 4, "ann")));
      recorder.recover();
    }
    assertThat(codeOf("pool:app:3")).isEqualTo("in-another-pool");
    inTurn(leave(HOME, "4", 2, "ann"));
    assertThat(codeOf("app:4")).isEqualTo("carried out");
    assertThat(state(stores, "ann").pooling().in()).isEmpty();
    assertThat(state(stores, WORK).pooling().members()).isEmpty();
    assertThat(state(stores, HOME).pooling().members()).isEmpty();
  }

  @Test
  void a_member_may_come_again_after_a_join_that_was_declined() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(List.of(purchase("ann", "1", 0, 50)));
      recorder.record(List.of(join(HOME, "2", 1, "ann")));
      recorder.record(List.of(join(WORK, "3", 2, "ann")));
      recorder.recover();
    }
    inTurn(leave(HOME, "4", 3, "ann"), join(WORK, "5", 4, "ann"), purchase("ann", "6", 5, 7));
    assertThat(points(stores, WORK).available()).isEqualTo(7);
    agree(stores);
  }

  @Test
  void who_is_in_a_pool_is_not_changed_in_its_past() {
    inTurn(
        purchase("ann", "1", 0, 50),
        purchase("ben", "2", 0, 20),
        join(HOME, "3", 5, "ann"),
        join(HOME, "4", 4, "ben"),
        leave(HOME, "5", 4, "ann"));
    assertThat(codeOf("app:4")).isEqualTo("too-late");
    assertThat(codeOf("app:5")).isEqualTo("too-late");
    assertThat(state(stores, HOME).pooling().members().keySet()).containsExactly("ann");
    agree(stores);
  }

  @Test
  void a_late_join_counts_from_its_own_time_where_nobody_came_or_went_since() {
    List<Event> story =
        List.of(
            purchase("ann", "1", 0, 50),
            purchase("ben", "2", 0, 20),
            join(HOME, "3", 1, "ann"),
            spend(HOME, "4", 6, 10, "ann"),
            purchase("ben", "5", 7, 5),
            join(HOME, "6", 3, "ben"));
    inTurn(story.toArray(Event[]::new));
    assertThat(codeOf("app:6")).isEqualTo("carried out");
    assertThat(points(stores, HOME).available()).isEqualTo(65);
    assertThat(points(stores, "ben").available()).isZero();
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, story);
  }

  @Test
  void what_a_late_event_changes_of_what_a_member_earned_the_pool_gets_or_gives_back() {
    List<Event> story =
        List.of(
            purchase("ann", "1", 0, 60),
            join(HOME, "2", 1, "ann"),
            purchase("ann", "3", 5, 10),
            spend(HOME, "4", 6, 70, "ann"),
            // With it she is Gold by the third, which then gives seven more.
            purchase("ann", "5", 2, 50));
    inTurn(story.toArray(Event[]::new));
    assertThat(points(stores, HOME).available()).isEqualTo(57);
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, story);
    // What was bought last is worth less once all of that comes back before it.
    inTurn(back("ann", "6", 3, "5", 50));
    assertThat(points(stores, HOME).available()).isZero();
    agree(stores);
  }

  @Test
  void what_went_on_to_a_pool_is_not_spent_again_by_a_member_whose_event_comes_late() {
    List<Event> story =
        List.of(
            purchase("ann", "1", 0, 100),
            join(HOME, "2", 5, "ann"),
            spend(HOME, "3", 6, 100, "ann"),
            Shop.redemption("ann", "4", day(4), 60));
    inTurn(story.toArray(Event[]::new));
    assertThat(codeOf("till:3")).isEqualTo("carried out");
    assertThat(codeOf("till:4")).isEqualTo("spent-since");
    assertThat(points(stores, HOME).redeemed()).isEqualTo(100);
    assertThat(points(stores, HOME).debt()).isZero();
    assertThat(points(stores, "ann").redeemed()).isZero();
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, story);
  }

  @Test
  void a_return_that_takes_less_after_all_gives_back_to_the_pool() {
    List<Event> story =
        List.of(
            purchase("ann", "1", 0, 60),
            join(HOME, "2", 1, "ann"),
            back("ann", "3", 8, "1", 60),
            // It came first, and so the other one can only bring back what is left.
            back("ann", "4", 5, "1", 20));
    inTurn(story.toArray(Event[]::new));
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, story);
    assertThat(points(stores, HOME).available()).isEqualTo(40);
  }

  @Test
  void a_revision_without_pooling_and_ladders_leaves_a_pool_what_it_has_to_be_spent() {
    String text = Shop.changedText("available: {type: after, span: 3 days}", "available: at-once");
    int ladders = text.indexOf("ladders:");
    String alone =
        text.substring(0, ladders)
            + """
            earning:
              - id: usual
                title: Usual
                rules:
                  - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
            """;
    Fold second = new Fold(Programmes.of(alone), 2);
    Timeline timeline = Timeline.of(FOLD).with(day(10), () -> second);
    try (Recorder recorder =
        new Recorder(stores, InForce.always(timeline), FORM, () -> LATER, Shop.leases())) {
      for (Event event :
          List.of(
              purchase("ann", "1", 0, 50),
              purchase("ben", "2", 0, 5),
              join(HOME, "3", 1, "ann"),
              purchase("ann", "4", 11, 7),
              spend(HOME, "5", 12, 20, "ann"),
              join(HOME, "6", 13, "ben"),
              Shop.redemption("ann", "7", day(14), 3))) {
        recorder.record(event);
        recorder.recover();
      }
    }
    assertThat(codeOf("till:5")).isEqualTo("carried out");
    assertThat(codeOf("app:6")).isEqualTo("no-pooling");
    assertThat(points(stores, HOME).available()).isEqualTo(30);
    assertThat(points(stores, "ann").available()).isEqualTo(4);
  }

  @Test
  void ids_as_long_as_may_be_go_through() {
    String longest = "x".repeat(EventTerms.LONGEST_ID);
    inTurn(
        purchase("ann", "1", 0, 60),
        new Event(longest, longest, HOME, day(1), new Body.PoolJoin("ann")));
    assertThat(points(stores, HOME).available()).isEqualTo(60);
    agree(stores);
  }
}
