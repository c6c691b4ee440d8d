package dev.laurel.engine.vault;

import java.util.ArrayList;
import java.util.List;

/** The port kept in memory. Thread-safe. */
public final class MemoryTombstones implements Tombstones {
  /** Ones that know of nobody. */
  public static MemoryTombstones begun() {
    MemoryTombstones tombstones = new MemoryTombstones();
    tombstones.begin();
    return tombstones;
  }

  private final List<Tombstone> all = new ArrayList<>();
  private boolean begun;

  @Override
  public synchronized void begin() {
    begun = true;
  }

  @Override
  public synchronized boolean isBegun() {
    return begun;
  }

  @Override
  public String where() {
    return "the memory";
  }

  @Override
  public synchronized void add(Tombstone tombstone) {
    if (all.stream().noneMatch(t -> t.mark().equals(tombstone.mark()))) all.add(tombstone);
  }

  @Override
  public synchronized List<Tombstone> all() {
    return List.copyOf(all);
  }
}
