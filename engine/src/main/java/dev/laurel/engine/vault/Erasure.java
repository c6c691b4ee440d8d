package dev.laurel.engine.vault;

import java.time.Instant;

/**
 * That a member was erased. Immutable.
 *
 * @param by who did it
 * @param why in words that say nothing of the member, for they are kept
 */
public record Erasure(Instant at, String by, String why) {
  /** {@code by} and {@code why} are not longer, in UTF-16 code units. */
  public static final int LONGEST_TEXT = 500;

  public Erasure {
    if (by.isBlank() || by.length() > LONGEST_TEXT)
      throw new IllegalArgumentException(
          "Who erases is told in 1 to %d characters.".formatted(LONGEST_TEXT));
    if (why.length() > LONGEST_TEXT)
      throw new IllegalArgumentException(
          "Why is told in at most %d characters.".formatted(LONGEST_TEXT));
  }
}
