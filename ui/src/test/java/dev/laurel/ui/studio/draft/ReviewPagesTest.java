package dev.laurel.ui.studio.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.governance.Publishing;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.PageTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;

/** What a review says of effects and checks, and a draft that is brought up to a later revision. */
@DirtiesContext
class ReviewPagesTest extends PageTest {
  private static final Actor MARA = new Actor("mara", Set.of(Role.MARKETER));
  private static final String ENTRY = "ladders/level/tiers/%s/entry";

  @Autowired private Drafts drafts;
  @Autowired private Operation operation;

  private void edit(String tier, String atLeast) {
    EditResult result =
        drafts.edit(
            MARA,
            drafts.view(MARA).version(),
            "step",
            List.of(Edits.threshold(ENTRY.formatted(tier), atLeast)));
    assertThat(result).isInstanceOf(EditResult.Saved.class);
  }

  private String from(String tier) {
    return Trees.at(drafts.view(MARA).tree(), ENTRY.formatted(tier) + "/atLeast")
        .map(leaf -> ((Tree.Leaf) leaf).text())
        .orElse("gone");
  }

  /** Another revision comes while the draft is edited. */
  private void publishes(String tier, String atLeast) {
    Tree live = PackTree.of(operation.programme().revision().pack());
    String place = ENTRY.formatted(tier) + "/atLeast";
    Tree changed = Trees.replace(live, place, Tree.number(atLeast)).orElseThrow();
    PackResult.Read pack = (PackResult.Read) PackTree.check(changed);
    assertThat(operation.publishing().publish(2, pack, Optional.empty()))
        .isInstanceOf(Publishing.Outcome.Accepted.class);
  }

  @Test
  @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
  void each_change_says_what_it_alone_does_and_the_checks_run_the_scenarios() {
    edit("Captain", "250");
    go("review");
    assertThat(text(part("chg"))).contains("By this alone");
    assertThat(text(part("checks"))).contains("No faults. Publishing is possible.");
    press("Run scenario tests");
    assertThat(text(part("checks"))).containsPattern("scenario tests (pass|fail)\\.");
    speak(Locale.SIMPLIFIED_CHINESE);
    go("review");
    assertThat(text(part("chg"))).contains("仅此一项");
  }

  @Test
  @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
  void a_draft_is_brought_up_to_a_revision_that_came_meanwhile() {
    edit("Captain", "550");
    publishes("Regular", "190");
    go("review");
    assertThat(text()).contains("revision 2 was published since");
    press("Bring up to revision 2");
    assertThat(drafts.view(MARA).isBaseLatest()).isTrue();
    assertThat(from("Captain")).isEqualTo("550");
    assertThat(from("Regular")).isEqualTo("190");
    assertThat(text()).doesNotContain("Bring up to");
  }

  @Test
  @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
  void where_both_changed_the_same_somebody_says_whose_words_count() {
    edit("Captain", "550");
    publishes("Captain", "640");
    go("review");
    press("Bring up to revision 2");
    assertThat(text(part("rebasing"))).contains("Both changed the same, at 1 places");
    assertThat(drafts.view(MARA).isBaseLatest()).isFalse();
    press("Those of the draft");
    assertThat(drafts.view(MARA).isBaseLatest()).isTrue();
    assertThat(from("Captain")).isEqualTo("550");
  }
}
