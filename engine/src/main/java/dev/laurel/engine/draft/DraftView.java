package dev.laurel.engine.draft;

import dev.laurel.engine.access.Refusal;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.tree.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The draft as somebody sees it. Immutable.
 *
 * @param version to be handed in with the next edit
 * @param baseRevision the number of the revision that it began with
 * @param isBaseLatest whether that is still the latest one
 * @param tree the pack as it is edited
 * @param pack the pack where every part is of the right form, whether or not it is without fault
 * @param digest of the pack; empty where something is wrong with the pack itself
 * @param faults by place: what is wrong with the pack itself, then what keeps it from following the
 *     latest revision; none where it may be submitted
 * @param steps what was done to it, in order, steps that were taken back included
 * @param authors whoever wrote something that is in it now
 * @param undo what the viewer would take back next, by the name of the step
 * @param redo what the viewer would take again next
 * @param savedAt when the last entry was stored; empty where nobody has edited yet
 * @param whyNot why the viewer may not edit it now; empty where they may
 */
public record DraftView(
    Version version,
    int baseRevision,
    String baseDigest,
    boolean isBaseLatest,
    boolean isSealed,
    Tree tree,
    Optional<Pack> pack,
    Optional<String> digest,
    List<Fault> faults,
    List<Step> steps,
    Set<String> authors,
    Optional<String> undo,
    Optional<String> redo,
    Optional<Instant> savedAt,
    Optional<Refusal> whyNot) {
  /** One step. */
  public record Step(long number, String by, Instant at, String name, boolean isUndone) {}

  public DraftView {
    faults = List.copyOf(faults);
    steps = List.copyOf(steps);
    authors = Set.copyOf(authors);
  }

  public boolean mayEdit() {
    return whyNot.isEmpty();
  }

  /** Whether anything was done to it that was not taken back. */
  public boolean isEdited() {
    return steps.stream().anyMatch(step -> !step.isUndone());
  }
}
