package dev.laurel.engine.embedded;

/** What was to be restored is not a whole backup. Nothing of it was left behind. */
public final class BrokenBackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param why the rest of a sentence that begins with "because"
   */
  BrokenBackupException(String why) {
    super(
        """
        The backup was not restored, because %s.
        Part of a backup could pass for the whole, with members and points missing.
        Take another copy of it, or another backup; the directory was left as it was.\
        """
            .formatted(why));
  }
}
