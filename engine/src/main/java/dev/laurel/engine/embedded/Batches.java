package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hits after skipping, limiting and projecting, either one by one or in batches as a cursor of the
 * wire protocol. A cursor is thread-safe.
 */
final class Batches implements Cursor, Iterator<Document> {
  /** A reply must stay well below what a driver takes, 48 MB. */
  private static final int MOST_BYTES = 16 << 20;

  private final long id;
  private final Hits hits;
  private final UnaryOperator<Document> projection;
  private long left;
  private @Nullable Hit ahead;

  /**
   * @param limit how many at most; 0 for all
   */
  Batches(long id, Hits hits, int skip, int limit, UnaryOperator<Document> projection) {
    this.id = id;
    this.hits = hits;
    this.projection = projection;
    this.left = limit > 0 ? limit : Long.MAX_VALUE;
    for (int i = 0; i < skip; i++) if (hits.next() == null) break;
  }

  @Override
  public long getId() {
    return id;
  }

  @Override
  public synchronized boolean isEmpty() {
    return !hasNext();
  }

  @Override
  public synchronized boolean hasNext() {
    if (ahead == null && left > 0) ahead = hits.next();
    return left > 0 && ahead != null;
  }

  @Override
  public synchronized Document next() {
    if (!hasNext() || ahead == null) throw new NoSuchElementException();
    Document document = ahead.document();
    ahead = null;
    left--;
    return projection.apply(document);
  }

  @Override
  public synchronized List<Document> takeDocuments(int count) {
    hits.resume();
    var taken = new ArrayList<Document>();
    long bytes = 0;
    while (taken.size() < count && hasNext() && ahead != null) {
      bytes += ahead.bytes();
      if (bytes > MOST_BYTES && !taken.isEmpty()) break;
      taken.add(next());
    }
    return taken;
  }
}
