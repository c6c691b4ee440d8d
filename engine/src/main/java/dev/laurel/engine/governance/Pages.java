package dev.laurel.engine.governance;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Published;
import dev.laurel.rules.diff.Differences;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import java.util.List;
import java.util.Optional;

/** Makes what pages show. Thread-safe. */
record Pages(Drafts drafts, Published revisions) {
  DraftPage draft(Actor actor, Course course, Speaker speaker) {
    DraftView draft = drafts.view(actor);
    Published.Numbered latest = revisions.latest();
    Optional<Refusal> notWithdraw =
        Rules.permitted(actor, Permission.SUBMIT)
            .or(() ->
                Rules.open(course.stage()).isPresent() || draft.isSealed()
                    ? Optional.empty()
                    : Optional.of(Rules.notInReview()));
    return new DraftPage(
        draft,
        course.stage(),
        latest.number(),
        said(latest.pack().pack(), draft.tree(), speaker),
        Rules.submit(actor, course.stage(), draft, latest),
        notWithdraw);
  }

  ReviewPage review(Actor actor, Course course, Speaker speaker) {
    Published.Numbered latest = revisions.latest();
    Optional<Submission> submission = Rules.open(course.stage());
    Optional<Approval> approval =
        course.stage() instanceof Stage.Approved(var _, var approved)
            ? Optional.of(approved)
            : Optional.empty();
    return new ReviewPage(
        course.stage(),
        submission,
        approval,
        submission.map(s -> changes(actor, s, speaker)).orElse(List.of()),
        Rules.approve(actor, course.stage(), latest),
        Rules.permitted(actor, Permission.APPROVE)
            .or(() -> submission.isEmpty() ? Optional.of(Rules.notInReview()) : Optional.empty()),
        Rules.publish(actor, course.stage(), latest));
  }

  private List<SaidChange> changes(Actor actor, Submission submission, Speaker speaker) {
    Published.Numbered base = revisions.find(submission.baseDigest()).orElseGet(revisions::latest);
    return said(base.pack().pack(), drafts.at(actor, submission.version()), speaker);
  }

  /** What differs, in the words of the speaker. */
  static List<SaidChange> said(Pack base, Tree tree, Speaker speaker) {
    return Differences.between(base, tree).stream()
        .map(change -> SaidChange.of(change, speaker))
        .toList();
  }
}
