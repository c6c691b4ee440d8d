package dev.laurel.engine.embedded;

import java.io.File;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Named maps on disk. Write commands apply one after the other in memory; then each waits until a
 * commit has brought it to disk, and all that wait at once share one commit. Readers see the last
 * commit, whole, and wait for nobody. Thread-safe.
 *
 * <p>Decision record 030 says why.
 */
final class Store implements AutoCloseable {
  private static final ScopedValue<Snapshot> READING = ScopedValue.newInstance();

  private final String fileName;
  private final File directory;
  private final Settings settings;

  /** Held while a command applies and while a commit writes; never while waiting for the other. */
  private final ReentrantLock writing = new ReentrantLock(true);

  /** Held by whoever commits for all that wait. Taken before {@link #writing}, never after. */
  private final ReentrantLock committing = new ReentrantLock(true);

  private Generation generation;
  private Batch batch = new Batch();
  private @Nullable Journal journal;
  private Runnable onLoss = () -> {};
  private volatile Snapshot latest;
  private volatile boolean closed;

  /**
   * @param fileName in H2's notation, so that a test can put another file system below
   * @param directory whose disk is asked for its space
   * @throws MVStoreException if the file cannot be read
   */
  Store(String fileName, Path directory, Settings settings) {
    this.fileName = fileName;
    this.directory = directory.toFile();
    this.settings = settings;
    this.generation = Generation.open(fileName, settings.fsync());
    this.latest = Snapshot.of(generation);
  }

  /** Says what must be forgotten in memory when changes were taken back that had been applied. */
  void onLoss(Runnable forget) {
    onLoss = forget;
  }

  /** Runs a command that only reads, all of it on one snapshot. */
  <T> T read(Supplier<T> command) {
    if (READING.isBound() || writing.isHeldByCurrentThread()) return command.get();
    Snapshot snapshot = hold();
    try (snapshot) {
      return ScopedValue.where(READING, snapshot).call(command::get);
    } catch (MVStoreException e) {
      if (closed) throw e;
    }
    // The file was opened anew under this command, after a write that failed. It will not happen to
    // this one again: whoever opens the file holds the lock.
    writing.lock();
    try (Snapshot again = holdOpen()) {
      return ScopedValue.where(READING, again).call(command::get);
    } finally {
      writing.unlock();
    }
  }

  private Snapshot holdOpen() {
    if (generation.file().isClosed() && !closed)
      startAnew(new IllegalStateException("The file is closed."));
    return hold();
  }

  /** The last commit, which the caller must close. */
  Snapshot hold() {
    while (true) {
      Snapshot snapshot = latest;
      if (snapshot.hold()) return snapshot;
    }
  }

  /**
   * Runs a command that may write, and returns when what it did and what it saw is on disk. A
   * command that throws has done nothing.
   *
   * @throws NotStoredException if the disk did not take it
   */
  <T> T write(Supplier<T> command) {
    Supplier<T> outcome;
    Batch mine;
    writing.lock();
    try {
      checkReady();
      outcome = outcomeOf(command);
      mine = batch;
    } finally {
      writing.unlock();
    }
    // A refusal waits too: it may rest on a change that is not on disk yet.
    settle(mine);
    return outcome.get();
  }

  private void checkReady() {
    if (closed) throw new IllegalStateException("The store is closed.");
    if (generation.file().isClosed()) {
      var cause = new IllegalStateException("The file is closed.");
      startAnew(cause);
      if (generation.file().isClosed()) throw NotStoredException.because(cause);
    }
    long free = directory.getUsableSpace();
    if (free < settings.reserveBytes())
      throw NotStoredException.becauseTheDiskIsNearlyFull(free, settings.reserveBytes());
  }

  private <T> Supplier<T> outcomeOf(Supplier<T> command) {
    var changes = new Journal();
    journal = changes;
    try {
      T result = command.get();
      changes.finish(generation);
      batch.touched().addAll(changes.touched());
      return () -> result;
    } catch (RuntimeException e) {
      if (!changes.isEmpty()) takeBack(changes, e);
      return () -> {
        throw e;
      };
    } catch (Error e) {
      takeBack(changes, new IllegalStateException("A command broke off.", e));
      throw e;
    } finally {
      journal = null;
    }
  }

  private void takeBack(Journal changes, RuntimeException cause) {
    if (generation.file().isClosed()) {
      startAnew(cause);
      return;
    }
    changes.undo(generation);
    batch.touched().addAll(changes.touched());
    onLoss.run();
  }

  private void settle(Batch mine) {
    committing.lock();
    try {
      if (!mine.isSettled()) commit();
      mine.check();
    } finally {
      committing.unlock();
    }
  }

  private void commit() {
    Batch going;
    Snapshot next;
    writing.lock();
    try {
      going = batch;
      if (going.touched().isEmpty()) {
        batch = new Batch();
        going.succeed();
        return;
      }
      boolean moved = generation.commit();
      next = moved ? Snapshot.of(generation) : latest.next(generation, going.touched());
      batch = new Batch();
    } catch (RuntimeException e) {
      // The file may hold the commit all the same. Nothing it says about itself proves that it is
      // this one and not an earlier attempt, so nobody is told that it was stored.
      startAnew(e);
      return;
    } finally {
      writing.unlock();
    }
    if (!sealed(going, next)) return;
    publish(next);
    going.succeed();
  }

  private boolean sealed(Batch going, Snapshot next) {
    try {
      generation.seal();
      return true;
    } catch (RuntimeException e) {
      next.close();
      going.fail(e);
      writing.lock();
      try {
        startAnew(e);
      } finally {
        writing.unlock();
      }
      return false;
    }
  }

  /**
   * Gives up all that is not sealed, and goes on from the last commit that is. That may be one
   * whose sealing failed at its very end.
   */
  private void startAnew(RuntimeException cause) {
    batch.fail(cause);
    batch = new Batch();
    generation.file().closeImmediately();
    try {
      generation = Generation.open(fileName, settings.fsync());
      publish(Snapshot.of(generation));
    } catch (MVStoreException e) {
      cause.addSuppressed(e); // The next command tries again.
    }
    onLoss.run();
  }

  private void publish(Snapshot next) {
    Snapshot before = latest;
    latest = next;
    before.close();
  }

  /** The names of all maps that the last commit holds. */
  Set<String> names() {
    return latest.names();
  }

  /** The map as the running command sees it; null if there is none of that name. */
  @Nullable MVMap<Key, byte[]> map(String name) {
    if (READING.isBound()) return READING.get().map(name);
    Journal changes = journal();
    return changes.isDropped(name) ? null : generation.map(name);
  }

  /** The map for the running write command to change; it is made if there is none. */
  MVMap<Key, byte[]> mapToWrite(String name) {
    MVMap<Key, byte[]> map = map(name);
    if (map != null) return map;
    Journal changes = journal();
    if (changes.isDropped(name))
      throw new IllegalStateException("The map %s was dropped.".formatted(name));
    changes.made(name);
    return generation.make(name);
  }

  /** What the running write command changed. */
  Journal journal() {
    Journal changes = journal;
    if (READING.isBound() || !writing.isHeldByCurrentThread() || changes == null)
      throw new IllegalStateException("Only a write command may change the store.");
    return changes;
  }

  /** How large the file is. */
  long fileBytes() {
    return new File(fileName).length();
  }

  /** Waits for what runs, commits it and closes the file. Does nothing when closed already. */
  @Override
  public void close() {
    committing.lock();
    writing.lock();
    try {
      if (closed) return;
      closed = true;
      latest.close();
      generation.file().close();
    } finally {
      writing.unlock();
      committing.unlock();
    }
  }
}
