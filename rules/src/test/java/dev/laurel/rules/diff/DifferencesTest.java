package dev.laurel.rules.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.pack.PackWriter;
import dev.laurel.rules.random.RandomPacks;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Alteration;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What differs is told, and said before and after. */
class DifferencesTest {
  private static final String CLUB =
      """
      pack: {format: 1, id: club, version: 1.0.0, title: Club}
      programme:
        title: Club
        zone: Europe/Vienna
        currency: EUR
        pointKinds: [{id: stars, title: Stars}]
        periods: [{id: year, title: Year, is: calendar-year}]
        metrics: [{id: spend, title: Spend, counts: {type: spend}, over: year}]
      ladders:
        - id: main
          title: Main
          tiers:
            - {id: Base, title: Base}
            - {id: Silver, title: Silver, entry: {type: reaches, id: spend, metric: spend, atLeast: 100}}
            - {id: Gold, title: Gold, entry: {type: reaches, id: spend, metric: spend, atLeast: 300}}
      earning:
        - id: usual
          title: Usual
          rules:
            - id: base
              title: Base
              then: [{type: by-table, kind: stars, table: rates}]
            - id: big
              title: Big
              when: {much: purchase.amount >= 50, shop: purchase.channel = "shop"}
              then: [{type: points, kind: stars, points: 5}]
            - id: gift
              title: {en: Gift, zh-Hans: 礼物}
              then: [{type: points, kind: stars, points: 1}]
      tables:
        - id: rates
          title: Rates
          gives: points-per-amount
          columns: [{id: where, operand: purchase.channel}]
          rows:
            - {id: app, cells: [app], gives: 2}
            - {id: else, cells: [any], gives: 1}
      """;

  private static Pack pack(String... replacements) {
    String yaml = CLUB;
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(yaml).contains(replacements[i]);
      yaml = yaml.replace(replacements[i], replacements[i + 1]);
    }
    return switch (PackReader.read(new TreeMap<>(Map.of("pack.yaml", yaml.getBytes(UTF_8))))) {
      case PackResult.Read(var pack, var _) -> pack;
      case PackResult.Refused(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<Change> changes(String... replacements) {
    return Differences.between(pack(), pack(replacements));
  }

  private static String said(Optional<Passage> passage) {
    return Speaker.english().say(passage.orElseThrow()).strip();
  }

  @Test
  void equal_packs_do_not_differ() {
    assertThat(changes()).isEmpty();
  }

  @Test
  void a_threshold_that_moved_is_said_before_and_after_and_its_word_is_named() {
    List<Change> changes = changes("atLeast: 300", "atLeast: 450");
    assertThat(changes).hasSize(1);
    Change.Changed gold = (Change.Changed) changes.getFirst();
    assertThat(gold.construct()).isEqualTo(Construct.TIER);
    assertThat(gold.place()).isEqualTo("ladders/main/tiers/Gold");
    assertThat(gold.words())
        .containsExactly(
            new Word(
                "ladders/main/tiers/Gold/entry/atLeast",
                Optional.of(Tree.number("300")),
                Optional.of(Tree.number("450")),
                false));
    assertThat(said(gold.before())).startsWith("Gold\n").contains("€300.00");
    assertThat(said(gold.after())).startsWith("Gold\n").contains("€450.00");
  }

  @Test
  void what_is_added_or_removed_is_said_whole_and_once() {
    List<Change> changes = changes("id: usual", "id: more", "title: Usual", "title: More");
    assertThat(changes).hasSize(2);
    Change.Removed removed = (Change.Removed) changes.get(0);
    Change.Added added = (Change.Added) changes.get(1);
    assertThat(removed.place()).isEqualTo("earning/usual");
    assertThat(added.place()).isEqualTo("earning/more");
    assertThat(added.construct()).isEqualTo(Construct.GROUP);
    assertThat(said(added.after())).contains("More", "Big", "Gift");
  }

  @Test
  void a_rule_that_was_moved_is_told_with_its_numbers_and_what_it_passed_is_not() {
    String gift = "earning/usual/rules/gift";
    Tree after =
        new Alteration.Move(gift, Optional.empty(), Optional.of("base"))
            .apply(PackTree.of(pack()))
            .orElseThrow();
    assertThat(Differences.between(pack(), after))
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Moved.class,
            moved -> {
              assertThat(moved.place()).isEqualTo(gift);
              assertThat(moved.from()).isEqualTo(3);
              assertThat(moved.to()).isEqualTo(1);
              assertThat(said(moved.after())).startsWith("\"Gift\"");
            });
  }

  @Test
  void one_cell_of_a_table_is_one_row() {
    List<Change> changes = changes("cells: [app], gives: 2", "cells: [app], gives: 3");
    assertThat(changes)
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Changed.class,
            row -> {
              assertThat(row.construct()).isEqualTo(Construct.ROW);
              assertThat(row.place()).isEqualTo("tables/rates/rows/app");
              assertThat(said(row.before())).contains("2 ");
              assertThat(said(row.after())).contains("3 ");
            });
  }

