package dev.laurel.engine.embedded;

import java.nio.file.Path;

/** A second server was to be opened on a directory that one has open already. */
public final class DirectoryInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DirectoryInUseException(Path directory) {
    super(
        """
        The store in %s was not opened: another Laurel has it open.
        Two at once would destroy each other's data.
        Close the other one, or give this one a directory of its own.\
        """
            .formatted(directory));
  }
}
