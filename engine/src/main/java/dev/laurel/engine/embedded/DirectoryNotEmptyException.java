package dev.laurel.engine.embedded;

import java.nio.file.Path;

/** A backup was to be restored into a directory in which something stands already. */
public final class DirectoryNotEmptyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DirectoryNotEmptyException(Path directory) {
    super(
        """
        The backup was not restored: the directory %s is not empty.
        Restoring never replaces a store, so that none is lost by mistake.
        Name a directory that is empty or not there yet.\
        """
            .formatted(directory));
  }
}