  @Test
  void what_no_sentence_says_is_told_too() {
    assertThat(changes("zh-Hans: 礼物", "zh-Hans: 赠品"))
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Changed.class,
            gift -> {
              assertThat(said(gift.before())).isEqualTo(said(gift.after()));
              assertThat(gift.words())
                  .extracting(Word::place)
                  .containsExactly("earning/usual/rules/gift/title/zh-Hans");
            });
    assertThat(
            changes(
                "{much: purchase.amount >= 50, shop: purchase.channel = \"shop\"}",
                "{shop: purchase.channel = \"shop\", much: purchase.amount >= 50}"))
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Changed.class,
            big ->
                assertThat(big.words())
                    .singleElement()
                    .satisfies(word -> {
                      assertThat(word.order()).isTrue();
                      assertThat(word.place()).isEqualTo("earning/usual/rules/big/when");
                    }));
  }

  @Test
  void a_tree_at_fault_is_compared_word_by_word() {
    Tree broken =
        Trees.replace(PackTree.of(pack()), "programme/zone", Tree.text("Atlantis")).orElseThrow();
    assertThat(Differences.between(pack(), broken))
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Changed.class,
            programme -> {
              assertThat(programme.words())
                  .extracting(Word::place)
                  .containsExactly("programme/zone");
              assertThat(programme.before()).isPresent();
              assertThat(programme.after()).isEmpty();
            });
  }

  /** Nothing that changes the digest can be approved unseen. */
  @Property(shrinking = ShrinkingMode.OFF)
  void packs_differ_if_and_only_if_their_digests_do(@ForAll long seed) {
    Random random = new Random(seed);
    Pack one = RandomPacks.any(Pack.class, random, 3);
    Tree tree = PackTree.of(one);
    Tree altered = altered(tree, random);
    PackTree.wellFormed(altered)
        .ifPresent(other ->
            assertThat(Differences.between(one, other).isEmpty())
                .isEqualTo(PackWriter.digest(one).equals(PackWriter.digest(other))));
    Pack unlike = RandomPacks.any(Pack.class, random, 2);
    assertThat(Differences.between(one, unlike)).isNotEmpty();
    assertThat(Differences.between(one, one)).isEmpty();
  }

  /** One leaf, or the order of one list, is another. */
  private static Tree altered(Tree tree, Random random) {
    return switch (tree) {
      case Tree.Leaf leaf when leaf.kind() == Tree.Kind.NUMBER -> Tree.number("7");
      case Tree.Leaf leaf when leaf.kind() == Tree.Kind.TRUTH ->
          Tree.truth(leaf.text().equals("false"));
      case Tree.Leaf leaf -> Tree.text(leaf.text() + "x");
      case Tree.Items(var items) when items.size() > 1 && random.nextInt(4) == 0 ->
          new Tree.Items(items.reversed());
      case Tree.Items(var items) when items.isEmpty() -> tree;
      case Tree.Items(var items) -> {
        int at = random.nextInt(items.size());
        var changed = new ArrayList<>(items);
        changed.set(at, altered(items.get(at), random));
        yield new Tree.Items(changed);
      }
      case Tree.Branch(var entries) when entries.isEmpty() -> tree;
      case Tree.Branch branch -> {
        Tree.Entry entry = branch.entries().get(random.nextInt(branch.entries().size()));
        yield branch.with(entry.key(), altered(entry.value(), random));
      }
    };
  }
}
