package dev.laurel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.scenario.ScenarioResult;
import dev.laurel.engine.scenario.Scenarios;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.pack.TreeResult;
import dev.laurel.rules.tree.Tree;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published programmes and the templates are held to their last number: whichever one of them
 * is raised by one, in the programme, the tiers, the rules or a price, some scenario of the pack
 * fails.
 */
class EveryNumberCountsTest {
  private static final Set<String> PARTS =
      Set.of("programme", "ladders", "earning", "tables", "challenges", "campaigns", "benefits");

  /** Names and words for people, and what points are worth to the books, which no scenario sees. */
  private static final Set<String> NO_RULES =
      Set.of("id", "title", "description", "reason", "worth", "zone", "currency");

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (String template : TemplatesTest.names()) names.add("templates/" + template);
    names.addAll(published());
    return names;
  }

  private static List<String> published() {
    return List.of(
        "world-of-hyatt",
        "united-premier",
        "british-airways-club",
        "starbucks-rewards",
        "ulta-beauty",
        "ulta-beauty-450",
        "sephora-beauty-insider");
  }

  /** A tree in which one number is another. */
  private record Mutant(String place, Tree tree) {}

  @ParameterizedTest
  @MethodSource("names")
  void whichever_number_changes_a_scenario_fails(String name) {
    // As it is written, with what would be so without being said.
    Tree.Branch whole =
        (Tree.Branch) ((TreeResult.Read) PackTree.read(PackFolders.files(name))).tree();
    assertThat(isGreen(new Mutant("", whole))).as("as it is").isTrue();
    List<Mutant> mutants = new ArrayList<>();
    for (Tree.Entry part : whole.entries())
      if (PARTS.contains(part.key()))
        gather(part.key(), part.value(), tree -> whole.with(part.key(), tree), mutants);
    assertThat(mutants).hasSizeGreaterThan(1);
    assertThat(mutants.stream().filter(EveryNumberCountsTest::isGreen).map(Mutant::place))
        .isEmpty();
  }

  private static void gather(
      String place, Tree tree, UnaryOperator<Tree> whole, List<Mutant> mutants) {
    switch (tree) {
      case Tree.Branch branch -> {
        for (Tree.Entry entry : branch.entries())
          if (!NO_RULES.contains(entry.key()))
            gather(
                place + "/" + entry.key(),
                entry.value(),
                changed -> whole.apply(branch.with(entry.key(), changed)),
                mutants);
      }
      case Tree.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          int at = i;
          Tree item = items.items().get(i);
          String id = Tree.idOf(item);
          gather(
              place + "/" + (id.isEmpty() ? String.valueOf(i + 1) : id),
              item,
              changed -> {
                List<Tree> all = new ArrayList<>(items.items());
                all.set(at, changed);
                return whole.apply(new Tree.Items(all));
              },
              mutants);
        }
      }
      case Tree.Leaf leaf -> {
        List<MatchResult> numbers = NUMBER.matcher(leaf.text()).results().toList();
        for (MatchResult number : numbers)
          mutants.add(
              new Mutant(
                  place + " (" + leaf.text() + ")",
                  whole.apply(new Tree.Leaf(leaf.kind(), raised(leaf.text(), number)))));
      }
    }
  }

  private static String raised(String text, MatchResult number) {
    String more = new BigDecimal(number.group()).add(BigDecimal.ONE).toPlainString();
    String padded = "0".repeat(Math.max(0, number.group().length() - more.length())) + more;
    return text.substring(0, number.start()) + padded + text.substring(number.end());
  }

  /** Whether nobody would notice. */
  private static boolean isGreen(Mutant mutant) {
    if (!(PackTree.check(mutant.tree()) instanceof PackResult.Read(Pack pack, String digest)))
      return false;
    if (!Revision.notEvaluated(pack).isEmpty()) return false;
    return Scenarios.run(pack, digest).stream().allMatch(ScenarioResult.Passed.class::isInstance);
  }
}
