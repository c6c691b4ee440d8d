package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.access.Credential;
import dev.laurel.engine.access.CredentialStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Who may ask, by kind and name. */
final class MongoCredentials implements CredentialStore {
  private static final String HASH = "hash";

  private final MongoCollection<Document> credentials;

  MongoCredentials(MongoDatabase database) {
    this.credentials = database.getCollection("credentials");
    credentials.createIndex(Indexes.ascending(HASH));
  }

  @Override
  public List<Credential> all() {
    return some(new Document());
  }

  @Override
  public Optional<Credential> user(String name) {
    return some(eq("_id", id(Credential.Kind.USER, name))).stream().findFirst();
  }

  @Override
  public Optional<Credential> key(String hash) {
    return some(eq(HASH, hash)).stream()
        .filter(found -> found.kind() == Credential.Kind.KEY)
        .findFirst();
  }

  private List<Credential> some(Bson filter) {
    return Asking.of(() -> {
      List<Credential> found = new ArrayList<>();
      for (Document document : credentials.find(filter)) found.add(credential(document));
      return found;
    });
  }

  @Override
  public boolean add(Credential credential) {
    Document document =
        new Document("_id", id(credential.kind(), credential.name()))
            .append("kind", credential.kind().name().toLowerCase(Locale.ROOT))
            .append("name", credential.name())
            .append(HASH, credential.hash());
    return Asking.of(() -> Documents.insertNew(credentials, List.of(document)).isEmpty());
  }

  private static String id(Credential.Kind kind, String name) {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
  }

  private static Credential credential(Document document) {
    return new Credential(
        Credential.Kind.valueOf(document.getString("kind").toUpperCase(Locale.ROOT)),
        document.getString("name"),
        document.getString(HASH));
  }
}
