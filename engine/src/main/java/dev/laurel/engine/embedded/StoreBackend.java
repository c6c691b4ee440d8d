package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Runs the commands of clients against the store: each reads one snapshot, or writes as one. */
final class StoreBackend extends AbstractMongoBackend {
  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "findandmodify",
          "create",
          "createindexes",
          "drop",
          "dropindexes",
          "dropdatabase");

  private final Store store;
  private final Credentials credentials;
  private final ConcurrentHashMap<Channel, Login> logins = new ConcurrentHashMap<>();
  private final LongAdder documentsRead = new LongAdder();

  StoreBackend(Store store, Credentials credentials) {
    this.store = store;
    this.credentials = credentials;
    store.onLoss(super::close);
  }

  /** How many documents were taken apart since the server was opened. */
  long documentsRead() {
    return documentsRead.sum();
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    String name = command.toLowerCase(Locale.ROOT);
    Login login = logins.computeIfAbsent(channel, _ -> new Login(credentials));
    return switch (name) {
      case "saslstart" -> login.start(query);
      case "saslcontinue" -> login.go(query);
      case "hello" -> hello(channel, database, query);
      case "ismaster" -> super.handleCommand(channel, database, command, query);
      case "renamecollection" -> throw new NoSuchCommandException(command);
      default -> {
        login.require(command);
        if (name.equals("getmore")) query.putIfAbsent("batchSize", Integer.MAX_VALUE);
        yield WRITES.contains(name)
            ? store.write(() -> super.handleCommand(channel, database, command, query))
            : store.read(() -> super.handleCommand(channel, database, command, query));
      }
    };
  }

  @Override
  public void handleClose(Channel channel) {
    logins.remove(channel);
    super.handleClose(channel);
  }

  /** The greeting by its name of today; the server's own code knows the older one only. */
  private Document hello(Channel channel, String database, Document query) {
    return super.handleCommand(channel, database, "isMaster", query)
        .append("isWritablePrimary", true);
  }

  /** The protocol before MongoDB 5.1, which today's drivers use for their greeting only. */
  @Override
  public QueryResult handleQuery(MongoQuery query) {
    throw new NoSuchCommandException("OP_QUERY");
  }

  /** Not offered: it can be asked for without a login, and tells about the machine. */
  @Override
  public Document getServerStatus() {
    throw new NoSuchCommandException("serverStatus");
  }

  /** Those on disk, whether or not anybody has asked for them yet. */
  @Override
  protected Set<String> listDatabaseNames() {
    return store.names().stream().flatMap(Table::databaseOf).collect(Collectors.toSet());
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new StoreDatabase(name, store, documentsRead, getCursorRegistry());
  }
}
