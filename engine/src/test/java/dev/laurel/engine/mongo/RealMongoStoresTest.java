package dev.laurel.engine.mongo;

import com.mongodb.client.MongoClients;
import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.recording.StoresContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract on a real MongoDB, where {@code LAUREL_TEST_MONGODB_URI} names one. Its database
 * {@code laurel-contract} is dropped.
 */
@EnabledIfEnvironmentVariable(named = "LAUREL_TEST_MONGODB_URI", matches = "mongodb.*")
class RealMongoStoresTest extends StoresContract {
  private static final String DATABASE = "laurel-contract";
  private final String uri = System.getenv("LAUREL_TEST_MONGODB_URI");
  private final List<MongoDatabases> opened = new ArrayList<>();

  @Override
  protected Stores stores() {
    if (opened.isEmpty())
      try (var client = MongoClients.create(uri)) {
        client.getDatabase(DATABASE).drop();
      }
    MongoDatabases databases = MongoDatabases.open(uri, DATABASE);
    opened.add(databases);
    return databases.stores(ProfileForm.READABLE);
  }

  @AfterEach
  void close() {
    opened.forEach(MongoDatabases::close);
  }
}
