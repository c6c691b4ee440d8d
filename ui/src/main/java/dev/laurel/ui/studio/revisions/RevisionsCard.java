package dev.laurel.ui.studio.revisions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
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
   * @param chosen the number of the one that is looked at
   * @param choose is told which one is to be looked at
   */
  RevisionsCard(
      List<RevisionRecord> revisions,
      int inForce,
      int chosen,
      Instant now,
      ZoneId zone,
      Consumer<RevisionRecord> choose) {
    Words words = Words.here();
    addClassName("card");
    Div all = Parts.div("revs");
    for (RevisionRecord revision : revisions.reversed()) {
      NativeButton name =
          Parts.button(
              "link",
              () -> choose.accept(revision),
              Parts.text(words.of("review.revision", words.number(revision.number()))));
      Article row = new Article();
      row.add(status(revision, inForce, now));
      Div said =
          Parts.div(
              "small",
              name,
              Parts.text(
                  " "
                      + words.of(
                          "review.in-force", words.instant(revision.inForceSince().atZone(zone)))));
      if (revision.number() == chosen) {
        row.addClassName("on");
        name.getElement().setAttribute("aria-current", "true");
      }
      said.add(Parts.paragraph("sub", origin(revision, zone)));
      notes(revision).forEach(note -> said.add(Parts.paragraph("mute", "“" + note + "”")));
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
      all.add(row);
    }
    add(new Header(new H2(words.of("review.revisions"))), all);
  }

  private static List<String> notes(RevisionRecord revision) {
    return switch (revision.origin()) {
      case Origin.SetUp _ -> List.of();
      case Origin.Reviewed reviewed ->
          List.of(reviewed.submission().note(), reviewed.approval().note(), reviewed.why()).stream()
              .filter(note -> !note.isBlank())
              .toList();
    };
  }

  /** Whether it is in force, will be, was or never will be. */
  static Component status(RevisionRecord revision, int inForce, Instant now) {
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
