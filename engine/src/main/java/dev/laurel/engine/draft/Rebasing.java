package dev.laurel.engine.draft;

import dev.laurel.engine.draft.LogEntry.Side;
import dev.laurel.rules.tree.Alteration;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does to a later revision what was done to an earlier one.
 *
 * @param clashes where both changed the same
 */
record Rebasing(Tree tree, List<Clash> clashes) {
  static Rebasing of(Steps steps, Tree base, Side keep) {
    Tree tree = base;
    List<Clash> clashes = new ArrayList<>();
    for (LogEntry.Edited step : steps.effective())
      for (Alteration alteration : step.alterations()) {
        Optional<Tree> after = alteration.apply(tree);
        if (after.isPresent()) {
          tree = after.get();
          continue;
        }
        Optional<Tree> theirs = Trees.at(tree, alteration.place());
        Optional<Tree> mine = wanted(alteration, theirs);
        if (mine.equals(theirs)) continue;
        clashes.add(new Clash(alteration.place(), mine, theirs, step.by(), step.step(), step.at()));
        if (keep == Side.DRAFT) tree = forced(alteration, tree);
      }
    return new Rebasing(tree, List.copyOf(clashes));
  }

  private static Optional<Tree> wanted(Alteration alteration, Optional<Tree> theirs) {
    return switch (alteration) {
      case Alteration.Replace(var _, var _, var after) -> Optional.of(after);
      case Alteration.Insert(var _, var entry, var _) -> Optional.of(entry);
      case Alteration.Remove _ -> Optional.empty();
      case Alteration.Move _ -> theirs;
    };
  }

  /** As near to it as can be; where even what is around it is gone, nothing. */
  private static Tree forced(Alteration alteration, Tree tree) {
    String place = alteration.place();
    return (switch (alteration) {
          case Alteration.Replace(var _, var _, var after) -> set(tree, place, after);
          case Alteration.Insert(var _, var entry, var _) -> set(tree, place, entry);
          case Alteration.Remove _ -> Trees.remove(tree, place);
          case Alteration.Move _ -> Optional.<Tree>empty();
        })
        .orElse(tree);
  }

  private static Optional<Tree> set(Tree tree, String place, Tree value) {
    return Trees.at(tree, place).isPresent()
        ? Trees.replace(tree, place, value)
        : Trees.insert(tree, place, value, Optional.empty());
  }
}
