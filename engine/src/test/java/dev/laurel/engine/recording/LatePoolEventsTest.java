package dev.laurel.engine.recording;

import static dev.laurel.engine.recording.KeptPools.FOLD;
import static dev.laurel.engine.recording.KeptPools.FORM;
import static dev.laurel.engine.recording.KeptPools.HOME;
import static dev.laurel.engine.recording.KeptPools.agree;
import static dev.laurel.engine.recording.KeptPools.back;
import static dev.laurel.engine.recording.KeptPools.codeOf;
import static dev.laurel.engine.recording.KeptPools.day;
import static dev.laurel.engine.recording.KeptPools.inTurn;
import static dev.laurel.engine.recording.KeptPools.join;
import static dev.laurel.engine.recording.KeptPools.leave;
import static dev.laurel.engine.recording.KeptPools.points;
import static dev.laurel.engine.recording.KeptPools.purchase;
import static dev.laurel.engine.recording.KeptPools.spend;
import static dev.laurel.engine.recording.KeptPools.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes late changes what a pool has, and not who was in it. */
class LatePoolEventsTest {
  private final Stores stores = new MemoryStores().stores();

  @Test
  void who_is_in_a_pool_is_not_changed_in_its_past() {
    inTurn(
        stores,
        purchase("ann", "1", 0, 50),
        purchase("ben", "2", 0, 20),
        join(HOME, "3", 5, "ann"),
        join(HOME, "4", 4, "ben"),
        leave(HOME, "5", 4, "ann"));
    assertThat(codeOf(stores, "app:4")).isEqualTo("too-late");
    assertThat(codeOf(stores, "app:5")).isEqualTo("too-late");
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
    inTurn(stores, story.toArray(Event[]::new));
    assertThat(codeOf(stores, "app:6")).isEqualTo("carried out");
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
    inTurn(stores, story.toArray(Event[]::new));
    assertThat(points(stores, HOME).available()).isEqualTo(57);
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, story);
    // What was bought last is worth less once all of that comes back before it.
    inTurn(stores, back("ann", "6", 3, "5", 50));
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
    inTurn(stores, story.toArray(Event[]::new));
    assertThat(codeOf(stores, "till:3")).isEqualTo("carried out");
    assertThat(codeOf(stores, "till:4")).isEqualTo("spent-since");
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
    inTurn(stores, story.toArray(Event[]::new));
    agree(stores);
    new Truth(FOLD).holds(stores, FORM, story);
    assertThat(points(stores, HOME).available()).isEqualTo(40);
  }
}
