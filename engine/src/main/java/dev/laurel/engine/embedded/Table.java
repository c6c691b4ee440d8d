package dev.laurel.engine.embedded;

import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A map of the store by its name, as the running command sees it. A map that nobody wrote to is
 * like an empty one.
 */
record Table(Store store, String name) {
  private static final String DATA = "data:";

  static Table ofDocuments(Store store, String collection) {
    return new Table(store, DATA + collection);
  }

  /** The database of a map of documents, and nothing for an index. */
  static Stream<String> databaseOf(String name) {
    return name.startsWith(DATA)
        ? Stream.of(name.substring(DATA.length(), name.indexOf('.')))
        : Stream.empty();
  }

  static Table ofIndex(Store store, String collection, String index) {
    return new Table(store, "index:" + collection + ":" + index);
  }

  byte @Nullable [] get(Key key) {
    MVMap<Key, byte[]> map = store.map(name);
    return map == null ? null : map.get(key);
  }

  void put(Key key, byte[] value) {
    byte[] before = store.mapToWrite(name).put(key, value);
    store.journal().put(name, key, value, before);
  }

  void remove(Key key) {
    byte[] before = store.mapToWrite(name).remove(key);
    if (before != null) store.journal().removed(name, key, before);
  }

  boolean exists() {
    return store.map(name) != null;
  }

  /** Makes the map, so that it is there even while it holds nothing. */
  void make() {
    store.mapToWrite(name);
  }

  void drop() {
    if (exists()) store.journal().dropped(name);
  }

  long size() {
    MVMap<Key, byte[]> map = store.map(name);
    return map == null ? 0 : map.sizeAsLong();
  }

  @Nullable Key lastKey() {
    MVMap<Key, byte[]> map = store.map(name);
    return map == null ? null : map.lastKey();
  }

  /**
   * The entries as they are now, whatever is written meanwhile.
   *
   * @param from where to begin; null for the first, backwards the last
   */
  @Nullable Cursor<Key, byte[]> cursor(@Nullable Key from, boolean backwards) {
    MVMap<Key, byte[]> map = store.map(name);
    return map == null ? null : map.cursor(from, null, backwards);
  }
}
