package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.GovernanceResult;
import dev.laurel.engine.governance.ReviewPage;
import dev.laurel.engine.governance.Stage;
import dev.laurel.engine.governance.Submission;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.LongText;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Exactly what is approved, and what whoever looks may do with it now. */
final class DecisionCard extends Section {
  private static final long serialVersionUID = 1L;

  private final transient Governance governance;
  private final transient SignedIn who;
  private final ZoneId zone;
  private final transient Consumer<GovernanceResult> took;
  private final transient Consumer<String> tell;
  private final Paragraph why = Parts.paragraph("small sub why");
  private transient Optional<NativeButton> approves = Optional.empty();
  private final transient ReviewPage review;

  /**
   * @param unread how many changes are still to be read
   * @param when says an instant
   * @param took is told what came of an act
   * @param tell says why nothing was done
   */
  DecisionCard(
      Governance governance,
      SignedIn who,
      ZoneId zone,
      ReviewPage review,
      Submission submission,
      int unread,
      Function<Instant, String> when,
      Consumer<GovernanceResult> took,
      Consumer<String> tell) {
    this.governance = governance;
    this.who = who;
    this.zone = zone;
    this.took = took;
    this.tell = tell;
    this.review = review;
    Words words = Words.here();
    addClassName("card");
    Div body = Parts.div("body", Digests.whole(submission.digest()));
    body.add(
        Parts.paragraph(
            "small sub",
            words.of("review.exactly", words.list(submission.authors().stream().toList()))));
    if (review.stage() instanceof Stage.Approved(var _, var approval)) {
      body.add(
          Parts.paragraph(
              "small", words.of("review.approved-by", approval.by(), when.apply(approval.at()))));
      publishing(review, submission, body);
    } else approving(submission, body, unread);
    withdrawing(body);
    Span status =
        review.stage() instanceof Stage.Approved
            ? Parts.span("tag sched", words.of("review.stage.approved"))
            : Parts.span("tag review", words.of("review.stage.review"));
    add(new Header(new H2(words.of("review.this")), Parts.div("end", status)), body);
  }

  private Actor actor() {
    return who.actor();
  }

  private void approving(Submission submission, Div body, int unread) {
    Words words = Words.here();
    LongText note = new LongText(words.of("review.note"), ReviewView.MOST_NOTE);
    NativeButton back =
        Parts.button(
            "btn",
            () -> took.accept(governance.sendBack(actor(), submission.digest(), note.text())),
            Parts.text(words.of("review.send-back")));
    back.setEnabled(review.maySendBack());
    NativeButton approve =
        Parts.button(
            "btn primary",
            () -> took.accept(governance.approve(actor(), submission.digest(), note.text())),
            Parts.text(words.of("review.approve")));
    approves = Optional.of(approve);
    if (review.maySendBack()) body.add(note);
    body.add(Parts.div("decide", back, approve), why);
    unread(unread);
  }

  /** So many changes are still to be read; what is written in the note stays. */
  void unread(int unread) {
    Words words = Words.here();
    approves.ifPresent(approve -> approve.setEnabled(review.mayApprove() && unread == 0));
    Optional<String> not =
        review
            .whyNotApprove()
            .map(Refusals::say)
            .or(() ->
                unread == 0
                    ? Optional.empty()
                    : Optional.of(
                        unread == 1
                            ? words.of("review.unread.one")
                            : words.of("review.unread", words.number(unread))));
    why.setVisible(not.isPresent());
    why.setText(not.orElse(""));
  }

  private void publishing(ReviewPage review, Submission submission, Div body) {
    Words words = Words.here();
    Optional<Refusal> not = review.whyNotPublish();
    if (not.isPresent()) {
      body.add(Parts.paragraph("small sub why", Refusals.say(not.get())));
      return;
    }
    LongText why = new LongText(words.of("review.publish.why"), ReviewView.MOST_NOTE);
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
                        () -> tell.accept(words.of("review.no-date"))),
            Parts.text(words.of("review.publish.then")));
    NativeButton back =
        Parts.button(
            "btn quiet",
            () -> took.accept(governance.sendBack(actor(), submission.digest(), why.text())),
            Parts.text(words.of("review.send-back")));
    body.add(
        why,
        Parts.div(
            "when",
            Parts.span("lab", words.of("review.date.zone", zone.getId())),
            Parts.span("field", date)),
        Parts.div("decide", then, now));
    if (review.maySendBack()) body.add(back);
  }

  private Optional<Instant> instant(String typed) {
    try {
      return typed.isBlank()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(typed).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void publish(Submission submission, Optional<Instant> at, String why) {
    took.accept(governance.publish(actor(), submission.digest(), at, why));
  }

  private void withdrawing(Div body) {
    Words words = Words.here();
    if (governance.draftPage(actor(), words.speaker()).mayWithdraw())
      body.add(
          Parts.button(
              "btn quiet s",
              () -> took.accept(governance.withdraw(actor(), "")),
              Parts.text(words.of("review.withdraw"))));
  }
}
