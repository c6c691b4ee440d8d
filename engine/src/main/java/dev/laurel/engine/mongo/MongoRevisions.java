package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.operation.RevisionStore;
import dev.laurel.engine.operation.StoredRevision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** The revisions, by their numbers. */
final class MongoRevisions implements RevisionStore {
  private static final String DIGEST = "digest";
  private static final String SINCE = "inForceSince";
  private static final String WITHDRAWN = "withdrawn";

  private final MongoCollection<Document> revisions;

  MongoRevisions(MongoDatabase database) {
    this.revisions = database.getCollection("revisions");
    revisions.createIndex(Indexes.ascending(DIGEST));
  }

  @Override
  public List<Head> heads() {
    return Asking.of(() -> {
      List<Head> heads = new ArrayList<>();
      for (Document document :
          revisions
              .find(gt("_id", 0))
              .sort(ascending("_id"))
              .projection(include("_id", DIGEST, SINCE, WITHDRAWN)))
        heads.add(
            new Head(
                document.getInteger("_id"),
                document.getString(DIGEST),
                Instant.parse(document.getString(SINCE)),
                document.getBoolean(WITHDRAWN, false)));
      return heads;
    });
  }

  @Override
  public Optional<StoredRevision> find(String digest) {
    return first(eq(DIGEST, digest), ascending("_id"));
  }

  @Override
  public Optional<StoredRevision> find(int number) {
    return first(eq("_id", number), ascending("_id"));
  }

  @Override
  public void withdraw(int number) {
    Asking.run(() -> revisions.updateOne(eq("_id", number), set(WITHDRAWN, true)));
  }

  private Optional<StoredRevision> first(Bson filter, Bson order) {
    return Asking.of(() ->
        Optional.ofNullable(revisions.find(filter).sort(order).limit(1).first())
            .map(MongoRevisions::revision));
  }

  @Override
  public boolean append(StoredRevision revision) {
    Document document =
        new Document("_id", revision.number())
            .append(DIGEST, revision.digest())
            .append(SINCE, revision.inForceSince().toString())
            .append("pack", new Binary(revision.pack()));
    return Asking.of(() -> Documents.insertNew(revisions, List.of(document)).isEmpty());
  }

  private static StoredRevision revision(Document document) {
    return new StoredRevision(
        document.getInteger("_id"),
        document.getString(DIGEST),
        Instant.parse(document.getString(SINCE)),
        document.get("pack", Binary.class).getData());
  }
}
