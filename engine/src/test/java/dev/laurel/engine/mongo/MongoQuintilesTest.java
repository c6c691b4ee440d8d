package dev.laurel.engine.mongo;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.population.QuintileStore;
import dev.laurel.engine.population.QuintileStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MongoQuintilesTest extends QuintileStoreContract {
  @TempDir private Path directory;
  private EmbeddedServer server;
  private MongoDatabases databases;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory, Settings.fast());
    databases = MongoDatabases.open(server.connectionString());
  }

  @AfterEach
  void close() {
    databases.close();
    server.close();
  }

  @Override
  protected QuintileStore store() {
    return databases.quintiles();
  }
}
