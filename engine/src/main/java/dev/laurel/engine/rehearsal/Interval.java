package dev.laurel.engine.rehearsal;

/**
 * Where a share lies of which a sample tells, with a confidence of 95 %: Wilson's score interval
 * (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927).
 *
 * @param low 0 to 1
 * @param high {@code low} to 1
 */
record Interval(double low, double high) {
  private static final double Z = 1.959964;

  /**
   * @param hits of the sample
   * @param asked how many it has, more than 0
   */
  static Interval of(int hits, int asked) {
    double share = (double) hits / asked;
    double zz = Z * Z / asked;
    double middle = (share + zz / 2) / (1 + zz);
    double half = Z / (1 + zz) * Math.sqrt(share * (1 - share) / asked + zz / (4 * asked));
    return new Interval(
        hits == 0 ? 0 : Math.max(0, middle - half), hits == asked ? 1 : Math.min(1, middle + half));
  }

  /** Of so many, rounded down. */
  long least(long of) {
    return (long) Math.floor(low * of);
  }

  /** Of so many, rounded up. */
  long most(long of) {
    return Math.min(of, (long) Math.ceil(high * of));
  }
}
