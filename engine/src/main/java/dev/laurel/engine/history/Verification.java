package dev.laurel.engine.history;

/** What came of walking a book. Immutable. */
public sealed interface Verification {
  /** Every record is as it was written, and none is missing before the last. */
  record Whole(Head head) implements Verification {}

  /**
   * The book was tampered with.
   *
   * @param number of the first record that is not as it must be
   * @param what is wrong there, in one sentence
   */
  record Broken(long number, String what) implements Verification {}
}
