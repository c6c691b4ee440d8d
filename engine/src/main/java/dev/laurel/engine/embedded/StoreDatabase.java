package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** A database whose collections stand in the store. */
final class StoreDatabase extends AbstractMongoDatabase<Key> {
  private static final int FIRST_BATCH = 101;

  private final Store store;
  private final LongAdder reads;

  StoreDatabase(String name, Store store, LongAdder reads, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    this.reads = reads;
    initializeNamespacesAndIndexes();
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    if (command.equalsIgnoreCase("find")) query.putIfAbsent("batchSize", FIRST_BATCH);
    Counting counting =
        command.equalsIgnoreCase("aggregate") ? Counting.of(query.get("pipeline")) : null;
    return counting == null
        ? super.handleCommand(channel, command, query, databases, oplog)
        : count(String.valueOf(query.get(command)), counting);
  }

  /** One document with the number, or none for zero: what the group would have given. */
  private Document count(String collection, Counting counting) {
    MongoCollection<Key> counted = resolveCollection(collection, false);
    int number =
        counted == null ? 0 : counted.count(counting.filter(), counting.skip(), counting.limit());
    var batch = new ArrayList<Document>();
    if (number > 0) batch.add(new Document("_id", counting.group()).append("n", number));
    var cursor =
        new Document("id", 0L).append("ns", fullName(collection)).append("firstBatch", batch);
    var reply = new Document("cursor", cursor);
    Utils.markOkay(reply);
    return reply;
  }

  @Override
  protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
    var documents = new Documents(Table.ofDocuments(store, fullName(name)), reads);
    return new StoreCollection(this, name, options, cursorRegistry, documents);
  }

  @Override
  protected Index<Key> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    boolean ofIds = keys.size() == 1 && keys.getFirst().getKey().equals("_id");
    return ofIds
        ? new IdIndex(Table.ofDocuments(store, fullName(collection)), name, keys)
        : new FieldIndex(indexTable(collection, name), name, keys, true, sparse);
  }

  @Override
  protected Index<Key> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new FieldIndex(indexTable(collection, name), name, keys, false, sparse);
  }

  private Table indexTable(String collection, String name) {
    return Table.ofIndex(store, fullName(collection), name);
  }

  private String fullName(String collection) {
    return getFullCollectionNamespace(collection);
  }

  @Override
  public void moveCollection(
      MongoDatabase from, MongoCollection<?> collection, String newCollectionName) {
    throw new NoSuchCommandException("renameCollection");
  }

  @Override
  protected long getStorageSize() {
    return store.fileBytes();
  }

  @Override
  protected long getFileSize() {
    return store.fileBytes();
  }
}
