package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads along a {@link Plan}. */
final class PlannedHits implements Hits {
  private final Plan plan;
  private final List<KeyRange> ranges;
  private final Documents documents;
  private final Predicate<Document> filter;

  /** The ids that came already, where one may come several times. */
  private final @Nullable Set<Key> seen;

  private int range;
  private @Nullable Key last;
  private @Nullable Cursor<Key, byte[]> cursor;

  PlannedHits(Plan plan, Documents documents, Predicate<Document> filter) {
    this.plan = plan;
    this.ranges = plan.backwards() ? plan.ranges().reversed() : plan.ranges();
    this.documents = documents;
    this.filter = filter;
    this.seen = plan.path().hasManyValues() ? new HashSet<>() : null;
  }

  @Override
  public void resume() {
    cursor = null;
  }

  @Override
  public @Nullable Hit next() {
    while (range < ranges.size()) {
      if (!advance()) {
        range++;
        last = null;
        cursor = null;
        continue;
      }
      Hit hit = current();
      if (hit != null && filter.test(hit.document())) return hit;
    }
    return null;
  }

  private @Nullable Hit current() {
    Cursor<Key, byte[]> at = cursor;
    Key key = last;
    if (at == null || key == null) return null;
    if (plan.path().holdsDocuments()) return documents.read(key, at.getValue());
    Key id = new Key(at.getValue());
    return seen == null || seen.add(id) ? documents.read(id) : null;
  }

  /** Goes to the next key of the range; false at its end. */
  private boolean advance() {
    KeyRange within = ranges.get(range);
    if (cursor == null) cursor = open(within);
    Cursor<Key, byte[]> at = cursor;
    while (at != null && at.hasNext()) {
      Key key = at.next();
      if (key.equals(last)) continue;
      boolean behind = within.endsBefore(key);
      if (plan.backwards() && behind) continue;
      if (behind || key.compareTo(within.from()) < 0) return false;
      last = key;
      return true;
    }
    return false;
  }

  private @Nullable Cursor<Key, byte[]> open(KeyRange within) {
    Key from = last;
    if (from == null) from = plan.backwards() ? within.to() : within.from();
    return plan.path().table().cursor(from, plan.backwards());
  }
}
