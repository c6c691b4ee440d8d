package dev.laurel.ui;

import dev.laurel.engine.embedded.DirectoryInUseException;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.embedded.UnknownFormatException;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.mongo.StoreFormatException;
import dev.laurel.engine.operation.NotOpenedException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The store of a programme, opened: a MongoDB where the environment names one, else a directory of
 * this machine. Thread-safe.
 */
record OpenStore(MongoDatabases databases, Optional<EmbeddedServer> server, String name)
    implements AutoCloseable {
  /** The environment variable that names a MongoDB. */
  static final String MONGODB = "LAUREL_MONGODB_URI";

  /**
   * Opens it.
   *
   * @param directory as the user named it
   * @throws NotOpenedException when it cannot be opened, for a reason that the user can mend
   */
  static OpenStore open(Optional<Path> directory, Optional<String> mongoDb) {
    if (directory.isPresent() && mongoDb.isPresent())
      throw new NotOpenedException(
          "The store was not opened: both --data and %s name one. Leave one of them out."
              .formatted(MONGODB));
    try {
      if (mongoDb.isPresent())
        return new OpenStore(
            MongoDatabases.open(mongoDb.get()),
            Optional.empty(),
            "MongoDB, as " + MONGODB + " says");
      return embedded(directory.orElseGet(OpenStore::usual));
    } catch (DirectoryInUseException | UnknownFormatException | StoreFormatException known) {
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

  private static OpenStore embedded(Path directory) {
    EmbeddedServer server = EmbeddedServer.open(directory, Settings.safe());
    try {
      return new OpenStore(
          MongoDatabases.open(server.connectionString()),
          Optional.of(server),
          directory.toString());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Path usual() {
    return Path.of(System.getProperty("user.home", "."), ".laurel");
  }

  /** What the environment says of a MongoDB. */
  static Optional<String> mongoDb() {
    return Optional.ofNullable(System.getenv(MONGODB)).filter(uri -> !uri.isBlank());
  }

  @Override
  public void close() {
    databases.close();
    server.ifPresent(EmbeddedServer::close);
  }
}
