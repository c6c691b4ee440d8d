package dev.laurel.ui.rest;

import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.governance.Approval;
import dev.laurel.engine.governance.DraftPage;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.governance.RevisionRecord.Origin;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.engine.governance.Stage;
import dev.laurel.engine.governance.Submission;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.json.JsonWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes drafts, revisions and records. Stateless and thread-safe. */
final class GovernanceJson {
  private GovernanceJson() {}

  /** What was refused as things stand, or because of who asked. */
  static Problem refused(Refusal refusal) {
    return switch (refusal.code()) {
      case "not-permitted", "author-cannot-approve" ->
          Problem.forbidden(refusal.code(), refusal.sentence());
      default -> Problem.refused(ProblemType.REFUSED, refusal);
    };
  }

  static void draft(DraftPage page, JsonWriter to) {
    DraftView draft = page.draft();
    to.open().key("draft").number(draft.version().draft());
    to.key("version").number(draft.version().number());
    to.key("baseRevision").number(draft.baseRevision());
    to.key("latestRevision").number(page.latestRevision());
    to.key("baseIsLatest").truth(draft.isBaseLatest());
    draft.digest().ifPresent(digest -> to.key("digest").text(digest));
    draft.savedAt().ifPresent(at -> to.key("savedAt").instant(at));
    texts("authors", draft.authors().stream().sorted().toList(), to);
    stage(page.stage(), to);
    Answers.faults(draft.faults(), to);
    to.key("changes").openList();
    for (SaidChange change : page.changes()) change(change, to);
    to.closeList().key("steps").openList();
    for (DraftView.Step step : draft.steps()) {
      to.open().key("number").number(step.number()).key("by").text(step.by());
      to.key("at").instant(step.at()).key("name").text(step.name());
      to.key("undone").truth(step.isUndone()).close();
    }
    to.closeList();
    whyNot("whyNotEdit", draft.whyNot(), to);
    whyNot("whyNotSubmit", page.whyNotSubmit(), to);
    to.close();
  }

  private static void whyNot(String key, Optional<Refusal> refusal, JsonWriter to) {
    refusal.ifPresent(not -> {
      to.key(key).open().key("code").text(not.code());
      to.key("message").text(not.sentence()).close();
    });
  }

  private static void change(SaidChange change, JsonWriter to) {
    to.open().key("kind").text(change.kind());
    to.key("construct").text(change.construct().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    to.key("place").text(change.place()).key("title").text(change.title());
    texts("before", change.before(), to);
    texts("after", change.after(), to);
    if (change.to() > 0) to.key("from").number(change.from()).key("to").number(change.to());
    to.close();
  }

  private static void texts(String key, Collection<String> texts, JsonWriter to) {
    to.key(key).openList();
    texts.forEach(to::text);
    to.closeList();
  }

  /** Writes how far the draft is into the object that is open. */
  static void stage(Stage stage, JsonWriter to) {
    to.key("stage");
    switch (stage) {
      case Stage.Editing() -> to.text("editing");
      case Stage.InReview(var submission) -> submission(submission, to.text("in-review"));
      case Stage.Approved(var submission, var approval) -> {
        submission(submission, to.text("approved"));
        approval(approval, to);
      }
      case Stage.Publishing publishing -> {
        submission(publishing.submission(), to.text("publishing"));
        approval(publishing.approval(), to);
      }
    }
  }

  private static void submission(Submission submission, JsonWriter to) {
    to.key("submission").open().key("digest").text(submission.digest());
    to.key("by").text(submission.by()).key("at").instant(submission.at());
    texts("authors", submission.authors(), to);
    if (!submission.note().isEmpty()) to.key("note").text(submission.note());
    to.close();
  }

  private static void approval(Approval approval, JsonWriter to) {
    to.key("approval").open().key("digest").text(approval.digest());
    to.key("by").text(approval.by()).key("at").instant(approval.at());
    if (!approval.note().isEmpty()) to.key("note").text(approval.note());
    to.close();
  }

  static void revision(RevisionRecord revision, JsonWriter to) {
    to.open().key("number").number(revision.number()).key("digest").text(revision.digest());
    to.key("inForceSince").instant(revision.inForceSince());
    switch (revision.origin()) {
      case Origin.SetUp(var at) -> to.key("publishedAt").instant(at);
      case Origin.Reviewed(var submission, var approval, var by, var at, var why) -> {
        to.key("publishedAt").instant(at).key("publishedBy").text(by);
        if (!why.isEmpty()) to.key("why").text(why);
        submission(submission, to);
        approval(approval, to);
      }
    }
    revision
        .cancelled()
        .ifPresent(cancelled -> {
          to.key("cancelled").open().key("by").text(cancelled.by());
          to.key("at").instant(cancelled.at()).key("why").text(cancelled.why()).close();
        });
    to.close();
  }

  static void records(List<HistoryRecord> records, JsonWriter to) {
    to.key("records").openList();
    for (HistoryRecord record : records) {
      to.open().key("number").number(record.number());
      to.key("recordedAt").instant(record.recordedAt());
      if (!record.entry().key().isEmpty()) to.key("key").text(record.entry().key());
      to.key("by").text(record.entry().by()).key("act").text(record.entry().act());
      to.key("about").text(record.entry().about());
      if (!record.entry().why().isEmpty()) to.key("why").text(record.entry().why());
      if (!record.entry().digest().isEmpty()) to.key("digest").text(record.entry().digest());
      to.key("facts").open();
      record.entry().facts().forEach((name, value) -> to.key(name).text(value));
      to.close().key("previous").text(record.previous()).key("hash").text(record.hash()).close();
    }
    to.closeList();
  }
}
