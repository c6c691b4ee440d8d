package dev.laurel.engine.vault;

/** A store holds what is personal, but the master key is not there. */
public final class MasterKeyMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MasterKeyMissingException(String where) {
    super(
        """
        What is personal in this store is locked with a master key, which is missing: %s.
        Nothing was changed, and no other key was made, for it would open nothing.
        Put the key back from where you keep its copy.\
        """
            .formatted(where));
  }
}
