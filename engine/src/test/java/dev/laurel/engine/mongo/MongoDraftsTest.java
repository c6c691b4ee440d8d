package dev.laurel.engine.mongo;

import dev.laurel.engine.draft.DraftStore;
import dev.laurel.engine.draft.DraftStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded server. */
class MongoDraftsTest extends DraftStoreContract {
  @TempDir Path directory;
  private OnEmbeddedServer server;

  @BeforeEach
  void open() {
    server = new OnEmbeddedServer(directory);
  }

  @Override
  protected DraftStore store() {
    return server.databases().drafts();
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }
}
