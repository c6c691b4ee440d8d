package dev.laurel.engine.vault;

/** What was sealed was changed since, or stands where something else was sealed. */
public final class BrokenSealException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSealException(String what, Throwable cause) {
    super(
        """
        The seal of %s is broken: it was changed since it was sealed, or belongs elsewhere.
        Nothing was read from it. Restore a backup from before it was changed.\
        """
            .formatted(what),
        cause);
  }

  private BrokenSealException(String message) {
    super(message);
  }

  static BrokenSealException keyMissing(String member) {
    return new BrokenSealException(
        """
        The key of the member %s is missing, although the member was not erased.
        What was sealed with it cannot be read. Restore a backup that has events and vault of one time.\
        """
            .formatted(member));
  }
}
