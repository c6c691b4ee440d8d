package dev.laurel.engine.mongo;

import com.mongodb.client.MongoClients;
import dev.laurel.engine.vault.VaultStore;
import dev.laurel.engine.vault.VaultStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract on a real MongoDB, where {@code LAUREL_TEST_MONGODB_URI} names one. Its database
 * {@code laurel-vault-contract} is dropped.
 */
@EnabledIfEnvironmentVariable(named = "LAUREL_TEST_MONGODB_URI", matches = "mongodb.*")
class RealMongoVaultTest extends VaultStoreContract {
  private static final String DATABASE = "laurel-vault-contract";
  private final String uri = System.getenv("LAUREL_TEST_MONGODB_URI");
  private MongoDatabases databases;

  @Override
  protected VaultStore store() {
    try (var client = MongoClients.create(uri)) {
      client.getDatabase(DATABASE).drop();
    }
    databases = MongoDatabases.open(uri, DATABASE);
    return databases.vault();
  }

  @AfterEach
  void close() {
    databases.close();
  }
}
