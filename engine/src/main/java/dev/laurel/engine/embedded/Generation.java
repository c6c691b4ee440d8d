package dev.laurel.engine.embedded;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/**
 * One opening of the store file with its maps. After a failed write the file is opened anew, in the
 * state of the last commit, as the next generation.
 */
final class Generation {
  private static final int CACHE_MEGABYTES = 32;

  private static final int COMMITS_PER_COMPACTION = 16;
  private static final int COMPACTED_BYTES = 1 << 20;

  /** In percent of the bytes of the file's used parts; below it, parts are moved together. */
  private static final int LEAST_FILLING = 60;

  private final StoreFile store;
  private final MVStore file;
  private final ConcurrentHashMap<String, MVMap<Key, byte[]>> maps = new ConcurrentHashMap<>();
  private long commits;

  private Generation(StoreFile store, MVStore file) {
    this.store = store;
    this.file = file;
  }

  /**
   * Opens the file at the last commit that was sealed, or makes it. A file that is there is not
   * written to.
   *
   * @throws MVStoreException if the file cannot be read
   */
  static Generation open(String fileName, boolean fsync) {
    var store = new StoreFile(fileName, Map.of("cacheSize", CACHE_MEGABYTES), fsync);
    // Nothing may reach the disk between two commits of ours: neither by time nor by size.
    MVStore file =
        new MVStore.Builder()
            .adoptFileStore(store)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open();
    // Space that no version needs is used again at once: see decision record 030.
    file.setRetentionTime(0);
    var generation = new Generation(store, file);
    for (String name : file.getMapNames()) generation.make(name);
    return generation;
  }

  MVStore file() {
    return file;
  }

  @Nullable MVMap<Key, byte[]> map(String name) {
    return maps.get(name);
  }

  Set<String> names() {
    return maps.keySet();
  }

  MVMap<Key, byte[]> make(String name) {
    MVMap<Key, byte[]> map =
        file.openMap(
            name,
            new MVMap.Builder<Key, byte[]>()
                .keyType(KeyType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE));
    maps.put(name, map);
    return map;
  }

  /**
   * Commits, and now and then moves what is left of mostly dead parts of the file together, so that
   * their space can be used again. What it moves reads the same, but stands elsewhere, whichever
   * map it belongs to. The commit counts when it is sealed, and must be before the next.
   *
   * @return whether anything may have been moved
   * @throws MVStoreException if the commit was not written
   */
  boolean commit() {
    long before = file.getCurrentVersion();
    // A file that closed itself, or finds nothing to do, says so in its answer only.
    if (file.commit() != before + 1)
      throw new MVStoreException(
          DataUtils.ERROR_WRITING_FAILED, "The file made no commit after version " + before + ".");
    return ++commits % COMMITS_PER_COMPACTION == 0 && file.compact(LEAST_FILLING, COMPACTED_BYTES);
  }

  /**
   * Makes the last commit the one that the file opens with, however the process ends.
   *
   * @throws MVStoreException if the disk did not take it
   */
  void seal() {
    store.seal();
  }

  void remove(String name) {
    MVMap<Key, byte[]> map = maps.remove(name);
    if (map != null) file.removeMap(map);
  }
}
