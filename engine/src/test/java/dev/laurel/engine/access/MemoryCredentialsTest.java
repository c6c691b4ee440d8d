package dev.laurel.engine.access;

class MemoryCredentialsTest extends CredentialStoreContract {
  @Override
  protected CredentialStore store() {
    return new MemoryCredentials();
  }
}
