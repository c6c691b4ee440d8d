package dev.laurel.engine.recording;

/**
 * The store could not be reached, or did not answer in time, or has no room. What was asked of it
 * may or may not have happened; asking again is safe.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened and what to do, in sentences
   */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
