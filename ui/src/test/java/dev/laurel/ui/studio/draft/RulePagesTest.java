package dev.laurel.ui.studio.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.PageTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The pages on which rules are changed word by word; each test leaves the draft as live. */
class RulePagesTest extends PageTest {
  private static final Actor MARA = new Actor("mara", Set.of(Role.MARKETER));
  private static final String BASE = "earning/usual/rules/base";
  private static final String POINTS = BASE + "/then/1/points";

  @Autowired private Drafts drafts;

  @AfterEach
  void takeAllBack() {
    while (drafts.undo(MARA) instanceof EditResult.Saved) {}
  }

  private String at(String place) {
    return Trees.at(drafts.view(MARA).tree(), place)
        .map(tree -> tree instanceof Tree.Leaf(var _, var text) ? text : tree.toString())
        .orElse("nothing");
  }

  private List<String> names(String place) {
    return Trees.names(Trees.at(drafts.view(MARA).tree(), place).orElseThrow());
  }

  private Component word(String place) {
    return parts("word").stream()
        .filter(each -> place.equals(each.getElement().getAttribute("data-place")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No word at " + place));
  }

  private static void click(Component button) {
    ComponentUtil.fireEvent(button, new ClickEvent<>(button));
  }

  private void open(String place) {
    click(word(place));
  }

  /** Opens the menu of a rule, a campaign or a group. */
  private void menu(String place) {
    click(
        parts("dots").stream()
            .filter(each -> (place + "#menu").equals(each.getElement().getAttribute("data-place")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No menu of " + place)));
  }

  /** Presses a choice of the window that is open. */
  private void choose(String text) {
    click(
        part("ops")
            .getChildren()
            .filter(each -> text(each).equals(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No choice says " + text)));
  }

  private Component rule(String place) {
    return parts("rule").stream()
        .filter(each -> place.equals(each.getElement().getAttribute("data-rule")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No rule at " + place));
  }

  @Test
  void a_number_in_a_sentence_is_changed_where_it_stands_and_can_be_taken_back() {
    go("earning");
    open(POINTS);
    write("Value", "2");
    assertThat(text(part("says"))).startsWith("Members earn 2 Beans for each €1.00");
    assertThat(at(POINTS)).isEqualTo("1");
    press("Keep");
    assertThat(at(POINTS)).isEqualTo("2");
    assertThat(parts("wordpop")).isEmpty();
    assertThat(text(rule(BASE))).contains("Members earn 2 Beans", "Changed");
    assertThat(word(POINTS).getElement().getClassList()).contains("changed");
    assertThat(drafts.view(MARA).undo()).contains("A bean per euro: 2");
  }

  @Test
  void leaving_changes_nothing_and_nonsense_is_told_where_it_was_typed() {
    go("earning");
    open(POINTS);
    write("Value", "many");
    press("Keep");
    assertThat(text(part("wrong"))).contains("That is no number");
    click(
        parts("btn").stream()
            .filter(each -> each.getElement().hasAttribute("data-leave"))
            .findFirst()
            .orElseThrow());
    assertThat(parts("wordpop")).isEmpty();
    assertThat(drafts.view(MARA).isEdited()).isFalse();
  }

  @Test
  void a_choice_is_made_by_pressing_it() {
    go("earning");
    open("earning/extras/meeting");
    press("only the one of the highest priority counts, then the first by id");
    assertThat(at("earning/extras/meeting")).isEqualTo("first");
  }

  @Test
  void a_condition_is_compared_otherwise() {
    go("earning");
    String place = "earning/extras/rules/large-basket/when/only";
    open(place);
    press("less than");
    write("Value", "30");
    press("Keep");
    assertThat(at(place)).isEqualTo("purchase.amount < 30");
  }

  @Test
  void a_rule_is_switched_off_copied_moved_and_removed_each_as_one_step() {
    go("earning");
    menu(BASE);
    press("Switch off");
    assertThat(at(BASE + "/active")).isEqualTo("false");
    assertThat(text(rule(BASE))).contains("Off");
    menu(BASE);
    press("Copy");
    assertThat(names("earning/usual/rules")).containsExactly("base", "base2", "credit");
    menu("earning/usual/rules/credit");
    press("Move up");
    assertThat(names("earning/usual/rules")).containsExactly("base", "credit", "base2");
    menu("earning/usual/rules/base2");
    press("Remove");
    assertThat(names("earning/usual/rules")).containsExactly("base", "credit");
    assertThat(drafts.view(MARA).steps()).filteredOn(step -> !step.isUndone()).hasSize(4);
  }

  @Test
  void a_rule_starts_as_a_whole_sentence_and_grows_by_what_is_said_also() {
    go("earning");
    press("New rule");
    assertThat(text(part("starters"))).contains("Members earn 1 Bean for each €1.00 spent");
    click(
        parts("tpl").stream()
            .filter(card -> text(card).startsWith("A bonus for a large purchase"))
            .findFirst()
            .orElseThrow());
    assertThat(names("earning/usual/rules")).containsExactly("base", "credit", "basket-bonus");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    String fresh = "earning/usual/rules/basket-bonus";
    assertThat(text(rule(fresh))).contains("at least €25.00", "New");
    menu(fresh);
    press("Days on which it is in force");
    assertThat(text(rule(fresh))).contains("20 November 2026");
    menu(fresh);
    press("A condition");
    choose("The purchase's channel");
    assertThat(at(fresh + "/when/channel")).startsWith("purchase.channel");
  }

  @Test
  void rules_are_found_by_what_became_of_them_and_by_what_they_say() {
    go("earning");
    int all = parts("rule").size();
    write("Find in sentences", "organic");
    assertThat(parts("rule")).hasSizeBetween(1, all - 1);
    write("Find in sentences", "no such words");
    assertThat(text()).contains("No rule is of this kind");
  }

  @Test
  void a_rate_is_typed_into_its_cell_and_rows_come_and_go() {
    go("earning");
    write("Row 1 gives", "0.75");
    assertThat(at("tables/goods-by-channel/rows/coffee-app/gives")).isEqualTo("0.75");
    write("Row 1 gives", "lots");
    assertThat(at("tables/goods-by-channel/rows/coffee-app/gives")).isEqualTo("0.75");
    press("Add a row");
    assertThat(names("tables/goods-by-channel/rows"))
        .containsExactly("coffee-app", "tea", "take-home", "row");
  }

  @Test
  void a_table_gets_another_column_and_loses_one_with_its_cells() {
    go("earning");
    press("Add a column");
    choose("The purchase's store");
    assertThat(names("tables/goods-by-channel/columns"))
        .containsExactly("category", "channel", "store");
    assertThat(at("tables/goods-by-channel/rows/tea/cells/3")).isEqualTo("any");
    assertThat(drafts.view(MARA).undo())
        .hasValueSatisfying(step -> assertThat(step).contains("store"));
    click(
        parts("btn").stream()
            .filter(each ->
                String.valueOf(each.getElement().getAttribute("aria-label"))
                    .startsWith("Remove the column The purchase's channel"))
            .findFirst()
            .orElseThrow());
    assertThat(names("tables/goods-by-channel/columns")).containsExactly("category", "store");
    assertThat(drafts.view(MARA).faults()).isEmpty();
  }

  @Test
  void a_new_table_comes_with_the_rule_by_which_it_gives() {
    go("earning");
    press("New rate table");
    assertThat(names("tables")).endsWith("rates");
    assertThat(names("earning/usual/rules")).containsExactly("base", "credit", "by-rates");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    assertThat(parts("ratetable")).hasSize(3);
  }

  @Test
  void a_fault_is_marked_at_its_word_and_mended_there() {
    edit(new Edit.Set(BASE + "/then/1/kind", Tree.text("bean")));
    go("earning");
    assertThat(word(BASE + "/then/1/kind").getElement().getClassList()).contains("flag", "err");
    assertThat(text(part("faultnote"))).contains("then");
    open(BASE + "/then/1/kind");
    press("Beans");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    assertThat(parts("faultnote")).isEmpty();
  }

  @Test
  void what_cannot_be_said_hides_no_other_rule_and_is_mended_by_its_fault() {
    edit(new Edit.Set(POINTS, Tree.number("-3")));
    go("earning");
    assertThat(parts("rule").size()).isGreaterThan(10);
    assertThat(text(part("faultnote"))).contains("base");
    open(POINTS);
    write("Value", "1");
    press("Keep");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    assertThat(text(rule(BASE))).contains("Members earn 1 Bean");
  }

  private void edit(Edit edit) {
    assertThat(drafts.edit(MARA, drafts.view(MARA).version(), "a test", List.of(edit)))
        .isInstanceOf(EditResult.Saved.class);
  }

  @Test
  @WithMockUser(username = "rita")
  void who_may_only_read_is_told_why_and_has_no_control() {
    for (String page : List.of("earning", "campaigns")) {
      go(page);
      assertThat(text(part("told"))).contains("editing takes the role marketer");
      assertThat(parts("word")).isNotEmpty().noneMatch(NativeButton.class::isInstance);
      assertThat(parts("dots")).isEmpty();
    }
  }

  @Test
  void campaigns_say_whether_they_run_today() {
    go("campaigns");
    assertThat(parts("campaign")).hasSize(6);
    Component weekend = parts("campaign").getFirst();
    assertThat(text(weekend)).contains("Running until 30 Nov 2026", "Weekends");
    assertThat(text()).contains("Ended 17 Feb 2026");
    assertThat(text()).contains("From 1 Jun 2027");
    press("Running 4");
    assertThat(parts("campaign")).hasSize(4);
  }

  @Test
  void a_campaign_is_changed_word_by_word_copied_and_ended() {
    go("campaigns");
    open("campaigns/weekend/schedule/to");
    write("To the end of", "2026-12-31");
    press("Keep");
    assertThat(at("campaigns/weekend/schedule/to")).isEqualTo("2026-12-31");
    menu("campaigns/weekend");
    press("A budget");
    assertThat(text(parts("campaign").getFirst())).contains("100,000 points");
    menu("campaigns/weekend");
    press("Copy");
    assertThat(names("campaigns")).startsWith("weekend", "weekend2");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    menu("campaigns/weekend2");
    press("Switch off");
    assertThat(at("campaigns/weekend2/active")).isEqualTo("false");
  }

  @Test
  void a_campaign_starts_from_a_template() {
    go("campaigns");
    click(
        parts("tpl").stream()
            .filter(card -> text(card).startsWith("Double points weekend"))
            .findFirst()
            .orElseThrow());
    assertThat(names("campaigns")).endsWith("double-weekend");
    assertThat(at("campaigns/double-weekend/schedule/from")).isEqualTo("2026-11-21");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    assertThat(text()).contains("question 1 of 4", "What should they get?");
    press("Keep in the draft and close");
    assertThat(text()).contains("From 21 Nov 2026");
  }

  @Test
  void they_speak_chinese() {
    speak(Locale.SIMPLIFIED_CHINESE);
    go("earning");
    open(POINTS);
    assertThat(text(part("wordpop"))).contains("替换“1”", "确定");
    assertThat(text()).doesNotContain("Keep", "Members", "In force");
    go("campaigns");
    assertThat(text()).contains("进行中").doesNotContain("Running", "From");
  }
}
