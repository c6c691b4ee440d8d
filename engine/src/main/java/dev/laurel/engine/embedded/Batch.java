package dev.laurel.engine.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The write commands that go to disk with one commit. Whoever wrote in it answers its client only
 * when the batch is settled. Guarded by the store's lock for committing.
 */
final class Batch {
  private boolean settled;
  private @Nullable RuntimeException failure;

  boolean isSettled() {
    return settled;
  }

  /** All of it is on disk. */
  void succeed() {
    settled = true;
  }

  /** Nothing of it can be relied on. */
  void fail(RuntimeException cause) {
    settled = true;
    failure = cause;
  }

  /** Throws what kept the batch from the disk, if anything did. */
  void check() {
    if (failure != null) throw NotStoredException.because(failure);
  }
}
