package dev.laurel.engine.mongo;

import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.recording.StoresContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded server. */
class MongoStoresTest extends StoresContract {
  @TempDir Path directory;
  private OnEmbeddedServer server;

  @BeforeEach
  void open() {
    server = new OnEmbeddedServer(directory);
  }

  @Override
  protected Stores stores() {
    return server.databases().stores(ProfileForm.READABLE);
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }
}
