package dev.laurel.engine.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  /**
   * The mark that the file was closed in order. A commit takes it off, and only then is sure to
   * write the header that says where the last commit stands. Without, a header is up to 20 commits
   * old; from there the file is searched by guesses, and a torn write misleads the search, so that
   * commits are lost.
   */
  private static final String CLEAN = "clean";

  private static final int COMMITS_PER_COMPACTION = 16;
  private static final int COMPACTED_BYTES = 1 << 20;

  /** In percent of the bytes of the file's used parts; below it, parts are moved together. */
  private static final int LEAST_FILLING = 60;

  private final MVStore file;
  private final ConcurrentHashMap<String, MVMap<Key, byte[]>> maps = new ConcurrentHashMap<>();
  private long commits;

  private Generation(MVStore file) {
    this.file = file;
  }

  /**
   * Opens the file, or makes it.
   *
   * @throws MVStoreException if it cannot be read
   */
  static Generation open(String fileName) {
    // Nothing may reach the disk between two commits of ours: neither by time nor by size.
    MVStore file =
        new MVStore.Builder()
            .fileName(fileName)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .cacheSize(CACHE_MEGABYTES)
            .open();
    // Space that no version needs is used again at once: see decision record 030.
    file.setRetentionTime(0);
    var generation = new Generation(file);
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
   * map it belongs to.
   *
   * @return whether anything may have been moved
   */
  boolean commit() {
    file.getStoreHeader().put(CLEAN, 1);
    file.commit();
    return ++commits % COMMITS_PER_COMPACTION == 0 && file.compact(LEAST_FILLING, COMPACTED_BYTES);
  }

  void remove(String name) {
    MVMap<Key, byte[]> map = maps.remove(name);
    if (map != null) file.removeMap(map);
  }
}
