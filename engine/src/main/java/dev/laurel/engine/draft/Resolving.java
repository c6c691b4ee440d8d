package dev.laurel.engine.draft;

import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.LogEntry.Edited;
import dev.laurel.rules.tree.Alteration;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes alterations of a tree from what somebody wants. */
final class Resolving {
  private static final String APPENDED = "+";

  private Resolving() {}

  /** What comes of one edit. */
  sealed interface Resolved {
    /** It is so already. */
    record Nothing() implements Resolved {}

    record Altered(Alteration alteration, Tree after) implements Resolved {}

    record No(Refusal refusal) implements Resolved {}
  }

  static Resolved of(Edit edit, Tree tree) {
    return switch (edit) {
      case Edit.Set(var place, var value) ->
          Trees.at(tree, place)
              .map(before ->
                  before.equals(value)
                      ? new Resolved.Nothing()
                      : altered(new Alteration.Replace(place, before, value), tree))
              .orElseGet(() -> insert(place, value, Optional.empty(), tree));
      case Edit.Add(var place, var value, var next) ->
          Trees.at(tree, place).isPresent() && !Trees.name(place).equals(APPENDED)
              ? new Resolved.No(
                  new Refusal(
                      "already-there",
                      "Nothing was added: something goes by the name %s already. Take another id."
                          .formatted(Trees.name(place))))
              : insert(place, value, next, tree);
      case Edit.Remove(var place) -> remove(place, tree);
      case Edit.Move(var place, var next) -> move(place, next, tree);
    };
  }

  private static Resolved insert(String place, Tree value, Optional<String> next, Tree tree) {
    if (place.isEmpty()) return notThere(place);
    String parent = Trees.parent(place);
    String name = Trees.name(place);
    Optional<Tree> around = Trees.at(tree, parent);
    if (around.isEmpty()) {
      boolean entry = Tree.idOf(value).equals(name) || name.equals(APPENDED);
      return insert(
          parent,
          entry ? Tree.items(value) : Tree.branch().with(name, value),
          Optional.empty(),
          tree);
    }
    if (around.get() instanceof Tree.Items list && name.equals(APPENDED)) {
      List<Tree> longer = new ArrayList<>(list.items());
      longer.add(value);
      return altered(new Alteration.Replace(parent, list, new Tree.Items(longer)), tree);
    }
    return altered(new Alteration.Insert(place, value, next), tree);
  }

  private static Resolved remove(String place, Tree tree) {
    Optional<Tree> there = Trees.at(tree, place);
    if (there.isEmpty() || place.isEmpty()) return notThere(place);
    String parent = Trees.parent(place);
    // Entries without ids go by their numbers, which others would lose if one were taken out alone.
    if (Trees.at(tree, parent).orElse(null) instanceof Tree.Items list
        && Tree.idOf(there.get()).isEmpty())
      return Trees.remove(tree, place)
          .flatMap(without -> Trees.at(without, parent))
          .map(shorter -> altered(new Alteration.Replace(parent, list, shorter), tree))
          .orElseGet(() -> notThere(place));
    return altered(new Alteration.Remove(place, there.get(), Trees.follower(tree, place)), tree);
  }

  private static Resolved move(String place, Optional<String> next, Tree tree) {
    Optional<Tree> there = Trees.at(tree, place);
    if (there.isEmpty() || place.isEmpty()) return notThere(place);
    if (Trees.at(tree, Trees.parent(place)).orElse(null) instanceof Tree.Items
        && Tree.idOf(there.get()).isEmpty())
      return new Resolved.No(
          new Refusal(
              "no-id",
              "Nothing was moved: what stands at %s has no id. Set the whole list instead."
                  .formatted(place)));
    if (next.isPresent() && next.get().equals(Trees.name(place))) return new Resolved.Nothing();
    Optional<String> from = Trees.follower(tree, place);
    if (from.equals(next)) return new Resolved.Nothing();
    return altered(new Alteration.Move(place, from, next), tree);
  }

  private static Resolved altered(Alteration alteration, Tree tree) {
    return alteration
        .apply(tree)
        .<Resolved>map(after -> new Resolved.Altered(reversible(alteration, tree, after), after))
        .orElseGet(() -> notThere(alteration.place()));
  }

  /**
   * The same so that it can be taken back. Whatever gives an entry another name, such as another
   * id, cannot be found again by its place; then the list around it is what is replaced.
   */
  private static Alteration reversible(Alteration alteration, Tree before, Tree after) {
    Alteration found = alteration;
    String place = alteration.place();
    while (!before.equals(found.inverse().apply(after).orElse(null))) {
      place = Trees.parent(place);
      Optional<Tree> one = Trees.at(before, place);
      Optional<Tree> other = Trees.at(after, place);
      if (one.isPresent() && other.isPresent())
        found = new Alteration.Replace(place, one.get(), other.get());
    }
    return found;
  }

  private static Resolved notThere(String place) {
    return new Resolved.No(
        new Refusal(
            "not-there",
            "Nothing was changed: there is no place %s in the draft. Look at the draft as it is now."
                .formatted(place)));
  }

  /** Words that somebody else changed since they were seen. */
  static List<Clash> clashes(String by, Version seen, List<Edit> edits, DraftState now) {
    List<Clash> clashes = new ArrayList<>();
    for (Edit edit : edits) {
      Optional<Edited> other = now.steps().clashing(by, seen.number(), edit.touches());
      Optional<Tree> theirs = Trees.at(now.tree(), edit.place());
      boolean same = !(edit instanceof Edit.Move) && edit.wanted().equals(theirs);
      if (other.isPresent() && !same)
        clashes.add(
            new Clash(
                edit.place(),
                edit.wanted(),
                theirs,
                other.get().by(),
                other.get().step(),
                other.get().at()));
    }
    return clashes;
  }

  /**
   * Makes the alterations of a step, one after another.
   *
   * @return why one cannot be made; then nothing is to be done
   */
  static Optional<Refusal> all(List<Edit> edits, Tree tree, List<Alteration> alterations) {
    Tree after = tree;
    for (Edit edit : edits) {
      switch (of(edit, after)) {
        case Resolved.Nothing() -> {}
        case Resolved.No(var refusal) -> {
          return Optional.of(refusal);
        }
        case Resolved.Altered(var alteration, var altered) -> {
          alterations.add(alteration);
          after = altered;
        }
      }
    }
    return Optional.empty();
  }
}
