package dev.laurel.engine.vault;

/** What stands where the master key should is none. */
public final class UnusableMasterKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableMasterKeyException(String where) {
    super(
        """
        %s holds no master key: each is 32 bytes in Base64, as "openssl rand -base64 32" writes them.
        Nothing was changed. Put the key back as it was.\
        """
            .formatted(where));
  }
}
