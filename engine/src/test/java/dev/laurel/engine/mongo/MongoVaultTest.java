package dev.laurel.engine.mongo;

import dev.laurel.engine.vault.VaultStore;
import dev.laurel.engine.vault.VaultStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded server. */
class MongoVaultTest extends VaultStoreContract {
  @TempDir Path directory;
  private OnEmbeddedServer server;

  @BeforeEach
  void open() {
    server = new OnEmbeddedServer(directory);
  }

  @Override
  protected VaultStore store() {
    return server.databases().vault();
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }
}
