package dev.laurel.ui.studio.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.support.Support;
import dev.laurel.engine.vault.PersonalField;
import dev.laurel.ui.studio.PageTest;
import dev.laurel.ui.studio.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.annotation.DirtiesContext;

/** What people did, on a page; the store is made anew afterwards. */
@DirtiesContext
class HistoryViewTest extends PageTest {
  private static final Actor JONAS = new Actor("jonas", Set.of(Role.SUPPORT));

  @Autowired private Support support;

  @BeforeEach
  void somethingIsDone() {
    support.adjust(JONAS, "G00000005", "beans", BigDecimal.TEN, "machine was broken");
    support.show(JONAS, World.KNOWN, PersonalField.MAIL, "lost card");
  }

  private List<Component> lines() {
    return parts("line");
  }

  @Test
  void it_says_whether_it_is_whole_and_who_did_what_and_why() {
    go("history");
    assertThat(text(part("verified")))
        .contains("none changed, removed or added in between", "as far as record");
    assertThat(lines().stream().map(PageTest::text))
        .anyMatch(
            line -> line.contains("jonas gave member G00000005 10 Beans (“machine was broken”)"))
        .anyMatch(line ->
            line.contains("looked at a personal field of member " + World.KNOWN + ": E-mail"))
        .anyMatch(line -> line.contains("put revision 1 in force at the first start"));
    assertThat(text()).doesNotContain("ada@example.org");
  }

  @Test
  void a_record_shows_why_and_what_it_is_held_together_by() {
    go("history", Map.of("book", List.of("members")));
    assertThat(text()).doesNotContain("first start");
    NativeButton line = (NativeButton) lines().getLast();
    ComponentUtil.fireEvent(line, new ClickEvent<>(line));
    assertThat(text(part("detail"))).contains("machine was broken", "Hash before");
    assertThat(line.getElement().getAttribute("aria-current")).isEqualTo("true");
  }

  @Test
  void where_nothing_fits_it_is_said() {
    go("history", Map.of("by", List.of("somebody")));
    assertThat(lines()).isEmpty();
    assertThat(text()).contains("Nothing in the history fits this.");
  }

  @Test
  void it_is_told_in_chinese() {
    speak(Locale.SIMPLIFIED_CHINESE);
    go("history", Map.of("book", List.of("members")));
    assertThat(text(lines().getLast())).contains("为会员 G00000005增加 10");
  }

  @Test
  @WithMockUser(username = "jonas")
  void whoever_may_not_read_it_sees_none_of_it() {
    go("history");
    assertThat(text()).contains("Your roles do not allow this.").doesNotContain("machine");
  }
}
