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

  private final MVStore file;
  private final ConcurrentHashMap<String, MVMap<Key, byte[]>> maps = new ConcurrentHashMap<>();

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

  void remove(String name) {
    MVMap<Key, byte[]> map = maps.remove(name);
    if (map != null) file.removeMap(map);
  }
}
