package dev.laurel.engine.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that only their owner may read, so that they outlive a loss of power. */
final class DurableFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private DurableFiles() {}

  /**
   * Writes a file as one: afterwards it has the content, or is as it was.
   *
   * @throws FileAlreadyExistsException when it is there and must not be replaced
   */
  static void write(Path file, byte[] content, boolean replace) throws IOException {
    if (!replace && Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    append(beside, content);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    forceDirectory(file);
  }

  /** Writes at the end of a file, which is made where there is none. */
  static void append(Path file, byte[] content) throws IOException {
    boolean isNew = !Files.exists(file);
    if (isNew) Files.createDirectories(file.toAbsolutePath().getParent());
    FileAttribute<?>[] ownersOnly =
        POSIX
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (FileChannel to =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownersOnly)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) to.write(left);
      to.force(true);
    }
    if (isNew) forceDirectory(file);
  }

  /** Where directories cannot be opened, as on Windows, the name is durable without it. */
  private static void forceDirectory(Path file) throws IOException {
    if (!POSIX) return;
    try (FileChannel directory =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
