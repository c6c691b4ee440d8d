package dev.laurel.rules.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML or JSON document says, with the place where it says it. Immutable.
 *
 * <p>Lines and columns count from 1; both are 0 in a tree that was made to be written.
 */
sealed interface Node {
  int line();

  int column();

  /** What a scalar is by the core schema of YAML 1.2. */
  enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    /** A key without a value, or null. */
    EMPTY,
    /** A fault has been reported already; nobody should report another. */
    REFUSED
  }

  /**
   * One value.
   *
   * @param text as it is written, without quotes and escapes
   * @param inset how many characters stand between the column and the first one of the text, where
   *     the text stands in the file letter by letter; -1 where it does not
   */
  record Scalar(String text, Kind kind, int line, int column, int inset) implements Node {}

  /** A list. */
  record Sequence(List<Node> items, int line, int column) implements Node {}

  /** A map; its keys are distinct. */
  record Mapping(List<Entry> entries, int line, int column) implements Node {
    /** The value under this key. */
    @Nullable Node get(String key) {
      for (Entry entry : entries) if (entry.key.text.equals(key)) return entry.value;
      return null;
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, Node value) {}

  /** The id by which an entry of a list goes; empty where it has none. */
  static String idOf(Node item) {
    return item instanceof Mapping map && map.get("id") instanceof Scalar id ? id.text() : "";
  }

  static Scalar text(String text) {
    return new Scalar(text, Kind.TEXT, 0, 0, -1);
  }

  static Scalar of(String text, Kind kind) {
    return new Scalar(text, kind, 0, 0, -1);
  }

  static Scalar truth(boolean truth) {
    return of(String.valueOf(truth), Kind.TRUTH);
  }

  static Scalar number(long number) {
    return of(String.valueOf(number), Kind.NUMBER);
  }

  static Sequence list(List<? extends Node> items) {
    return new Sequence(List.copyOf(items), 0, 0);
  }

  static Sequence texts(List<String> items) {
    return list(items.stream().map(Node::text).toList());
  }

  static Builder map() {
    return new Builder();
  }

  /** Makes a map, key by key. */
  final class Builder {
    private final List<Entry> entries = new ArrayList<>();

    private Builder() {}

    Builder put(String key, Node value) {
      entries.add(new Entry(Node.text(key), value));
      return this;
    }

    Builder putAll(Mapping map) {
      entries.addAll(map.entries);
      return this;
    }

    Mapping node() {
      return new Mapping(List.copyOf(entries), 0, 0);
    }
  }
}
