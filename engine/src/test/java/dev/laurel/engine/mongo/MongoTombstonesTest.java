package dev.laurel.engine.mongo;

import dev.laurel.engine.vault.Tombstones;
import dev.laurel.engine.vault.TombstonesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded server. */
class MongoTombstonesTest extends TombstonesContract {
  @TempDir Path directory;
  private OnEmbeddedServer server;

  @BeforeEach
  void open() {
    server = new OnEmbeddedServer(directory);
  }

  @Override
  protected Tombstones tombstones() {
    return server.databases().tombstones();
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }
}
