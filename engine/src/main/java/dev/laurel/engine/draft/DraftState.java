package dev.laurel.engine.draft;

import dev.laurel.engine.revision.Succession;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Alteration;
import dev.laurel.rules.tree.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A draft after so many entries of its log. Immutable. */
final class DraftState {
  /** Where the log leaves a draft. */
  enum Phase {
    OPEN,
    SEALED,
    CLOSED
  }

  /** What a check of the tree says. */
  record Checked(List<Fault> faults, Optional<String> digest, Optional<Pack> pack) {}

  private final DraftStart start;
  private final boolean begun;
  private final long version;
  private final Tree tree;
  private final Steps steps;
  private final Phase phase;
  private final Optional<Instant> savedAt;

  /** The entry by which it was last brought up to a later revision; 0 where it never was. */
  private final long rebased;

  private @Nullable Checked checked;
  private @Nullable Following following;

  /** What was found when this revision was the latest. */
  private record Following(String latest, List<Fault> faults) {}

  private DraftState(
      DraftStart start,
      boolean begun,
      long version,
      Tree tree,
      Steps steps,
      Phase phase,
      Optional<Instant> savedAt,
      long rebased) {
    this.start = start;
    this.begun = begun;
    this.version = version;
    this.tree = tree;
    this.steps = steps;
    this.phase = phase;
    this.savedAt = savedAt;
    this.rebased = rebased;
  }

  /**
   * A draft without entries.
   *
   * @param begun whether it is stored
   */
  static DraftState of(DraftStart start, boolean begun, Tree base) {
    return new DraftState(
        start, begun, 0, base, new Steps(List.of()), Phase.OPEN, Optional.empty(), 0);
  }

  /**
   * The draft after one more entry.
   *
   * @param bases the trees of revisions, by digest
   * @throws IllegalStateException when the entry does not fit, so that the log was tampered with
   */
  DraftState after(LogEntry entry, Function<String, Tree> bases) {
    if (entry.number() != version + 1)
      throw new IllegalStateException(
          "Entry %d of draft %d is missing.".formatted(version + 1, start.number()));
    return switch (entry) {
      case LogEntry.Edited edited ->
          next(start, edited, applied(edited), steps.with(edited), phase);
      case LogEntry.Sealed _ -> next(start, entry, tree, steps, Phase.SEALED);
      case LogEntry.Reopened _ -> next(start, entry, tree, steps, Phase.OPEN);
      case LogEntry.Closed _ -> next(start, entry, tree, steps, Phase.CLOSED);
      case LogEntry.Rebased rebased -> {
        DraftStart onto =
            new DraftStart(
                start.number(),
                rebased.baseRevision(),
                rebased.baseDigest(),
                start.by(),
                start.at());
        Tree rebasedTree =
            Rebasing.of(steps, bases.apply(rebased.baseDigest()), rebased.keep()).tree();
        yield next(onto, entry, rebasedTree, steps, phase);
      }
    };
  }

  private DraftState next(DraftStart from, LogEntry entry, Tree to, Steps all, Phase then) {
    long last = entry instanceof LogEntry.Rebased ? entry.number() : rebased;
    return new DraftState(from, true, entry.number(), to, all, then, Optional.of(entry.at()), last);
  }

  private Tree applied(LogEntry.Edited edited) {
    Tree after = tree;
    for (Alteration alteration : edited.alterations())
      after =
          alteration
              .apply(after)
              .orElseThrow(() ->
                  new IllegalStateException(
                      "Entry %d of draft %d does not fit what stands before it, at %s."
                          .formatted(edited.number(), start.number(), alteration.place())));
    return after;
  }

  /** What the tree says as a pack; looked at once. */
  synchronized Checked checked() {
    Checked known = checked;
    if (known == null) {
      known =
          switch (PackTree.check(tree)) {
            case PackResult.Read(var pack, var digest) ->
                new Checked(List.of(), Optional.of(digest), Optional.of(pack));
            case PackResult.Refused(var faults) ->
                new Checked(faults, Optional.empty(), PackTree.wellFormed(tree));
          };
      checked = known;
    }
    return known;
  }

  /**
   * What keeps the draft from being submitted: what is wrong with the pack itself, and what keeps
   * it from following the latest revision. Looked at once for each of those.
   */
  synchronized List<Fault> faults(Published.Numbered latest) {
    Following known = following;
    if (known != null && known.latest().equals(latest.digest())) return known.faults();
    Checked now = checked();
    List<Fault> faults = new ArrayList<>(now.faults());
    now.pack()
        .ifPresent(pack -> {
          faults.addAll(Succession.faults(latest.pack().pack(), pack));
          faults.addAll(Succession.notEvaluated(pack));
        });
    following = new Following(latest.digest(), List.copyOf(faults));
    return following.faults();
  }

  DraftStart start() {
    return start;
  }

  boolean begun() {
    return begun;
  }

  Version version() {
    return new Version(start.number(), version);
  }

  Tree tree() {
    return tree;
  }

  Steps steps() {
    return steps;
  }

  Phase phase() {
    return phase;
  }

  long rebased() {
    return rebased;
  }

  Optional<Instant> savedAt() {
    return savedAt;
  }
}
