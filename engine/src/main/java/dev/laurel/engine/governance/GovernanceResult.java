package dev.laurel.engine.governance;

import dev.laurel.engine.access.Refusal;

/** What came of an act. Immutable. */
public sealed interface GovernanceResult {
  /** It is done and recorded; so far the draft is now. */
  record Done(Stage stage) implements GovernanceResult {}

  /**
   * Nothing was done. Codes: {@code not-in-review}, {@code not-approved}, {@code in-review}, {@code
   * another-digest}, {@code changed-since}, {@code faulty}, {@code nothing-changed}, {@code
   * base-outdated}, {@code author-cannot-approve}, {@code no-reason}, {@code not-in-future}, {@code
   * before-scheduled}, {@code no-such-revision}, {@code in-force}, {@code not-latest}, {@code
   * not-permitted}, and whatever {@link Publishing} refuses with.
   */
  record Refused(Refusal refusal) implements GovernanceResult {}
}
