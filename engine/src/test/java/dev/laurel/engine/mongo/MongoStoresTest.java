package dev.laurel.engine.mongo;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.recording.StoresContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded server. */
class MongoStoresTest extends StoresContract {
  @TempDir Path directory;
  private final List<AutoCloseable> open = new ArrayList<>();

  @Override
  protected Stores stores() {
    EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
    MongoDatabases databases = MongoDatabases.open(server.connectionString());
    open.add(databases);
    open.add(server);
    return databases.stores();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) one.close();
  }
}
