package dev.laurel.engine.embedded;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a command did to the maps. To do it once more changes nothing, so that changes can
 * be repeated from the log.
 *
 * @param key null where the change is to a whole map
 * @param value the new value, for {@link Kind#PUT} only
 */
record Change(Kind kind, String map, @Nullable Key key, byte @Nullable [] value) {
  enum Kind {
    PUT(1),
    REMOVE(2),
    MAKE(3),
    DROP(4);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** What stands for it in the log. */
    byte code() {
      return (byte) code;
    }

    static Kind of(byte code) {
      for (Kind kind : values()) if (kind.code == code) return kind;
      throw new IllegalArgumentException("The log knows no change %d.".formatted(code));
    }
  }

  static Change put(String map, Key key, byte[] value) {
    return new Change(Kind.PUT, map, key, value);
  }

  static Change remove(String map, Key key) {
    return new Change(Kind.REMOVE, map, key, null);
  }

  static Change make(String map) {
    return new Change(Kind.MAKE, map, null, null);
  }

  static Change drop(String map) {
    return new Change(Kind.DROP, map, null, null);
  }

  /** How many bytes of key and value it carries. */
  long bytes() {
    return (key == null ? 0 : key.bytes().length) + (value == null ? 0L : value.length);
  }
}
