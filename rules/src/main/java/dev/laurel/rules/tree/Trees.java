package dev.laurel.rules.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Looks and changes at places of a tree. A place is a path such as {@code
 * ladders/main/tiers/Gold/entry/atLeast}; the empty one is the whole tree. Of condition rows that
 * are written as one expression, {@code when/only} is the expression. Stateless and thread-safe.
 */
public final class Trees {
  private static final String ONLY = "only";

  private Trees() {}

  /** What stands at a place. */
  public static Optional<Tree> at(Tree root, String place) {
    Optional<Tree> at = Optional.of(root);
    for (String name : way(place)) {
      if (at.isEmpty()) return at;
      at = child(at.get(), name);
    }
    return at;
  }

  private static Optional<Tree> child(Tree parent, String name) {
    return switch (parent) {
      case Tree.Branch branch -> branch.get(name);
      case Tree.Items list -> {
        int index = index(list, name);
        yield index < 0 ? Optional.empty() : Optional.of(list.items().get(index));
      }
      case Tree.Leaf leaf -> name.equals(ONLY) ? Optional.of(leaf) : Optional.empty();
    };
  }

  /** The tree with something else at a place; empty where nothing stands there. */
  public static Optional<Tree> replace(Tree root, String place, Tree value) {
    return change(root, way(place), _ -> value);
  }

  /**
   * The tree with one more entry in a list or a map.
   *
   * @param place of the new entry
   * @param before the entry that it stands before; at the end where there is none
   * @return empty where there is no such list or map, it has the entry, or the entry of a list does
   *     not go by that name
   */
  public static Optional<Tree> insert(
      Tree root, String place, Tree value, Optional<String> before) {
    String name = name(place);
    Optional<Tree> parent = at(root, parent(place));
    if (parent.isEmpty() || place.isEmpty() || child(parent.get(), name).isPresent())
      return Optional.empty();
    if (parent.get() instanceof Tree.Items && !Tree.idOf(value).equals(name))
      return Optional.empty();
    return change(
        root,
        way(parent(place)),
        of ->
            switch (of) {
              case Tree.Branch branch -> {
                List<Tree.Entry> entries = new ArrayList<>(branch.entries());
                entries.add(position(of, before), new Tree.Entry(name, value));
                yield new Tree.Branch(entries);
              }
              case Tree.Items list -> {
                List<Tree> items = new ArrayList<>(list.items());
                items.add(position(of, before), value);
                yield new Tree.Items(items);
              }
              case Tree.Leaf leaf -> leaf;
            });
  }

  /** The tree without an entry of a list or a map; empty where there is none. */
  public static Optional<Tree> remove(Tree root, String place) {
    String name = name(place);
    Optional<Tree> parent = at(root, parent(place));
    if (place.isEmpty() || parent.isEmpty() || parent.get() instanceof Tree.Leaf)
      return Optional.empty();
    if (child(parent.get(), name).isEmpty()) return Optional.empty();
    return change(
        root,
        way(parent(place)),
        of ->
            switch (of) {
              case Tree.Branch branch ->
                  new Tree.Branch(
                      branch.entries().stream().filter(e -> !e.key().equals(name)).toList());
              case Tree.Items list -> {
                List<Tree> items = new ArrayList<>(list.items());
                items.remove(index(list, name));
                yield new Tree.Items(items);
              }
              case Tree.Leaf leaf -> leaf;
            });
  }

  /** The entry that follows this one in its list or map; empty where none does. */
  public static Optional<String> follower(Tree root, String place) {
    List<String> names = at(root, parent(place)).map(Trees::names).orElse(List.of());
    int index = names.indexOf(name(place));
    return index < 0 || index + 1 >= names.size()
        ? Optional.empty()
        : Optional.of(names.get(index + 1));
  }

  /** By what the entries of a list or map go, in their order. */
  public static List<String> names(Tree parent) {
    return switch (parent) {
      case Tree.Branch branch -> branch.entries().stream().map(Tree.Entry::key).toList();
      case Tree.Items list -> {
        List<String> names = new ArrayList<>();
        for (Tree item : list.items()) {
          String id = Tree.idOf(item);
          names.add(id.isEmpty() ? String.valueOf(names.size() + 1) : id);
        }
        yield names;
      }
      case Tree.Leaf _ -> List.of();
    };
  }

  /** The place around a place. */
  public static String parent(String place) {
    int slash = place.lastIndexOf('/');
    return slash < 0 ? "" : place.substring(0, slash);
  }

  /** The last part of a place. */
  public static String name(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static int position(Tree parent, Optional<String> before) {
    List<String> names = names(parent);
    int index = before.map(names::indexOf).orElse(-1);
    return index < 0 ? names.size() : index;
  }

  private static int index(Tree.Items list, String name) {
    return names(list).indexOf(name);
  }

  private static List<String> way(String place) {
    return place.isEmpty() ? List.of() : List.of(place.split("/", -1));
  }

  private static Optional<Tree> change(Tree of, List<String> way, UnaryOperator<Tree> how) {
    if (way.isEmpty()) return Optional.of(how.apply(of));
    String name = way.getFirst();
    List<String> rest = way.subList(1, way.size());
    return switch (of) {
      case Tree.Branch branch ->
          branch.get(name).flatMap(c -> change(c, rest, how)).map(c -> branch.with(name, c));
      case Tree.Items list -> {
        int index = index(list, name);
        if (index < 0) yield Optional.empty();
        yield change(list.items().get(index), rest, how)
            .map(changed -> {
              List<Tree> items = new ArrayList<>(list.items());
              items.set(index, changed);
              return new Tree.Items(items);
            });
      }
      case Tree.Leaf leaf -> name.equals(ONLY) ? change(leaf, rest, how) : Optional.empty();
    };
  }
}
