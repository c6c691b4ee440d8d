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
 * commit has brought it to the log, and all that wait at once share one commit. Now and then the
 * store file takes over what the log holds. Readers see the last commit, whole, and wait for
 * nobody. Thread-safe.
 *
 * <p>Decision record 030 says why.
 */
final class Store implements AutoCloseable {
  private static final ScopedValue<Snapshot> READING = ScopedValue.newInstance();

  /** A commit larger than this goes into the file at once and not through the log. */
  private static final long LARGE_COMMIT = 4 << 20;

  private final File file;
  private final File directory;
  private final Settings settings;
  private final Storage storage;

  /** Held while a command applies and while the file takes changes; never to wait for another. */
  private final ReentrantLock writing = new ReentrantLock(true);

  /** Held by whoever commits for all that wait. Taken before {@link #writing}, never after. */
  private final ReentrantLock committing = new ReentrantLock(true);

  private Batch batch = new Batch();
  private @Nullable Journal journal;
  private Runnable onLoss = () -> {};
  private volatile Snapshot latest;
  private volatile boolean closed;

  /** Why no write is taken, or null if they are. Nothing is applied to the maps meanwhile. */
  private volatile @Nullable RuntimeException refusing;

  /**
   * @param fileName in H2's notation, so that a test can put another file system below
   * @param directory whose disk is asked for its space
   * @throws MVStoreException if the file cannot be read
   * @throws java.io.UncheckedIOException if the log cannot be read
   */
  Store(String fileName, Path directory, Settings settings, Limits limits) {
    this.file = new File(fileName);
    this.directory = directory.toFile();
    this.settings = settings;
    this.storage = new Storage(fileName, settings.fsync(), limits);
    this.latest = Snapshot.of(storage.generation());
    committing.lock();
    writing.lock();
    try {
      takeWrites();
    } finally {
      writing.unlock();
      committing.unlock();
    }
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
    // this one again: whoever opens the file holds the locks.
    committing.lock();
    writing.lock();
    try (Snapshot again = holdOpen()) {
      return ScopedValue.where(READING, again).call(command::get);
    } finally {
      writing.unlock();
      committing.unlock();
    }
  }

  private Snapshot holdOpen() {
    if (storage.isClosed() && !closed) startAnew(new IllegalStateException("The file is closed."));
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
    if (refusing != null) tryAgain();
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
    RuntimeException why = refusing;
    if (why != null) throw NotStoredException.because(why);
    long free = directory.getUsableSpace();
    if (free < settings.reserveBytes())
      throw NotStoredException.becauseTheDiskIsNearlyFull(free, settings.reserveBytes());
  }

  /** Sees whether the disk takes something again. */
  private void tryAgain() {
    committing.lock();
    writing.lock();
    try {
      RuntimeException why = refusing;
      if (closed || why == null) return;
      if (storage.isClosed()) startAnew(why);
      else takeWrites();
    } finally {
      writing.unlock();
      committing.unlock();
    }
  }

  private <T> Supplier<T> outcomeOf(Supplier<T> command) {
    var changes = new Journal();
    journal = changes;
    try {
      T result = command.get();
      changes.finish(storage.generation());
      batch.add(changes.changes());
      return () -> result;
    } catch (RuntimeException e) {
      if (!changes.isEmpty()) takeBack(changes);
      return () -> {
        throw e;
      };
    } catch (Error e) {
      takeBack(changes);
      throw e;
    } finally {
      journal = null;
    }
  }

  private void takeBack(Journal changes) {
    changes.undo(storage.generation());
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
    long number;
    Snapshot next;
    writing.lock();
    try {
      if (closed || !sealedSoFar()) return;
      going = batch;
      batch = new Batch();
      if (going.isEmpty()) {
        going.succeed();
        return;
      }
      number = storage.nextNumber();
      if (going.bytes() > LARGE_COMMIT || storage.isFull()) {
        commitAndSave(going, number);
        return;
      }
      next = latest.next(storage.generation(), going.touched());
    } finally {
      writing.unlock();
    }
    commit(going, number, next);
  }

  private void commit(Batch going, long number, Snapshot next) {
    try {
      storage.append(number, going.changes());
    } catch (RuntimeException e) {
      next.close();
      going.fail(e);
      writing.lock();
      try {
        startAnew(e);
      } finally {
        writing.unlock();
      }
      return;
    }
    publish(next);
    going.succeed();
  }

  /** Commits, and lets the file take all that is committed. */
  private void commitAndSave(Batch going, long number) {
    try {
      if (going.bytes() <= LARGE_COMMIT) {
        storage.append(number, going.changes());
        storage.save();
      } else {
        storage.saveAndSeal();
      }
      publish(Snapshot.of(storage.generation()));
      going.succeed();
    } catch (RuntimeException e) {
      // What is in the log is committed, whatever becomes of the file.
      if (!storage.holds(number)) going.fail(e);
      startAnew(e);
      going.succeed();
    }
  }

  private boolean sealedSoFar() {
    try {
      storage.checkSealed();
      return true;
    } catch (IllegalStateException e) {
      startAnew(e);
      return false;
    }
  }

  /**
   * Gives up all that is not committed, and goes on from what is. Both locks must be held, here and
   * below.
   */
  private void startAnew(RuntimeException cause) {
    batch.fail(cause);
    batch = new Batch();
    refusing = cause;
    reopen(cause);
    onLoss.run();
    if (!storage.isClosed()) takeWrites();
  }

  private void reopen(RuntimeException cause) {
    try {
      storage.reopen();
      publish(Snapshot.of(storage.generation()));
    } catch (RuntimeException e) {
      cause.addSuppressed(e); // The next command tries again.
    }
  }

  /**
   * Lets the file take what the log holds, and the log begin after it: from then on nothing counts
   * that a failed write may have left behind.
   */
  private void takeWrites() {
    try {
      storage.beginLog();
    } catch (RuntimeException e) {
      refusing = e;
      return;
    }
    try {
      storage.saveAndSeal();
      publish(Snapshot.of(storage.generation()));
      refusing = null;
    } catch (RuntimeException e) {
      refusing = e;
      reopen(e);
    }
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
    return changes.isDropped(name) ? null : storage.generation().map(name);
  }

  /** The map for the running write command to change; it is made if there is none. */
  MVMap<Key, byte[]> mapToWrite(String name) {
    MVMap<Key, byte[]> map = map(name);
    if (map != null) return map;
    Journal changes = journal();
    if (changes.isDropped(name))
      throw new IllegalStateException("The map %s was dropped.".formatted(name));
    changes.made(name);
    return storage.generation().make(name);
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
    return file.length();
  }

  /** Waits for what runs, lets the file take it and closes it. Does nothing when closed already. */
  @Override
  public void close() {
    committing.lock();
    writing.lock();
    try {
      if (closed) return;
      closed = true;
      batch.fail(new IllegalStateException("The store is closed."));
      latest.close();
      storage.close(refusing == null);
    } finally {
      writing.unlock();
      committing.unlock();
    }
  }
}
