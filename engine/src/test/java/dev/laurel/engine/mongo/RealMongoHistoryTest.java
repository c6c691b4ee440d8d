package dev.laurel.engine.mongo;

import com.mongodb.client.MongoClients;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.history.HistoryStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract on a real MongoDB, where {@code LAUREL_TEST_MONGODB_URI} names one. Its database
 * {@code laurel-history-contract} is dropped.
 */
@EnabledIfEnvironmentVariable(named = "LAUREL_TEST_MONGODB_URI", matches = "mongodb.*")
class RealMongoHistoryTest extends HistoryStoreContract {
  private static final String DATABASE = "laurel-history-contract";
  private final String uri = System.getenv("LAUREL_TEST_MONGODB_URI");
  private MongoDatabases databases;

  @Override
  protected HistoryStore store() {
    try (var client = MongoClients.create(uri)) {
      client.getDatabase(DATABASE).drop();
    }
    databases = MongoDatabases.open(uri, DATABASE);
    return databases.programmeHistory();
  }

  @AfterEach
  void close() {
    databases.close();
  }
}
