package dev.laurel.engine.mongo;

import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.history.HistoryStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded server. */
class MongoHistoryTest extends HistoryStoreContract {
  @TempDir Path directory;
  private OnEmbeddedServer server;

  @BeforeEach
  void open() {
    server = new OnEmbeddedServer(directory);
  }

  @Override
  protected HistoryStore store() {
    return server.databases().programmeHistory();
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }
}
