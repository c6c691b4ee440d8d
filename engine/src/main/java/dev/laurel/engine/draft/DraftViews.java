package dev.laurel.engine.draft;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.LogEntry.Edited;
import java.util.Optional;

/** Makes what somebody sees of a draft. */
final class DraftViews {
  private DraftViews() {}

  static DraftView of(Actor actor, DraftState now, Published.Numbered latest) {
    DraftState.Checked checked = now.checked();
    Optional<Refusal> not =
        actor.may(Permission.EDIT_DRAFT)
            ? whyNot(now)
            : Optional.of(
                new Refusal(
                    "not-permitted",
                    "%s may look at the draft only: editing takes the role marketer."
                        .formatted(actor.name())));
    return new DraftView(
        now.version(),
        now.start().baseRevision(),
        now.start().baseDigest(),
        latest.digest().equals(now.start().baseDigest()),
        now.phase() == DraftState.Phase.SEALED,
        now.tree(),
        checked.pack(),
        checked.digest(),
        now.faults(latest),
        now.steps().told(),
        now.steps().authors(),
        now.steps().toUndo(actor.name()).map(Edited::step),
        now.steps().toRedo(actor.name()).map(Edited::step),
        now.savedAt(),
        not);
  }

  /** Why nobody may edit it now. */
  static Optional<Refusal> whyNot(DraftState now) {
    return now.phase() == DraftState.Phase.OPEN
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "in-review",
                "Nothing was changed: the draft is in review, and what is approved must be what was read. Withdraw it to go on editing."));
  }
}
