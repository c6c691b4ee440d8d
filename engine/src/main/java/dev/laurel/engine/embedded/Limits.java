package dev.laurel.engine.embedded;

/**
 * When the store file takes what the log holds: whichever comes first.
 *
 * @param logBytes written to the log since the last time, above 0
 * @param unsavedBytes of memory that hold what is not in the file yet, above 0
 */
record Limits(long logBytes, long unsavedBytes) {
  /** Opening a store does again what the log holds, in well under a second for so much. */
  static final Limits USUAL = new Limits(8 << 20, 48 << 20);

  /** How full it is: 1 at the nearer limit. */
  double full(long logged, long unsaved) {
    return Math.max((double) logged / logBytes, (double) unsaved / unsavedBytes);
  }
}
