package dev.laurel.engine.mongo;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An embedded server for a test, and what was opened on it; closed in turn. Not thread-safe. */
final class OnEmbeddedServer implements AutoCloseable {
  private final EmbeddedServer server;
  private final List<AutoCloseable> open = new ArrayList<>();

  OnEmbeddedServer(Path directory) {
    server = EmbeddedServer.open(directory, Settings.fast());
    open.add(server);
  }

  String connectionString() {
    return server.connectionString();
  }

  MongoDatabases databases() {
    MongoDatabases databases = MongoDatabases.open(server.connectionString());
    open.addFirst(databases);
    return databases;
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable one : open) one.close();
  }
}
