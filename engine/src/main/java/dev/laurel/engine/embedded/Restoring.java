package dev.laurel.engine.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a store of a backup: all of it, checked, or nothing. */
final class Restoring {
  private Restoring() {}

  static void restore(InputStream backup, Path directory) throws IOException {
    boolean made = Files.notExists(directory);
    Files.createDirectories(directory);
    try (Stream<Path> content = Files.list(directory)) {
      if (content.findAny().isPresent()) throw new DirectoryNotEmptyException(directory);
    }
    boolean done = false;
    try (StoreDirectory held = StoreDirectory.holdEmpty(directory)) {
      Path draft = held.draftFile();
      Files.createFile(draft);
      byte[] checksum = fill(draft, backup);
      check(draft, checksum);
      held.take(draft);
      done = true;
    } finally {
      if (!done) clear(directory, made);
    }
  }

  private static byte[] fill(Path draft, InputStream backup) throws IOException {
    Generation store = Generation.open(draft.toString());
    try {
      byte[] checksum = Backup.read(backup, Optional.of(store));
      store.seal();
      return checksum;
    } finally {
      store.file().close();
    }
  }

  /** Reads back what was written, from the disk. */
  private static void check(Path draft, byte[] checksum) throws IOException {
    Generation store = Generation.open(draft.toString());
    try (Snapshot content = Snapshot.of(store)) {
      if (!Arrays.equals(Backup.write(content, OutputStream.nullOutputStream()), checksum))
        throw new IOException(
            "The store at %s does not hold what was written to it.".formatted(draft));
    } finally {
      store.file().close();
    }
  }

  private static void clear(Path directory, boolean made) throws IOException {
    try (Stream<Path> content = Files.list(directory)) {
      for (Path file : content.toList()) Files.delete(file);
    }
    if (made) Files.delete(directory);
  }
}
