package dev.laurel.engine.governance;

import dev.laurel.engine.draft.Version;
import dev.laurel.engine.governance.RevisionRecord.Cancellation;
import dev.laurel.engine.governance.RevisionRecord.Origin;
import dev.laurel.engine.history.Entry;
import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.HistoryRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where all records up to a head lead. Immutable.
 *
 * @param cancelling a revision that is being cancelled, by whom and why
 */
record Course(
    Head head, Stage stage, List<RevisionRecord> revisions, Optional<Cancelling> cancelling) {
  static final Course BEGINNING =
      new Course(Head.EMPTY, new Stage.Editing(), List.of(), Optional.empty());

  /** A cancellation that was begun. */
  record Cancelling(int revision, String by, String why) {}

  Course {
    revisions = List.copyOf(revisions);
  }

  /** The highest number that a revision has or had. */
  int lastNumber() {
    return revisions.stream().mapToInt(RevisionRecord::number).max().orElse(0);
  }

  Course after(HistoryRecord record) {
    Entry entry = record.entry();
    Course next = new Course(record.head(), stage, revisions, cancelling);
    return switch (entry.act()) {
      case Acts.SET_UP -> next.with(setUp(record));
      case Acts.SUBMITTED -> next.at(new Stage.InReview(submission(record)));
      case Acts.WITHDRAWN, Acts.SENT_BACK -> next.at(new Stage.Editing());
      case Acts.APPROVED -> next.at(approved(record));
      case Acts.PUBLISHING -> next.at(publishing(entry));
      case Acts.PUBLISHED -> next.with(published(record)).at(new Stage.Editing());
      case Acts.PUBLISHING_REFUSED ->
          stage instanceof Stage.Publishing p
              ? next.at(new Stage.Approved(p.submission(), p.approval()))
              : next;
      case Acts.CANCELLING -> next.cancelling(Optional.of(cancelling(entry)));
      case Acts.CANCELLED -> next.cancelled(record).cancelling(Optional.empty());
      case Acts.CANCELLING_REFUSED -> next.cancelling(Optional.empty());
      default ->
          throw new IllegalStateException(
              "Record %d says %s, which this version does not know. Start a later one."
                  .formatted(record.number(), entry.act()));
    };
  }

  private Course at(Stage to) {
    return new Course(head, to, revisions, cancelling);
  }

  private Course cancelling(Optional<Cancelling> to) {
    return new Course(head, stage, revisions, to);
  }

  private Course with(RevisionRecord revision) {
    List<RevisionRecord> more = new ArrayList<>(revisions);
    more.add(revision);
    return new Course(head, stage, more, cancelling);
  }

  private Course cancelled(HistoryRecord record) {
    int number = Acts.number(record.entry(), Acts.REVISION);
    Cancellation by =
        new Cancellation(record.entry().by(), record.recordedAt(), record.entry().why());
    List<RevisionRecord> all = new ArrayList<>(revisions);
    all.replaceAll(revision -> revision.number() == number ? revision.cancelled(by) : revision);
    return new Course(head, stage, all, cancelling);
  }

  private static RevisionRecord setUp(HistoryRecord record) {
    return new RevisionRecord(
        Acts.number(record.entry(), Acts.REVISION),
        record.entry().digest(),
        Instant.parse(Acts.fact(record.entry(), Acts.IN_FORCE)),
        new Origin.SetUp(record.recordedAt()),
        Optional.empty());
  }

  private static Submission submission(HistoryRecord record) {
    Entry entry = record.entry();
    return new Submission(
        new Version(Acts.number(entry, Acts.DRAFT), Long.parseLong(Acts.fact(entry, Acts.VERSION))),
        entry.digest(),
        Acts.number(entry, Acts.BASE_REVISION),
        Acts.fact(entry, Acts.BASE_DIGEST),
        Set.of(Acts.fact(entry, Acts.AUTHORS).split("\n")),
        entry.by(),
        record.recordedAt(),
        entry.why());
  }

  private Stage approved(HistoryRecord record) {
    Entry entry = record.entry();
    return stage instanceof Stage.InReview(var submission)
        ? new Stage.Approved(
            submission, new Approval(entry.digest(), entry.by(), record.recordedAt(), entry.why()))
        : stage;
  }

  private Stage publishing(Entry entry) {
    return stage instanceof Stage.Approved(var submission, var approval)
        ? new Stage.Publishing(
            submission,
            approval,
            Acts.number(entry, Acts.REVISION),
            entry.by(),
            entry.why(),
            Optional.ofNullable(entry.facts().get(Acts.AT)).map(Instant::parse))
        : stage;
  }

  private RevisionRecord published(HistoryRecord record) {
    if (!(stage instanceof Stage.Publishing publishing))
      throw new IllegalStateException(
          "Record %d says that something was published that nobody approved."
              .formatted(record.number()));
    return new RevisionRecord(
        Acts.number(record.entry(), Acts.REVISION),
        record.entry().digest(),
        Instant.parse(Acts.fact(record.entry(), Acts.IN_FORCE)),
        new Origin.Reviewed(
            publishing.submission(),
            publishing.approval(),
            record.entry().by(),
            record.recordedAt(),
            record.entry().why()),
        Optional.empty());
  }

  private static Cancelling cancelling(Entry entry) {
    return new Cancelling(Acts.number(entry, Acts.REVISION), entry.by(), entry.why());
  }
}
