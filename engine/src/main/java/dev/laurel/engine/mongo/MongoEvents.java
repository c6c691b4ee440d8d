package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.recording.Claim;
import dev.laurel.engine.recording.EventStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The events, by their keys. Those that are not applied yet carry {@code open}. */
final class MongoEvents implements EventStore {
  private static final String OPEN = "open";

  private final MongoCollection<Document> events;

  MongoEvents(MongoDatabase database) {
    this.events = database.getCollection("events");
    events.createIndex(Indexes.ascending(OPEN, "_id"), new IndexOptions().sparse(true));
    events.createIndex(Indexes.ascending("member", "_id"));
  }

  @Override
  public Map<String, Claim> claim(Collection<Claim> claims) {
    List<Claim> all = List.copyOf(claims);
    var there =
        Asking.of(() ->
            Documents.insertNew(
                events, new ArrayList<>(all.stream().map(MongoEvents::document).toList())));
    Map<String, Claim> before = new HashMap<>();
    if (there.isEmpty()) return before;
    List<String> keys = there.stream().map(place -> all.get(place).key()).toList();
    for (Claim claim : some(in("_id", keys), keys.size())) before.put(claim.key(), claim);
    return before;
  }

  @Override
  public Optional<Claim> find(String key) {
    return some(eq("_id", key), 1).stream().findFirst();
  }

  @Override
  public Map<String, Claim> find(Collection<String> keys) {
    Map<String, Claim> found = new HashMap<>();
    if (!keys.isEmpty())
      for (Claim claim : some(in("_id", keys), keys.size())) found.put(claim.key(), claim);
    return found;
  }

  @Override
  public List<Claim> open(String after, int limit) {
    return some(and(eq(OPEN, true), gt("_id", after)), limit);
  }

  @Override
  public List<Claim> ofMember(String member, String after, int limit) {
    return some(and(eq("member", member), gt("_id", after)), limit);
  }

  private List<Claim> some(Bson filter, int limit) {
    return Asking.of(() -> {
      List<Claim> found = new ArrayList<>();
      for (Document document : events.find(filter).sort(ascending("_id")).limit(limit))
        found.add(claim(document));
      return found;
    });
  }

  @Override
  public void close(Collection<String> keys) {
    if (!keys.isEmpty()) Asking.run(() -> events.updateMany(in("_id", keys), unset(OPEN)));
  }

  private static Document document(Claim claim) {
    return new Document("_id", claim.key())
        .append("member", claim.member())
        .append("occurredAt", claim.occurredAt().toString())
        .append("recordedAt", claim.recordedAt().toString())
        .append("digest", claim.digest())
        .append("event", Documents.text(claim.event()))
        .append(OPEN, true);
  }

  private static Claim claim(Document document) {
    return new Claim(
        document.getString("_id"),
        document.getString("member"),
        Instant.parse(document.getString("occurredAt")),
        document.getString("digest"),
        Documents.bytes(document.getString("event")),
        Instant.parse(document.getString("recordedAt")));
  }
}
