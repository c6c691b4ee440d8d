package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Collections;
import java.util.List;

/** The index over the id: the documents themselves, which are stored by it. */
final class IdIndex extends Index<Key> {
  private final Table documents;

  IdIndex(Table documents, String name, List<IndexKey> keys) {
    super(name, keys, false);
    this.documents = documents;
  }

  @Override
  public Key getPosition(Document document) {
    return KeyEncoding.ascending(document.get("_id"));
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    if (documents.get(getPosition(document)) != null)
      throw new DuplicateKeyError(
          this,
          collection,
          getKeys(),
          new KeyValue(Collections.singletonList(document.get("_id"))));
  }

  @Override
  public Key remove(Document document) {
    return getPosition(document);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public long getCount() {
    return documents.size();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public boolean isUnique() {
    return true;
  }

  // Documents come and go by their id, which never changes, so there is nothing else to keep.

  @Override
  public void add(Document document, Key id, MongoCollection<Key> collection) {}

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {}

  @Override
  public void updateInPlace(
      Document before, Document after, Key id, MongoCollection<Key> collection) {}

  @Override
  public void drop() {}

  /** Never asked: {@link Plan} decides what is read. */
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Key> getPositions(Document query) {
    throw new UnsupportedOperationException("Plans read the documents.");
  }
}
