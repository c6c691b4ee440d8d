package dev.laurel.engine.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a store, held by one process: the file {@code lock}, the file {@code format}
 * that says how the store is to be read, the store itself and its log.
 */
final class StoreDirectory implements AutoCloseable {
  static final String FORMAT = "laurel-store 2\n";

  /** The same without a log, which is like one whose log is empty. */
  private static final String WITHOUT_LOG = "laurel-store 1\n";

  private static final String LOCK_FILE = "lock";
  private static final String FORMAT_FILE = "format";
  private static final String STORE_FILE = "laurel.store";

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private StoreDirectory(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes hold of the directory, making it if need be, and sees that its format is known. */
  static StoreDirectory hold(Path path) {
    try {
      Files.createDirectories(path);
      StoreDirectory held = lock(path);
      try {
        held.checkFormat();
        return held;
      } catch (IOException | RuntimeException e) {
        held.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The directory %s could not be opened for a store.".formatted(path), e);
    }
  }

  /** Takes hold of a directory in which there is no store yet, and none is made. */
  static StoreDirectory holdEmpty(Path path) throws IOException {
    return lock(path);
  }

  private static StoreDirectory lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This process has it, which is no different from another one having it.
    } finally {
      if (lock == null) channel.close();
    }
    if (lock == null) throw new DirectoryInUseException(path);
    return new StoreDirectory(path, channel, lock);
  }

  private void checkFormat() throws IOException {
    if (Files.exists(draftFile())) throw UnknownFormatException.halfRestored(path);
    Path format = path.resolve(FORMAT_FILE);
    if (Files.exists(format)) {
      String found = Files.readString(format);
      if (found.equals(WITHOUT_LOG)) writeFormat(path);
      else if (!found.equals(FORMAT)) throw UnknownFormatException.of(path, found.strip());
    } else if (Files.exists(storeFile())) {
      throw UnknownFormatException.missing(path);
    } else {
      writeFormat(path);
    }
  }

  /** Writes the format whole or not at all, before there is a store to be read by it. */
  private static void writeFormat(Path path) throws IOException {
    Path draft = path.resolve(FORMAT_FILE + ".new");
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(0).write(ByteBuffer.wrap(FORMAT.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    Files.move(
        draft,
        path.resolve(FORMAT_FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  Path path() {
    return path;
  }

  Path storeFile() {
    return path.resolve(STORE_FILE);
  }

  /** Where a store stands until it is restored whole. */
  Path draftFile() {
    return path.resolve(STORE_FILE + ".restoring");
  }

  /** Makes the draft the store. */
  void take(Path draft) throws IOException {
    writeFormat(path);
    Files.move(draft, storeFile(), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The lock on %s could not be let go.".formatted(path), e);
    }
  }
}
