package dev.laurel.ui.studio.revisions;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.governance.DraftPage;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.pack.TreeResult;
import dev.laurel.rules.tree.Tree;
import dev.laurel.ui.studio.frame.ChangeRow;
import dev.laurel.ui.studio.frame.FaultNote;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes a pack in as the draft, and tells at once what it changes and what is wrong with it. */
final class ImportCard extends Section {
  private static final long serialVersionUID = 1L;

  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final int MOST_FAULTS = 50;

  private final transient Function<Tree, EditResult> importing;
  private final transient Supplier<DraftPage> draft;
  private final Div told = Parts.div("imported");

  /**
   * @param importing makes a pack the draft
   * @param draft the page about the draft, after that
   */
  ImportCard(
      Function<Tree, EditResult> importing, Supplier<DraftPage> draft, Optional<String> whyNot) {
    this.importing = importing;
    this.draft = draft;
    Words words = Words.here();
    addClassNames("card", "import");
    told.getElement().setAttribute("role", "status");
    Div body = Parts.div("body", Parts.paragraph("small sub", words.of("revisions.import.how")));
    whyNot.ifPresentOrElse(
        why -> body.add(Parts.paragraph("small sub why", why)), () -> body.add(upload()));
    body.add(told);
    add(new Header(new H2(words.of("revisions.import"))), body);
  }

  private Upload upload() {
    Words words = Words.here();
    Upload upload = new Upload(UploadHandler.inMemory((_, bytes) -> take(bytes)));
    upload.addClassName("upload");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(MOST_BYTES);
    upload.setAcceptedFileExtensions(".zip");
    upload.setUploadButton(
        Parts.button(
            "btn", () -> {}, Icons.small("up"), Parts.text(words.of("revisions.import.choose"))));
    upload.setDropLabel(Parts.span("small mute", words.of("revisions.import.drop")));
    upload.setDropLabelIcon(Parts.span(""));
    upload.addFileRejectedListener(
        _ -> tell(Parts.paragraph("note err small", words.of("revisions.import.rejected"))));
    upload.addAllFinishedListener(_ -> upload.clearFileList());
    return upload;
  }

  /** Takes the bytes of an archive. */
  void take(byte[] zip) throws IOException {
    switch (PackTree.readZip(new ByteArrayInputStream(zip))) {
      case TreeResult.Refused(var faults) -> {
        tell(Parts.paragraph("small med", Words.here().of("revisions.import.unreadable")));
        add(faults);
      }
      case TreeResult.Read(var tree) -> {
        switch (importing.apply(tree)) {
          case EditResult.Saved _ -> imported(draft.get());
          case EditResult.Conflict _ ->
              tell(Parts.paragraph("note small", Words.here().of("refusal.changed-since")));
          case EditResult.Refused(var refusal) ->
              tell(Parts.paragraph("note small", Refusals.say(refusal)));
        }
      }
    }
  }

  private void imported(DraftPage page) {
    Words words = Words.here();
    Anchor review = new Anchor(Place.REVIEW_PATH, words.of("revisions.import.review"));
    review.addClassNames("btn", "primary");
    tell(
        Parts.div(
            "row",
            Parts.span(
                "med grow",
                words.of(
                    "revisions.import.done",
                    words.number(page.draft().version().draft()),
                    words.number(page.changes().size()),
                    words.number(page.draft().faults().size()))),
            review));
    add(page.draft().faults());
    page.changes().forEach(change -> told.add(new ChangeRow(change, false, Optional.empty())));
  }

  private void add(List<Fault> faults) {
    faults.stream().limit(MOST_FAULTS).forEach(fault -> told.add(new FaultNote(fault)));
    if (faults.size() > MOST_FAULTS)
      told.add(
          Parts.paragraph(
              "small mute",
              Words.here()
                  .of("revisions.import.more", Words.here().number(faults.size() - MOST_FAULTS))));
  }

  private void tell(com.vaadin.flow.component.Component first) {
    told.removeAll();
    told.add(first);
  }
}
