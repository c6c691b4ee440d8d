package dev.laurel.engine.mongo;

import com.mongodb.client.MongoClients;
import dev.laurel.engine.draft.DraftStore;
import dev.laurel.engine.draft.DraftStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract on a real MongoDB, where {@code LAUREL_TEST_MONGODB_URI} names one. Its database
 * {@code laurel-drafts-contract} is dropped.
 */
@EnabledIfEnvironmentVariable(named = "LAUREL_TEST_MONGODB_URI", matches = "mongodb.*")
class RealMongoDraftsTest extends DraftStoreContract {
  private static final String DATABASE = "laurel-drafts-contract";
  private final String uri = System.getenv("LAUREL_TEST_MONGODB_URI");
  private MongoDatabases databases;

  @Override
  protected DraftStore store() {
    try (var client = MongoClients.create(uri)) {
      client.getDatabase(DATABASE).drop();
    }
    databases = MongoDatabases.open(uri, DATABASE);
    return databases.drafts();
  }

  @AfterEach
  void close() {
    databases.close();
  }
}
