package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sorts in memory what no index holds in the order wanted: the ids and what they are sorted by. */
final class SortedHits implements Hits {
  private record Row(Key id, Document by) {}

  private final Iterator<Key> ids;
  private final Documents documents;
  private final Predicate<Document> filter;

  private SortedHits(List<Key> ids, Documents documents, Predicate<Document> filter) {
    this.ids = ids.iterator();
    this.documents = documents;
    this.filter = filter;
  }

  static SortedHits of(
      Hits unsorted, Document order, Documents documents, Predicate<Document> filter) {
    var rows = new ArrayList<Row>();
    for (Hit hit = unsorted.next(); hit != null; hit = unsorted.next())
      rows.add(new Row(hit.id(), sortedBy(hit.document(), order)));
    rows.sort(Comparator.comparing(Row::by, new DocumentComparator(order)));
    return new SortedHits(rows.stream().map(Row::id).toList(), documents, filter);
  }

  private static Document sortedBy(Document document, Document order) {
    var by = new Document();
    for (String path : order.keySet()) {
      String field = path.substring(0, path.indexOf('.') < 0 ? path.length() : path.indexOf('.'));
      if (document.containsKey(field)) by.put(field, document.get(field));
    }
    return by;
  }

  @Override
  public @Nullable Hit next() {
    while (ids.hasNext()) {
      Hit hit = documents.read(ids.next());
      // Between two batches of a cursor it may have changed or gone.
      if (hit != null && filter.test(hit.document())) return hit;
    }
    return null;
  }

  @Override
  public void resume() {}
}
