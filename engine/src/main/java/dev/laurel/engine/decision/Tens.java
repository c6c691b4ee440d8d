package dev.laurel.engine.decision;

/** Powers of ten that fit into a long. */
final class Tens {
  /** The highest exponent. */
  static final int MOST = 18;

  private static final long[] POWERS = new long[MOST + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= MOST; i++) POWERS[i] = 10 * POWERS[i - 1];
  }

  private Tens() {}

  /**
   * Ten to the power of so many places.
   *
   * @param places 0 to {@value #MOST}
   */
  static long power(int places) {
    return POWERS[places];
  }
}
