package dev.laurel.ui.studio.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.support.Support;
import dev.laurel.ui.studio.PageTest;
import dev.laurel.ui.studio.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.annotation.DirtiesContext;

/** What whoever helps members does on a member's page; the store is made anew afterwards. */
@DirtiesContext
@WithMockUser(username = "jonas")
class SupportPagesTest extends PageTest {
  private static final Actor INES = new Actor("ines", Set.of(Role.AUDITOR));
  private static final String POINTS = "How many points";

  @Autowired private Support support;

  private List<HistoryRecord> book() {
    return support.history(INES, 0, 1_000);
  }

  private NativeButton primary() {
    return (NativeButton) part("primary");
  }

  @Test
  void what_an_adjustment_does_is_said_before_it_is_done() {
    go("members/G00000005");
    press("Adjust points");
    assertThat(primary().isEnabled()).isFalse();
    write(POINTS, "150");
    assertThat(text(part("effect"))).matches("Beans held: [\\d.,]+ now, [\\d.,]+ afterwards\\.");
    assertThat(text(primary())).isEqualTo("Give 150 Beans");
    assertThat(primary().isEnabled()).isTrue();
    press("Take");
    assertThat(text(primary())).isEqualTo("Take 150 Beans");
    write(POINTS, "many");
    assertThat(primary().isEnabled()).isFalse();
    int before = book().size();
    press("Cancel");
    assertThat(parts("adjust")).isEmpty();
    assertThat(book()).hasSize(before);
  }

  @Test
  void an_adjustment_stands_in_the_timeline_with_its_reason_and_who_did_it() {
    go("members/G00000006");
    press("Adjust points");
    write(POINTS, "150");
    press("Give 150 Beans");
    assertThat(text(part("effect"))).contains("a reason is asked for");
    assertThat(book()).noneMatch(record -> record.entry().about().endsWith("G00000006"));
    type(part("longtext"), "The machine was broken");
    press("Give 150 Beans");
    assertThat(text()).contains("150 Beans were given. It stands in the timeline.");
    assertThat(parts("adjust")).isEmpty();
    assertThat(text(parts("ev").getFirst()))
        .contains("The machine was broken", "by jonas", "+150 Beans");
  }

  @Test
  void a_benefit_is_used_with_a_reason_and_stands_in_the_timeline() {
    go("members/G00000004");
    press("Use");
    assertThat(text(part("adjust"))).startsWith("Use The captain's table");
    ComponentUtil.fireEvent(primary(), new ClickEvent<>(primary()));
    assertThat(text(part("effect"))).contains("a reason is asked for");
    type(part("longtext"), "Her table tonight");
    ComponentUtil.fireEvent(primary(), new ClickEvent<>(primary()));
    assertThat(text()).contains("The captain's table was used. It stands in the timeline.");
    assertThat(parts("adjust")).isEmpty();
    assertThat(text(parts("ev").getFirst())).contains("by jonas: Her table tonight");
    assertThat(book().getLast().entry().act()).isEqualTo("benefit-used");
  }

  /** A member with enough for a coffee of the house, and the words of its balance. */
  private String hasBeans(String member) {
    Actor jonas = new Actor("jonas", Set.of(Role.SUPPORT));
    support.adjust(jonas, member, "beans", BigDecimal.valueOf(150), "Made up for a machine");
    go("members/" + member);
    return text(parts("bal").getFirst());
  }

  @Test
  void points_are_set_aside_for_a_benefit_and_handed_over() {
    String before = hasBeans("G00000008");
    press("Redeem");
    assertThat(text(part("adjust")))
        .startsWith("Redeem points for Coffee of the house")
        .contains("It costs 100 Beans.")
        .contains("can be given back until then");
    type(part("longtext"), "At the counter");
    press("Set 100 Beans aside");
    assertThat(text()).contains("100 set aside here for Coffee of the house");
    assertThat(text(parts("bal").getFirst())).isNotEqualTo(before);
    assertThat(book().getLast().entry().act()).isEqualTo("points-set-aside");
    press("Hand over");
    assertThat(text()).contains("It was handed over").doesNotContain("set aside here");
    assertThat(book().getLast().entry().act()).isEqualTo("reservation-confirmed");
  }

  @Test
  void what_was_set_aside_by_mistake_is_given_back_with_a_reason() {
    String before = hasBeans("G00000003");
    press("Redeem");
    type(part("longtext"), "At the counter");
    press("Set 100 Beans aside");
    press("Give back");
    ComponentUtil.fireEvent(primary(), new ClickEvent<>(primary()));
    assertThat(text(part("effect"))).contains("a reason is asked for");
    type(part("longtext"), "Another member");
    ComponentUtil.fireEvent(primary(), new ClickEvent<>(primary()));
    assertThat(text()).contains("The points were given back.").doesNotContain("set aside here");
    assertThat(text(parts("bal").getFirst())).isEqualTo(before);
    assertThat(book().getLast().entry().act()).isEqualTo("reservation-cancelled");
  }

  @Test
  void personal_data_is_shown_for_a_reason_and_that_it_was_is_recorded() {
    go("members/" + World.KNOWN);
    assertThat(text()).contains("Ada B.", "a••••@••••.org").doesNotContain("Ada Brandt");
    int before = book().size();
    press("Show");
    press("Show it");
    assertThat(text(part("showing"))).contains("a reason is asked for");
    assertThat(text()).doesNotContain("Ada Brandt");
    assertThat(book()).hasSize(before);
    type(part("longtext"), "Ticket 12");
    press("Show it");
    assertThat(text()).contains("Ada Brandt").doesNotContain("ada@example.org");
    // The reason was said within the hour, so it is not asked for again; the look is recorded.
    press("Show");
    assertThat(text()).contains("ada@example.org");
    assertThat(book().subList(before, before + 2))
        .extracting(record -> record.entry().why(), record -> record.entry().facts().get("field"))
        .containsExactly(tuple("Ticket 12", "name"), tuple("Ticket 12", "mail"));
    press("Hide");
    assertThat(text()).doesNotContain("Ada Brandt");
  }

  @Test
  @WithMockUser(username = "mara")
  void whoever_may_not_finds_neither_button() {
    go("members/" + World.KNOWN);
    assertThat(text()).doesNotContain("Adjust points", "Show", "recorded in the history");
    assertThat(text()).contains("Personal data is masked here.");
  }

  @Test
  void all_of_it_is_said_in_chinese_too() {
    speak(Locale.SIMPLIFIED_CHINESE);
    go("members/G00000007");
    press("调整积分");
    write("积分数量", "0");
    assertThat(text(part("effect"))).isEqualTo("0 分不会带来任何变化，请输入数量。");
    write("积分数量", "12");
    assertThat(text(part("effect"))).contains("现在", "调整后");
  }
}
