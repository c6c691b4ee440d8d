package dev.laurel.engine.recording;

class MemoryStoresTest extends StoresContract {
  @Override
  protected Stores stores() {
    return new MemoryStores().stores();
  }
}
