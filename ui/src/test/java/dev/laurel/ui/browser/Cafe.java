package dev.laurel.ui.browser;

import dev.laurel.engine.access.Role;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.vault.MasterKeyFile;
import dev.laurel.engine.vault.TombstoneFile;
import dev.laurel.engine.vault.Vault;
import dev.laurel.ui.rest.Server;
import dev.laurel.ui.studio.World;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The café, served to browsers, on the day of {@link World#NOW}. */
final class Cafe implements AutoCloseable {
  private final EmbeddedServer store;
  private final MongoDatabases databases;
  private final Server server;

  Cafe(Path directory) {
    store = EmbeddedServer.open(directory, Settings.fast());
    databases = MongoDatabases.open(store.connectionString());
    Vault vault =
        Vault.open(
            databases.vault(),
            TombstoneFile.open(directory.resolve(TombstoneFile.NAME)),
            new MasterKeyFile(directory.resolve(MasterKeyFile.NAME)),
            () -> World.NOW);
    vault.put(World.KNOWN, World.ADA);
    server =
        Server.start(
            new Server.Settings(
                InetAddress.getLoopbackAddress(), 0, true, false, Duration.ofHours(1)),
            databases,
            vault,
            databases.credentials(),
            Optional.of(World.cafe()),
            Optional.empty(),
            () -> World.NOW,
            () -> true);
    server.operation().record(World.history(server.operation()));
    server.operation().overviews().count();
  }

  String address(String path) {
    return "http://localhost:" + server.port() + "/" + path;
  }

  String user() {
    return server.secrets().orElseThrow().of(Role.ADMINISTRATOR).name();
  }

  String password() {
    return server.secrets().orElseThrow().of(Role.ADMINISTRATOR).password();
  }

  @Override
  public void close() {
    server.close();
    databases.close();
    store.close();
  }
}
