package dev.laurel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The café, served to browsers, from {@link World#NOW} on. */
final class Cafe implements AutoCloseable {
  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private final HttpClient client = HttpClient.newHttpClient();
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
            now::get);
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
            now::get,
            () -> true);
    server.operation().record(World.history(server.operation()));
    server.operation().overviews().count();
  }

  String address(String path) {
    return "http://localhost:" + server.port() + "/" + path;
  }

  String name(Role role) {
    return server.secrets().orElseThrow().of(role).name();
  }

  String password(Role role) {
    return server.secrets().orElseThrow().of(role).password();
  }

  /** Lets time pass. */
  void later(Duration time) {
    now.updateAndGet(was -> was.plus(time));
  }

  /** Counts the members as they stand now, as otherwise happens from time to time. */
  void count() {
    server.operation().overviews().count();
  }

  /** Posts a purchase that happens now, as a till does. */
  void purchase(String member, String id, String amount) throws Exception {
    String event =
        """
        {"source":"till","id":"%s","member":"%s","occurredAt":"%s","type":"purchase","amount":%s}\
        """
            .formatted(id, member, now.get(), amount);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address("api/v1/events")))
                .header("Content-Type", "application/json")
                .header("X-API-Key", server.secrets().orElseThrow().key())
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
  }

  @Override
  public void close() {
    client.close();
    server.close();
    databases.close();
    store.close();
  }
}
