package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.laurel.engine.recording.LeaseStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** The leases, by the names of the works. */
final class MongoLeases implements LeaseStore {
  private static final String HOLDER = "holder";
  private static final String UNTIL = "until";
  private static final String PROGRESS = "progress";
  private static final Date FREE = Date.from(Instant.EPOCH);

  private final MongoCollection<Document> leases;
  private final InstantSource clock;
  private final String holder = new ObjectId().toHexString();

  /**
   * @param clock the true time
   */
  MongoLeases(MongoDatabase database, InstantSource clock) {
    this.leases = database.getCollection("leases");
    this.clock = clock;
  }

  @Override
  public Optional<String> take(String name, Duration length) {
    Instant now = clock.instant();
    Date until = Date.from(now.plus(length));
    Bson free = and(eq("_id", name), or(eq(HOLDER, holder), lte(UNTIL, Date.from(now))));
    Bson mine = Updates.combine(Updates.set(HOLDER, holder), Updates.set(UNTIL, until));
    return Asking.of(() -> {
      Document taken =
          leases.findOneAndUpdate(
              free, mine, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
      if (taken != null) return Optional.of(taken.getString(PROGRESS));
      Document first =
          new Document("_id", name)
              .append(HOLDER, holder)
              .append(UNTIL, until)
              .append(PROGRESS, "");
      boolean isFirst = Documents.insertNew(leases, List.of(first)).isEmpty();
      return isFirst ? Optional.of("") : Optional.empty();
    });
  }

  @Override
  public boolean note(String name, String progress) {
    return Asking.of(() ->
        leases
                .updateOne(
                    and(eq("_id", name), eq(HOLDER, holder)), Updates.set(PROGRESS, progress))
                .getMatchedCount()
            == 1);
  }

  @Override
  public void release(String name) {
    Asking.run(
        () -> leases.updateOne(and(eq("_id", name), eq(HOLDER, holder)), Updates.set(UNTIL, FREE)));
  }
}
