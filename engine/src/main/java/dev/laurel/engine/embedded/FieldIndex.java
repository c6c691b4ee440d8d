package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index over fields other than the id, kept on disk beside its documents. Its keys are the
 * values of the fields and, if they need not be unique, the id behind them; what they lead to is
 * the id.
 */
final class FieldIndex extends Index<Key> {
  private static final byte[] MANY_VALUES = {1};

  private final Table table;
  private final boolean unique;

  FieldIndex(Table table, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
    super(name, keys, sparse);
    this.table = table;
    this.unique = unique;
  }

  AccessPath path() {
    List<Part> parts = fields(this);
    if (!unique) parts.add(AccessPath.ID);
    return new AccessPath(table, parts, false, unique, isSparse(), hasManyValues());
  }

  private static List<Part> fields(Index<?> index) {
    var fields = new ArrayList<Part>();
    for (IndexKey key : index.getKeys()) fields.add(new Part(key.getKey(), key.isAscending()));
    return fields;
  }

  Table table() {
    return table;
  }

  private boolean hasManyValues() {
    return table.get(Key.MARK) != null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    checkFree(document, null, collection);
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
    checkFree(after, getPosition(before), collection);
  }

  /** Refuses what the index cannot hold, before anything is changed. */
  private void checkFree(Document document, @Nullable Key holder, MongoCollection<Key> collection) {
    if (lists(document) > 1) getKeyValues(document); // Refuses two lists side by side.
    if (!unique) return;
    for (Key key : valueKeys(document)) {
      byte[] other = table.get(key);
      if (other != null && (holder == null || !Arrays.equals(other, holder.bytes())))
        throw new DuplicateKeyError(
            this, collection, getKeys(), new KeyValue(fieldValues(document)));
    }
  }

  @Override
  public void add(Document document, Key id, MongoCollection<Key> collection) {
    // While an index is built, the documents before this one are the ones it may collide with.
    if (unique) checkFree(document, null, collection);
    addKeys(document, entryKeys(document, id), id);
  }

  private void addKeys(Document document, Collection<Key> keys, Key id) {
    for (Key key : keys) table.put(key, id.bytes());
    if (lists(document) > 0 && !hasManyValues()) table.put(Key.MARK, MANY_VALUES);
  }

  @Override
  public Key remove(Document document) {
    Key id = getPosition(document);
    entryKeys(document, id).forEach(table::remove);
    return id;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Key id, MongoCollection<Key> collection) {
    if (fieldValues(before).equals(fieldValues(after))) return;
    Set<Key> old = entryKeys(before, id);
    Set<Key> fresh = entryKeys(after, id);
    for (Key key : old) if (!fresh.contains(key)) table.remove(key);
    fresh.removeAll(old);
    addKeys(after, fresh, id);
  }

  private Set<Key> entryKeys(Document document, Key id) {
    Set<Key> keys = valueKeys(document);
    if (unique) return keys;
    var withId = new LinkedHashSet<Key>();
    for (Key key : keys) withId.add(key.then(id));
    return withId;
  }

  /** One key for each combination of the values of lists; an empty list stands as null. */
  private Set<Key> valueKeys(Document document) {
    if (isSparse() && fieldValues(document).stream().allMatch(Missing.class::isInstance))
      return new LinkedHashSet<>();
    Set<Key> keys = Set.of(new Key(new byte[0]));
    for (IndexKey field : getKeys()) {
      var longer = new LinkedHashSet<Key>();
      for (Object value : elements(valueOf(document, field))) {
        Key encoded = KeyEncoding.encode(value, field.isAscending());
        for (Key key : keys) longer.add(key.then(encoded));
      }
      keys = longer;
    }
    return keys;
  }

  private static Collection<?> elements(Object value) {
    if (!(value instanceof Collection<?> list)) return Collections.singletonList(value);
    return list.isEmpty() ? Collections.singletonList(Missing.getInstance()) : list;
  }

  private List<Object> fieldValues(Document document) {
    var values = new ArrayList<Object>();
    for (IndexKey field : getKeys()) values.add(valueOf(document, field));
    return values;
  }

  /** How many of the fields hold a list. */
  private long lists(Document document) {
    return fieldValues(document).stream().filter(Collection.class::isInstance).count();
  }

  private static Object valueOf(Document document, IndexKey field) {
    String path = field.getKey();
    // Taking a path to pieces costs more than all else that an index does.
    return path.indexOf('.') < 0
        ? document.getOrMissing(path)
        : Utils.getSubdocumentValueCollectionAware(document, path);
  }

  @Override
  public Key getPosition(Document document) {
    return KeyEncoding.ascending(document.get("_id"));
  }

  /** Whether it must still be built. An index without entries is there once it was built. */
  @Override
  public boolean isEmpty() {
    return !table.exists();
  }

  @Override
  public long getCount() {
    return table.size() - (hasManyValues() ? 1 : 0);
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return super.hasSameOptions(other)
        && unique == other.isUnique()
        && fields(this).equals(fields(other));
  }

  @Override
  public void drop() {
    table.drop();
  }

  /** Never asked: {@link Plan} decides which index is read. */
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Key> getPositions(Document query) {
    throw new UnsupportedOperationException("Plans read the index.");
  }
}
