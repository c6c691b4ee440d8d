package dev.laurel.engine.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * What one write command changed so far, so that a command that breaks off leaves nothing behind.
 * Used by the thread that holds the lock for writing.
 */
final class Journal {
  private record Former(String map, Key key, byte @Nullable [] before) {
    void undo(MVMap<Key, byte[]> target) {
      if (before == null) target.remove(key);
      else target.put(key, before);
    }
  }

  private final Deque<Former> formers = new ArrayDeque<>();
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> made = new HashSet<>();
  private final Set<String> dropped = new HashSet<>();

  void put(String map, Key key, byte[] value, byte @Nullable [] before) {
    remember(map, key, before);
    changes.add(Change.put(map, key, value));
  }

  void removed(String map, Key key, byte[] before) {
    remember(map, key, before);
    changes.add(Change.remove(map, key));
  }

  private void remember(String map, Key key, byte @Nullable [] before) {
    if (!made.contains(map)) formers.push(new Former(map, key, before));
  }

  void made(String map) {
    made.add(map);
    changes.add(Change.make(map));
  }

  /** The map goes when the command has succeeded; until then it only counts as gone. */
  void dropped(String map) {
    if (dropped.add(map)) changes.add(Change.drop(map));
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  boolean isDropped(String map) {
    return dropped.contains(map);
  }

  /** All that was done, in its order. */
  List<Change> changes() {
    return changes;
  }

  void finish(Generation generation) {
    dropped.forEach(generation::remove);
  }

  void undo(Generation generation) {
    for (Former former : formers) {
      MVMap<Key, byte[]> target = generation.map(former.map());
      if (target != null) former.undo(target);
    }
    made.forEach(generation::remove);
  }
}
