package dev.laurel.engine.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.laurel.engine.access.AccessKey;
import dev.laurel.engine.access.CredentialStore;
import dev.laurel.engine.access.CredentialStoreContract;
import dev.laurel.engine.access.Person;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.access.Staff;
import java.nio.file.Path;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded server. */
class MongoCredentialsTest extends CredentialStoreContract {
  @TempDir Path directory;
  private OnEmbeddedServer server;

  @BeforeEach
  void open() {
    server = new OnEmbeddedServer(directory);
  }

  @Override
  protected CredentialStore store() {
    return server.databases().credentials();
  }

  @Test
  void what_an_earlier_version_kept_becomes_an_administrator_and_a_key_for_events() {
    try (var client = MongoClients.create(server.connectionString())) {
      var before = client.getDatabase(MongoDatabases.DATABASE).getCollection("credentials");
      before.insertOne(
          new Document("_id", "key:first")
              .append("kind", "key")
              .append("name", "first")
              .append("hash", "sum"));
      before.insertOne(
          new Document("_id", "user:admin")
              .append("kind", "user")
              .append("name", "admin")
              .append("hash", "$2a$10$"));
    }
    for (int opening = 0; opening < 2; opening++) {
      Staff staff = store().staff();
      assertThat(staff.version()).isOne();
      assertThat(staff.person("admin"))
          .contains(
              new Person("admin", "admin", Set.of(Role.ADMINISTRATOR), "$2a$10$", true, false));
      assertThat(staff.key("sum"))
          .contains(new AccessKey("first", Set.of(Role.INTEGRATOR), "sum", true));
    }
    try (var client = MongoClients.create(server.connectionString())) {
      assertThat(
              client
                  .getDatabase(MongoDatabases.DATABASE)
                  .getCollection("credentials")
                  .countDocuments())
          .isOne();
    }
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }
}
