package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.laurel.engine.vault.Tombstone;
import dev.laurel.engine.vault.Tombstones;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Tombstones, by their marks, and among them one that is nobody's, as the sign of their beginning.
 */
final class MongoTombstones implements Tombstones {
  private static final String BEGUN = "begun";

  private final String where;
  private final MongoCollection<Document> tombstones;

  MongoTombstones(MongoDatabase database) {
    this.where = "the database " + database.getName();
    this.tombstones = database.getCollection("tombstones");
  }

  @Override
  public void begin() {
    Asking.run(() -> Documents.insertNew(tombstones, List.of(new Document("_id", BEGUN))));
  }

  @Override
  public boolean isBegun() {
    return Asking.of(() -> tombstones.find(eq("_id", BEGUN)).first() != null);
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public void add(Tombstone tombstone) {
    Document document = VaultDocuments.write(tombstone.erasure());
    document.append("_id", tombstone.mark());
    Asking.run(() -> Documents.insertNew(tombstones, List.of(document)));
  }

  @Override
  public List<Tombstone> all() {
    return Asking.of(() -> {
      List<Tombstone> all = new ArrayList<>();
      for (Document document : tombstones.find(ne("_id", BEGUN)))
        all.add(new Tombstone(document.getString("_id"), VaultDocuments.erasure(document)));
      return all;
    });
  }
}
