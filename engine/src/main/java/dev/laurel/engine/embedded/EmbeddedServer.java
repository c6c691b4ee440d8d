package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB server inside this process, on a directory of its own: for trying Laurel, for tests and
 * for small installations. It speaks MongoDB's protocol on the loopback address only, on a port
 * that it finds free. A write is acknowledged when it is on disk. Thread-safe.
 */
public final class EmbeddedServer implements AutoCloseable {
  /** Connections are served by so many threads; a write holds its thread until it is on disk. */
  private static final int THREADS = 64;

  private final StoreDirectory directory;
  private final Store store;
  private final StoreBackend backend;
  private final MongoServer server;
  private final Credentials credentials;

  private EmbeddedServer(
      StoreDirectory directory,
      Store store,
      StoreBackend backend,
      MongoServer server,
      Credentials credentials) {
    this.directory = directory;
    this.store = store;
    this.backend = backend;
    this.server = server;
    this.credentials = credentials;
  }

  /**
   * Opens the server on a directory, which is made if it is not there. All that was acknowledged
   * before is there again, however the last process ended.
   *
   * @throws DirectoryInUseException if another process, or this one, has it open
   * @throws UnknownFormatException if the directory holds something else, or a store of a newer
   *     Laurel
   * @throws java.io.UncheckedIOException if the directory cannot be read or written
   */
  public static EmbeddedServer open(Path directory, Settings settings) {
    StoreDirectory held = StoreDirectory.hold(directory);
    try {
      return open(held, held.storeFile().toString(), settings, Limits.USUAL);
    } catch (RuntimeException | Error e) {
      held.close();
      throw e;
    }
  }

  /**
   * The same with the name of the file in H2's notation, so that tests can make it fail, and with
   * limits, so that they need not write as much.
   */
  static EmbeddedServer open(
      StoreDirectory directory, String fileName, Settings settings, Limits limits) {
    var store = new Store(fileName, directory.path(), settings, limits);
    var credentials = new Credentials();
    var backend = new StoreBackend(store, credentials);
    var server = new MongoServer(backend);
    try {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, THREADS);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    return new EmbeddedServer(directory, store, backend, server, credentials);
  }

  /**
   * What a MongoDB driver in this process connects to. It holds a password that is made up anew
   * each time the server is opened, so that no other user of the machine gets in; keep it out of
   * logs and files.
   */
  public String connectionString() {
    InetSocketAddress address = server.getLocalAddress();
    return "mongodb://%s:%s@%s:%d/?authSource=admin&authMechanism=SCRAM-SHA-256"
        .formatted(
            Credentials.USER,
            credentials.password(),
            address.getAddress().getHostAddress(),
            address.getPort());
  }

  /**
   * Writes all that is acknowledged at this moment, while the server goes on. The stream is neither
   * closed nor buffered here.
   *
   * @throws IOException if the stream does not take it, or the store had to be opened anew
   *     meanwhile because its disk failed
   */
  public void backup(OutputStream target) throws IOException {
    try (Snapshot snapshot = store.hold()) {
      Backup.write(snapshot, target);
    } catch (MVStoreException e) {
      throw new IOException("The store could not be read to its end.", e);
    }
  }

  /**
   * Looks a backup through to its end.
   *
   * @throws BrokenBackupException if it is cut off or damaged
   * @throws IOException if it cannot be read
   */
  public static void verify(InputStream backup) throws IOException {
    Backup.read(backup, Optional.empty());
  }

  /**
   * Makes a store of a backup, which can then be opened. It is read back from the disk and compared
   * before it counts; else nothing is left of it.
   *
   * @param directory empty, or not there
   * @throws DirectoryNotEmptyException if something stands in the directory
   * @throws BrokenBackupException if the backup is cut off or damaged
   * @throws IOException if the backup cannot be read or the store cannot be written
   */
  public static void restore(InputStream backup, Path directory) throws IOException {
    Restoring.restore(backup, directory);
  }

  /** How many documents were read since the server was opened, for tests of index use. */
  long documentsRead() {
    return backend.documentsRead();
  }

  /** Ends all connections, waits for what runs, and closes the store. */
  @Override
  public void close() {
    server.shutdownNow();
    store.close();
    directory.close();
  }
}
