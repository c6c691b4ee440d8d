package dev.laurel.engine.embedded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The write commands that go to disk with one commit. Whoever wrote in it answers its client only
 * when the batch is settled, which it is once: a batch that failed cannot succeed any more.
 * Thread-safe.
 */
final class Batch {
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> touched = new HashSet<>();
  private long bytes;
  private boolean settled;
  private @Nullable RuntimeException failure;

  synchronized boolean isSettled() {
    return settled;
  }

  // What follows is for whoever holds the lock for writing, and after that for whoever commits.

  void add(List<Change> more) {
    changes.addAll(more);
    for (Change change : more) {
      touched.add(change.map());
      bytes += change.bytes();
    }
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  List<Change> changes() {
    return changes;
  }

  /** The names of the maps that its commands changed. */
  Set<String> touched() {
    return touched;
  }

  /** How many bytes of keys and values it changes. */
  long bytes() {
    return bytes;
  }

  /** All of it is on disk. */
  synchronized void succeed() {
    settled = true;
  }

  /** Nothing of it can be relied on. */
  synchronized void fail(RuntimeException cause) {
    if (settled) return;
    settled = true;
    failure = cause;
  }

  /** Throws what kept the batch from the disk, if anything did. */
  synchronized void check() {
    if (failure != null) throw NotStoredException.because(failure);
  }
}
