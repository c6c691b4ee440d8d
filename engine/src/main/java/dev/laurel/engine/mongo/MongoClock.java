package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.laurel.engine.operation.ClockStore;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** How far the clock is ahead, in a document of its own. */
final class MongoClock implements ClockStore {
  private static final String AHEAD = "aheadMillis";
  private static final String CLOCK = "clock";

  private final MongoCollection<Document> store;

  MongoClock(MongoDatabase database) {
    this.store = database.getCollection("store");
  }

  @Override
  public Duration ahead() {
    Document found = Asking.of(() -> store.find(eq("_id", CLOCK)).first());
    return found == null ? Duration.ZERO : Duration.ofMillis(found.getLong(AHEAD));
  }

  @Override
  public void advance(Duration ahead) {
    Asking.run(() -> {
      Documents.insertNew(store, List.of(new Document("_id", CLOCK).append(AHEAD, 0L)));
      store.updateOne(eq("_id", CLOCK), max(AHEAD, ahead.toMillis()));
    });
  }
}
