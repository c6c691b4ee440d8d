package dev.laurel.rules.tree;

import java.util.Optional;

/**
 * One change of a tree that knows what was there before, so that it can be taken back. Closed
 * family, immutable.
 */
public sealed interface Alteration {
  /** Where something is changed. */
  String place();

  /** Something else stands where something stood. */
  record Replace(String place, Tree before, Tree after) implements Alteration {}

  /**
   * An entry of a list or map is new.
   *
   * @param next the entry that it stands before; empty at the end
   */
  record Insert(String place, Tree entry, Optional<String> next) implements Alteration {}

  /**
   * An entry of a list or map is gone.
   *
   * @param next the entry that it stood before; empty at the end
   */
  record Remove(String place, Tree entry, Optional<String> next) implements Alteration {}

  /**
   * An entry of a list or map stands elsewhere among its siblings.
   *
   * @param from the entry that it stood before; empty at the end
   * @param to the entry that it stands before; empty at the end
   */
  record Move(String place, Optional<String> from, Optional<String> to) implements Alteration {}

  /** What takes it back. */
  default Alteration inverse() {
    return switch (this) {
      case Replace(var place, var before, var after) -> new Replace(place, after, before);
      case Insert(var place, var entry, var next) -> new Remove(place, entry, next);
      case Remove(var place, var entry, var next) -> new Insert(place, entry, next);
      case Move(var place, var from, var to) -> new Move(place, to, from);
    };
  }

  /**
   * The tree after it; empty where the tree is not as it must be before: what is replaced or
   * removed is something else by now, what is inserted is there already, what is moved is gone.
   */
  default Optional<Tree> apply(Tree root) {
    return switch (this) {
      case Replace(var place, var before, var after) ->
          Trees.at(root, place)
              .filter(before::equals)
              .flatMap(_ -> Trees.replace(root, place, after));
      case Insert(var place, var entry, var next) -> Trees.insert(root, place, entry, next);
      case Remove(var place, var entry, var _) ->
          Trees.at(root, place).filter(entry::equals).flatMap(_ -> Trees.remove(root, place));
      case Move(var place, var _, var to) ->
          Trees.at(root, place)
              .flatMap(entry ->
                  Trees.remove(root, place)
                      .flatMap(without -> Trees.insert(without, place, entry, to)));
    };
  }

  /** What it touches: two alterations are about the same word where one's is within the other's. */
  default String touches() {
    return this instanceof Move ? place() + "/~order" : place();
  }

  /** Whether what one place holds is, or is within, what the other holds. */
  static boolean overlap(String one, String other) {
    return one.equals(other)
        || one.isEmpty()
        || other.isEmpty()
        || one.startsWith(other + "/")
        || other.startsWith(one + "/");
  }
}
