package dev.laurel.engine.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.recording.Shop;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One change of several, made to what is in force. */
class AloneTest {
  private static final String TABLE =
      """
      tables:
        - id: rates
          title: Rates
          gives: points-per-amount
          columns:
            - {id: category, operand: line.category}
          rows:
            - {id: tea, cells: [Tea], gives: 2}
            - {id: rest, cells: [any], gives: 1}
      """;

  private final Tree live = PackTree.of(TestPacks.read(Shop.TEXT + TABLE).pack());

  private Tree draft(Edit... edits) {
    return Edits.applied(live, List.of(edits)).orElseThrow();
  }

  @Test
  void a_group_is_changed_without_its_rules() {
    Tree draft =
        draft(
            new Edit.Set("earning/usual/meeting", Tree.text("best")),
            new Edit.Set("earning/usual/rules/base/then/1/points", Tree.number("2")));
    Tree alone = Alone.of(live, draft, "earning/usual", false).orElseThrow();
    assertThat(alone).isEqualTo(draft(new Edit.Set("earning/usual/meeting", Tree.text("best"))));
  }

  @Test
  void what_is_added_stands_where_it_stands_in_the_draft() {
    Tree draft =
        draft(
            new Edit.Add("earning/usual/rules/a", rule("a"), Optional.of("base")),
            new Edit.Add("earning/usual/rules/b", rule("b"), Optional.of("base")));
    Tree alone = Alone.of(live, draft, "earning/usual/rules/a", false).orElseThrow();
    assertThat(Trees.names(Trees.at(alone, "earning/usual/rules").orElseThrow()))
        .containsExactly("a", "base", "gold");
  }

  private static Tree rule(String id) {
    return Tree.branch().with("id", Tree.text(id)).with("title", Tree.text(id));
  }

  @Test
  void a_row_of_a_table_with_other_columns_takes_the_whole_table_along() {
    Edit[] edits = {
      new Edit.Add(
          "tables/rates/columns/store",
          Tree.branch().with("id", Tree.text("store")).with("operand", Tree.text("purchase.store")),
          Optional.empty()),
      new Edit.Set("tables/rates/rows/tea/cells", Tree.items(Tree.text("Tea"), Tree.text("any"))),
      new Edit.Set("tables/rates/rows/rest/cells", Tree.items(Tree.text("any"), Tree.text("any"))),
      new Edit.Set("earning/usual/rules/base/then/1/points", Tree.number("2"))
    };
    Tree alone = Alone.of(live, draft(edits), "tables/rates/rows/tea", false).orElseThrow();
    assertThat(Trees.at(alone, "tables/rates")).isEqualTo(Trees.at(draft(edits), "tables/rates"));
    assertThat(Trees.at(alone, "earning")).isEqualTo(Trees.at(live, "earning"));
  }
}
