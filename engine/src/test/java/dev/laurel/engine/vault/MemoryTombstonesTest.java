package dev.laurel.engine.vault;

class MemoryTombstonesTest extends TombstonesContract {
  private final Tombstones tombstones = new MemoryTombstones();

  @Override
  protected Tombstones tombstones() {
    return tombstones;
  }
}
