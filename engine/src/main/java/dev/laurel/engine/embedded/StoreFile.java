package dev.laurel.engine.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.SingleFileStore;

/**
 * The file of an MVStore that is told when a commit is to be what the file opens with. Until then
 * nothing is overwritten or cut off that the commit before names: MVStore looks also at the parts
 * that a commit names as dead, and goes many commits back where it does not find one.
 */
final class StoreFile extends SingleFileStore {
  /** Dead parts that the commit sealed last still names. */
  private final List<Object> waiting = new ArrayList<>();

  StoreFile(String fileName, Map<String, Object> settings) {
    super(settings);
    open(SealedPath.of(fileName), false, null);
  }

  /**
   * Lets the header point to the last commit, after the device has that commit, and the space be
   * used again that it does not need.
   *
   * @throws org.h2.mvstore.MVStoreException if the disk did not take it
   */
  void seal() {
    saveChunkLock.lock();
    try {
      sync();
      writeCleanShutdownMark();
      sync();
      freeWaiting();
      super.shrinkStoreIfPossible(1);
    } finally {
      saveChunkLock.unlock();
    }
  }

  @Override
  protected void writeCleanShutdown() {
    seal();
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private void freeWaiting() {
    super.freeChunkSpace((Iterable) waiting);
    waiting.clear();
  }

  /** The type of the parts is MVStore's own and cannot be named here. */
  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  protected void freeChunkSpace(Iterable parts) {
    parts.forEach(waiting::add);
  }

  /** Only what is sealed may cut the file off. */
  @Override
  protected void shrinkStoreIfPossible(int leastPercent) {}
}
