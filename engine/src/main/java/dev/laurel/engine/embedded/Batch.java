package dev.laurel.engine.embedded;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The write commands that go to disk with one commit of one generation. Whoever wrote in it answers
 * its client only when the batch is settled, which it is once: a batch that failed cannot succeed
 * any more. Thread-safe.
 */
final class Batch {
  private final Set<String> touched = new HashSet<>();
  private boolean settled;
  private @Nullable RuntimeException failure;

  synchronized boolean isSettled() {
    return settled;
  }

  /** The names of the maps that its commands changed; for whoever holds the lock for writing. */
  Set<String> touched() {
    return touched;
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
