package dev.laurel.engine.embedded;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
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

  /** A map that is no collection and no index, and not among {@link #names()}. */
  private static final String MARK = "laurel:commits";

  /**
   * Small pages: what one key changes, and so is written and held in memory, is a page at least.
   */
  private static final int KEYS_PER_PAGE = 24;

  private static final int COMPACTED_BYTES = 8 << 20;

  /** In percent of the bytes of the file's used parts; below it, parts are moved together. */
  private static final int LEAST_FILLING = 60;

  private final StoreFile store;
  private final MVStore file;
  private final ConcurrentHashMap<String, MVMap<Key, byte[]>> maps = new ConcurrentHashMap<>();

  /** Holds the number of the last commit that stands in the file, under {@link Key#MARK}. */
  private final MVMap<Key, byte[]> mark;

  private Generation(StoreFile store, MVStore file) {
    this.store = store;
    this.file = file;
    this.mark = openMap(MARK);
    for (String name : file.getMapNames()) if (!name.equals(MARK)) make(name);
  }

  /**
   * Opens the file at the last commit that was sealed, or makes it. A file that is there is not
   * written to.
   *
   * @throws MVStoreException if the file cannot be read
   */
  static Generation open(String fileName) {
    var store = new StoreFile(fileName, Map.of("cacheSize", CACHE_MEGABYTES));
    // Nothing may reach the disk between two commits of ours: neither by time nor by size.
    MVStore file =
        new MVStore.Builder()
            .adoptFileStore(store)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .keysPerPage(KEYS_PER_PAGE)
            .open();
    // Space that no version needs is used again at once: see decision record 030.
    file.setRetentionTime(0);
    file.setVersionsToKeep(0);
    return new Generation(store, file);
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
    return maps.computeIfAbsent(name, this::openMap);
  }

  private MVMap<Key, byte[]> openMap(String name) {
    return file.openMap(
        name,
        new MVMap.Builder<Key, byte[]>()
            .keyType(KeyType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  /** Does again what the log says was done. */
  void repeat(Change change) {
    Key key = change.key();
    byte[] value = change.value();
    switch (change.kind()) {
      case PUT ->
          make(change.map()).put(Objects.requireNonNull(key), Objects.requireNonNull(value));
      case REMOVE -> make(change.map()).remove(Objects.requireNonNull(key));
      case MAKE -> make(change.map());
      case DROP -> remove(change.map());
    }
  }

  /** The number of the last commit that stands in the file; 0 if it never had one with a number. */
  long lastCommit() {
    byte[] number = mark.get(Key.MARK);
    return number == null ? 0 : ByteBuffer.wrap(number).getLong();
  }

  /** How much memory holds what is not in the file yet, in bytes. */
  long unsavedBytes() {
    return file.getUnsavedMemory();
  }

  /**
   * Writes all that is new to the file, and moves what is left of mostly dead parts of the file
   * together, so that their space can be used again. What it moves reads the same, but stands
   * elsewhere, whichever map it belongs to. The file opens with it when it is sealed, which must be
   * done before the next time.
   *
   * @param number of the last commit that the maps hold
   * @throws MVStoreException if it was not written
   */
  void save(long number) {
    mark(number);
    long before = file.getCurrentVersion();
    // A file that closed itself, or finds nothing to do, says so in its answer only.
    if (file.commit() != before + 1)
      throw new MVStoreException(
          DataUtils.ERROR_WRITING_FAILED, "The file made no commit after version " + before + ".");
    file.compact(LEAST_FILLING, COMPACTED_BYTES);
  }

  private void mark(long number) {
    mark.put(Key.MARK, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  /** Writes all that is new, seals it and closes the file. */
  void close(long number) {
    if (number > lastCommit()) mark(number);
    file.close();
  }

  /**
   * Makes what was saved last the one that the file opens with, however the process ends.
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
