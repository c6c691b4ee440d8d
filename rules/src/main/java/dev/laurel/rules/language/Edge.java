package dev.laurel.rules.language;

/** At which edge of a day a period ends. */
public enum Edge {
  /** At the first instant of the day. */
  @Doc("At the first instant of the day.")
  AT_ITS_START,
  /** With the last instant of the day. */
  @Doc("With the last instant of the day.")
  TO_ITS_END
}
