package dev.laurel.engine.embedded;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * All maps as they were at one commit, for any number of readers. The store keeps the pages of that
 * version until the last holder has let go. Thread-safe.
 */
final class Snapshot implements AutoCloseable {
  private final MVStore file;
  private final MVStore.TxCounter usage;
  private final Map<String, MVMap<Key, byte[]>> maps;

  /** The store itself is the first holder. */
  private final AtomicInteger holders = new AtomicInteger(1);

  private Snapshot(MVStore file, Map<String, MVMap<Key, byte[]>> maps) {
    this.file = file;
    this.usage = file.registerVersionUsage();
    this.maps = maps;
  }

  /** Everything as it is; nobody may write meanwhile. */
  static Snapshot of(Generation generation) {
    var maps = new HashMap<String, MVMap<Key, byte[]>>();
    freeze(generation, generation.names(), maps);
    return new Snapshot(generation.file(), maps);
  }

  /**
   * The next snapshot, in which only these maps may differ and no other was moved within the file;
   * nobody may write meanwhile.
   */
  Snapshot next(Generation generation, Set<String> touched) {
    var next = new HashMap<>(maps);
    freeze(generation, touched, next);
    return new Snapshot(generation.file(), next);
  }

  private static void freeze(
      Generation generation, Collection<String> names, Map<String, MVMap<Key, byte[]>> into) {
    long version = generation.file().getCurrentVersion();
    for (String name : names) {
      MVMap<Key, byte[]> map = generation.map(name);
      if (map == null) into.remove(name);
      else into.put(name, map.openVersion(version));
    }
  }

  @Nullable MVMap<Key, byte[]> map(String name) {
    return maps.get(name);
  }

  Set<String> names() {
    return maps.keySet();
  }

  /** Takes hold; false if everybody had let go already. */
  boolean hold() {
    return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  /** Lets go. */
  @Override
  public void close() {
    if (holders.decrementAndGet() == 0) file.deregisterVersionUsage(usage);
  }
}
