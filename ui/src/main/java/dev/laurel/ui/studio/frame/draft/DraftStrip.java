package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Words;
import java.time.ZoneId;
import java.util.Optional;

/** What the strip says of the draft: its number, that it is saved, and what can be taken back. */
public final class DraftStrip extends Span {
  private static final long serialVersionUID = 1L;

  private final Span standing = Parts.span("row");
  private final Runnable undo;
  private final Runnable redo;

  public DraftStrip(Runnable undo, Runnable redo) {
    this.undo = undo;
    this.redo = redo;
    addClassNames("row", "draftstrip");
  }

  /** Which draft is shown, and that it is saved. */
  public Span standing() {
    return standing;
  }

  /** Shows a draft as it is now. */
  public void show(DraftView draft, ZoneId zone) {
    Words words = Words.here();
    removeAll();
    standing.removeAll();
    standing.add(
        Parts.span(
            draft.isSealed() ? "rev review" : "rev draft",
            Parts.hidden(Parts.span("dot")),
            Parts.text(words.of("strip.draft", words.number(draft.version().draft())))));
    long changes = draft.steps().stream().filter(step -> !step.isUndone()).count();
    Span saved =
        Parts.span(
            "mute small wide",
            draft
                .savedAt()
                .map(at ->
                    changes == 1
                        ? words.of("strip.saved.one", words.time(at.atZone(zone)))
                        : words.of(
                            "strip.saved", words.number(changes), words.time(at.atZone(zone))))
                .orElseGet(() -> words.of("strip.untouched")));
    saved.getElement().setAttribute("role", "status");
    standing.add(saved);
    if (draft.mayEdit()) {
      add(
          button(
              "undo",
              draft.undo(),
              undo,
              words.of("strip.undo"),
              draft.undo().map(step -> words.of("strip.undo.step", step))),
          button(
              "redo",
              draft.redo(),
              redo,
              words.of("strip.redo"),
              draft.redo().map(step -> words.of("strip.redo.step", step))));
    }
    if (!draft.faults().isEmpty()) {
      Span faults =
          Parts.span("tag err wide", words.of("strip.faults", words.number(draft.faults().size())));
      faults.getElement().setAttribute("data-faults", "");
      add(faults);
    }
    Anchor review = new Anchor(Place.REVIEW_PATH, words.of("strip.to-review"));
    review.addClassNames("btn", "primary", "s");
    add(review);
  }

  private static NativeButton button(
      String icon, Optional<String> step, Runnable clicked, String name, Optional<String> full) {
    NativeButton button =
        Parts.named(Parts.button("btn quiet icon s", clicked, Icons.icon(icon)), full.orElse(name));
    button.getElement().setAttribute("title", full.orElse(name));
    button.getElement().setAttribute("data-" + icon, "");
    button.setEnabled(step.isPresent());
    return button;
  }
}
