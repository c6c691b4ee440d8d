package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.history.Entry;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.history.HistoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/** A book, by the numbers of its records. */
final class MongoHistory implements HistoryStore {
  private static final String KEY = "key";

  private final MongoCollection<Document> records;

  MongoHistory(MongoDatabase database, String book) {
    this.records = database.getCollection("history-" + book);
    records.createIndex(Indexes.ascending(KEY));
  }

  @Override
  public Optional<HistoryRecord> last() {
    return Asking.of(() ->
        Optional.ofNullable(records.find().sort(descending("_id")).limit(1).first())
            .map(MongoHistory::record));
  }

  @Override
  public List<HistoryRecord> after(long number, int limit) {
    return Asking.of(() -> {
      List<HistoryRecord> found = new ArrayList<>();
      for (Document document : records.find(gt("_id", number)).sort(ascending("_id")).limit(limit))
        found.add(record(document));
      return found;
    });
  }

  @Override
  public boolean holds(String key) {
    return Asking.of(() -> records.find(eq(KEY, key)).limit(1).first() != null);
  }

  @Override
  public boolean append(HistoryRecord record) {
    Entry entry = record.entry();
    Document document =
        new Document("_id", record.number())
            .append("recordedAt", record.recordedAt().toString())
            .append(KEY, entry.key())
            .append("by", entry.by())
            .append("act", entry.act())
            .append("about", entry.about())
            .append("why", entry.why())
            .append("digest", entry.digest())
            .append("facts", new Document(entry.facts()))
            .append("previous", record.previous())
            .append("hash", record.hash());
    return Asking.of(() -> Documents.insertNew(records, List.of(document)).isEmpty());
  }

  private static HistoryRecord record(Document document) {
    SortedMap<String, String> facts = new TreeMap<>();
    document
        .get("facts", Document.class)
        .forEach((name, value) -> facts.put(name, String.valueOf(value)));
    return new HistoryRecord(
        document.getLong("_id"),
        Instant.parse(document.getString("recordedAt")),
        new Entry(
            document.getString(KEY),
            document.getString("by"),
            document.getString("act"),
            document.getString("about"),
            document.getString("why"),
            document.getString("digest"),
            facts),
        document.getString("previous"),
        document.getString("hash"));
  }
}
