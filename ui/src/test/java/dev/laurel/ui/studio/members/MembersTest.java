package dev.laurel.ui.studio.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.operation.Operation;
import dev.laurel.ui.studio.PageTest;
import dev.laurel.ui.studio.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MembersTest extends PageTest {
  @Autowired private Operation operation;

  @Test
  void members_are_found_by_the_beginning_of_their_id() {
    go("members", Map.of("q", List.of("G0000000")));
    assertThat(text()).contains("8 found", "G00000004", "Captain", "Beans");
    write("Id, name, mail or telephone", "G00000004");
    assertThat(text()).contains("1 found", "G00000004").doesNotContain("G00000005");
  }

  @Test
  void members_are_found_by_what_is_known_of_the_person_and_shown_masked() {
    for (String asked : List.of("brandt", "ADA@example.org", "0049 30 123456")) {
      go("members", Map.of("q", List.of(asked)));
      assertThat(text()).as(asked).contains("1 found", "Ada B.", World.KNOWN);
      assertThat(text()).doesNotContain("Ada Brandt", "ada@example.org");
    }
  }

  @Test
  void where_nobody_is_found_it_is_said_where_was_looked() {
    go("members", Map.of("q", List.of("nobody")));
    assertThat(text()).contains("Nobody was found for “nobody”", "ids by their beginning");
  }

  @Test
  void a_member_shows_tier_balances_and_what_is_missing() {
    go("members/" + World.KNOWN);
    assertThat(text(part("top"))).contains("Ada B.", World.KNOWN, "Regular until", "for Captain.");
    assertThat(text()).contains("a••••@••••.org", "••••56").doesNotContain("ada@example.org");
    assertThat(text(parts("lots").getFirst())).contains("Expire at the end of", "2027");
  }

  @Test
  void twenty_members_are_shown_and_the_others_on_demand() {
    Event.Body joins = new Event.Body.Enrolment(Optional.empty(), Map.of());
    List<Event> all = new ArrayList<>();
    for (int i = 10; i < 35; i++)
      all.add(new Event("app", "zz-" + i, "zz-" + i, World.NOW.minusSeconds(60), joins));
    operation.record(all);
    go("members", Map.of("q", List.of("zz-")));
    assertThat(parts("who-link")).hasSize(20);
    press("Show 5 more");
    assertThat(parts("who-link")).hasSize(25);
    assertThat(text()).doesNotContain("Show 5 more");
  }

  @Test
  void the_why_of_an_entry_is_one_click_away() {
    go("members/G00000004");
    assertThat(parts("why")).isEmpty();
    press("Why?");
    assertThat(text(part("why")))
        .contains("A bean per euro")
        .contains("decided by revision 1")
        .contains("rules were not in force then");
    press("Why?");
    assertThat(parts("why")).isEmpty();
  }

  @Test
  void the_whole_history_can_be_read() {
    go("members/G00000004");
    int first = parts("ev").size();
    press("Earlier");
    assertThat(parts("ev").size()).isGreaterThan(first);
  }

  @Test
  void a_member_shows_its_pool_and_the_pool_who_is_in_it() {
    Event.Body coffee =
        new Event.Body.Purchase(450, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of());
    operation.record(
        List.of(new Event("till", "z-1", "z-table", World.NOW.minusSeconds(60), coffee)));
    operation.record(
        List.of(
            new Event("app", "z-2", "pool:window", World.NOW, new Event.Body.PoolJoin("z-table"))));
    Awaitility.await()
        .until(() ->
            operation
                .member(Actor.operator(), "z-table")
                .orElseThrow()
                .state()
                .pooling()
                .in()
                .isPresent());
    go("members/z-table");
    assertThat(text()).contains("In the poolpool:window", "Beans went on to the pool.");
    go("members/pool:window");
    assertThat(text()).contains("Members of the poolz-table", "came into the pool");
  }

  @Test
  void nobody_is_said_to_be_nobody() {
    go("members/stranger");
    assertThat(text()).contains("No event of a member stranger is known.");
  }

  @Test
  void what_a_member_has_beside_points_is_told_with_since_when_or_why_not() {
    go("members/G00000004");
    List<String> cards = parts("holdings").stream().map(PageTest::text).toList();
    assertThat(cards).hasSize(4);
    assertThat(cards.get(0)).contains("Challenges", "Ten cups").containsPattern("\\d of 10");
    assertThat(cards.get(1)).contains("Benefits", "The captain's table", "Has it");
    assertThat(cards.get(2)).contains("Segments", "NewcomersNot:");
    assertThat(cards.get(3)).contains("Messages", "Consents to");
  }
}
