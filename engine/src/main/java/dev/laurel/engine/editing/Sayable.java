package dev.laurel.engine.editing;

import dev.laurel.engine.draft.DraftView;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a draft can be said in sentences. A rule of which a part is of no right form would keep
 * all others from being read; so it is left aside, and shown by its faults. Immutable.
 *
 * @param pack without what was left aside; empty where nothing can be said
 * @param aside the places of what was left aside
 */
record Sayable(Optional<Pack> pack, Set<String> aside) {
  private static final Set<String> ELEMENTS = Set.of("earning", "campaigns", "tables");

  Sayable {
    aside = Set.copyOf(aside);
  }

  static Sayable of(DraftView draft) {
    if (draft.pack().isPresent()) return new Sayable(draft.pack(), Set.of());
    Tree left = draft.tree();
    Set<String> aside = new TreeSet<>();
    for (Fault fault : draft.faults()) element(left, fault.place()).ifPresent(aside::add);
    for (String place : aside) left = Trees.remove(left, place).orElse(left);
    return new Sayable(PackTree.wellFormed(left), aside);
  }

  /** The rule, row, table, group or campaign in which a place lies. */
  private static Optional<String> element(Tree tree, String place) {
    String[] way = place.split("/", -1);
    if (way.length < 2 || !ELEMENTS.contains(way[0])) return Optional.empty();
    boolean inner = way.length > 3 && (way[2].equals("rules") || way[2].equals("rows"));
    String found = String.join("/", List.of(way).subList(0, inner ? 4 : 2));
    return Optional.of(found).filter(each -> Trees.at(tree, each).isPresent());
  }
}
