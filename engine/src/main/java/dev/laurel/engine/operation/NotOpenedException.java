package dev.laurel.engine.operation;

/** A programme could not be started; the message says why, and what to do, in sentences. */
public final class NotOpenedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotOpenedException(String message) {
    super(message);
  }
}
