package dev.laurel.engine.mongo;

/** A store is laid out as another version of Laurel does it. */
public final class StoreFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreFormatException(int found, int known) {
    super(
        """
        The store has format %d; this version of Laurel reads and writes format %d.
        Nothing was changed. Start the version that wrote it, or restore a backup of format %d.\
        """
            .formatted(found, known, known));
  }
}
