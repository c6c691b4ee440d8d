package dev.laurel.rules.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in a pack, whether or not it makes sense there. Closed family, immutable. */
public sealed interface Tree {
  /** What a leaf is by the core schema of YAML 1.2. */
  enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    /** A key without a value. */
    NOTHING
  }

  /**
   * One value.
   *
   * @param text as it is written, without quotes; a number keeps its digits
   */
  record Leaf(Kind kind, String text) implements Tree {}

  /** A list. */
  record Items(List<Tree> items) implements Tree {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A map; its keys are distinct and keep their order. */
  record Branch(List<Entry> entries) implements Tree {
    public Branch {
      entries = List.copyOf(entries);
      Set<String> keys = new HashSet<>();
      for (Entry entry : entries)
        if (!keys.add(entry.key()))
          throw new IllegalArgumentException("The key %s stands twice.".formatted(entry.key()));
    }

    /** What stands under this key. */
    public Optional<Tree> get(String key) {
      for (Entry entry : entries) if (entry.key().equals(key)) return Optional.of(entry.value());
      return Optional.empty();
    }

    /** The same with this key at its end, or with another value where it has the key. */
    public Branch with(String key, Tree value) {
      List<Entry> with = new ArrayList<>(entries);
      for (int i = 0; i < with.size(); i++)
        if (with.get(i).key().equals(key)) {
          with.set(i, new Entry(key, value));
          return new Branch(with);
        }
      with.add(new Entry(key, value));
      return new Branch(with);
    }
  }

  /** A key with its value. */
  record Entry(String key, Tree value) {}

  static Leaf text(String text) {
    return new Leaf(Kind.TEXT, text);
  }

  /** A number as it is written. */
  static Leaf number(String digits) {
    return new Leaf(Kind.NUMBER, digits);
  }

  static Leaf truth(boolean truth) {
    return new Leaf(Kind.TRUTH, String.valueOf(truth));
  }

  static Branch branch() {
    return new Branch(List.of());
  }

  static Items items(Tree... items) {
    return new Items(List.of(items));
  }

  /** The id by which an entry of a list goes; empty where it has none. */
  static String idOf(Tree item) {
    return item instanceof Branch branch && branch.get("id").orElse(null) instanceof Leaf id
        ? id.text()
        : "";
  }
}
