package dev.laurel.engine.recording;

import static dev.laurel.engine.recording.KeptPools.FOLD;
import static dev.laurel.engine.recording.KeptPools.FORM;
import static dev.laurel.engine.recording.KeptPools.HOME;
import static dev.laurel.engine.recording.KeptPools.LATER;
import static dev.laurel.engine.recording.KeptPools.WORK;
import static dev.laurel.engine.recording.KeptPools.agree;
import static dev.laurel.engine.recording.KeptPools.back;
import static dev.laurel.engine.recording.KeptPools.codeOf;
import static dev.laurel.engine.recording.KeptPools.day;
import static dev.laurel.engine.recording.KeptPools.inTurn;
import static dev.laurel.engine.recording.KeptPools.join;
import static dev.laurel.engine.recording.KeptPools.leave;
import static dev.laurel.engine.recording.KeptPools.points;
import static dev.laurel.engine.recording.KeptPools.purchase;
import static dev.laurel.engine.recording.KeptPools.recorder;
import static dev.laurel.engine.recording.KeptPools.spend;
import static dev.laurel.engine.recording.KeptPools.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pools and their members agree on who is in and who has what, whatever dies when. */
class PoolsKeptTest {
  private final Stores stores = new MemoryStores().stores();

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
    inTurn(stores, story);
    assertThat(points(stores, HOME).redeemed()).isEqualTo(60);
    assertThat(points(stores, HOME).debt()).isEqualTo(35);
    assertThat(points(stores, "ben").available()).isEqualTo(3);
    assertThat(state(stores, HOME).pooling().members().keySet()).containsExactly("ann");
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, List.of(story));
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
    assertThat(codeOf(stores, "till:5")).isEqualTo("carried out");
    assertThat(codeOf(stores, "app:6")).isEqualTo("no-pooling");
    assertThat(points(stores, HOME).available()).isEqualTo(30);
    assertThat(points(stores, "ann").available()).isEqualTo(4);
  }

  @Test
  void ids_as_long_as_may_be_go_through() {
    String longest = "x".repeat(EventTerms.LONGEST_ID);
    inTurn(
        stores,
        purchase("ann", "1", 0, 60),
        new Event(longest, longest, HOME, day(1), new Body.PoolJoin("ann")));
    assertThat(points(stores, HOME).available()).isEqualTo(60);
    agree(stores);
  }
}
