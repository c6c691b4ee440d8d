package dev.laurel.engine.scenario;

import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.rules.language.Scenario;

/** What came of keeping a case. Closed family, immutable. */
public sealed interface Keeping {
  /** It is a scenario of the draft, which expects what comes of it by the draft's own rules. */
  record Kept(Scenario scenario, DraftView draft) implements Keeping {}

  /**
   * Nothing was kept. Codes: {@code faulty}, {@code no-title}, {@code not-evaluated}, {@code
   * not-a-scenario}, and those of {@link dev.laurel.engine.draft.EditResult}.
   */
  record Refused(Refusal refusal) implements Keeping {}
}
