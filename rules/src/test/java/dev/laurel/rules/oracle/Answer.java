package dev.laurel.rules.oracle;

/** What a condition comes to. */
public enum Answer {
  MET,
  NOT_MET,
  /** Neither met nor refuted, because a value is missing. */
  MISSING;

  static Answer of(boolean met) {
    return met ? MET : NOT_MET;
  }
}
