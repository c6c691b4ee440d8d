package dev.laurel.engine.editing;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.FeelException;
import dev.laurel.rules.condition.Subconditions;
import dev.laurel.rules.pack.Form;
import dev.laurel.rules.pack.PackForms;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.List;
import java.util.Optional;

/**
 * A word within a condition. Immutable.
 *
 * @param place of the word
 * @param row of the condition, as a whole
 * @param whole the condition of the row
 * @param way from it to the part that the word is about
 * @param part that the word is about; a negation with what it negates
 * @param about which of the part's words it is
 */
record ConditionPlace(
    String place, String row, Condition whole, List<String> way, Condition part, About about) {
  /** Which word of a part. */
  enum About {
    /** What is asked of the operand. */
    PREDICATE,
    OPERAND,
    /** Of several how many at least. */
    LEAST
  }

  private static final String OPERAND = "operand";
  private static final String LEAST = "least";
  private static final String PART = "part";

  /** Empty where the place is not within a condition that can be read. */
  static Optional<ConditionPlace> of(Tree tree, String place) {
    for (String row = place; !row.isEmpty(); row = Trees.parent(row)) {
      Optional<PackForms.Expected> expected = PackForms.at(tree, row);
      if (expected.isEmpty()) continue;
      if (!(expected.get().form() instanceof Form.Asked)) return Optional.empty();
      String at = row;
      List<String> way =
          at.equals(place) ? List.of() : List.of(place.substring(at.length() + 1).split("/", -1));
      return read(tree, at).flatMap(whole -> of(place, at, whole, way));
    }
    return Optional.empty();
  }

  private static Optional<Condition> read(Tree tree, String row) {
    if (!(Trees.at(tree, row).orElse(null) instanceof Tree.Leaf(var _, var text)))
      return Optional.empty();
    try {
      return Optional.of(Feel.parse(text));
    } catch (FeelException e) {
      return Optional.empty();
    }
  }

  private static Optional<ConditionPlace> of(
      String place, String row, Condition whole, List<String> way) {
    About about = About.PREDICATE;
    List<String> to = way;
    if (!way.isEmpty() && way.getLast().equals(OPERAND)) about = About.OPERAND;
    if (!way.isEmpty() && way.getLast().equals(LEAST)) about = About.LEAST;
    if (about != About.PREDICATE) to = way.subList(0, way.size() - 1);
    // A refuted comparison reads as its opposite, and is changed as one.
    if (!to.isEmpty() && to.getLast().equals(PART)) to = to.subList(0, to.size() - 1);
    List<String> found = to;
    About kind = about;
    return Subconditions.at(whole, found)
        .map(part -> new ConditionPlace(place, row, whole, found, part, kind));
  }

  /** The row with something else as this part; empty where nothing would be left of it. */
  Optional<Condition> with(Optional<Condition> other) {
    return Subconditions.with(whole, way, other);
  }
}
