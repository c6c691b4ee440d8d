package dev.laurel.rules.diff;

import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the least parts that differ. Whatever differs is told: as a part, or as an order. */
final class Words {
  private Words() {}

  static void branches(String place, Tree.Branch one, Tree.Branch other, List<Word> words) {
    Set<String> keys = new LinkedHashSet<>(Trees.names(other));
    keys.addAll(Trees.names(one));
    for (String key : keys) parts(at(place, key), one.get(key), other.get(key), words);
    order(place, Trees.names(one), Trees.names(other), words);
  }

  private static void parts(
      String place, Optional<Tree> one, Optional<Tree> other, List<Word> words) {
    if (one.equals(other)) return;
    if (one.isPresent() && other.isPresent()) {
      if (one.get() instanceof Tree.Branch a
          && other.get() instanceof Tree.Branch b
          && a.get("type").equals(b.get("type"))) {
        branches(place, a, b, words);
        return;
      }
      if (one.get() instanceof Tree.Items a && other.get() instanceof Tree.Items b) {
        lists(place, a, b, words);
        return;
      }
    }
    words.add(new Word(place, one, other, false));
  }

  private static void lists(String place, Tree.Items one, Tree.Items other, List<Word> words) {
    if (!hasIds(one) || !hasIds(other)) {
      if (one.items().size() != other.items().size() || !areBranches(one) || !areBranches(other))
        words.add(new Word(place, Optional.of(one), Optional.of(other), false));
      else
        for (int i = 0; i < one.items().size(); i++)
          parts(
              at(place, String.valueOf(i + 1)),
              Optional.of(one.items().get(i)),
              Optional.of(other.items().get(i)),
              words);
      return;
    }
    Set<String> ids = new LinkedHashSet<>(Trees.names(other));
    ids.addAll(Trees.names(one));
    for (String id : ids) parts(at(place, id), Trees.at(one, id), Trees.at(other, id), words);
    order(place, Trees.names(one), Trees.names(other), words);
  }

  private static boolean areBranches(Tree.Items list) {
    return list.items().stream().allMatch(Tree.Branch.class::isInstance);
  }

  private static boolean hasIds(Tree.Items list) {
    Set<String> ids = new HashSet<>();
    for (Tree item : list.items())
      if (Tree.idOf(item).isEmpty() || !ids.add(Tree.idOf(item))) return false;
    return true;
  }

  private static void order(String place, List<String> one, List<String> other, List<Word> words) {
    List<String> before = new ArrayList<>(one);
    List<String> after = new ArrayList<>(other);
    before.retainAll(new HashSet<>(other));
    after.retainAll(new HashSet<>(one));
    if (!before.equals(after))
      words.add(new Word(place, Optional.of(names(before)), Optional.of(names(after)), true));
  }

  private static Tree names(List<String> names) {
    return new Tree.Items(names.stream().<Tree>map(Tree::text).toList());
  }

  private static String at(String place, String name) {
    return place.isEmpty() ? name : place + "/" + name;
  }
}
