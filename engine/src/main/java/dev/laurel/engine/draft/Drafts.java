package dev.laurel.engine.draft;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.LogEntry.Edited;
import dev.laurel.engine.draft.LogEntry.Kind;
import dev.laurel.engine.draft.LogEntry.Side;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Alteration;
import dev.laurel.rules.tree.Tree;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one draft of a programme. There always is one to look at: where nobody has begun it, it is
 * the latest revision; the first edit begins it. Thread-safe, also among processes. All methods may
 * throw {@link dev.laurel.engine.recording.StoreUnavailableException} and {@link
 * dev.laurel.engine.access.NotPermittedException}.
 */
public final class Drafts {
  private static final int LONGEST_STEP = 200;

  private final DraftStore store;
  private final DraftLog log;
  private final Published revisions;
  private final InstantSource clock;

  public Drafts(DraftStore store, Published revisions, InstantSource clock) {
    this.store = store;
    this.log = new DraftLog(store, revisions);
    this.revisions = revisions;
    this.clock = clock;
  }

  /** The draft as it is now. */
  public DraftView view(Actor actor) {
    actor.require(Permission.READ_PROGRAMME);
    return view(actor, log.current());
  }

  /**
   * Edits it: all of a step or nothing. What others changed elsewhere since is kept; where they
   * changed the same words, nothing is stored and both are told.
   *
   * @param seen the version that whoever edits has seen
   * @param step what the step is called when it is to be taken back
   */
  public EditResult edit(Actor actor, Version seen, String step, List<Edit> edits) {
    actor.require(Permission.EDIT_DRAFT);
    while (true) {
      DraftState now = log.current();
      Optional<Refusal> not = DraftViews.whyNot(now);
      if (not.isPresent()) return new EditResult.Refused(not.get());
      if (seen.draft() != now.start().number())
        return refused(
            "another-draft",
            "Nothing was changed: the draft that you edited was published meanwhile. Look at the new one, and edit that.");
      if (seen.number() < now.rebased())
        return refused(
            "rebased",
            "Nothing was changed: the draft was brought up to revision %d since you looked, and any of its words may be another. Look at it as it is now."
                .formatted(now.start().baseRevision()));
      List<Clash> clashes = Resolving.clashes(actor.name(), seen, edits, now);
      if (!clashes.isEmpty()) return new EditResult.Conflict(clashes);
      List<Alteration> alterations = new ArrayList<>();
      Optional<Refusal> wrong = Resolving.all(edits, now.tree(), alterations);
      if (wrong.isPresent()) return new EditResult.Refused(wrong.get());
      if (alterations.isEmpty()) return new EditResult.Saved(view(actor, now));
      Optional<EditResult> done = append(actor, now, step, Kind.DONE, 0, alterations);
      if (done.isPresent()) return done.get();
    }
  }

  /** Takes back the actor's own latest step that was not taken back yet. */
  public EditResult undo(Actor actor) {
    return again(actor, Kind.UNDONE);
  }

  /** Takes the step again that the actor took back last. */
  public EditResult redo(Actor actor) {
    return again(actor, Kind.REDONE);
  }

  private EditResult again(Actor actor, Kind kind) {
    actor.require(Permission.EDIT_DRAFT);
    while (true) {
      DraftState now = log.current();
      Optional<Refusal> not = DraftViews.whyNot(now);
      if (not.isPresent()) return new EditResult.Refused(not.get());
      boolean back = kind == Kind.UNDONE;
      Optional<Edited> found =
          back ? now.steps().toUndo(actor.name()) : now.steps().toRedo(actor.name());
      if (found.isEmpty())
        return refused(
            back ? "nothing-to-undo" : "nothing-to-redo",
            back
                ? "Nothing was taken back: there is no step of yours left in this draft."
                : "Nothing was taken again: you took nothing back since your last step.");
      Edited step = found.get();
      List<Alteration> alterations = back ? inverse(step.alterations()) : step.alterations();
      Optional<Alteration> misfit = misfit(now.tree(), alterations);
      if (misfit.isPresent()) return changedSince(actor, now, step, misfit.get());
      Optional<EditResult> done = append(actor, now, step.step(), kind, step.of(), alterations);
      if (done.isPresent()) return done.get();
    }
  }

  private static List<Alteration> inverse(List<Alteration> alterations) {
    return alterations.reversed().stream().map(Alteration::inverse).toList();
  }

  /** The first alteration that does not fit any more. */
  private static Optional<Alteration> misfit(Tree tree, List<Alteration> alterations) {
    Tree after = tree;
    for (Alteration alteration : alterations) {
      Optional<Tree> applied = alteration.apply(after);
      if (applied.isEmpty()) return Optional.of(alteration);
      after = applied.get();
    }
    return Optional.empty();
  }

  private static EditResult changedSince(
      Actor actor, DraftState now, Edited step, Alteration misfit) {
    String who =
        now.steps()
            .clashing(actor.name(), step.number(), misfit.touches())
            .map(other -> "%s changed it since (%s)".formatted(other.by(), other.step()))
            .orElse("it is another one by now");
    return refused(
        "changed-since",
        "\"%s\" was left as it is: at %s %s. Change the words themselves, or agree with whoever wrote them."
            .formatted(step.step(), misfit.place(), who));
  }

  /**
   * Makes another pack the draft, as one step that can be taken back.
   *
   * @param pack what is imported, with or without faults; see {@link PackTree#readZip}
   */
  public EditResult importPack(Actor actor, Tree pack, String step) {
    actor.require(Permission.IMPORT_PACK);
    return edit(actor, view(actor).version(), step, Edits.whole(pack));
  }

