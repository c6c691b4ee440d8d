package dev.laurel.ui.studio.revisions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackWriter;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.ChangeRow;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every revision: what it changed, what it says, and what can be done with it. */
@Route(value = Place.REVISIONS_PATH, layout = Frame.class)
@PermitAll
public final class RevisionsView extends Div implements StudioPage, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private static final String NUMBER = "revision";

  /** Rows of a rate table that are read aloud. */
  private static final int MOST_ROWS = 100;

  private final transient Operation operation;
  private final transient Drafts drafts;
  private final transient Governance governance;
  private final transient SignedIn who;
  private final Div told = Parts.div("told");
  private int chosen;
  private Look look = Look.CHANGED;

  /** What is shown of a revision. */
  private enum Look {
    /** What it changed of the one before. */
    CHANGED,
    /** What is otherwise in the one in force. */
    AGAINST_LIVE,
    /** All that it says. */
    WHOLE
  }

  public RevisionsView(Operation operation, Drafts drafts, Governance governance, SignedIn who) {
    this.operation = operation;
    this.drafts = drafts;
    this.governance = governance;
    this.who = who;
    addClassNames("view", "review", "revisions");
    told.getElement().setAttribute("role", "alert");
  }

  @Override
  public Place place() {
    return Place.REVISIONS;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    chosen =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(NUMBER)
            .filter(number -> number.matches("\\d{1,6}"))
            .map(Integer::parseInt)
            .orElse(0);
    draw();
  }

  private Actor actor() {
    return who.actor();
  }

  private ZoneId zone() {
    return operation.programme().revision().zone();
  }

  private void draw() {
    Actor actor = actor();
    ProgrammeView programme = operation.programme();
    List<RevisionRecord> all = governance.revisions(actor);
    RevisionRecord shown =
        all.stream()
            .filter(each -> each.number() == chosen)
            .findFirst()
            .orElseGet(() ->
                all.stream()
                    .filter(each -> each.number() == programme.number())
                    .findFirst()
                    .orElse(all.getLast()));
    chosen = shown.number();
    removeAll();
    Div stack =
        Parts.div(
            "stack",
            new RevisionsCard(
                all, programme.number(), chosen, programme.now(), zone(), this::choose));
    if (actor.may(Permission.IMPORT_PACK)) stack.add(importing());
    add(told, Parts.div("cols", revision(all, shown, programme), stack));
  }

  private void choose(RevisionRecord revision) {
    chosen = revision.number();
    told.removeAll();
    Address.say(
        this,
        Place.REVISIONS,
        new QueryParameters(Map.of(NUMBER, List.of(String.valueOf(chosen)))));
    draw();
  }

  private ImportCard importing() {
    Words words = Words.here();
    return new ImportCard(
        tree -> drafts.importPack(actor(), tree, words.of("revisions.step.import")),
        () -> governance.draftPage(actor(), words.speaker()),
        drafts.view(actor()).whyNot().map(Refusals::say));
  }

  private Section revision(
      List<RevisionRecord> all, RevisionRecord shown, ProgrammeView programme) {
    Words words = Words.here();
    Div end = Parts.div("end");
    if (actor().may(Permission.EXPORT_PACK)) end.add(export(shown));
    if (drafts.view(actor()).mayEdit() && shown.number() != programme.number())
      end.add(Parts.button("btn s", () -> restore(shown), Parts.text(words.of("review.restore"))));
    Section card =
        Parts.with(
            new Section(),
            "card",
            new Header(
                new H2(words.of("review.revision", words.number(shown.number()))),
                RevisionsCard.status(shown, programme.number(), programme.now()),
                end));
    card.add(
        Parts.div(
            "body",
            Choices.of(
                words.of("revisions.look"),
                List.of(
                    new Choices.Choice<>(Look.CHANGED, words.of("revisions.look.changed")),
                    new Choices.Choice<>(Look.AGAINST_LIVE, words.of("revisions.look.live")),
                    new Choices.Choice<>(Look.WHOLE, words.of("revisions.look.whole"))),
                look,
                wanted -> {
                  look = wanted;
                  draw();
                })));
    switch (look) {
      case CHANGED -> card.add(changed(all, shown));
      case AGAINST_LIVE ->
          card.add(
              changes(
                  all.stream()
                      .filter(each -> each.number() == programme.number())
                      .flatMap(live -> compare(shown.digest(), live.digest()).stream())
                      .toList(),
                  words.of("revisions.same")));
      case WHOLE -> card.add(whole(shown));
    }
    return card;
  }

  private Div changed(List<RevisionRecord> all, RevisionRecord shown) {
    Words words = Words.here();
    Optional<RevisionRecord> before =
        all.stream()
            .filter(each -> each.number() < shown.number() && each.cancelled().isEmpty())
            .reduce((_, later) -> later);
    return before
        .map(earlier ->
            changes(
                compare(earlier.digest(), shown.digest()), words.of("revisions.changed-nothing")))
        .orElseGet(() -> new Div(Parts.paragraph("small sub empty", words.of("revisions.first"))));
  }

  private List<SaidChange> compare(String before, String after) {
    return governance.compare(actor(), before, after, Words.here().speaker());
  }

  private static Div changes(List<SaidChange> changes, String none) {
    Div all = new Div();
    if (changes.isEmpty()) all.add(Parts.paragraph("small sub empty", none));
    changes.forEach(change -> all.add(new ChangeRow(change, false, Optional.empty())));
    return all;
  }

  private Div whole(RevisionRecord shown) {
    Div all = Parts.div("aloud");
    PackResult.Read read = governance.revision(actor(), shown.digest());
    for (Passage passage : Sentences.of(read.pack()).all(MOST_ROWS)) add(all, passage);
    return all;
  }

  private static void add(Div to, Passage passage) {
    Words words = Words.here();
    to.add(new H3(words.speaker().say(passage.title())));
    for (Sentence sentence : passage.sentences()) {
      Component said = Parts.paragraph("sentence");
      for (Run run : words.speaker().runs(sentence))
        said.getElement()
            .appendChild(
                switch (run) {
                  case Run.Plain(var text) -> Parts.text(text).getElement();
                  case Run.Word(var _, var _, var text) -> Parts.span("med", text).getElement();
                });
      to.add(said);
    }
    passage.parts().forEach(part -> add(to, part));
  }

  private Anchor export(RevisionRecord shown) {
    Words words = Words.here();
    String name = "revision-%d.zip".formatted(shown.number());
    Anchor export =
        new Anchor(
            DownloadHandler.fromInputStream(_ -> {
              byte[] zip = zip(governance.export(actor(), shown.digest()));
              return new DownloadResponse(
                  new ByteArrayInputStream(zip), name, "application/zip", zip.length);
            }),
            "");
    export.add(Icons.small("dl"), Parts.text(words.of("revisions.export")));
    export.addClassNames("btn", "s");
    export.getElement().setAttribute("download", name);
    return export;
  }

  private static byte[] zip(PackResult.Read pack) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    PackWriter.writeZip(pack.pack(), zip);
    return zip.toByteArray();
  }

  private void restore(RevisionRecord shown) {
    Words words = Words.here();
    String step = words.of("review.restored", words.number(shown.number()));
    EditResult result = drafts.restore(actor(), shown.digest(), step);
    draw();
    told.removeAll();
    told.add(
        Parts.paragraph(
            "note small",
            switch (result) {
              case EditResult.Saved _ -> step;
              case EditResult.Conflict _ -> words.of("refusal.changed-since");
              case EditResult.Refused(var refusal) -> Refusals.say(refusal);
            }));
  }
}
