package dev.laurel.engine.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import dev.laurel.engine.access.CredentialStore;
import dev.laurel.engine.draft.DraftStore;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.operation.ClockStore;
import dev.laurel.engine.operation.RevisionStore;
import dev.laurel.engine.operation.Storage;
import dev.laurel.engine.overview.OverviewStore;
import dev.laurel.engine.population.QuintileStore;
import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.StoreUnavailableException;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.vault.Tombstones;
import dev.laurel.engine.vault.VaultStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A connection to a MongoDB database in which Laurel keeps everything. Thread-safe. */
public final class MongoDatabases implements Storage, AutoCloseable {
  /** The database where the connection string names none. */
  public static final String DATABASE = "laurel";

  /**
   * How what is kept is laid out; an older store is upgraded when it is opened, one with a higher
   * number is refused. Since 2 members of whom something falls due carry their slice.
   */
  public static final int FORMAT = 2;

  private static final int ANSWER_SECONDS = 5;
  private static final int MOST_CONNECTIONS = 64;

  private final MongoClient client;
  private final MongoDatabase database;

  private MongoDatabases(MongoClient client, MongoDatabase database) {
    this.client = client;
    this.database = database;
  }

  /**
   * Opens a database, and makes its collections and indexes where they are not there yet.
   *
   * @param connectionString of a replica set, a sharded cluster or an embedded server
   * @throws StoreUnavailableException when it cannot be reached
   * @throws StoreFormatException when it was laid out by another version
   * @throws IllegalArgumentException when the connection string is none
   */
  public static MongoDatabases open(String connectionString) {
    String named = new ConnectionString(connectionString).getDatabase();
    return open(connectionString, Optional.ofNullable(named).orElse(DATABASE));
  }

  /** The same with the database named. */
  public static MongoDatabases open(String connectionString, String database) {
    ConnectionString connection = new ConnectionString(connectionString);
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(connection)
            .applicationName("laurel")
            .writeConcern(WriteConcern.MAJORITY)
            .readConcern(ReadConcern.DEFAULT)
            .readPreference(ReadPreference.primary())
            // A write whose answer was lost is tried again by whoever asked, who knows what for.
            .retryWrites(false)
            .applyToClusterSettings(c -> c.serverSelectionTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
            .applyToSocketSettings(s ->
                s.connectTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
            .applyToConnectionPoolSettings(p -> p.maxSize(MOST_CONNECTIONS))
            .build();
    MongoClient client = MongoClients.create(settings);
    try {
      MongoDatabases opened = new MongoDatabases(client, client.getDatabase(database));
      Asking.run(opened::checkFormat);
      return opened;
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private void checkFormat() {
    var store = database.getCollection("store");
    Document found = store.find(new Document("_id", "format")).first();
    if (found == null) {
      Documents.insertNew(
          store, java.util.List.of(new Document("_id", "format").append("number", FORMAT)));
      return;
    }
    int number = found.getInteger("number", 0);
    if (number < 1 || number > FORMAT) throw new StoreFormatException(number, FORMAT);
    if (number < FORMAT) upgrade();
  }

  /** Can be done again where it broke off. */
  private void upgrade() {
    MongoMembers.slice(database);
    database
        .getCollection("store")
        .updateOne(new Document("_id", "format"), Updates.set("number", FORMAT));
  }

  @Override
  public Stores stores(ProfileForm profiles) {
    return Asking.of(() ->
        new Stores(
            new MongoEvents(database),
            new MongoMembers(database, profiles),
            new MongoDecisions(database),
            new MongoLeases(database, InstantSource.system()),
            new MongoBudgets(database),
            new MongoCodes(database),
            new MongoMessages(database)));
  }

  /** Where the vault keeps what is personal. */
  public VaultStore vault() {
    return Asking.of(() -> new MongoVault(database));
  }

  /**
   * Who was erased, in a database of its own, {@code <name>-tombstones}, so that a backup of this
   * one does not take it along and restoring one does not forget it.
   */
  public Tombstones tombstones() {
    return new MongoTombstones(client.getDatabase(database.getName() + "-tombstones"));
  }

  @Override
  public RevisionStore revisions() {
    return Asking.of(() -> new MongoRevisions(database));
  }

  @Override
  public ClockStore clock() {
    return new MongoClock(database);
  }

  @Override
  public OverviewStore overviews() {
    return new MongoOverviews(database);
  }

  @Override
  public QuintileStore quintiles() {
    return new MongoQuintiles(database);
  }

  /** Who may ask. */
  public CredentialStore credentials() {
    return Asking.of(() -> new MongoCredentials(database));
  }

  @Override
  public DraftStore drafts() {
    return Asking.of(() -> new MongoDrafts(database));
  }

  /** The book of what is done to the programme: submitted, approved, published. */
  @Override
  public HistoryStore programmeHistory() {
    return Asking.of(() -> new MongoHistory(database, "programme"));
  }

  /** The book of what is done to single members by hand. */
  @Override
  public HistoryStore memberHistory() {
    return Asking.of(() -> new MongoHistory(database, "members"));
  }

  /** Whether it answers now. */
  @Override
  public boolean isReachable() {
    try {
      Asking.run(() -> database.runCommand(new Document("ping", 1)));
      return true;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
