package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.draft.Clash;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.draft.LogEntry.Side;
import dev.laurel.engine.governance.DraftPage;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.GovernanceResult;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.LongText;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Exactly what would be submitted; a draft that began before the latest revision is brought up. */
final class SubmitCard extends Section {
  private static final long serialVersionUID = 1L;

  private final transient Drafts drafts;
  private final transient SignedIn who;
  private final transient DraftPage page;
  private final transient Runnable rebased;
  private final Div rebasing = Parts.div("rebasing");

  /**
   * @param took is told what came of submitting
   * @param rebased has the page drawn anew
   */
  SubmitCard(
      Governance governance,
      Drafts drafts,
      SignedIn who,
      DraftPage page,
      Consumer<GovernanceResult> took,
      Runnable rebased) {
    this.drafts = drafts;
    this.who = who;
    this.page = page;
    this.rebased = rebased;
    Words words = Words.here();
    addClassName("card");
    Div body = Parts.div("body");
    page.draft().digest().ifPresent(all -> body.add(Digests.whole(all)));
    LongText note = new LongText(words.of("review.note.submit"), ReviewView.MOST_NOTE);
    NativeButton submit =
        Parts.button(
            "btn primary",
            () ->
                took.accept(
                    governance.submit(
                        who.actor(),
                        page.draft().version(),
                        page.draft().digest().orElse(""),
                        note.text())),
            Parts.text(words.of("review.submit")));
    submit.setEnabled(page.maySubmit());
    if (page.maySubmit()) body.add(note);
    body.add(Parts.div("decide", submit));
    page.whyNotSubmit()
        .ifPresent(not -> body.add(Parts.paragraph("small sub why", Refusals.say(not))));
    if (!page.draft().isBaseLatest() && page.mayEdit()) {
      offer();
      body.add(rebasing);
    }
    add(
        new Header(
            new H2(
                page.changes().isEmpty()
                    ? words.of("review.waits-not")
                    : words.of("review.this.submit")),
            Parts.div("end", Parts.span("tag draft", words.of("review.stage.draft")))),
        body);
  }

  private void offer() {
    Words words = Words.here();
    rebasing.add(
        Parts.paragraph(
            "small",
            words.of(
                "review.rebase.why",
                words.number(page.draft().baseRevision()),
                words.number(page.latestRevision()))),
        Parts.button(
            "btn fix",
            () -> rebase(Optional.empty()),
            Parts.text(words.of("review.rebase", words.number(page.latestRevision())))));
  }

  private void rebase(Optional<Side> keep) {
    switch (drafts.rebase(who.actor(), keep)) {
      case EditResult.Saved _ -> rebased.run();
      case EditResult.Conflict(var clashes) -> ask(clashes);
      case EditResult.Refused(var refusal) -> {
        rebasing.removeAll();
        rebasing.add(Parts.paragraph("small", Refusals.say(refusal)));
      }
    }
  }

  /** Both changed the same: somebody must say whose words count. */
  private void ask(List<Clash> clashes) {
    Words words = Words.here();
    rebasing.removeAll();
    rebasing.add(
        Parts.paragraph(
            "small med", words.of("review.rebase.clash", words.number(clashes.size()))));
    for (Clash clash : clashes)
      rebasing.add(
          Parts.paragraph("small sub", clash.place().replace("/", " › ") + " · " + clash.step()));
    rebasing.add(
        Parts.div(
            "row acts",
            Parts.button(
                "btn",
                () -> rebase(Optional.of(Side.DRAFT)),
                Parts.text(words.of("review.rebase.draft"))),
            Parts.button(
                "btn",
                () -> rebase(Optional.of(Side.REVISION)),
                Parts.text(words.of("review.rebase.revision")))));
  }
}
