package dev.laurel.engine.draft;

import dev.laurel.rules.tree.Tree;
import java.util.Optional;

/**
 * What somebody wants to be otherwise, at a place of the pack as sentences and faults name it.
 * Closed family, immutable.
 */
public sealed interface Edit {
  String place();

  /** That this stands here, whatever stood here before, if anything. */
  record Set(String place, Tree value) implements Edit {}

  /**
   * That a list or map has one more entry; the list is made where it was left out. Of a list whose
   * entries have no ids, the place's last part is {@code +}.
   *
   * @param next the entry that it stands before; empty at the end
   */
  record Add(String place, Tree value, Optional<String> next) implements Edit {}

  /** That an entry, or what may be left out, is not there. */
  record Remove(String place) implements Edit {}

  /**
   * That an entry stands elsewhere among its siblings.
   *
   * @param next the entry that it stands before; empty at the end
   */
  record Move(String place, Optional<String> next) implements Edit {}

  /** What it is about; see {@link dev.laurel.rules.tree.Alteration#touches}. */
  default String touches() {
    return this instanceof Move ? place() + "/~order" : place();
  }

  /** What would stand at the place; empty where nothing would, or what stands there stays. */
  default Optional<Tree> wanted() {
    return switch (this) {
      case Set(var _, var value) -> Optional.of(value);
      case Add(var _, var value, var _) -> Optional.of(value);
      case Remove _, Move _ -> Optional.empty();
    };
  }
}
