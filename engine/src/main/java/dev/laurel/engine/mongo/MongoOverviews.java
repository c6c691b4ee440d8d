package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import dev.laurel.engine.overview.Overview;
import dev.laurel.engine.overview.OverviewStore;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import tools.jackson.databind.json.JsonMapper;

/** The overviews, by their days. */
final class MongoOverviews implements OverviewStore {
  private static final String CONTENT = "overview";
  private static final JsonMapper JSON = new JsonMapper();

  private final MongoCollection<Document> overviews;

  MongoOverviews(MongoDatabase database) {
    this.overviews = database.getCollection("overviews");
  }

  @Override
  public void put(LocalDate day, Overview overview) {
    Document document =
        new Document("_id", day.toString())
            .append(CONTENT, new Binary(JSON.writeValueAsBytes(overview)));
    Asking.run(() ->
        overviews.replaceOne(
            eq("_id", day.toString()), document, new ReplaceOptions().upsert(true)));
  }

  @Override
  public Optional<Overview> latest() {
    return first(new Document(), descending("_id"));
  }

  @Override
  public Optional<Overview> onOrBefore(LocalDate day) {
    return first(lte("_id", day.toString()), descending("_id"))
        .or(() -> first(new Document(), ascending("_id")));
  }

  private Optional<Overview> first(Bson filter, Bson order) {
    return Asking.of(() ->
        Optional.ofNullable(overviews.find(filter).sort(order).limit(1).first())
            .map(found ->
                JSON.readValue(found.get(CONTENT, Binary.class).getData(), Overview.class)));
  }
}