  /** Makes an earlier revision the draft, as one step that can be taken back. */
  public EditResult restore(Actor actor, String digest, String step) {
    actor.require(Permission.EDIT_DRAFT);
    Optional<Published.Numbered> found = revisions.find(digest);
    if (found.isEmpty())
      return refused(
          "no-such-revision",
          "Nothing was restored: no revision has the digest %s. Look at the list of revisions."
              .formatted(digest));
    Tree pack = PackTree.of(found.get().pack().pack());
    return edit(actor, view(actor).version(), step, Edits.whole(pack));
  }

  /**
   * Where a later revision was published since the draft began, does to that one what was done to
   * the earlier one.
   *
   * @param keep whose words count where both changed the same; where it is empty and both did,
   *     nothing is stored and the clashes are told
   */
  public EditResult rebase(Actor actor, Optional<Side> keep) {
    actor.require(Permission.EDIT_DRAFT);
    while (true) {
      DraftState now = log.current();
      Optional<Refusal> not = DraftViews.whyNot(now);
      if (not.isPresent()) return new EditResult.Refused(not.get());
      Published.Numbered latest = revisions.latest();
      if (latest.digest().equals(now.start().baseDigest()))
        return refused(
            "up-to-date", "Nothing was changed: the draft began with the latest revision.");
      Tree base = PackTree.of(latest.pack().pack());
      Rebasing rebasing = Rebasing.of(now.steps(), base, keep.orElse(Side.DRAFT));
      if (keep.isEmpty() && !rebasing.clashes().isEmpty())
        return new EditResult.Conflict(rebasing.clashes());
      Optional<DraftState> after =
          log.append(
              now,
              new LogEntry.Rebased(
                  now.start().number(),
                  now.version().number() + 1,
                  actor.name(),
                  now(),
                  latest.number(),
                  latest.digest(),
                  keep.orElse(Side.DRAFT)));
      if (after.isPresent()) return new EditResult.Saved(view(actor, after.get()));
    }
  }

  /**
   * A draft as it was at a version, for whoever reviews it.
   *
   * @throws IllegalArgumentException when there was no such version
   */
  public Tree at(Actor actor, Version version) {
    actor.require(Permission.READ_PROGRAMME);
    return log.at(version).tree();
  }

  /**
   * Seals the draft, so that nobody edits it while it is reviewed; asked by whoever submits it.
   * Sealing what is sealed already changes nothing.
   *
   * @param seen the version that whoever submits has seen
   * @param digest that they have seen
   * @return the sealed draft; empty where it is another one by now
   */
  public Optional<DraftView> seal(Actor actor, Version seen, String digest) {
    actor.require(Permission.SUBMIT);
    DraftState now = log.current();
    if (!digest.equals(now.checked().digest().orElse("")) || seen.draft() != now.start().number())
      return Optional.empty();
    if (now.phase() == DraftState.Phase.SEALED) return Optional.of(view(actor, now));
    if (!seen.equals(now.version())) return Optional.empty();
    long next = now.version().number() + 1;
    return log.append(
            now, new LogEntry.Sealed(now.start().number(), next, actor.name(), now(), digest))
        .map(after -> view(actor, after));
  }

  /** Lets a sealed draft be edited again; asked when it is withdrawn or sent back. */
  public void reopen(Actor actor, int draft) {
    if (!actor.may(Permission.SUBMIT)) actor.require(Permission.APPROVE);
    while (true) {
      DraftState now = log.current();
      if (now.start().number() != draft || now.phase() != DraftState.Phase.SEALED) return;
      long next = now.version().number() + 1;
      if (log.append(now, new LogEntry.Reopened(draft, next, actor.name(), now())).isPresent())
        return;
    }
  }

  /** Ends a draft that was published; asked when it was. */
  public void close(Actor actor, int draft) {
    actor.require(Permission.PUBLISH);
    while (true) {
      DraftState now = log.current();
      if (now.start().number() != draft) return;
      long next = now.version().number() + 1;
      if (log.append(now, new LogEntry.Closed(draft, next, actor.name(), now())).isPresent())
        return;
    }
  }

  private Optional<EditResult> append(
      Actor actor, DraftState now, String step, Kind kind, long of, List<Alteration> alterations) {
    try {
      if (Alterations.write(alterations).length > DraftStore.MOST_BYTES)
        return Optional.of(
            refused(
                "too-large",
                "Nothing was changed: the step is larger than can be stored at once. Split its largest rate table."));
    } catch (IllegalArgumentException e) {
      return Optional.of(
          refused(
              "bad-value",
              "Nothing was changed: a value holds what no pack can (%s). Type it again."
                  .formatted(e.getMessage())));
    }
    long number = now.version().number() + 1;
    String name = step.length() <= LONGEST_STEP ? step : step.substring(0, LONGEST_STEP);
    Edited entry =
        new Edited(
            now.start().number(),
            number,
            actor.name(),
            now(),
            name,
            kind,
            kind == Kind.DONE ? number : of,
            alterations);
    if (!now.begun()
        && !store.begin(
            new DraftStart(
                now.start().number(),
                now.start().baseRevision(),
                now.start().baseDigest(),
                actor.name(),
                now()))) return Optional.empty();
    return log.append(now, entry).map(after -> new EditResult.Saved(view(actor, after)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static EditResult.Refused refused(String code, String sentence) {
    return new EditResult.Refused(new Refusal(code, sentence));
  }

  private DraftView view(Actor actor, DraftState now) {
    return DraftViews.of(actor, now, revisions.latest());
  }
}
