package dev.laurel.engine.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * What one write command changed so far, so that a command that breaks off leaves nothing behind.
 * Used by the thread that holds the lock for writing.
 */
final class Journal {
  private record Change(String map, Key key, byte @Nullable [] before) {
    void undo(MVMap<Key, byte[]> target) {
      if (before == null) target.remove(key);
      else target.put(key, before);
    }
  }

  private final Deque<Change> changes = new ArrayDeque<>();
  private final Set<String> touched = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private final Set<String> dropped = new HashSet<>();

  void changed(String map, Key key, byte @Nullable [] before) {
    touched.add(map);
    if (!made.contains(map)) changes.push(new Change(map, key, before));
  }

  void made(String map) {
    touched.add(map);
    made.add(map);
  }

  /** The map goes when the command has succeeded; until then it only counts as gone. */
  void dropped(String map) {
    touched.add(map);
    dropped.add(map);
  }

  boolean isEmpty() {
    return touched.isEmpty();
  }

  boolean isDropped(String map) {
    return dropped.contains(map);
  }

  Set<String> touched() {
    return touched;
  }

  void finish(Generation generation) {
    dropped.forEach(generation::remove);
  }

  void undo(Generation generation) {
    for (Change change : changes) {
      MVMap<Key, byte[]> target = generation.map(change.map());
      if (target != null) change.undo(target);
    }
    made.forEach(generation::remove);
  }
}
