package dev.laurel.rules.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list or map that has been begun and not yet ended. Not thread-safe. */
sealed interface Frame {
  /** The segment of its place: the key or the number, or the id as soon as that is known. */
  String name();

  /** The segment of the place of what comes next in it; empty where that is a key. */
  String nextName();

  Node node();

  /** A list. */
  final class OfList implements Frame {
    private final String name;
    private final int line;
    private final int column;
    private final List<Node> items = new ArrayList<>();

    OfList(String name, int line, int column) {
      this.name = name;
      this.line = line;
      this.column = column;
    }

    void add(Node item) {
      items.add(item);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String nextName() {
      return String.valueOf(items.size() + 1);
    }

    @Override
    public Node node() {
      return new Node.Sequence(List.copyOf(items), line, column);
    }
  }

  /** A map. */
  final class OfMap implements Frame {
    private final String name;
    private final boolean inList;
    private final int line;
    private final int column;
    private final List<Node.Entry> entries = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private Node.@Nullable Scalar key;
    private boolean awaitsValue;

    OfMap(String name, boolean inList, int line, int column) {
      this.name = name;
      this.inList = inList;
      this.line = line;
      this.column = column;
    }

    boolean awaitsValue() {
      return awaitsValue;
    }

    boolean knows(String word) {
      return keys.contains(word);
    }

    /** Takes the next key; without one the value that follows is dropped. */
    void key(Optional<Node.Scalar> next) {
      key = next.orElse(null);
      if (key != null) keys.add(key.text());
      awaitsValue = true;
    }

    void value(Node value) {
      if (key != null) entries.add(new Node.Entry(key, value));
      key = null;
      awaitsValue = false;
    }

    @Override
    public String name() {
      if (inList)
        for (Node.Entry entry : entries)
          if (entry.key().text().equals("id")
              && entry.value() instanceof Node.Scalar id
              && !id.text().isEmpty()) return id.text();
      return name;
    }

    @Override
    public String nextName() {
      return key == null ? "" : key.text();
    }

    @Override
    public Node node() {
      return new Node.Mapping(List.copyOf(entries), line, column);
    }
  }
}
