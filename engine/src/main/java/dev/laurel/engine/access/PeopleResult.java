package dev.laurel.engine.access;

/** What came of a change. Immutable. */
public sealed interface PeopleResult {
  /** It is done and recorded. */
  record Done() implements PeopleResult {}

  /**
   * Nothing was done. Codes: {@code bad-name}, {@code name-taken}, {@code bad-display-name}, {@code
   * weak-password}, {@code wrong-password}, {@code no-such-person}, {@code no-such-key}, {@code
   * last-administrator}, {@code key-cannot-review}, {@code too-many}, {@code already-set-up}.
   */
  record Refused(Refusal refusal) implements PeopleResult {}
}
