package dev.laurel.engine.editing;

import dev.laurel.engine.editing.Wording.Unit;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import java.util.Optional;
import java.util.Set;

/** What a number of a pack counts. Stateless. */
final class Units {
  private static final Set<String> PERCENT = Set.of("controlPercent", "percent");

  private Units() {}

  static Unit of(Tree tree, Optional<Pack> pack, String place) {
    String name = Trees.name(place);
    if (PERCENT.contains(name)) return Unit.PERCENT;
    String around = Trees.parent(place);
    if (name.equals("money") && Trees.name(around).equals("budget")) return Unit.MONEY;
    Optional<String> metric = text(tree, around + "/metric");
    if (metric.isPresent())
      return pack.flatMap(of -> Dictionary.of(of).find("metrics." + metric.get()))
              .filter(word -> word.type() == Word.Type.MONEY)
              .isPresent()
          ? Unit.MONEY
          : Unit.NONE;
    boolean perAmount = text(tree, around + "/type").filter("per-amount"::equals).isPresent();
    return name.equals("each") && perAmount ? Unit.MONEY : Unit.NONE;
  }

  private static Optional<String> text(Tree tree, String place) {
    return Trees.at(tree, place)
        .filter(Tree.Leaf.class::isInstance)
        .map(leaf -> ((Tree.Leaf) leaf).text());
  }
}
