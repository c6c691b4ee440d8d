package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.laurel.engine.budget.BudgetRecord;
import dev.laurel.engine.budget.BudgetStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The budgets, by their keys, and the notes of their shares, each under {@code
 * <budget>#<share>:<event>}, so that those of a share lie side by side.
 */
final class MongoBudgets implements BudgetStore {
  private static final String VERSION = "version";

  private final MongoCollection<Document> budgets;
  private final MongoCollection<Document> notes;

  MongoBudgets(MongoDatabase database) {
    this.budgets = database.getCollection("budgets");
    this.notes = database.getCollection("budgetNotes");
  }

  @Override
  public Optional<BudgetRecord> find(String key) {
    return some(eq("_id", key), 1).stream().findFirst();
  }

  @Override
  public List<BudgetRecord> page(String after, int limit) {
    return some(gt("_id", after), limit);
  }

  private List<BudgetRecord> some(Bson filter, int limit) {
    return Asking.of(() -> {
      List<BudgetRecord> found = new ArrayList<>();
      for (Document document : budgets.find(filter).sort(ascending("_id")).limit(limit))
        found.add(record(document));
      return found;
    });
  }

  @Override
  public boolean put(BudgetRecord record) {
    Document document = document(record);
    if (record.version() == 1)
      return Asking.of(() -> Documents.insertNew(budgets, List.of(document)).isEmpty());
    Bson before = and(eq("_id", record.key()), eq(VERSION, record.version() - 1));
    return Asking.of(() -> budgets.replaceOne(before, document).getMatchedCount() == 1);
  }

  @Override
  public void note(String budget, long share, String event) {
    Document document = new Document("_id", prefix(budget, share) + event);
    Asking.run(() -> Documents.insertNew(notes, List.of(document)));
  }

  @Override
  public List<String> noted(String budget, long share, String after, int limit) {
    String prefix = prefix(budget, share);
    return Asking.of(() -> {
      List<String> found = new ArrayList<>();
      for (Document document :
          notes
              .find(and(gt("_id", prefix + after), lt("_id", end(budget, share))))
              .sort(ascending("_id"))
              .limit(limit)
              .projection(include("_id")))
        found.add(document.getString("_id").substring(prefix.length()));
      return found;
    });
  }

  @Override
  public void forget(String budget, long share) {
    Asking.run(() ->
        notes.deleteMany(and(gt("_id", prefix(budget, share)), lt("_id", end(budget, share)))));
  }

  private static String prefix(String budget, long share) {
    return budget + "#" + share + ":";
  }

  /** The character after that with which the prefix ends. */
  private static String end(String budget, long share) {
    return budget + "#" + share + ";";
  }

  private static Document document(BudgetRecord record) {
    List<Document> shares = new ArrayList<>();
    record
        .shares()
        .forEach((number, share) ->
            shares.add(
                new Document("number", number)
                    .append("amount", share.amount())
                    .append("until", share.until().toString())));
    return new Document("_id", record.key())
        .append(VERSION, record.version())
        .append("revision", record.revision())
        .append("total", record.total())
        .append("left", record.left())
        .append("shares", shares);
  }

  private static BudgetRecord record(Document document) {
    SortedMap<Long, BudgetRecord.Share> shares = new TreeMap<>();
    for (Document share : document.getList("shares", Document.class))
      shares.put(
          share.getLong("number"),
          new BudgetRecord.Share(share.getLong("amount"), Instant.parse(share.getString("until"))));
    return new BudgetRecord(
        document.getString("_id"),
        document.getLong(VERSION),
        document.getInteger("revision"),
        document.getLong("total"),
        document.getLong("left"),
        shares);
  }
}
