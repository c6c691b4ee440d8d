package dev.laurel.engine.recording;

import dev.laurel.engine.event.Event;
import java.util.Collection;

/**
 * How events are kept. Implementations are thread-safe.
 *
 * <p>What is personal in an event must not be readable from the bytes without the member's key, nor
 * be guessed from the digest.
 */
public interface EventForm {
  /**
   * Is told which events are about to be written, so that what has to be looked up for them is
   * looked up at once.
   */
  default void ready(Collection<Event> events) {}

  /** The event as bytes that {@link #read} reads. */
  byte[] write(Event event);

  /**
   * The event that was written.
   *
   * @throws IllegalArgumentException when the bytes are none
   */
  Event read(byte[] event);

  /** A digest of the whole content, the same for ever, in hex. */
  String digest(Event event);
}
