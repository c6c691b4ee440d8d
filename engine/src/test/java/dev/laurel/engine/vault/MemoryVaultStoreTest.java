package dev.laurel.engine.vault;

class MemoryVaultStoreTest extends VaultStoreContract {
  @Override
  protected VaultStore store() {
    return new MemoryVaultStore();
  }
}
