package dev.laurel.engine.embedded;

import java.nio.file.Path;

/** A directory holds a store that this version of Laurel does not know how to read. */
public final class UnknownFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnknownFormatException(String message) {
    super(message);
  }

  static UnknownFormatException of(Path directory, String found) {
    return new UnknownFormatException(
        """
        The store in %s was not opened: its format is "%s", and this Laurel knows only "%s".
        A guess could destroy what a newer Laurel has written.
        Open it with the Laurel that wrote it, or restore a backup into an empty directory.\
        """
            .formatted(directory, found, StoreDirectory.FORMAT.strip()));
  }

  static UnknownFormatException missing(Path directory) {
    return new UnknownFormatException(
        """
        The store in %s was not opened: the file "format" that belongs to it is not there.
        Without it nobody knows how the store is to be read.
        Put the file back from a copy, or restore a backup into an empty directory.\
        """
            .formatted(directory));
  }

  static UnknownFormatException halfRestored(Path directory) {
    return new UnknownFormatException(
        """
        The store in %s was not opened: a backup was being restored there, and was not finished.
        Part of a backup could pass for the whole.
        Delete the directory and restore the backup again.\
        """
            .formatted(directory));
  }
}
