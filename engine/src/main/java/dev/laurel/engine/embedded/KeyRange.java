package dev.laurel.engine.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Keys from one, inclusive, up to another, exclusive.
 *
 * @param to null for no end
 */
record KeyRange(Key from, @Nullable Key to) {
  static final KeyRange ALL = new KeyRange(Key.FIRST, null);

  /** All keys that begin with this one. */
  static KeyRange beginningWith(Key prefix) {
    return new KeyRange(prefix, prefix.afterAllThatBeginWithThis());
  }

  boolean isEmpty() {
    return to != null && from.compareTo(to) >= 0;
  }

  boolean endsBefore(Key key) {
    return to != null && key.compareTo(to) >= 0;
  }

  /** The keys of this range behind the prefix. */
  KeyRange behind(Key prefix) {
    return new KeyRange(
        prefix.then(from), to == null ? prefix.afterAllThatBeginWithThis() : prefix.then(to));
  }
}
