package dev.laurel.engine.vault;

import java.nio.file.Path;

/** A line of the file of tombstones cannot be read, so that an erased member might come back. */
public final class UnreadableTombstonesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableTombstonesException(Path file, int line) {
    super(
        """
        Line %d of %s, which tells who was erased, cannot be read.
        Nothing was changed. Put the file back as it was; without the line an erased member could come back.\
        """
            .formatted(line, file));
  }
}
