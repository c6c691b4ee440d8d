package dev.laurel.engine.vault;

import java.util.List;

/** Something is wrapped with another master key than those that are here. */
public final class WrongMasterKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongMasterKeyException(String needed, List<String> here) {
    super(
        """
        What is personal in this store is locked with the master key called %s; here is only %s.
        Nothing was changed. Start with the key of this store; after a rotation, or with an older \
        backup, give the earlier key too, after the current one.\
        """
            .formatted(needed, String.join(", ", here)));
  }
}
