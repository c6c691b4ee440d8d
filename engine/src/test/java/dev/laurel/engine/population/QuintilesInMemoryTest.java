package dev.laurel.engine.population;

class QuintilesInMemoryTest extends QuintileStoreContract {
  @Override
  protected QuintileStore store() {
    return new QuintilesInMemory();
  }
}
