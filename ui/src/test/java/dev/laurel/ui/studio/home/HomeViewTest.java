package dev.laurel.ui.studio.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import dev.laurel.ui.studio.PageTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HomeViewTest extends PageTest {
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
}
