package dev.laurel.engine.governance;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Published;
import dev.laurel.engine.draft.Version;
import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.History;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.history.Verification;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Speaker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The way of a draft to a revision. Each act is decided in the light of the whole history and
 * recorded only where nothing was recorded since, so that of two people who act at once one is
 * refused. Thread-safe, also among processes. All methods may throw {@link
 * dev.laurel.engine.access.NotPermittedException} and {@link
 * dev.laurel.engine.recording.StoreUnavailableException}; after the latter look at what came of it.
 *
 * @see <a href="../../../../../../../docs/decisions/050-drafts-and-approval.md">050</a>
 */
public final class Governance {
  private final Book book;
  private final History history;
  private final Drafts drafts;
  private final Published revisions;
  private final Pages pages;
  private final InstantSource clock;

  /**
   * @param store the book of what is done to the programme
   */
  public Governance(
      HistoryStore store,
      Drafts drafts,
      Published revisions,
      Publishing publishing,
      InstantSource clock) {
    this.history = new History(store, clock);
    this.book = new Book(history, revisions, publishing, drafts);
    this.drafts = drafts;
    this.revisions = revisions;
    this.pages = new Pages(drafts, revisions);
    this.clock = clock;
  }

  /**
   * Submits the draft for review: from now on nobody edits it.
   *
   * @param seen the version that whoever submits has seen
   * @param digest that they have seen
   * @param note what reviewers should know; may be empty
   */
  public GovernanceResult submit(Actor actor, Version seen, String digest, String note) {
    actor.require(Permission.SUBMIT);
    while (true) {
      Course course = book.course();
      if (course.stage() instanceof Stage.InReview(var s)
          && s.digest().equals(digest)
          && s.version().draft() == seen.draft()) return new GovernanceResult.Done(course.stage());
      DraftView draft = drafts.view(actor);
      Optional<Refusal> not = Rules.submit(actor, course.stage(), draft, revisions.latest());
      if (not.isPresent()) return new GovernanceResult.Refused(not.get());
      Optional<DraftView> sealed = drafts.seal(actor, seen, digest);
      if (sealed.isEmpty())
        return refused(
            "changed-since",
            "The draft was not submitted: somebody edited it since you looked. Look at it as it is now.");
      Optional<Course> after =
          book.append(course, Acts.submitted(actor, sealed.get(), digest, note));
      if (after.isPresent()) return new GovernanceResult.Done(after.get().stage());
    }
  }

  /** Takes the draft back to edit it again, before it is published. */
  public GovernanceResult withdraw(Actor actor, String why) {
    actor.require(Permission.SUBMIT);
    while (true) {
      Course course = book.course();
      Optional<Submission> submission = Rules.open(course.stage());
      if (submission.isEmpty()) {
        DraftView draft = drafts.view(actor);
        // Whoever submitted it may have died between sealing it and recording that.
        if (!draft.isSealed()) return new GovernanceResult.Refused(Rules.notInReview());
        drafts.reopen(actor, draft.version().draft());
        return new GovernanceResult.Done(course.stage());
      }
      Optional<Course> after =
          book.append(course, Acts.of(Acts.WITHDRAWN, actor, submission.get(), why));
      if (after.isEmpty()) continue;
      drafts.reopen(actor, submission.get().version().draft());
      return new GovernanceResult.Done(after.get().stage());
    }
  }

  /** Sends the draft back to its authors, with a reason. */
  public GovernanceResult sendBack(Actor actor, String digest, String why) {
    actor.require(Permission.APPROVE);
    while (true) {
      Course course = book.course();
      Optional<Submission> submission = Rules.open(course.stage());
      if (submission.isEmpty()) return new GovernanceResult.Refused(Rules.notInReview());
      Optional<Refusal> not = Rules.digest(submission.get(), digest).or(() -> Rules.reason(why));
      if (not.isPresent()) return new GovernanceResult.Refused(not.get());
      Optional<Course> after =
          book.append(course, Acts.of(Acts.SENT_BACK, actor, submission.get(), why));
      if (after.isEmpty()) continue;
      drafts.reopen(actor, submission.get().version().draft());
      return new GovernanceResult.Done(after.get().stage());
    }
  }

  /** Approves exactly what has this digest. */
  public GovernanceResult approve(Actor actor, String digest, String note) {
    actor.require(Permission.APPROVE);
    while (true) {
      Course course = book.course();
      Optional<Refusal> not = Rules.approve(actor, course.stage(), revisions.latest());
      if (not.isPresent()) return new GovernanceResult.Refused(not.get());
      Submission submission = Rules.open(course.stage()).orElseThrow();
      Optional<Refusal> other = Rules.digest(submission, digest);
      if (other.isPresent()) return new GovernanceResult.Refused(other.get());
      Optional<Course> after = book.append(course, Acts.of(Acts.APPROVED, actor, submission, note));
      if (after.isPresent()) return new GovernanceResult.Done(after.get().stage());
    }
  }

