package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.vault.VaultRecord;
import dev.laurel.engine.vault.VaultStore;
import dev.laurel.engine.vault.WrappedSecret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** The vault's records, by member, and its secret among what is kept of the store itself. */
final class MongoVault implements VaultStore {
  private static final String SECRET = "vault-secret";

  private final MongoCollection<Document> vault;
  private final MongoCollection<Document> store;

  MongoVault(MongoDatabase database) {
    this.vault = database.getCollection("vault");
    this.store = database.getCollection("store");
    vault.createIndex(Indexes.ascending(VaultDocuments.MARK));
    vault.createIndex(Indexes.ascending(VaultDocuments.TOKENS), new IndexOptions().sparse(true));
  }

  @Override
  public Optional<WrappedSecret> secret() {
    return Asking.of(() -> Optional.ofNullable(store.find(eq("_id", SECRET)).first()))
        .map(found ->
            new WrappedSecret(
                found.getLong(VaultDocuments.VERSION),
                found.getString("wrapping"),
                found.get("secret", Binary.class).getData()));
  }

  @Override
  public boolean put(WrappedSecret secret) {
    Document document =
        new Document("_id", SECRET)
            .append(VaultDocuments.VERSION, secret.version())
            .append("wrapping", secret.wrapping())
            .append("secret", new Binary(secret.secret()));
    return secret.version() == 1
        ? Asking.of(() -> Documents.insertNew(store, List.of(document)).isEmpty())
        : replace(store, document, secret.version());
  }

  private static boolean replace(
      MongoCollection<Document> within, Document document, long version) {
    Bson before = and(eq("_id", document.get("_id")), eq(VaultDocuments.VERSION, version - 1));
    return Asking.of(() -> within.replaceOne(before, document).getMatchedCount() == 1);
  }

  @Override
  public Map<String, VaultRecord> find(Collection<String> members) {
    Map<String, VaultRecord> found = new HashMap<>();
    if (members.isEmpty()) return found;
    for (VaultRecord record : some(in("_id", members), members.size()))
      found.put(record.member(), record);
    return found;
  }

  @Override
  public Map<String, VaultRecord> begin(Collection<VaultRecord> records) {
    List<VaultRecord> all = List.copyOf(records);
    var there =
        Asking.of(() ->
            Documents.insertNew(
                vault, new ArrayList<>(all.stream().map(VaultDocuments::write).toList())));
    return find(there.stream().map(place -> all.get(place).member()).toList());
  }

  @Override
  public boolean put(VaultRecord record) {
    return replace(vault, VaultDocuments.write(record), record.version());
  }

  @Override
  public List<VaultRecord> marked(Collection<String> marks) {
    return marks.isEmpty() ? List.of() : some(in(VaultDocuments.MARK, marks), marks.size());
  }

  @Override
  public List<VaultRecord.Kept> search(String token, String after, int limit) {
    Bson filter = and(eq(VaultDocuments.TOKENS, token), gt("_id", after));
    return documents(filter, limit).stream().map(VaultDocuments::kept).toList();
  }

  @Override
  public List<VaultRecord> page(String after, int limit) {
    return some(gt("_id", after), limit);
  }

  private List<VaultRecord> some(Bson filter, int limit) {
    return documents(filter, limit).stream().map(VaultDocuments::read).toList();
  }

  private List<Document> documents(Bson filter, int limit) {
    return Asking.of(
        () -> vault.find(filter).sort(ascending("_id")).limit(limit).into(new ArrayList<>()));
  }
}
