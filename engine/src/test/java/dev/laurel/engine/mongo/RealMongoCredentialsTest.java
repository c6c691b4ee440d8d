package dev.laurel.engine.mongo;

import com.mongodb.client.MongoClients;
import dev.laurel.engine.access.CredentialStore;
import dev.laurel.engine.access.CredentialStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract on a real MongoDB, where {@code LAUREL_TEST_MONGODB_URI} names one. Its database
 * {@code laurel-credentials-contract} is dropped.
 */
@EnabledIfEnvironmentVariable(named = "LAUREL_TEST_MONGODB_URI", matches = "mongodb.*")
class RealMongoCredentialsTest extends CredentialStoreContract {
  private static final String DATABASE = "laurel-credentials-contract";
  private final String uri = System.getenv("LAUREL_TEST_MONGODB_URI");
  private MongoDatabases databases;

  @Override
  protected CredentialStore store() {
    try (var client = MongoClients.create(uri)) {
      client.getDatabase(DATABASE).drop();
    }
    databases = MongoDatabases.open(uri, DATABASE);
    return databases.credentials();
  }

  @AfterEach
  void close() {
    databases.close();
  }
}