  /**
   * Publishes exactly what has this digest and is approved.
   *
   * @param at when it takes force; as soon as can be where empty
   */
  public GovernanceResult publish(Actor actor, String digest, Optional<Instant> at, String why) {
    actor.require(Permission.PUBLISH);
    while (true) {
      Course course = book.course();
      Published.Numbered latest = revisions.latest();
      Optional<Refusal> not =
          Rules.publish(actor, course.stage(), latest)
              .or(() -> Rules.digest(Rules.open(course.stage()).orElseThrow(), digest))
              .or(() -> Rules.at(at, clock.instant(), latest));
      if (not.isPresent()) return new GovernanceResult.Refused(not.get());
      Submission submission = Rules.open(course.stage()).orElseThrow();
      int number = Math.max(course.lastNumber(), latest.number()) + 1;
      Optional<Course> begun =
          book.append(course, Acts.publishing(actor, submission, number, at, why));
      if (begun.isEmpty()) continue;
      return book.finish(actor, begun.get());
    }
  }

  /** Cancels the latest revision, which has not taken force. */
  public GovernanceResult cancel(Actor actor, int revision, String why) {
    actor.require(Permission.PUBLISH);
    while (true) {
      Course course = book.course();
      Optional<Refusal> not =
          Rules.reason(why)
              .or(() -> Rules.cancel(course, revision, revisions.latest(), clock.instant()));
      if (not.isPresent()) return new GovernanceResult.Refused(not.get());
      Optional<Course> begun =
          book.append(course, Acts.cancel(Acts.CANCELLING, actor.name(), revision, why));
      if (begun.isEmpty()) continue;
      return book.finish(actor, begun.get());
    }
  }

  /** Ends what was begun when a process died; asked at the start and whenever somebody acts. */
  public void settle() {
    book.course();
  }

  /** How far the draft is. */
  public Stage stage(Actor actor) {
    actor.require(Permission.READ_PROGRAMME);
    return book.course().stage();
  }

  /**
   * The page about the draft.
   *
   * @param speaker says what changed
   */
  public DraftPage draftPage(Actor actor, Speaker speaker) {
    actor.require(Permission.READ_PROGRAMME);
    Course course = book.course();
    return pages.draft(actor, course, speaker);
  }

  /**
   * The page about the review.
   *
   * @param speaker says what changed
   */
  public ReviewPage reviewPage(Actor actor, Speaker speaker) {
    actor.require(Permission.READ_PROGRAMME);
    Course course = book.course();
    return pages.review(actor, course, speaker);
  }

  /** What changed from one revision to another, cancelled ones included. */
  public List<SaidChange> compare(Actor actor, String before, String after, Speaker speaker) {
    actor.require(Permission.READ_PROGRAMME);
    return Pages.said(
        revision(actor, before).pack(), PackTree.of(revision(actor, after).pack()), speaker);
  }

  /** How each revision came to be, in the order of their numbers. */
  public List<RevisionRecord> revisions(Actor actor) {
    actor.require(Permission.READ_PROGRAMME);
    return book.course().revisions();
  }

  /**
   * The pack of a revision, to be read.
   *
   * @throws IllegalArgumentException when no revision has this digest
   */
  public PackResult.Read revision(Actor actor, String digest) {
    actor.require(Permission.READ_PROGRAMME);
    return revisions
        .find(digest)
        .map(Published.Numbered::pack)
        .orElseThrow(
            () -> new IllegalArgumentException("No revision has the digest %s.".formatted(digest)));
  }

  /** The pack of a revision, to be taken away; see {@link #revision}. */
  public PackResult.Read export(Actor actor, String digest) {
    actor.require(Permission.EXPORT_PACK);
    return revision(actor, digest);
  }

  /** The draft's files as they are, to be taken away; empty where it is not well formed. */
  public Optional<PackResult.Read> exportDraft(Actor actor) {
    actor.require(Permission.EXPORT_PACK);
    DraftView draft = drafts.view(actor);
    return draft.digest().flatMap(d -> draft.pack().map(pack -> new PackResult.Read(pack, d)));
  }

  /**
   * What was done, in order.
   *
   * @param limit 1 to {@link History#LARGEST_PAGE}
   */
  public List<HistoryRecord> history(Actor actor, long afterNumber, int limit) {
    actor.require(Permission.READ_HISTORY);
    book.course();
    return history.after(afterNumber, limit);
  }

  /** How far that history goes; to be noted elsewhere, see {@link History#verify}. */
  public Head historyHead(Actor actor) {
    actor.require(Permission.READ_HISTORY);
    book.course();
    return history.head();
  }

  /** Whether nothing in the history was tampered with; see {@link History#verify}. */
  public Verification verifyHistory(Actor actor, Head noted) {
    actor.require(Permission.READ_HISTORY);
    return history.verify(noted);
  }

  private static GovernanceResult.Refused refused(String code, String sentence) {
    return new GovernanceResult.Refused(new Refusal(code, sentence));
  }
}
