package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.governance.DraftPage;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.GovernanceResult;
import dev.laurel.engine.governance.ReviewPage;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.engine.governance.Stage;
import dev.laurel.engine.governance.Submission;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.ChangeRow;
import dev.laurel.ui.studio.frame.FaultNote;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What changed, exactly which digest is approved, and what came of it. */
@Route(value = Place.REVIEW_PATH, layout = Frame.class)
@PermitAll
public final class ReviewView extends Div implements StudioPage, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private static final int GROUP = 4;
  private static final int MOST_NOTE = 2_000;

  private final transient Operation operation;
  private final transient Drafts drafts;
  private final transient Governance governance;
  private final transient SignedIn who;
  private final Span shown = Parts.span("row");
  private final Span progress = Parts.span("mute small");
  private final Div told = Parts.div("told");

  /** The changes that were ticked, by number, of what has this digest. */
  private final Set<Integer> ticked = new HashSet<>();

  private String digest = "";

  public ReviewView(Operation operation, Drafts drafts, Governance governance, SignedIn who) {
    this.operation = operation;
    this.drafts = drafts;
    this.governance = governance;
    this.who = who;
    addClassNames("view", "review");
    told.getElement().setAttribute("role", "alert");
    progress.getElement().setAttribute("role", "status");
  }

  @Override
  public Place place() {
    return Place.REVIEW;
  }

  @Override
  public Optional<Component> shows() {
    return Optional.of(shown);
  }

  @Override
  public List<Component> atEndOfStrip() {
    return List.of(progress);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    draw();
  }

  private Actor actor() {
    return who.actor();
  }

  private ZoneId zone() {
    return operation.programme().revision().zone();
  }

  private String when(Instant at) {
    return Words.here().instant(at.atZone(zone()));
  }

  private void draw() {
    Words words = Words.here();
    Actor actor = actor();
    ReviewPage review = governance.reviewPage(actor, words.speaker());
    String now = review.submission().map(Submission::digest).orElse("");
    if (!now.equals(digest)) ticked.clear();
    digest = now;
    removeAll();
    standing(review);
    add(told, life(review.stage()));
    Div stack = Parts.div("stack");
    Section changes;
    if (review.submission().isPresent()) {
      Submission submission = review.submission().get();
      boolean asks = review.stage() instanceof Stage.InReview;
      changes =
          changes(
              review.changes(),
              words.of(
                  "review.against",
                  words.number(submission.version().draft()),
                  words.number(submission.baseRevision())),
              asks);
      if (!submission.note().isBlank()) changes.add(note(submission));
      stack.add(decision(review, submission));
      progress.setText(asks ? progress(review) : "");
    } else {
      DraftPage draft = governance.draftPage(actor, words.speaker());
      changes =
          changes(
              draft.changes(),
              words.of(
                  "review.against",
                  words.number(draft.draft().version().draft()),
                  words.number(draft.latestRevision())),
              false);
      stack.add(submitting(draft));
      progress.setText("");
    }
    touched(operation.programme()).ifPresent(stack::add);
    stack.add(last(actor));
    add(Parts.div("cols", changes, stack));
  }

  /** Which revision was published last, and by whom. */
  private Component last(Actor actor) {
    Words words = Words.here();
    RevisionRecord last = governance.revisions(actor).getLast();
    Anchor all = new Anchor(Place.REVISIONS_PATH, words.of("review.all-revisions"));
    all.addClassNames("link", "small");
    String published =
        switch (last.origin()) {
          case RevisionRecord.Origin.SetUp(var at) -> words.of("review.set-up", when(at));
          case RevisionRecord.Origin.Reviewed reviewed ->
              words.of(
                  "review.origin",
                  words.list(reviewed.submission().authors().stream().toList()),
                  reviewed.approval().by(),
                  when(reviewed.approval().at()),
                  reviewed.by());
        };
    return Parts.with(
        new Section(),
        "card last",
        new Header(
            new H2(words.of("review.revision", words.number(last.number()))),
            Parts.div("end", all)),
        Parts.div(
            "body small",
            Parts.paragraph("", words.of("review.in-force", when(last.inForceSince()))),
            Parts.paragraph("sub", published)));
  }

  /** Whom the draft's ladders would move, where it has others than those in force. */
  private Optional<Section> touched(ProgrammeView programme) {
    List<Ladder> live = programme.revision().pack().ladders();
    List<Ladder> changed =
        drafts.view(actor()).pack().map(Pack::ladders).orElse(List.of()).stream()
            .filter(ladder -> !live.contains(ladder))
            .toList();
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TouchedCard(
                changed, live, ladder -> operation.overviews().forecast(actor(), ladder), zone()));
  }

  private String progress(ReviewPage review) {
    Words words = Words.here();
    return words.of(
        "review.progress", words.number(ticked.size()), words.number(review.changes().size()));
  }

  /** Says in the strip which draft is looked at, and how far it is. */
  private void standing(ReviewPage review) {
    Words words = Words.here();
    String css =
        switch (review.stage()) {
          case Stage.Editing() -> "rev draft";
          case Stage.InReview _ -> "rev review";
          case Stage.Approved _, Stage.Publishing _ -> "rev sched";
        };
    int number =
        review
            .submission()
            .map(Submission::version)
            .orElseGet(() -> drafts.view(actor()).version())
            .draft();
    shown.removeAll();
    shown.add(
        Parts.span(
            css,
            Parts.hidden(Parts.span("dot")),
            Parts.text(words.of("strip.draft", words.number(number)))));
  }

  private OrderedList life(Stage stage) {
    Words words = Words.here();
    int at =
        switch (stage) {
          case Stage.Editing() -> 0;
          case Stage.InReview _ -> 1;
          case Stage.Approved _ -> 2;
          case Stage.Publishing _ -> 3;
        };
    String second =
        switch (stage) {
          case Stage.InReview(var submission) ->
              words.of("review.stage.since", when(submission.at()));
          case Stage.Editing _, Stage.Approved _, Stage.Publishing _ ->
              words.of("review.stage.review");
        };
    List<String> names =
        List.of(
            words.of("review.stage.draft"),
            second,
            words.of("review.stage.approved"),
            words.of("review.stage.published"));
    OrderedList life = Parts.with(new OrderedList(), "life");
    for (int i = 0; i < names.size(); i++) {
      ListItem item = new ListItem(names.get(i));
      if (i < at) item.addClassName("done");
      if (i == at) {
        item.addClassName("now");
        item.getElement().setAttribute("aria-current", "step");
      }
      life.add(item);
    }
    return life;
  }

  private Section changes(List<SaidChange> changes, String against, boolean asks) {
    Words words = Words.here();
    Section card = Parts.with(new Section(), "card");
    card.add(
        new Header(
            new H2(words.of("review.changes", words.number(changes.size()))),
            Parts.span("mute small", against)));
    if (changes.isEmpty()) card.add(Parts.paragraph("small sub empty", words.of("review.nothing")));
    for (int i = 0; i < changes.size(); i++) {
      int number = i;
      card.add(
          new ChangeRow(
              changes.get(i),
              ticked.contains(i),
              asks
                  ? Optional.of(read -> {
                    if (read) ticked.add(number);
                    else ticked.remove(number);
                    told.removeAll();
                    draw();
                  })
                  : Optional.empty()));
    }
    return card;
  }

  private Component note(Submission submission) {
    return Parts.div(
        "said",
        Parts.div(
            "row",
            Parts.hidden(
                Parts.span(
                    "avatar",
                    submission.by().substring(0, submission.by().offsetByCodePoints(0, 1)))),
            Parts.div(
                "small",
                Parts.strong(submission.by()),
                Parts.span("mute", " " + when(submission.at())),
                Parts.paragraph("", submission.note()))));
  }

  private Section decision(ReviewPage review, Submission submission) {
    Words words = Words.here();
    Div body = Parts.div("body");
    body.add(digest(submission.digest()));
    body.add(
        Parts.paragraph(
            "small sub",
            words.of("review.exactly", words.list(submission.authors().stream().toList()))));
    if (review.stage() instanceof Stage.Approved(var _, var approval)) {
      body.add(
          Parts.paragraph(
              "small", words.of("review.approved-by", approval.by(), when(approval.at()))));
      publishing(review, submission, body);
    } else approving(review, submission, body);
    withdrawing(body);
    Span status =
        review.stage() instanceof Stage.Approved
            ? Parts.span("tag sched", words.of("review.stage.approved"))
            : Parts.span("tag review", words.of("review.stage.review"));
    return Parts.with(
        new Section(),
        "card",
        new Header(new H2(words.of("review.this")), Parts.div("end", status)),
        body);
  }

  private static Component digest(String digest) {
    Words words = Words.here();
    StringBuilder grouped = new StringBuilder();
    for (int at = 0; at < digest.length(); at += GROUP)
      grouped.append(at == 0 ? "" : " ").append(digest, at, Math.min(digest.length(), at + GROUP));
    NativeButton copy =
        Parts.button("btn s", () -> {}, Icons.small("link"), Parts.text(words.of("review.copy")));
    copy.getElement().setAttribute("data-copy-text", digest);
    copy.getElement().setAttribute("data-copied", words.of("review.copied"));
    return new Div(Parts.paragraph("digest", grouped.toString()), copy);
  }

  private void approving(ReviewPage review, Submission submission, Div body) {
    Words words = Words.here();
    int unread = review.changes().size() - ticked.size();
    Field note = new Field(words.of("review.note"));
    NativeButton back =
        Parts.button(
            "btn",
            () -> take(governance.sendBack(actor(), submission.digest(), note.text())),
            Parts.text(words.of("review.send-back")));
    back.setEnabled(review.maySendBack());
    NativeButton approve =
        Parts.button(
            "btn primary",
            () -> take(governance.approve(actor(), submission.digest(), note.text())),
            Parts.text(words.of("review.approve")));
    approve.setEnabled(review.mayApprove() && unread == 0);
    if (review.maySendBack()) body.add(note);
    body.add(Parts.div("decide", back, approve));
    review
        .whyNotApprove()
        .map(Refusals::say)
        .or(() ->
            unread == 0
                ? Optional.empty()
                : Optional.of(
                    unread == 1
                        ? words.of("review.unread.one")
                        : words.of("review.unread", words.number(unread))))
        .ifPresent(why -> body.add(Parts.paragraph("small sub why", why)));
  }

  private void publishing(ReviewPage review, Submission submission, Div body) {
    Words words = Words.here();
    Optional<Refusal> not = review.whyNotPublish();
    if (not.isPresent()) {
      body.add(Parts.paragraph("small sub why", Refusals.say(not.get())));
      return;
    }
    Field why = new Field(words.of("review.publish.why"));
    Input date = Parts.named(new Input(), words.of("review.date"));
    date.setType("datetime-local");
    NativeButton now =
        Parts.button(
            "btn primary",
            () -> publish(submission, Optional.empty(), why.text()),
            Parts.text(words.of("review.publish.now")));
    NativeButton then =
        Parts.button(
            "btn",
            () ->
                instant(date.getValue())
                    .ifPresentOrElse(
                        at -> publish(submission, Optional.of(at), why.text()),
                        () -> tell(words.of("review.no-date"))),
            Parts.text(words.of("review.publish.then")));
    NativeButton back =
        Parts.button(
            "btn quiet",
            () -> take(governance.sendBack(actor(), submission.digest(), why.text())),
            Parts.text(words.of("review.send-back")));
    body.add(
        why,
        Parts.div(
            "when",
            Parts.span("lab", words.of("review.date.zone", zone().getId())),
            Parts.span("field", date)),
        Parts.div("decide", then, now));
    if (review.maySendBack()) body.add(back);
  }

  private Optional<Instant> instant(String typed) {
    try {
      return typed.isBlank()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(typed).atZone(zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void publish(Submission submission, Optional<Instant> at, String why) {
    take(governance.publish(actor(), submission.digest(), at, why));
  }

  private void withdrawing(Div body) {
    Words words = Words.here();
    if (governance.draftPage(actor(), words.speaker()).mayWithdraw())
      body.add(
          Parts.button(
              "btn quiet s",
              () -> take(governance.withdraw(actor(), "")),
              Parts.text(words.of("review.withdraw"))));
  }

  private Section submitting(DraftPage page) {
    Words words = Words.here();
    Div body = Parts.div("body");
    page.draft().digest().ifPresent(all -> body.add(digest(all)));
    page.draft().faults().forEach(fault -> body.add(new FaultNote(fault)));
    Field note = new Field(words.of("review.note.submit"));
    NativeButton submit =
        Parts.button(
            "btn primary",
            () ->
                take(
                    governance.submit(
                        actor(),
                        page.draft().version(),
                        page.draft().digest().orElse(""),
                        note.text())),
            Parts.text(words.of("review.submit")));
    submit.setEnabled(page.maySubmit());
    if (page.maySubmit()) body.add(note);
    body.add(Parts.div("decide", submit));
    page.whyNotSubmit()
        .ifPresent(not -> body.add(Parts.paragraph("small sub why", Refusals.say(not))));
    return Parts.with(
        new Section(),
        "card",
        new Header(
            new H2(
                page.changes().isEmpty()
                    ? words.of("review.waits-not")
                    : words.of("review.this.submit")),
            Parts.div("end", Parts.span("tag draft", words.of("review.stage.draft")))),
        body);
  }

  private void take(GovernanceResult result) {
    switch (result) {
      case GovernanceResult.Done _ -> {
        told.removeAll();
        draw();
      }
      case GovernanceResult.Refused(var refusal) -> refuse(refusal);
    }
  }

  private void refuse(Refusal refusal) {
    draw();
    tell(Refusals.say(refusal));
  }

  private void tell(String text) {
    told.removeAll();
    told.add(Parts.paragraph("note small", text));
  }

  /** A few lines of text with their name above. */
  private static final class Field extends Div {
    private static final long serialVersionUID = 1L;
    private String text = "";

    Field(String name) {
      addClassName("ask");
      var area = new com.vaadin.flow.dom.Element("textarea");
      area.setAttribute("aria-label", name);
      area.setAttribute("maxlength", String.valueOf(MOST_NOTE));
      area.addEventListener(
              "input",
              event -> {
                String typed = event.getEventData().get("element.value").asString();
                text = typed.substring(0, Math.min(MOST_NOTE, typed.length()));
              })
          .addEventData("element.value")
          .debounce(150);
      add(Parts.hidden(Parts.span("lab", name)));
      getElement().appendChild(area);
    }

    String text() {
      return text.strip();
    }
  }
}
