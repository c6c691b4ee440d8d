package dev.laurel.rules.pack;

import org.jspecify.annotations.Nullable;

/**
 * A path in a pack, such as {@code earning/usual/rules/weekend-double/when/big}. An entry of a list
 * goes by its id, else by its number, from 1. Immutable; its text is made only when asked for.
 */
record Place(@Nullable Place parent, String name) {
  static final Place ROOT = new Place(null, "");

  Place of(String child) {
    return new Place(this, child);
  }

  /** The entry of a list at this index, from 0. */
  Place of(Node item, int index) {
    return of(name(item, index));
  }

  /** What an entry of a list goes by. */
  static String name(Node item, int index) {
    return item instanceof Node.Mapping map
            && map.get("id") instanceof Node.Scalar id
            && !id.text().isEmpty()
        ? id.text()
        : String.valueOf(index + 1);
  }

  @Override
  public String toString() {
    if (parent == null) return "";
    String before = parent.toString();
    return before.isEmpty() ? name : before + "/" + name;
  }
}
