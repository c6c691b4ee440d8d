package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents stand in the store by their id. The server's own code applies
 * updates and matches filters; what is found where is decided by {@link Plan}.
 */
final class StoreCollection extends AbstractMongoCollection<Key> {
  private static final Document EVERYTHING = new Document();

  private final Table table;
  private final Documents documents;

  StoreCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      Documents documents) {
    super(database, name, options, cursors);
    this.table = documents.table();
    this.documents = documents;
  }

  @Override
  protected QueryResult queryDocuments(
      Document filter,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    Hits hits = hits(filter, byId(order));
    UnaryOperator<Document> projection =
        fields == null || fields.isEmpty()
            ? UnaryOperator.identity()
            : document -> project(document, fields);
    if (batchSize <= 0) {
      Iterator<Document> all = new Batches(0, hits, skip, limit, projection);
      return new QueryResult(() -> all);
    }
    var cursor = new Batches(cursorRegistry.generateCursorId(), hits, skip, limit, projection);
    List<Document> first = cursor.takeDocuments(batchSize);
    if (cursor.isEmpty()) return new QueryResult(first);
    cursorRegistry.add(cursor);
    return new QueryResult(first, cursor);
  }

  private Hits hits(Document filter, @Nullable Document order) {
    Predicate<Document> matches = matching(filter);
    Plan plan = Plan.best(AccessPath.ofDocuments(table), this::indexes, filter, order);
    Hits hits = new PlannedHits(plan, documents, matches);
    return order == null || plan.ordered() ? hits : SortedHits.of(hits, order, documents, matches);
  }

  /** Whether a document matches. Many ids are looked up, not compared one by one. */
  private Predicate<Document> matching(Document filter) {
    if (filter.size() == 1
        && filter.get("_id") instanceof Document only
        && only.size() == 1
        && only.get("$in") instanceof Collection<?> ids
        && ids.stream().allMatch(String.class::isInstance)) {
      Set<Object> wanted = new HashSet<>(ids);
      return document -> wanted.contains(document.get("_id"));
    }
    return document -> documentMatchesQuery(document, filter);
  }

  /** The order without what asks for none; the natural one is that of the ids. */
  private static @Nullable Document byId(@Nullable Document order) {
    if (order == null || order.isEmpty()) return null;
    return order.containsKey("$natural")
        ? new Document("_id", isNaturalDescending(order) ? -1 : 1)
        : order;
  }

  private List<AccessPath> indexes() {
    var paths = new ArrayList<AccessPath>();
    for (Index<Key> index : getIndexes())
      if (index instanceof FieldIndex fields) paths.add(fields.path());
    return paths;
  }

  @Override
  public Document updateDocuments(
      Document filter,
      Document update,
      ArrayFilters elements,
      boolean many,
      boolean upsert,
      Oplog oplog) {
    Optional<PlainUpdate> plain = PlainUpdate.of(update, many).filter(_ -> elements.isEmpty());
    if (plain.isEmpty() || !hasIds())
      return super.updateDocuments(filter, update, elements, many, upsert, oplog);
    Hits hits = hits(filter, null);
    int found = 0;
    List<Object> changed = new ArrayList<>();
    for (Hit hit = hits.next(); hit != null; hit = hits.next()) {
      if (!plain.get().keepsId(hit.document()))
        return super.updateDocuments(filter, update, elements, many, upsert, oplog);
      found++;
      if (replace(hit, plain.get().of(hit.document()))) changed.add(hit.document().get("_id"));
      if (!many) break;
    }
    if (found == 0 && upsert)
      return super.updateDocuments(filter, update, elements, many, true, oplog);
    oplog.handleUpdate(getFullName(), filter, update, changed);
    return new Document("n", found).append("nModified", changed.size());
  }

  private boolean hasIds() {
    return "_id".equals(getIdField());
  }

  /** Whether that changes anything. */
  private boolean replace(Hit hit, Document after) {
    Document before = hit.document();
    if (after.equals(before)) return false;
    for (Index<Key> index : getIndexes()) index.checkUpdate(before, after, this);
    for (Index<Key> index : getIndexes()) index.updateInPlace(before, after, hit.id(), this);
    documents.write(hit.id(), after);
    return true;
  }

  /** Only the server's own code can project, and it does so while matching. */
  private Document project(Document document, Document fields) {
    return matchDocumentsFromStream(Stream.of(document), EVERYTHING, null, 0, 0, 0, fields)
        .collectDocuments()
        .getFirst();
  }

  /** A matcher of its own each time, for it remembers what it matched last. */
  @Override
  protected boolean documentMatchesQuery(Document document, Document query) {
    return new DefaultQueryMatcher().matches(document, query);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
  }

  @Override
  protected Document getDocument(Key id) {
    Hit hit = documents.read(id);
    if (hit == null) throw new IllegalStateException("There is no document %s.".formatted(id));
    return hit.document();
  }

  @Override
  protected Key addDocumentInternal(Document document) {
    Key id =
        getIdField() == null ? nextNumber() : KeyEncoding.ascending(document.get(getIdField()));
    documents.write(id, document);
    return id;
  }

  /** For documents without an id: one above the last. */
  private Key nextNumber() {
    Key last = table.lastKey();
    Key next = last == null ? null : last.afterAllThatBeginWithThis();
    return next == null ? KeyEncoding.ascending(0L) : next;
  }

  @Override
  protected void removeDocument(Key id) {
    table.remove(id);
  }

  @Override
  protected void handleUpdate(Key id, Document before, Document after) {
    documents.write(id, after);
  }

  @Override
  public void addIndex(Index<Key> index) {
    super.addIndex(index);
    if (index instanceof FieldIndex fields && index.isEmpty()) fields.table().make();
  }

  @Override
  public void drop() {
    super.drop();
    table.drop();
  }

  @Override
  protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
    return entries()
        .map(entry -> {
          Hit hit = documents.read(entry.getKey(), entry.getValue());
          return new DocumentWithPosition<>(hit.document(), hit.id());
        });
  }

  private Stream<Map.Entry<Key, byte[]>> entries() {
    Cursor<Key, byte[]> cursor = table.cursor(null, false);
    if (cursor == null) return Stream.empty();
    Iterator<Map.Entry<Key, byte[]>> entries =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return cursor.hasNext();
          }

          @Override
          public Map.Entry<Key, byte[]> next() {
            return Map.entry(cursor.next(), cursor.getValue());
          }
        };
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED), false);
  }

  @Override
  public int count() {
    return (int) Math.min(Integer.MAX_VALUE, table.size());
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int difference) {
    throw new UnsupportedOperationException("The size is added up when it is asked for.");
  }

  @Override
  protected int getDataSize() {
    long bytes = entries().mapToLong(entry -> entry.getValue().length).sum();
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }
}
