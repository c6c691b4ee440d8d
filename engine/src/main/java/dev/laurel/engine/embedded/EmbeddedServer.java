package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

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

  private EmbeddedServer(
      StoreDirectory directory, Store store, StoreBackend backend, MongoServer server) {
    this.directory = directory;
    this.store = store;
    this.backend = backend;
    this.server = server;
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
      return open(held, held.storeFile().toString(), settings);
    } catch (RuntimeException | Error e) {
      held.close();
      throw e;
    }
  }

  /** The same with the name of the file in H2's notation, so that tests can make it fail. */
  static EmbeddedServer open(StoreDirectory directory, String fileName, Settings settings) {
    var store = new Store(fileName, directory.path(), settings);
    var backend = new StoreBackend(store);
    var server = new MongoServer(backend);
    try {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, THREADS);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    return new EmbeddedServer(directory, store, backend, server);
  }

  /** What a MongoDB driver of this machine connects to. */
  public String connectionString() {
    return server.getConnectionString();
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
