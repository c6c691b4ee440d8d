package dev.laurel.ui.studio.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import dev.laurel.engine.operation.Operation;
import dev.laurel.ui.studio.PageTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HomeViewTest extends PageTest {
  @Autowired private Operation operation;

  @Test
  void one_sentence_answers_first() {
    go("");
    assertThat(text(part("headline")))
        .startsWith("8 members. Since the beginning they earned")
        .contains("Beans and spent")
        .endsWith("will expire before the year ends.");
  }

  @Test
  void every_number_says_as_of_when_it_was_counted() {
    go("");
    assertThat(parts("card").stream().map(HomeViewTest::said))
        .filteredOn(card -> !card.startsWith("In force"))
        .isNotEmpty()
        .allSatisfy(card -> assertThat(card).contains("counted on Fri 20 Nov 2026, 13:00"));
  }

  @Test
  void a_segment_whose_share_left_its_bounds_is_told_with_the_way_to_it() {
    go("");
    assertThat(parts("alert")).hasSize(1);
    assertThat(text()).contains("Drifting away: 12.5 % of all members, above 10 %");
  }

  @Test
  void members_are_counted_by_tier() {
    go("");
    String ladder = text(parts("c12").getFirst());
    assertThat(ladder).contains("Members by tier: Level", "Guest", "Regular", "Captain", "%");
  }

  @Test
  void what_expires_can_be_read_as_a_table() {
    go("");
    assertThat(parts("data")).hasSize(1);
    press("Table");
    assertThat(parts("data")).hasSize(2);
    assertThat(text(parts("data").getFirst())).contains("Month", "Nov 26", "Nov 27");
  }

  @Test
  void it_speaks_chinese() {
    speak(Locale.SIMPLIFIED_CHINESE);
    go("");
    assertThat(text()).contains("共 8 位会员。", "负债", "咖啡豆").doesNotContain("members", "Beans");
  }

  private static String said(Component card) {
    return text(card);
  }

  @Test
  void how_far_the_examples_members_are_is_shown_until_all_are_there() {
    operation.loading().note(23_000, 89_521);
    try {
      go("");
      assertThat(text(part("loading"))).contains("23,000 of 89,521 events");
      assertThat(UI.getCurrent().getPollInterval()).isPositive();
      operation.loading().note(50_000, 89_521);
      poll();
      assertThat(text(part("loading"))).contains("50,000 of 89,521 events");
    } finally {
      operation.loading().end();
    }
    poll();
    assertThat(parts("loading")).isEmpty();
    assertThat(UI.getCurrent().getPollInterval()).isNegative();
  }

  private static void poll() {
    ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
  }
}
