package dev.laurel.engine.history;

class MemoryHistoryTest extends HistoryStoreContract {
  @Override
  protected HistoryStore store() {
    return new MemoryHistory();
  }
}
