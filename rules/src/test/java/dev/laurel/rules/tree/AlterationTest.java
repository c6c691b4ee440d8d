package dev.laurel.rules.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.random.RandomPacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What is altered can be taken back, and is altered only where it is as it must be. */
class AlterationTest {
  private static final Tree TREE =
      PackTree.parse(
          """
          {"ladders": [{"id": "main", "title": "Main", "tiers": [
              {"id": "A"}, {"id": "B", "entry": {"atLeast": 5}}, {"id": "C"}]}],
           "when": "x = 1", "rows": {"one": "x = 1", "two": "y = 2"}, "then": [{"points": 5}]}
          """);

  private static Tree value(String json) {
    return Trees.at(PackTree.parse("{\"v\": " + json + "}"), "v").orElseThrow();
  }

  private static List<String> tiers(Tree tree) {
    return Trees.names(Trees.at(tree, "ladders/main/tiers").orElseThrow());
  }

  @Test
  void a_place_names_entries_by_id_or_number_and_keys_by_name() {
    assertThat(Trees.at(TREE, "ladders/main/tiers/B/entry/atLeast")).contains(value("5"));
    assertThat(Trees.at(TREE, "then/1/points")).contains(value("5"));
    assertThat(Trees.at(TREE, "when/only")).contains(value("\"x = 1\""));
    assertThat(Trees.at(TREE, "")).contains(TREE);
    assertThat(Trees.at(TREE, "ladders/other")).isEmpty();
    assertThat(Trees.at(TREE, "then/2")).isEmpty();
    assertThat(Trees.at(TREE, "when/other")).isEmpty();
    assertThat(Trees.follower(TREE, "ladders/main/tiers/B")).contains("C");
    assertThat(Trees.follower(TREE, "ladders/main/tiers/C")).isEmpty();
    assertThat(Trees.follower(TREE, "rows/one")).contains("two");
  }

  @Test
  void something_else_stands_where_the_expected_stood() {
    String place = "ladders/main/tiers/B/entry/atLeast";
    Tree after = new Alteration.Replace(place, value("5"), value("7.50")).apply(TREE).orElseThrow();
    assertThat(Trees.at(after, place)).contains(value("7.50"));
    assertThat(new Alteration.Replace(place, value("6"), value("7")).apply(TREE)).isEmpty();
    assertThat(new Alteration.Replace("nowhere", value("6"), value("7")).apply(TREE)).isEmpty();
    Tree row =
        new Alteration.Replace("when/only", value("\"x = 1\""), value("\"x = 2\""))
            .apply(TREE)
            .orElseThrow();
    assertThat(Trees.at(row, "when")).contains(value("\"x = 2\""));
  }

  @Test
  void entries_come_go_and_move() {
    Tree more =
        new Alteration.Insert("ladders/main/tiers/D", value("{\"id\": \"D\"}"), Optional.of("B"))
            .apply(TREE)
            .orElseThrow();
    assertThat(tiers(more)).containsExactly("A", "D", "B", "C");
    assertThat(
            new Alteration.Insert(
                    "ladders/main/tiers/D", value("{\"id\": \"E\"}"), Optional.empty())
                .apply(TREE))
        .as("under another name")
        .isEmpty();
    assertThat(
            new Alteration.Insert(
                    "ladders/main/tiers/A", value("{\"id\": \"A\"}"), Optional.empty())
                .apply(TREE))
        .as("there already")
        .isEmpty();
    Alteration.Move move =
        new Alteration.Move("ladders/main/tiers/A", Optional.of("B"), Optional.empty());
    assertThat(tiers(move.apply(TREE).orElseThrow())).containsExactly("B", "C", "A");
    Tree less =
        new Alteration.Remove("rows/one", value("\"x = 1\""), Optional.of("two"))
            .apply(TREE)
            .orElseThrow();
    assertThat(Trees.names(Trees.at(less, "rows").orElseThrow())).containsExactly("two");
    assertThat(new Alteration.Remove("rows/one", value("\"x = 2\""), Optional.empty()).apply(TREE))
        .isEmpty();
  }

  /** Every kind of alteration at every place of random packs. */
  @Property(shrinking = ShrinkingMode.OFF)
  void whatever_is_altered_and_taken_back_is_as_before(@ForAll long seed) {
    Random random = new Random(seed);
    Tree tree = PackTree.of(RandomPacks.any(Pack.class, random, 3));
    for (Alteration alteration : possible(tree, random)) {
      Tree after = alteration.apply(tree).orElseThrow(() -> new AssertionError(alteration.place()));
      assertThat(alteration.inverse().apply(after)).as(alteration.place()).contains(tree);
    }
  }

  private static List<Alteration> possible(Tree tree, Random random) {
    List<Alteration> possible = new ArrayList<>();
    collect(tree, tree, "", random, possible);
    return possible;
  }

  private static void collect(
      Tree root, Tree at, String place, Random random, List<Alteration> possible) {
    // Whatever gives an entry of a list another name is done to the list.
    if (Trees.name(place).equals("id")) return;
    Tree other =
        at instanceof Tree.Branch branch && !Tree.idOf(at).isEmpty()
            ? branch.with("other", Tree.truth(true))
            : Tree.text("other");
    possible.add(new Alteration.Replace(place, at, other));
    boolean named =
        !(at instanceof Tree.Items(var i)) || i.stream().noneMatch(t -> Tree.idOf(t).isEmpty());
    List<String> names = Trees.names(at);
    for (String name : names) {
      String child = place.isEmpty() ? name : place + "/" + name;
      Tree of = Trees.at(root, child).orElseThrow();
      if (named && !name.equals("id")) {
        Optional<String> next = Trees.follower(root, child);
        possible.add(new Alteration.Remove(child, of, next));
        String to = names.get(random.nextInt(names.size()));
        if (!to.equals(name)) possible.add(new Alteration.Move(child, next, Optional.of(to)));
      }
      if (random.nextInt(3) == 0) collect(root, of, child, random, possible);
    }
  }

  @Test
  void alterations_meet_where_one_is_within_the_other() {
    assertThat(Alteration.overlap("a/b", "a/b")).isTrue();
    assertThat(Alteration.overlap("a/b", "a/b/c")).isTrue();
    assertThat(Alteration.overlap("a/b/c", "a/b")).isTrue();
    assertThat(Alteration.overlap("", "a")).isTrue();
    assertThat(Alteration.overlap("a/b", "a/bc")).isFalse();
    String order = new Alteration.Move("a/b", Optional.empty(), Optional.empty()).touches();
    assertThat(Alteration.overlap(order, "a/b/title")).isFalse();
    assertThat(Alteration.overlap(order, "a/b")).isTrue();
  }
}
