package dev.laurel.ui.studio.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.PageTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** A campaign is asked for, from what it is for to what it may cost. */
class WizardTest extends PageTest {
  private static final Actor MARA = new Actor("mara", Set.of(Role.MARKETER));
  private static final String CAMPAIGN = "campaigns/spend-and-get";

  @Autowired private Drafts drafts;

  @AfterEach
  void takeAllBack() {
    while (drafts.undo(MARA) instanceof EditResult.Saved) {}
  }

  private String at(String part) {
    return Trees.at(drafts.view(MARA).tree(), CAMPAIGN + "/" + part)
        .map(tree -> tree instanceof Tree.Leaf(var _, var text) ? text : tree.toString())
        .orElse("nothing");
  }

  private void start(String template) {
    go("campaigns");
    Component card =
        parts("tpl").stream()
            .filter(each -> text(each).startsWith(template))
            .findFirst()
            .orElseThrow();
    ComponentUtil.fireEvent(card, new ClickEvent<>(card));
  }

  private void choose(String answer) {
    Component found =
        parts("answer").stream()
            .filter(each -> text(each).startsWith(answer))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No answer says " + answer + ": " + text()));
    ComponentUtil.fireEvent(found, new ClickEvent<>(found));
  }

  @Test
  void each_answer_is_kept_at_once_and_said_in_the_sentence() {
    start("Spend and get");
    assertThat(text(part("asks"))).contains("question 1 of 5", "What should they get?");
    assertThat(text(part("lead"))).contains("150 Beans", "at least €50.00");
    write("Value", "200");
    assertThat(at("rules/spend-and-get-rule/then/1/points")).isEqualTo("200");
    assertThat(text(part("lead"))).contains("200 Beans");

    press("Next: What for");
    assertThat(text(part("answered"))).contains("What they get", "200 Beans");
    press("Next: For whom");
    choose("Captain or higher");
    assertThat(at("when")).contains("Captain");
    assertThat(text(part("lead"))).contains("Captain");
    choose("Everyone");
    assertThat(at("when")).isEqualTo("nothing");
    assertThat(text(part("sofar"))).contains("Audience now8members");

    press("Next: When");
    choose("Always");
    assertThat(at("schedule/from")).isEqualTo("nothing");
    choose("Between two days");
    assertThat(at("schedule/from")).isEqualTo("2026-11-20");

    press("Next: Up to what cost");
    choose("So many points");
    assertThat(at("budget/points")).isEqualTo("100000");
    choose("Only for the first");
    assertThat(at("budget")).isEqualTo("nothing");
    assertThat(at("firstMembers")).isEqualTo("1000");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    press("Done");
    assertThat(parts("campaign").stream().map(PageTest::text))
        .anyMatch(each -> each.contains("Spend and get") && each.contains("200 Beans"));
  }

  @Test
  void nonsense_is_told_where_it_was_typed_and_changes_nothing() {
    start("Spend and get");
    write("Value", "many");
    assertThat(text(part("asks"))).contains("That is no number");
    assertThat(at("rules/spend-and-get-rule/then/1/points")).isEqualTo("150");
  }

  @Test
  void what_was_answered_can_be_changed_and_what_runs_at_the_same_time_is_named() {
    start("Win-back");
    press("Next: What for");
    press("Change");
    assertThat(text(part("asks"))).contains("question 1 of 5");
    assertThat(text(part("sofar"))).contains("Weekends").doesNotContain("Lunar New Year");
  }

  @Test
  void templates_are_shown_by_what_they_are_for() {
    go("campaigns");
    int all = parts("tpl").size();
    press("Bring back");
    assertThat(parts("tpl")).hasSize(1);
    press("All");
    assertThat(parts("tpl")).hasSize(all);
  }

  @Test
  void a_campaign_that_is_not_there_is_said_to_be_gone() {
    go("campaigns/new", Map.of("at", List.of("campaigns/none")));
    assertThat(text()).contains("not in the draft any more");
  }

  @Test
  @WithMockUser(username = "rita")
  void whoever_may_not_edit_is_asked_nothing() {
    go("campaigns/new", Map.of("at", List.of("campaigns/weekend")));
    assertThat(text()).contains("cannot be changed now");
  }

  @Test
  void it_speaks_chinese() {
    speak(Locale.SIMPLIFIED_CHINESE);
    start("满额有礼");
    assertThat(text(part("asks"))).contains("会员获得什么？").doesNotContain("Next");
  }
}
