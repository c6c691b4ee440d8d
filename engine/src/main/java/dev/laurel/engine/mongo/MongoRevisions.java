package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.operation.RevisionStore;
import dev.laurel.engine.operation.StoredRevision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** The revisions, by their numbers. */
final class MongoRevisions implements RevisionStore {
  private static final String DIGEST = "digest";

  private final MongoCollection<Document> revisions;

  MongoRevisions(MongoDatabase database) {
    this.revisions = database.getCollection("revisions");
    revisions.createIndex(Indexes.ascending(DIGEST));
  }

  @Override
  public Optional<StoredRevision> inForce() {
    return first(new Document(), descending("_id"));
  }

  @Override
  public Optional<StoredRevision> find(String digest) {
    return first(eq(DIGEST, digest), ascending("_id"));
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
            .append("inForceSince", revision.inForceSince().toString())
            .append("pack", new Binary(revision.pack()));
    return Asking.of(() -> Documents.insertNew(revisions, List.of(document)).isEmpty());
  }

  private static StoredRevision revision(Document document) {
    return new StoredRevision(
        document.getInteger("_id"),
        document.getString(DIGEST),
        Instant.parse(document.getString("inForceSince")),
        document.get("pack", Binary.class).getData());
  }
}
