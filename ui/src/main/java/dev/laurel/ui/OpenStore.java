package dev.laurel.ui;

import dev.laurel.engine.embedded.DirectoryInUseException;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.embedded.UnknownFormatException;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.mongo.StoreFormatException;
import dev.laurel.engine.operation.NotOpenedException;
import dev.laurel.engine.vault.MasterKeyFile;
import dev.laurel.engine.vault.MasterKeyMissingException;
import dev.laurel.engine.vault.MasterKeySource;
import dev.laurel.engine.vault.TombstoneFile;
import dev.laurel.engine.vault.Tombstones;
import dev.laurel.engine.vault.TombstonesMissingException;
import dev.laurel.engine.vault.UnreadableTombstonesException;
import dev.laurel.engine.vault.UnusableMasterKeyException;
import dev.laurel.engine.vault.Vault;
import dev.laurel.engine.vault.WrongMasterKeyException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The store of a programme, opened: a MongoDB where the environment names one, else a directory of
 * this machine. Thread-safe.
 */
record OpenStore(
    MongoDatabases databases, Optional<EmbeddedServer> server, Vault vault, String name)
    implements AutoCloseable {
  /** The environment variable that names a MongoDB. */
  static final String MONGODB = "LAUREL_MONGODB_URI";

  /** Opens it as the user and the environment say. */
  static OpenStore open(Optional<Path> directory, InstantSource clock) {
    return open(directory, mongoDb(), set(MasterKeySource.VARIABLE), clock);
  }

  /** What the environment says of a MongoDB. */
  static Optional<String> mongoDb() {
    return set(MONGODB);
  }

  private static Optional<String> set(String variable) {
    return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
  }

  /**
   * Opens it.
   *
   * @param directory as the user named it
   * @param masterKey as the environment gives it; else it stands in a file of the directory
   * @param clock tells when somebody is erased
   * @throws NotOpenedException when it cannot be opened, for a reason that the user can mend
   */
  static OpenStore open(
      Optional<Path> directory,
      Optional<String> mongoDb,
      Optional<String> masterKey,
      InstantSource clock) {
    if (directory.isPresent() && mongoDb.isPresent())
      throw new NotOpenedException(
          "The store was not opened: both --data and %s name one. Leave one of them out."
              .formatted(MONGODB));
    try {
      Path files = directory.orElseGet(OpenStore::usual);
      MasterKeySource key = MasterKeySource.of(files.resolve(MasterKeyFile.NAME), masterKey);
      return mongoDb.isPresent() ? real(mongoDb.get(), key, clock) : embedded(files, key, clock);
    } catch (DirectoryInUseException
        | UnknownFormatException
        | StoreFormatException
        | MasterKeyMissingException
        | WrongMasterKeyException
        | UnusableMasterKeyException
        | TombstonesMissingException
        | UnreadableTombstonesException known) {
      throw new NotOpenedException(String.valueOf(known.getMessage()));
    } catch (UncheckedIOException unusable) {
      throw new NotOpenedException(
          "The store was not opened: its directory cannot be used (%s). Name another one with --data."
              .formatted(unusable.getCause()));
    } catch (IllegalArgumentException unreadable) {
      throw new NotOpenedException(
          "The store was not opened: %s names no MongoDB (%s)."
              .formatted(MONGODB, unreadable.getMessage()));
    }
  }

  private static OpenStore real(String mongoDb, MasterKeySource key, InstantSource clock) {
    MongoDatabases databases = MongoDatabases.open(mongoDb);
    try {
      Vault vault = Vault.open(databases.vault(), databases.tombstones(), key, clock);
      return new OpenStore(databases, Optional.empty(), vault, "MongoDB, as " + MONGODB + " says");
    } catch (RuntimeException e) {
      databases.close();
      throw e;
    }
  }

  private static OpenStore embedded(Path directory, MasterKeySource key, InstantSource clock) {
    EmbeddedServer server = EmbeddedServer.open(directory, Settings.safe());
    Optional<MongoDatabases> databases = Optional.empty();
    try {
      databases = Optional.of(MongoDatabases.open(server.connectionString()));
      Tombstones tombstones = TombstoneFile.open(directory.resolve(TombstoneFile.NAME));
      Vault vault = Vault.open(databases.get().vault(), tombstones, key, clock);
      return new OpenStore(databases.get(), Optional.of(server), vault, directory.toString());
    } catch (RuntimeException e) {
      databases.ifPresent(MongoDatabases::close);
      server.close();
      throw e;
    }
  }

  /** Where a store is kept if nothing else is said. */
  static Path usual() {
    return Path.of(System.getProperty("user.home", "."), ".laurel");
  }

  @Override
  public void close() {
    databases.close();
    server.ifPresent(EmbeddedServer::close);
  }
}
