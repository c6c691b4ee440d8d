package dev.laurel.engine.vault;

/** A store holds what is personal, but nothing tells who was erased since. */
public final class TombstonesMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TombstonesMissingException(String where) {
    super(
        """
        It cannot be told who was erased from this store: %s is missing.
        Nothing was changed. Put it back from where the store was before; without it, everybody who \
        was erased after this store's backup could come back. If it is lost for good, put an empty \
        one there and erase them again.\
        """
            .formatted(where));
  }
}
