package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
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
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.engine.governance.Stage;
import dev.laurel.engine.governance.Submission;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.engine.rehearsal.Rehearsals;
import dev.laurel.engine.scenario.DraftScenarios;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What changed, exactly which digest is approved, and what came of it. */
@Route(value = Place.REVIEW_PATH, layout = Frame.class)
@PermitAll
public final class ReviewView extends Div implements StudioPage, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  /** A note is not longer, in UTF-16 code units. */
  static final int MOST_NOTE = 2_000;

  private final transient Operation operation;
  private final transient Drafts drafts;
  private final transient Governance governance;
  private final transient DraftScenarios scenarios;
  private final transient Rehearsals rehearsals;
  private final transient SignedIn who;
  private final Span shown = Parts.span("row");
  private final Span progress = Parts.span("mute small");
  private final Div told = Parts.div("told");

  /** The changes that were ticked, by number, of what has this digest. */
  private final Set<Integer> ticked = new HashSet<>();

  private String digest = "";
  private transient Optional<DecisionCard> decision = Optional.empty();

  public ReviewView(
      Operation operation,
      Drafts drafts,
      Governance governance,
      DraftScenarios scenarios,
      Rehearsals rehearsals,
      SignedIn who) {
    this.rehearsals = rehearsals;
    this.scenarios = scenarios;
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
    decision = Optional.empty();
    standing(review);
    add(told, LifeLine.of(review.stage(), this::when));
    Div stack = Parts.div("stack");
    ChangesCard changes =
        review
            .submission()
            .map(submission -> submitted(review, submission, stack))
            .orElseGet(() -> draft(stack));
    stack.add(new ChecksCard(scenarios, who, drafts.view(actor)));
    touched(operation.programme()).ifPresent(stack::add);
    stack.add(new LastCard(governance.revisions(actor).getLast(), this::when));
    add(Parts.div("cols", changes, stack));
  }

  private ChangesCard submitted(ReviewPage review, Submission submission, Div stack) {
    Words words = Words.here();
    boolean asks = review.stage() instanceof Stage.InReview;
    ChangesCard changes =
        changes(
            review.changes(),
            words.of(
                "review.against",
                words.number(submission.version().draft()),
                words.number(submission.baseRevision())),
            asks);
    if (!submission.note().isBlank()) changes.note(submission, when(submission.at()));
    DecisionCard card =
        new DecisionCard(
            governance,
            who,
            zone(),
            review,
            submission,
            review.changes().size() - ticked.size(),
            this::when,
            this::take,
            this::tell);
    decision = Optional.of(card);
    stack.add(card);
    progress.setText(asks ? progress(review.changes().size()) : "");
    return changes;
  }

  private ChangesCard draft(Div stack) {
    Words words = Words.here();
    DraftPage draft = governance.draftPage(actor(), words.speaker());
    stack.add(new SubmitCard(governance, drafts, who, draft, this::take, this::draw));
    progress.setText("");
    return changes(
        draft.changes(),
        words.of(
            "review.against",
            words.number(draft.draft().version().draft()),
            words.number(draft.latestRevision())),
        false);
  }

  private ChangesCard changes(List<SaidChange> changes, String against, boolean asks) {
    List<Ladder> live = operation.programme().revision().pack().ladders();
    List<Ladder> draft = drafts.view(actor()).pack().map(Pack::ladders).orElse(List.of());
    List<Ladder> all = new ArrayList<>(draft);
    all.addAll(live);
    return new ChangesCard(
        changes,
        against,
        all,
        place -> operation.overviews().effect(actor(), live, draft, place),
        change -> rehearsals.rehearse(actor(), change),
        operation.programme().revision().pack(),
        ticked,
        asks
            ? Optional.of((number, read) -> tick(number, read, changes.size()))
            : Optional.empty());
  }

  /** Nothing is drawn anew: whoever ticks goes on to the next, and a note may be half written. */
  private void tick(int number, boolean read, int all) {
    if (read) ticked.add(number);
    else ticked.remove(number);
    told.removeAll();
    progress.setText(progress(all));
    decision.ifPresent(card -> card.unread(all - ticked.size()));
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

  private String progress(int all) {
    Words words = Words.here();
    return words.of("review.progress", words.number(ticked.size()), words.number(all));
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
}
