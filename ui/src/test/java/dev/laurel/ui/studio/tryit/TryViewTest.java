package dev.laurel.ui.studio.tryit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import dev.laurel.ui.studio.PageTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TryViewTest extends PageTest {
  private static final Map<String, List<String>> LUNCH =
      Map.of(
          "line", List.of("1~12~category=Pastry"),
          "with.channel", List.of("app"),
          "enrolled", List.of("2026-01-01"),
          "at", List.of("2026-11-20T12:30"));

  private String rule(String name) {
    return parts("r").stream()
        .map(PageTest::text)
        .filter(text -> text.startsWith(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No rule " + name + ": " + text()));
  }

  @Test
  void every_rule_says_why_it_gave_or_why_not() {
    go("try", LUNCH);
    assertThat(rule("A bean per euro")).contains("+12", "12 so far");
    assertThat(rule("Double beans on pastry")).contains("+12", "24 so far");
    assertThat(rule("A quarter more for regulars"))
        .contains("not met", "Asked that the member is Regular, was Guest");
    assertThat(rule("The café's jubilee")).contains("not in force");
    assertThat(rule("Five beans for an order by app")).contains("+5");
  }

  @Test
  void a_little_more_would_have_been_enough() {
    go("try", Map.of("line", List.of("1~12~category=Coffee"), "at", List.of("2026-11-20T12:30")));
    String basket = rule("Two beans for each whole ten euros");
    assertThat(basket)
        .contains("Asked that the purchase amount is at least €20.00, was €12.00")
        .contains("€8.00 more would have been enough for 4 Beans");
    press("Add it");
    assertThat(rule("Two beans for each whole ten euros")).contains("+4").doesNotContain("Asked");
  }

  @Test
  void each_change_is_tried_at_once() {
    go("try", LUNCH);
    write("Price of one", "20,00");
    assertThat(rule("A bean per euro")).contains("+20");
    write("Price of one", "twenty");
    assertThat(rule("A bean per euro")).contains("+20");
  }

  @Test
  void only_what_fired_or_almost_did_can_be_shown() {
    go("try", LUNCH);
    int all = parts("r").size();
    press(
        parts("seg").stream()
            .flatMap(Component::getChildren)
            .map(PageTest::text)
            .filter(text -> text.startsWith("Fired"))
            .findFirst()
            .orElseThrow());
    assertThat(parts("r")).isNotEmpty().hasSizeLessThan(all);
    assertThat(parts("r").stream().map(PageTest::text))
        .allSatisfy(text -> assertThat(text).doesNotContain("Asked"));
  }

  @Test
  void a_member_is_tried_as_the_member_stands() {
    go("try", Map.of("member", List.of("G00000004"), "line", List.of("1~10~category=Coffee")));
    assertThat(text(part("who1"))).contains("G00000004", "Captain until");
    assertThat(rule("Half as much again for captains")).doesNotContain("not met");
  }

  @Test
  void time_is_moved_forward() {
    go("try", Map.of("member", List.of("G00000004"), "at", List.of("2027-12-24T10:00")));
    assertThat(text()).contains("Until then, by time alone", "Beans expired.");
  }

  @Test
  void what_cannot_be_tried_is_said() {
    go("try", Map.of("at", List.of("2099-01-01T10:00")));
    assertThat(text()).contains("The event lies more than 1,100 days ahead.");
  }
}
