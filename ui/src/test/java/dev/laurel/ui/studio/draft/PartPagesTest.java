package dev.laurel.ui.studio.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Segment;
import dev.laurel.ui.studio.PageTest;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Segments, benefits and challenges as sentences; each test leaves the draft as live. */
class PartPagesTest extends PageTest {
  private static final Actor MARA = new Actor("mara", Set.of(Role.MARKETER));

  @Autowired private Drafts drafts;

  @AfterEach
  void takeAllBack() {
    while (drafts.undo(MARA) instanceof EditResult.Saved) {}
  }

  private Component block(String place) {
    return parts("part").stream()
        .filter(each -> place.equals(each.getElement().getAttribute("data-at")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nothing at " + place + ": " + text()));
  }

  private void open(String place) {
    Component word =
        parts("word").stream()
            .filter(each -> place.equals(each.getElement().getAttribute("data-place")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No word at " + place));
    ComponentUtil.fireEvent(word, new ClickEvent<>(word));
  }

  /** Presses a choice of the window that is open, by how it begins. */
  private void start(String said) {
    Component choice =
        parts("tpl").stream()
            .filter(each -> text(each).startsWith(said))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No start says " + said + ": " + text()));
    ComponentUtil.fireEvent(choice, new ClickEvent<>(choice));
  }

  @Test
  void a_segment_says_who_belongs_how_many_do_and_that_its_share_is_to_be_looked_at() {
    go("segments");
    assertThat(text(block("segments/regular-faces")))
        .startsWith("Regular faces")
        .containsPattern("Members: [0-8], [\\d.]+\\h?% of all");
    assertThat(text(block("segments/drifting")))
        .containsPattern("Members: 1, 12.5\\h% of all")
        .endsWith("Its share is 12.5 %, above the 10 % that are set.");
    assertThat(text(block("segments/newcomers"))).doesNotContain("that are set");
  }

  @Test
  void a_segment_that_is_changed_is_sized_by_members_who_are_looked_at() {
    go("segments");
    open("segments/big-cups/is/from");
    write("Value", "10");
    press("Keep");
    assertThat(text(block("segments/big-cups")))
        .contains("Changed")
        .containsPattern("about [1-8], [\\d.]+\\h?% of 8 who were looked at");
    assertThat(segment("big-cups").is()).hasToString("InClass" + text("10"));
  }

  private static String text(String from) {
    return "[dimension=VALUE, metric=credits, from=Optional[%s], below=Optional.empty]"
        .formatted(from);
  }

  private Segment segment(String id) {
    return drafts.view(MARA).pack().orElseThrow().segments().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_segment_starts_whole_and_without_fault() {
    go("segments");
    press("New segment");
    start("Not bought for a while");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    assertThat(text(block("segments/lapsing")))
        .startsWith("Not bought for a while")
        .contains("New")
        .containsPattern("about \\d, [\\d.]+\\h?% of 8");
  }

  @Test
  void benefits_stand_by_tier_and_tell_what_became_of_them() {
    go("benefits");
    assertThat(text(part("tiermatrix")))
        .startsWith("BenefitGuestRegularCaptainOtherwise")
        .contains("Coffee of the houseyesyesyesfor points", "The captain's table–no–noyes")
        .contains("Tasting evening–no–no–nofor segments")
        .contains("A cup on the house–no–no–nohanded out");
    assertThat(text(block("benefits/tote-bag"))).contains("500 of 500 left in stock");
    assertThat(text(block("benefits/free-cup")))
        .containsPattern("have it: \\d+\\. \\d+ handed out, \\d+ used, \\d+ lapsed\\.");
  }

  @Test
  void a_benefit_for_points_starts_with_a_price() {
    go("benefits");
    press("New benefit");
    start("For points");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    assertThat(drafts.view(MARA).pack().orElseThrow().benefits().getLast().price())
        .isInstanceOf(Benefit.Price.Fixed.class);
  }

  @Test
  void a_message_starts_with_a_channel_and_a_purpose_and_tells_what_sends_it() {
    go("messages");
    assertThat(text(block("messages/aboard")))
        .contains("Welcome aboard", "Used by Regular, Captain.");
    press("New message or offer");
    start("A message");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    assertThat(drafts.view(MARA).pack().orElseThrow().messages()).hasSize(4);
    assertThat(text(block("messages/message")))
        .contains("A message", "to members who consent to", "No rule uses it yet.");
  }

  @Test
  void offers_start_whole_and_show_what_each_gives() {
    go("messages");
    press("New message or offer");
    start("Offers");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    assertThat(text(block("offers/offers"))).contains("A member gets the best", "Its score is 10");
  }

  @Test
  void challenges_stand_with_earning_and_start_whole() {
    go("earning");
    assertThat(text(block("challenges/ten-cups"))).startsWith("Ten cups");
    press("New challenge");
    start("Stamp card");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    assertThat(drafts.view(MARA).pack().orElseThrow().challenges()).hasSize(3);
  }

  @Test
  @WithMockUser(username = "jonas")
  void whoever_may_only_read_can_start_nothing() {
    go("segments");
    assertThat(text()).contains("Regular faces").doesNotContain("New segment");
    go("benefits");
    assertThat(text()).contains("Coffee of the house").doesNotContain("New benefit");
  }

  @Test
  void all_of_it_is_said_in_chinese_too() {
    speak(Locale.SIMPLIFIED_CHINESE);
    go("segments");
    assertThat(text(block("segments/drifting"))).startsWith("渐行渐远").contains("占全部的 12.5%");
    go("benefits");
    assertThat(text(part("tiermatrix"))).contains("招牌咖啡", "船长专座");
  }
}
