package dev.laurel.engine.governance;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Published;
import dev.laurel.engine.history.Entry;
import dev.laurel.engine.history.History;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The history as it leads to where things stand; and the end of what was begun, since publishing is
 * done outside the history. Thread-safe.
 */
final class Book {
  private final History history;
  private final Published revisions;
  private final Publishing publishing;
  private final Drafts drafts;

  /** What was read last, so that only what is new is read next. */
  private volatile Course known = Course.BEGINNING;

  Book(History history, Published revisions, Publishing publishing, Drafts drafts) {
    this.history = history;
    this.revisions = revisions;
    this.publishing = publishing;
    this.drafts = drafts;
  }

  /** Where things stand: nothing is under way any more. */
  Course course() {
    while (true) {
      Course now = read();
      if (now.head().number() == 0) {
        append(now, Acts.setUp(revisions.latest()));
        continue;
      }
      if (now.stage() instanceof Stage.Publishing || now.cancelling().isPresent()) {
        finish(system(), now);
        continue;
      }
      closePublished(now);
      return now;
    }
  }

  private Course read() {
    Course now = known;
    List<HistoryRecord> page;
    do {
      page = history.after(now.head().number(), History.LARGEST_PAGE);
      for (HistoryRecord record : page) now = now.after(record);
    } while (page.size() == History.LARGEST_PAGE);
    known = now;
    return now;
  }

  /**
   * Records an act.
   *
   * @return where things stand then; empty where something else was recorded since
   */
  Optional<Course> append(Course now, Entry entry) {
    return history
        .append(now.head(), entry)
        .map(record -> {
          Course after = now.after(record);
          known = after;
          return after;
        });
  }

  /**
   * Ends what was begun, be it by another process that died or still is at it: the port may be
   * asked twice, and only one of the two is recorded.
   */
  GovernanceResult finish(Actor actor, Course begun) {
    if (begun.stage() instanceof Stage.Publishing stage) return finish(actor, begun, stage);
    if (begun.cancelling().isPresent()) return finish(begun, begun.cancelling().get());
    return new GovernanceResult.Done(begun.stage());
  }

  private GovernanceResult finish(Actor actor, Course begun, Stage.Publishing stage) {
    return switch (publishing.publish(
        stage.revision(), pack(actor, stage.submission()), stage.inForceAt())) {
      case Publishing.Outcome.Accepted(var number, var since) -> {
        append(begun, Acts.published(stage, number, since));
        drafts.close(system(), stage.submission().version().draft());
        yield new GovernanceResult.Done(read().stage());
      }
      case Publishing.Outcome.Refused refused -> {
        append(begun, Acts.refused(stage, refused));
        yield new GovernanceResult.Refused(new Refusal(refused.code(), refused.sentence()));
      }
    };
  }

  private GovernanceResult finish(Course begun, Course.Cancelling cancelling) {
    return switch (publishing.cancel(cancelling.revision())) {
      case Publishing.Outcome.Accepted _ -> {
        append(begun, cancelled(Acts.CANCELLED, cancelling, cancelling.why()));
        yield new GovernanceResult.Done(read().stage());
      }
      case Publishing.Outcome.Refused refused -> {
        append(begun, cancelled(Acts.CANCELLING_REFUSED, cancelling, refused.sentence()));
        yield new GovernanceResult.Refused(new Refusal(refused.code(), refused.sentence()));
      }
    };
  }

  private static Entry cancelled(String act, Course.Cancelling cancelling, String why) {
    return Acts.cancel(act, cancelling.by(), cancelling.revision(), why);
  }

  /** The process may have died before the draft was closed. */
  private void closePublished(Course now) {
    if (!(now.stage() instanceof Stage.Editing) || now.revisions().isEmpty()) return;
    if (now.revisions().getLast().origin() instanceof RevisionRecord.Origin.Reviewed reviewed)
      drafts.close(system(), reviewed.submission().version().draft());
  }

  /**
   * The pack that was submitted.
   *
   * @throws IllegalStateException when the draft's log does not lead to it, so that it was tampered
   *     with
   */
  private PackResult.Read pack(Actor actor, Submission submission) {
    Tree tree = drafts.at(actor, submission.version());
    if (PackTree.check(tree) instanceof PackResult.Read read
        && read.digest().equals(submission.digest())) return read;
    throw new IllegalStateException(
        "Draft %d is not what was submitted as %s any more."
            .formatted(submission.version().draft(), submission.digest()));
  }

  private static Actor system() {
    return new Actor(Actor.SETUP, EnumSet.of(Role.MARKETER, Role.REVIEWER));
  }
}
