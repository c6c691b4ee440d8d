package dev.laurel.engine.operation;

import java.time.Instant;

/**
 * A rule pack as it was put in force. Immutable; the bytes are never changed.
 *
 * @param number counts the revisions of a programme, from 1
 * @param digest SHA-256 of the pack's canonical form, in hex
 * @param inForceSince from when on events are decided by it
 * @param pack the canonical form as {@link dev.laurel.rules.pack.PackWriter#writeZip} writes it
 */
public record StoredRevision(int number, String digest, Instant inForceSince, byte[] pack) {
  /** No pack is larger, so that every database can hold it in one document. */
  public static final int MOST_BYTES = 15 << 20;

  public StoredRevision {
    if (number < 1)
      throw new IllegalArgumentException("Revisions count from 1, not %d.".formatted(number));
    if (pack.length > MOST_BYTES)
      throw new IllegalArgumentException(
          "The pack has %,d bytes; at most %,d can be kept. Split its largest rate table."
              .formatted(pack.length, MOST_BYTES));
  }
}
