package dev.laurel.ui.studio.tryit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.scenario.ScenarioResult;
import dev.laurel.engine.scenario.Scenarios;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.ui.studio.PageTest;
import dev.laurel.ui.studio.frame.StudioPage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The case that was tried is kept; each test leaves the draft as live. */
class KeepTest extends PageTest {
  private static final Actor MARA = new Actor("mara", Set.of(Role.MARKETER));
  private static final Map<String, List<String>> LUNCH =
      Map.of(
          "line", List.of("1~12~category=Pastry"),
          "with.channel", List.of("app"),
          "enrolled", List.of("2026-01-01"),
          "at", List.of("2026-11-20T12:30"));

  @Autowired private Drafts drafts;

  @AfterEach
  void takeAllBack() {
    while (drafts.undo(MARA) instanceof EditResult.Saved) {}
  }

  private List<NativeButton> strip() {
    return ((StudioPage) getCurrentView())
        .atEndOfStrip().stream()
            .filter(NativeButton.class::isInstance)
            .map(NativeButton.class::cast)
            .toList();
  }

  private void pressInStrip(String name) {
    NativeButton button =
        strip().stream()
            .filter(each -> name.equals(each.getElement().getAttribute("aria-label")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("The strip has no " + name));
    ComponentUtil.fireEvent(button, new ClickEvent<>(button));
  }

  private List<ScenarioResult> packTest() {
    return switch (PackTree.check(drafts.view(MARA).tree())) {
      case PackResult.Read(var pack, var digest) -> Scenarios.run(pack, digest);
      case PackResult.Refused(var faults) -> throw new AssertionError(faults);
    };
  }

  @Test
  void a_case_is_kept_with_what_comes_of_it_and_run_with_the_others() {
    int before = packTest().size();
    go("try", LUNCH);
    pressInStrip("Keep as scenario test");
    press("Keep");
    assertThat(text(part("keep"))).contains("a name of 1 to");
    write("Name: what the case shows", "Pastry for twelve by app");
    type(
        part("keep")
            .getChildren()
            .flatMap(Component::getChildren)
            .filter(each -> each.hasClassName("longtext"))
            .skip(1)
            .findFirst()
            .orElseThrow(),
        "As printed on the bag");
    press("Keep");
    assertThat(text(part("keep")))
        .contains("“Pastry for twelve by app” is kept in draft", "As printed on the bag", "29");
    assertThat(text(part("ran"))).contains("scenario tests pass");
    List<ScenarioResult> results = packTest();
    assertThat(results).hasSize(before + 1);
    assertThat(results.getLast()).isInstanceOf(ScenarioResult.Passed.class);
    assertThat(results.getLast().scenario().id()).isEqualTo("pastry-for-twelve-by-app");
  }

  @Test
  void a_members_case_is_kept_without_the_member() {
    go("try", Map.of("member", List.of("G00000004"), "line", List.of("1~10~category=Coffee")));
    pressInStrip("Keep as scenario test");
    assertThat(text(part("keep"))).contains("no id, no birthday");
    write("Name: what the case shows", "A captain buys coffee");
    press("Keep");
    assertThat(packTest().getLast()).isInstanceOf(ScenarioResult.Passed.class);
    assertThat(packTest().getLast().scenario().toString()).doesNotContain("G00000004");
  }

  @Test
  void what_fails_is_said_with_what_was_expected_and_what_came() {
    go("try", LUNCH);
    drafts.edit(
        MARA,
        drafts.view(MARA).version(),
        "step",
        List.of(
            Edits.active(
                "earning/"
                    + drafts.view(MARA).pack().orElseThrow().earning().getFirst().id()
                    + "/rules/base",
                false)));
    pressInStrip("Run scenario tests");
    assertThat(text(part("ran"))).contains("scenario tests fail.", "gives something else", "came.");
    assertThat(parts("not")).isNotEmpty();
  }

  @Test
  @WithMockUser(username = "rita")
  void whoever_may_not_write_runs_and_keeps_nothing() {
    go("try", LUNCH);
    assertThat(strip())
        .extracting(each -> each.getElement().getAttribute("aria-label"))
        .contains("Run scenario tests")
        .doesNotContain("Keep as scenario test");
    pressInStrip("Run scenario tests");
    assertThat(text(part("ran"))).contains("scenario tests pass");
  }
}
