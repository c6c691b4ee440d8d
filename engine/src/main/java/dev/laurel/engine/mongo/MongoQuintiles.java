package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.population.QuintileStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import tools.jackson.databind.json.JsonMapper;

/** Snapshots of the population, by the milliseconds from which on they hold. */
final class MongoQuintiles implements QuintileStore {
  private static final String CONTENT = "quintiles";
  private static final JsonMapper JSON = new JsonMapper();

  private final MongoCollection<Document> quintiles;

  MongoQuintiles(MongoDatabase database) {
    this.quintiles = database.getCollection("quintiles");
  }

  @Override
  public void keep(Quintiles snapshot) {
    Document document =
        new Document("_id", snapshot.from().toEpochMilli())
            .append(CONTENT, new Binary(JSON.writeValueAsBytes(snapshot)));
    Asking.run(() -> Documents.insertNew(quintiles, List.of(document)));
  }

  @Override
  public List<Quintiles> from(Instant instant) {
    return Asking.of(() -> {
      List<Quintiles> found = new ArrayList<>();
      for (Document document :
          quintiles.find(gte("_id", instant.toEpochMilli())).sort(ascending("_id")))
        found.add(JSON.readValue(document.get(CONTENT, Binary.class).getData(), Quintiles.class));
      found.removeIf(each -> each.from().isBefore(instant));
      return found;
    });
  }
}
