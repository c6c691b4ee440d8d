package dev.laurel.ui.studio.frame.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.draft.Edits;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a rule stands that was dropped. */
class RuleDropsTest {
  private static final String USUAL = "earning/usual/rules";

  private final Tree tree = PackTree.of(World.cafe().pack());

  private List<String> after(String place, String into, String before) {
    Tree after = Edits.applied(tree, RuleDrops.edits(tree, place, into, before)).orElseThrow();
    return Trees.names(Trees.at(after, into).orElseThrow());
  }

  @Test
  void it_stands_before_the_one_above_which_it_was_dropped_or_at_the_end() {
    assertThat(after(USUAL + "/credit", USUAL, "base")).containsExactly("credit", "base");
    assertThat(after(USUAL + "/base", USUAL, "")).containsExactly("credit", "base");
  }

  @Test
  void it_goes_to_another_group_as_it_is() {
    assertThat(after(USUAL + "/credit", "earning/kind-customers/rules", "quiet-hours"))
        .containsExactly("own-cup", "credit", "quiet-hours");
  }

  @Test
  void dropped_where_it_stands_it_changes_nothing() {
    assertThat(RuleDrops.edits(tree, USUAL + "/base", USUAL, "base")).isEmpty();
    assertThat(RuleDrops.edits(tree, USUAL + "/base", USUAL, "credit")).isEmpty();
    assertThat(RuleDrops.edits(tree, USUAL + "/credit", USUAL, "")).isEmpty();
  }

  @Test
  void what_cannot_stand_there_stays() {
    assertThat(RuleDrops.edits(tree, USUAL + "/base", "campaigns/weekend/rules", "")).isEmpty();
    assertThat(RuleDrops.edits(tree, USUAL + "/none", USUAL, "")).isEmpty();
    assertThat(RuleDrops.edits(tree, USUAL + "/base", "earning/none/rules", "")).isEmpty();
    assertThat(RuleDrops.edits(tree, USUAL + "/base", USUAL, "none")).isEmpty();
    assertThat(RuleDrops.edits(tree, "campaigns/weekend", "campaigns", "")).isEmpty();
  }
}
