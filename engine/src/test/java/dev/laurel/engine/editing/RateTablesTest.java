package dev.laurel.engine.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How rate tables, their columns and rows come and go. */
class RateTablesTest {
  private static final String RATES = "tables/goods-by-channel";

  private final Pack cafe = SamplePacks.read("cafe");
  private final Tree tree = PackTree.of(cafe);
  private final RateTables tables = RateTables.of(cafe, Speaker.english());

  private RateTable table(String id) {
    return cafe.tables().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static Tree after(Tree tree, List<Edit> edits) {
    Tree after = Edits.applied(tree, edits).orElseThrow();
    assertThat(PackTree.check(after)).isInstanceOf(PackResult.Read.class);
    return after;
  }

  private static List<String> names(Tree tree, String place) {
    return Trees.names(Trees.at(tree, place).orElseThrow());
  }

  @Test
  void a_new_table_gives_at_once_by_a_rule_of_its_own_in_every_sample() {
    for (String name : SamplePacks.names()) {
      Pack pack = SamplePacks.read(name);
      Tree of = PackTree.of(pack);
      Starters.Started started =
          RateTables.newTable(of, pack, Map.of("en", "New", "zh-Hans", "新")).orElseThrow();
      Tree after = after(of, started.edits());
      assertThat(Trees.at(after, started.place())).as(name).isPresent();
      assertThat(Trees.at(after, started.rule())).as(name).isPresent();
    }
  }

  @Test
  void a_further_column_is_offered_only_where_it_is_known_wherever_the_table_is_used() {
    List<String> byLine =
        tables.columns(tree, table("goods-by-channel")).stream()
            .map(Wording.Option::value)
            .toList();
    assertThat(byLine)
        .contains("line.organic", "purchase.store", "member.tier")
        .doesNotContain("line.category", "purchase.channel");
    assertThat(tables.columns(tree, table("quiet-hours")))
        .extracting(Wording.Option::value)
        .as("its rule looks at purchases, not at their lines")
        .isNotEmpty()
        .noneMatch(path -> path.startsWith("line."));
  }

  @Test
  void a_column_that_is_added_asks_nothing_yet_and_one_that_goes_takes_its_cells_along() {
    Tree more = after(tree, tables.newColumn(tree, table("goods-by-channel"), "purchase.amount"));
    assertThat(names(more, RATES + "/columns")).containsExactly("category", "channel", "amount");
    assertThat(Trees.at(more, RATES + "/columns/amount/match")).contains(Tree.text("range"));
    assertThat(Trees.at(more, RATES + "/rows/tea/cells"))
        .contains(Tree.items(Tree.text("Tea"), Tree.text("any"), Tree.text("any")));

    Tree less = after(tree, RateTables.withoutColumn(tree, table("goods-by-channel"), 1));
    assertThat(names(less, RATES + "/columns")).containsExactly("category");
    assertThat(Trees.at(less, RATES + "/rows/coffee-app/cells"))
        .contains(Tree.items(Tree.text("Coffee")));
  }

  @Test
  void the_last_column_stays() {
    assertThat(RateTables.withoutColumn(tree, table("quiet-hours"), 0)).isEmpty();
  }
}
