package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.random.RandomPacks;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A tree says what the files say, and is checked as they are. */
class PackTreeTest {
  @Property(shrinking = ShrinkingMode.OFF)
  void a_pack_as_a_tree_is_the_pack(@ForAll long seed, @ForAll @IntRange(max = 4) int size) {
    Pack pack = RandomPacks.any(Pack.class, new Random(seed), size);
    Tree tree = PackTree.of(pack);
    assertThat(PackTree.wellFormed(tree)).contains(pack);
    assertThat(PackTree.parse(PackTree.write(tree))).isEqualTo(tree);
    assertThat(PackTree.read(PackWriter.write(pack))).isEqualTo(new TreeResult.Read(tree));
  }

  private static TreeResult read(Map<String, String> files) {
    TreeMap<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return PackTree.read(bytes);
  }

  @Test
  void a_pack_with_faults_is_read_as_it_is_and_its_faults_name_places_only() {
    TreeResult.Read read =
        (TreeResult.Read)
            read(
                Map.of(
                    "pack.yaml",
                    "pack: {format: 1, id: p, version: 1.0.0, title: P}",
                    "programme.yaml",
                    "programme: {title: P, zone: Europe/Atlantis, currency: EUR, pointKinds: []}",
                    "scenarios.yaml",
                    "scenarios: []",
                    "scenarios/a.yaml",
                    "scenarios: [{id: a}]"));
    assertThat(Trees.at(read.tree(), "programme/zone")).contains(Tree.text("Europe/Atlantis"));
    assertThat(Trees.at(read.tree(), "scenarios/a/id")).contains(Tree.text("a"));
    PackResult.Refused refused = (PackResult.Refused) PackTree.check(read.tree());
    assertThat(refused.faults())
        .extracting(Fault::place)
        .contains("programme/zone", "scenarios/a/title");
    assertThat(refused.faults())
        .allSatisfy(fault -> {
          assertThat(fault.file()).isEmpty();
          assertThat(fault.line()).isZero();
        });
    assertThat(PackTree.wellFormed(read.tree())).isEmpty();
  }

  @Test
  void files_that_are_no_tree_are_refused_with_their_lines() {
    TreeResult.Refused refused = (TreeResult.Refused) read(Map.of("pack.yaml", "pack: {a: 1\n- b"));
    assertThat(refused.faults()).extracting(Fault::code).contains("bad-yaml");
    assertThat(refused.faults().getFirst().line()).isPositive();
    assertThat(((TreeResult.Refused) read(Map.of("tiers.yaml", "earning: []"))).faults())
        .extracting(Fault::code)
        .containsExactly("misplaced-section");
  }

  @Test
  void a_tree_that_is_no_pack_is_refused_in_words() {
    assertThat(((PackResult.Refused) PackTree.check(Tree.text("pack"))).faults())
        .extracting(Fault::code)
        .contains("wrong-kind");
    assertThat(((PackResult.Refused) PackTree.check(Tree.branch())).faults())
        .extracting(Fault::code)
        .containsExactlyInAnyOrder("missing-section", "missing-section");
    assertThat(
            ((PackResult.Refused) PackTree.check(Tree.branch().with("ladder", Tree.items())))
                .faults())
        .extracting(Fault::code)
        .contains("unknown-key");
  }

  @Test
  void numbers_keep_their_digits_and_nothing_stays_nothing() {
    Tree tree =
        Tree.branch()
            .with("n", Tree.number("1.50"))
            .with("t", Tree.text("1.50"))
            .with("e", new Tree.Leaf(Tree.Kind.NOTHING, ""))
            .with("q", Tree.text("\"好\"\n\\"));
    assertThat(PackTree.parse(PackTree.write(tree))).isEqualTo(tree);
    assertThatIllegalArgumentException().isThrownBy(() -> PackTree.parse("{"));
  }
}
