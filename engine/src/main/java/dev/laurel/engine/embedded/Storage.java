package dev.laurel.engine.embedded;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What the store has on disk: the file with its maps, and before it the log with the commits that
 * the file does not hold yet. Each commit has a number. Used by whoever holds both locks of the
 * store, or where it says so one of them.
 */
final class Storage {
  private final String fileName;
  private final Limits limits;
  private final RedoLog log;
  private Generation generation;

  /** The number of the last commit that is in the log or the file for good. */
  private long committed;

  /** The last number given to a commit; one that failed keeps its number for itself. */
  private long lastNumber;

  /** What was saved last is being sealed, or was. */
  private @Nullable FutureTask<?> sealing;

  /** The commits before this one are in it. */
  private long sealingBefore;

  /**
   * Opens the file and does again what the log holds beyond it. Neither is written to.
   *
   * @param fsync whether the device must have a commit before it counts
   * @throws MVStoreException if the file cannot be read
   * @throws java.io.UncheckedIOException if the log cannot be read
   */
  Storage(String fileName, boolean fsync, Limits limits) {
    this.fileName = fileName;
    this.limits = limits;
    this.log = new RedoLog(fileName + ".log.", fsync, limits.logBytes());
    try {
      this.generation = Generation.open(fileName);
      this.committed = log.replay(generation.lastCommit(), Long.MAX_VALUE, generation::repeat);
      this.lastNumber = committed;
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** The maps; the lock for writing is enough. */
  Generation generation() {
    return generation;
  }

  boolean isClosed() {
    return generation.file().isClosed();
  }

  /** A number for the next commit. */
  long nextNumber() {
    return ++lastNumber;
  }

  /** Whether the commit of this number is there for good. */
  boolean holds(long number) {
    return committed >= number;
  }

  /** Whether it is time to save. */
  boolean isFull() {
    double full = limits.full(log.bytes(), generation.unsavedBytes());
    return full > 2 || (full > 1 && (sealing == null || sealing.isDone()));
  }

  /**
   * Writes a commit to the log; then it is there for good. The lock for committing is enough.
   *
   * @throws java.io.UncheckedIOException if the disk did not take it
   */
  void append(long number, List<Change> changes) {
    log.append(number, changes);
    committed = number;
  }

  /**
   * Begins a new file of the log, and lets the store file take all that was applied so far. What
   * follows is appended meanwhile; when the file surely has it, the older log is free.
   *
   * @throws RuntimeException if the disk did not take it: the file must be opened anew
   */
  void save() {
    awaitSealed();
    long next = lastNumber + 1;
    beginLog();
    generation.save(lastNumber);
    var task = new FutureTask<>(Executors.callable(generation::seal));
    sealing = task;
    sealingBefore = next;
    Thread.ofPlatform().daemon().name("laurel-store-sealing").start(task);
  }

  /** Saves, and returns when the file opens with it; then all of it is there for good. */
  void saveAndSeal() {
    save();
    awaitSealed();
    committed = lastNumber;
  }

  /**
   * Sees that later commits go to a file of the log of their own.
   *
   * @throws java.io.UncheckedIOException if the disk did not take it; nothing is lost by that
   */
  void beginLog() {
    log.begin(lastNumber + 1);
  }

  /**
   * Throws what went wrong when the last save was sealed, if that is known by now.
   *
   * @throws IllegalStateException if the disk did not take it: the file must be opened anew
   */
  void checkSealed() {
    if (sealing != null && sealing.isDone()) awaitSealed();
  }

  private void awaitSealed() {
    boolean interrupted = false;
    try {
      while (sealing != null) {
        try {
          sealing.get();
          sealing = null;
          log.release(sealingBefore);
        } catch (InterruptedException e) {
          interrupted = true; // Sealing waits for nobody; whoever interrupts is heard after it.
        } catch (ExecutionException e) {
          sealing = null;
          throw new IllegalStateException("The store file was not written: " + e.getCause(), e);
        }
      }
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  /**
   * Forgets what is not there for good: opens the file anew as it was sealed last, and does again
   * what the log holds up to the last commit that succeeded. Neither is written to, so that reading
   * goes on whatever the disk does.
   *
   * @throws RuntimeException if one of them cannot be read; the file is closed then
   */
  void reopen() {
    try {
      awaitSealed();
    } catch (IllegalStateException e) {
      // Then the file is as it was sealed before that.
    }
    generation.file().closeImmediately();
    Generation next = Generation.open(fileName);
    try {
      if (log.replay(next.lastCommit(), committed, next::repeat) < committed)
        throw new IllegalStateException("The log does not hold what was written to it.");
    } catch (RuntimeException e) {
      next.file().closeImmediately();
      throw e;
    }
    generation = next;
  }

  /**
   * Closes both.
   *
   * @param save whether the file may take what is new
   * @throws RuntimeException if the disk did not take it; nothing is lost by that
   */
  void close(boolean save) {
    try {
      awaitSealed();
      if (save) generation.close(lastNumber);
    } finally {
      generation.file().closeImmediately();
      log.close();
    }
  }
}
