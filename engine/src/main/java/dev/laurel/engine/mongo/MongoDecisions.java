package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.DecisionStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The decisions by the keys of their events, each with the ledger entries that it made: one
 * document, so that no decision is ever there without its entries.
 */
final class MongoDecisions implements DecisionStore {
  private static final String MEMBER = "member";
  private static final String PLACE = "place";

  private final MongoCollection<Document> decisions;

  MongoDecisions(MongoDatabase database) {
    this.decisions = database.getCollection("decisions");
    decisions.createIndex(Indexes.ascending(MEMBER, PLACE));
  }

  @Override
  public void write(Collection<Applied> applied) {
    List<Document> documents = new ArrayList<>();
    for (Applied one : applied)
      documents.add(AppliedDocuments.write(one).append(MEMBER, one.member()));
    Asking.run(() -> Documents.insertNew(decisions, documents));
  }

  @Override
  public Set<String> known(Collection<String> keys) {
    return Asking.of(() -> {
      Set<String> known = new HashSet<>();
      for (Document document : decisions.find(in("_id", keys)).projection(include("_id")))
        known.add(document.getString("_id"));
      return known;
    });
  }

  @Override
  public Optional<Applied> find(String key) {
    return some(eq("_id", key), 1).stream().findFirst();
  }

  @Override
  public List<Applied> ofMember(String member, long afterPlace, int limit) {
    return some(and(eq(MEMBER, member), gt(PLACE, afterPlace)), limit);
  }

  private List<Applied> some(Bson filter, int limit) {
    return Asking.of(() -> {
      List<Applied> found = new ArrayList<>();
      for (Document document : decisions.find(filter).sort(ascending(PLACE)).limit(limit))
        found.add(AppliedDocuments.read(document.getString(MEMBER), document));
      return found;
    });
  }
}
