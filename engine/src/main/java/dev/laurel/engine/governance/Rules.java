package dev.laurel.engine.governance;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Published;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why something may not be done as things stand: asked before it is offered and when it is done.
 */
final class Rules {
  private Rules() {}

  static Optional<Refusal> permitted(Actor actor, Permission permission) {
    if (actor.may(permission)) return Optional.empty();
    return refusal(
        "not-permitted",
        "%s may not %s: that takes the role %s."
            .formatted(
                actor.name(),
                permission.words(),
                permission.roles().stream().map(Role::word).collect(Collectors.joining(" or "))));
  }

  static Optional<Refusal> submit(
      Actor actor, Stage stage, DraftView draft, Published.Numbered latest) {
    Optional<Refusal> not = permitted(actor, Permission.SUBMIT);
    if (not.isPresent()) return not;
    if (!(stage instanceof Stage.Editing))
      return refusal(
          "in-review", "The draft was not submitted: it is on its way already. Withdraw it first.");
    if (!draft.faults().isEmpty())
      return refusal(
          "faulty",
          draft.faults().size() == 1
              ? "The draft was not submitted: it has a fault. Mend it first."
              : "The draft was not submitted: it has %,d faults. Mend them first."
                  .formatted(draft.faults().size()));
    if (draft.digest().orElse("").equals(latest.digest()))
      return refusal(
          "nothing-changed",
          "The draft was not submitted: it says what revision %d says. Change something first."
              .formatted(latest.number()));
    return base(
        draft.baseDigest(),
        latest,
        "The draft was not submitted",
        "Bring it up to that one first.");
  }

  static Optional<Refusal> approve(Actor actor, Stage stage, Published.Numbered latest) {
    Optional<Refusal> not = permitted(actor, Permission.APPROVE);
    if (not.isPresent()) return not;
    if (!(stage instanceof Stage.InReview(var submission)))
      return refusal(
          "not-in-review", "Nothing was approved: nothing waits for review. Look at the draft.");
    if (submission.authors().contains(actor.name()))
      return refusal(
          "author-cannot-approve",
          """
          Draft %d was not approved: its author (%s) tried to approve it.
          One person alone must not be able to change what members earn.
          Ask someone else with the role reviewer to approve it.\
          """
              .formatted(submission.version().draft(), actor.name()));
    return base(
        submission.baseDigest(),
        latest,
        "Draft %d was not approved".formatted(submission.version().draft()),
        "Send it back, so that it is brought up to that one.");
  }

  static Optional<Refusal> publish(Actor actor, Stage stage, Published.Numbered latest) {
    Optional<Refusal> not = permitted(actor, Permission.PUBLISH);
    if (not.isPresent()) return not;
    if (!(stage instanceof Stage.Approved(var submission, var _)))
      return refusal(
          "not-approved",
          "Nothing was published: nothing is approved. Have the draft approved first.");
    return base(
        submission.baseDigest(),
        latest,
        "Draft %d was not published".formatted(submission.version().draft()),
        "Withdraw it, and bring it up to that one.");
  }

  /** When it may take force: not in the past, and not before what was published already. */
  static Optional<Refusal> at(Optional<Instant> at, Instant now, Published.Numbered latest) {
    if (at.isPresent() && !at.get().isAfter(now))
      return refusal(
          "not-in-future",
          "Nothing was published: %s has passed. Take a later instant, or publish at once."
              .formatted(at.get()));
    if (!at.orElse(now).isBefore(latest.inForceSince())) return Optional.empty();
    return refusal(
        "before-scheduled",
        "Nothing was published: revision %d takes force at %s and would put an end to this one. Take a later instant, or cancel revision %d."
            .formatted(latest.number(), latest.inForceSince(), latest.number()));
  }

  static Optional<Refusal> digest(Submission submission, String digest) {
    if (submission.digest().equals(digest)) return Optional.empty();
    return refusal(
        "another-digest",
        "Nothing was done: what is on its way has the digest %s, not %s. Read what is there now."
            .formatted(submission.digest(), digest));
  }

  static Optional<Refusal> reason(String why) {
    if (!why.isBlank()) return Optional.empty();
    return refusal("no-reason", "Nothing was done: a reason is asked for. Write one sentence.");
  }

  private static Optional<Refusal> base(
      String base, Published.Numbered latest, String what, String remedy) {
    if (base.equals(latest.digest())) return Optional.empty();
    return refusal(
        "base-outdated",
        "%s: it began with a revision before revision %d, whose changes it would undo. %s"
            .formatted(what, latest.number(), remedy));
  }

  static Optional<Refusal> refusal(String code, String sentence) {
    return Optional.of(new Refusal(code, sentence));
  }

  static Optional<Refusal> cancel(
      Course course, int revision, Published.Numbered latest, Instant now) {
    Optional<RevisionRecord> found =
        course.revisions().stream()
            .filter(r -> r.number() == revision && r.cancelled().isEmpty())
            .findFirst();
    if (found.isEmpty())
      return refusal(
          "no-such-revision",
          "Nothing was cancelled: there is no revision %d. Look at the list of revisions."
              .formatted(revision));
    if (!found.get().inForceSince().isAfter(now))
      return refusal(
          "in-force",
          "Revision %d was not cancelled: it took force at %s. Restore an earlier one as a draft instead."
              .formatted(revision, found.get().inForceSince()));
    if (latest.number() != revision)
      return refusal(
          "not-latest",
          "Revision %d was not cancelled: revision %d builds on it. Cancel that one first."
              .formatted(revision, latest.number()));
    return Optional.empty();
  }

  /** What is on its way and may still be taken back. */
  static Optional<Submission> open(Stage stage) {
    return switch (stage) {
      case Stage.Editing() -> Optional.empty();
      case Stage.InReview(var submission) -> Optional.of(submission);
      case Stage.Approved(var submission, var _) -> Optional.of(submission);
      case Stage.Publishing _ -> Optional.empty();
    };
  }

  static Refusal notInReview() {
    return new Refusal(
        "not-in-review", "Nothing was done: nothing waits for review. Look at the draft.");
  }
}
