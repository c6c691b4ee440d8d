package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.governance.RevisionRecord.Origin;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** The revisions, the latest first: who made them, when and why. */
final class RevisionsCard extends Section {
  private static final long serialVersionUID = 1L;

  /**
   * @param mayRestore whether whoever looks may make one of them the draft
   */
  RevisionsCard(
      List<RevisionRecord> revisions,
      int inForce,
      Instant now,
      ZoneId zone,
      boolean mayRestore,
      Consumer<RevisionRecord> restore) {
    Words words = Words.here();
    addClassName("card");
    Div all = Parts.div("revs");
    for (RevisionRecord revision : revisions.reversed()) {
      Article row = new Article();
      row.add(status(revision, inForce, now));
      Div said =
          Parts.div(
              "small",
              Parts.strong(words.of("review.revision", words.number(revision.number()))),
              Parts.text(
                  " "
                      + words.of(
                          "review.in-force", words.instant(revision.inForceSince().atZone(zone)))));
      said.add(Parts.paragraph("sub", origin(revision, zone)));
      if (revision.origin() instanceof Origin.Reviewed reviewed)
        for (String why :
            List.of(reviewed.submission().note(), reviewed.approval().note(), reviewed.why()))
          if (!why.isBlank()) said.add(Parts.paragraph("mute", "“" + why + "”"));
      revision
          .cancelled()
          .ifPresent(by ->
              said.add(
                  Parts.paragraph(
                      "sub",
                      words.of(
                          "review.cancelled",
                          by.by(),
                          words.instant(by.at().atZone(zone)),
                          by.why()))));
      row.add(said);
      if (mayRestore && revision.number() != inForce)
        row.add(
            Parts.button(
                "btn s", () -> restore.accept(revision), Parts.text(words.of("review.restore"))));
      all.add(row);
    }
    add(new Header(new H2(words.of("review.revisions"))), all);
  }

  private static com.vaadin.flow.component.Component status(
      RevisionRecord revision, int inForce, Instant now) {
    Words words = Words.here();
    if (revision.cancelled().isPresent())
      return Parts.span("tag ended", words.of("review.status.cancelled"));
    if (revision.number() == inForce) return Parts.span("tag live", words.of("review.status.live"));
    return revision.inForceSince().isAfter(now)
        ? Parts.span("tag sched", words.of("review.status.scheduled"))
        : Parts.span("tag ended", words.of("review.status.earlier"));
  }

  private static String origin(RevisionRecord revision, ZoneId zone) {
    Words words = Words.here();
    return switch (revision.origin()) {
      case Origin.SetUp(var at) -> words.of("review.set-up", words.instant(at.atZone(zone)));
      case Origin.Reviewed(var submission, var approval, var by, var at, var _) ->
          words.of(
              "review.origin",
              words.list(submission.authors().stream().toList()),
              approval.by(),
              words.instant(approval.at().atZone(zone)),
              by);
    };
  }
}
