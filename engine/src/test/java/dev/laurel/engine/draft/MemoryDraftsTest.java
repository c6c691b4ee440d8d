package dev.laurel.engine.draft;

class MemoryDraftsTest extends DraftStoreContract {
  @Override
  protected DraftStore store() {
    return new MemoryDrafts();
  }
}
