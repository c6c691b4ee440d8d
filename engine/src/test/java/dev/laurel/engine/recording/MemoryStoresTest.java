package dev.laurel.engine.recording;

class MemoryStoresTest extends StoresContract {
  private final MemoryStores stores = new MemoryStores();

  @Override
  protected Stores stores() {
    return stores.stores();
  }
}
