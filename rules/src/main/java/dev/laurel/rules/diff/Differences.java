package dev.laurel.rules.diff;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares packs. Used once inside; its ways in are stateless and thread-safe. */
public final class Differences {
  private static final Set<String> SECTIONS = Set.of("pack", "programme", "vocabulary");

  private final Spoken before;
  private final Spoken after;
  private final List<Change> changes = new ArrayList<>();

  private Differences(Spoken before, Spoken after) {
    this.before = before;
    this.after = after;
  }

  /** What differs between two packs, in the order of the second; empty where they are equal. */
  public static List<Change> between(Pack before, Pack after) {
    return new Differences(Spoken.of(before), Spoken.of(after))
        .compared(PackTree.of(before), PackTree.of(after));
  }

  /**
   * What differs between a pack and a tree that may be at fault. Where the tree is well formed this
   * is what differs between two packs; else it is told without passages of the second.
   */
  public static List<Change> between(Pack before, Tree after) {
    return PackTree.wellFormed(after)
        .map(pack -> between(before, pack))
        .orElseGet(() ->
            new Differences(Spoken.of(before), Spoken.NOTHING)
                .compared(PackTree.of(before), after));
  }

  private List<Change> compared(Tree one, Tree other) {
    compare(Construct.WHOLE, "", one, other);
    return List.copyOf(changes);
  }

  private void compare(Construct construct, String place, Tree one, Tree other) {
    if (one.equals(other)) return;
    Set<String> apart = apart(construct, one, other);
    List<Word> words = new ArrayList<>();
    if (one instanceof Tree.Branch a && other instanceof Tree.Branch b)
      Words.branches(place, without(a, apart), without(b, apart), words);
    else words.add(new Word(place, Optional.of(one), Optional.of(other), false));
    if (!words.isEmpty())
      changes.add(
          new Change.Changed(
              construct, place, words, before.own(construct, place), after.own(construct, place)));
    if (construct == Construct.WHOLE) sections(one, other);
    for (String key : order(one, other))
      if (apart.contains(key) && construct.lists().containsKey(key))
        list(
            construct.lists().get(key),
            at(place, key),
            Trees.at(one, key).orElse(Tree.items()),
            Trees.at(other, key).orElse(Tree.items()));
  }

  /** The keys under which constructs stand that are compared by themselves. */
  private static Set<String> apart(Construct construct, Tree one, Tree other) {
    Set<String> apart = new LinkedHashSet<>();
    for (String key : construct.lists().keySet())
      if (hasIds(Trees.at(one, key)) && hasIds(Trees.at(other, key))) apart.add(key);
    if (construct == Construct.WHOLE) apart.addAll(SECTIONS);
    return apart;
  }

  /** Whether each entry of a list can be told from the others. */
  private static boolean hasIds(Optional<Tree> list) {
    if (list.isEmpty()) return true;
    if (!(list.get() instanceof Tree.Items(var items))) return false;
    Set<String> ids = new LinkedHashSet<>();
    for (Tree item : items)
      if (Tree.idOf(item).isEmpty() || !ids.add(Tree.idOf(item))) return false;
    return true;
  }

  private void sections(Tree one, Tree other) {
    for (String key : List.of("pack", "programme", "vocabulary")) {
      Construct construct = Construct.section(key).orElseThrow();
      Optional<Tree> a = Trees.at(one, key);
      Optional<Tree> b = Trees.at(other, key);
      if (a.isPresent() && b.isPresent()) compare(construct, key, a.get(), b.get());
      else if (b.isPresent())
        changes.add(new Change.Added(construct, key, after.whole(construct, key)));
      else if (a.isPresent())
        changes.add(new Change.Removed(construct, key, before.whole(construct, key)));
    }
  }

  private void list(Construct construct, String place, Tree one, Tree other) {
    List<String> old = Trees.names(one);
    List<String> now = Trees.names(other);
    for (String id : old)
      if (!now.contains(id)) {
        String at = at(place, id);
        changes.add(new Change.Removed(construct, at, before.whole(construct, at)));
      }
    Map<String, Integer> places = Moves.places(old);
    Set<String> moved = Moves.between(places, now);
    for (int i = 0; i < now.size(); i++) {
      String id = now.get(i);
      String at = at(place, id);
      Integer was = places.get(id);
      if (was == null) {
        changes.add(new Change.Added(construct, at, after.whole(construct, at)));
        continue;
      }
      if (moved.contains(id))
        changes.add(new Change.Moved(construct, at, was + 1, i + 1, after.own(construct, at)));
      compare(construct, at, Trees.at(one, id).orElseThrow(), Trees.at(other, id).orElseThrow());
    }
  }

  private static Tree.Branch without(Tree.Branch of, Set<String> keys) {
    return new Tree.Branch(
        of.entries().stream().filter(entry -> !keys.contains(entry.key())).toList());
  }

  private static Set<String> order(Tree one, Tree other) {
    Set<String> keys = new LinkedHashSet<>(Trees.names(other));
    keys.addAll(Trees.names(one));
    return keys;
  }

  private static String at(String place, String name) {
    return place.isEmpty() ? name : place + "/" + name;
  }
}
