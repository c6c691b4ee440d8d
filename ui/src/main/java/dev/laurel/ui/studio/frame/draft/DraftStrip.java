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

/**
 * What the strip says of the draft: its number, that it is saved, and what can be taken back. Its
 * parts stay the same nodes whatever the draft becomes: a press that comes while an answer is on
 * its way meets what it was meant for.
 */
public final class DraftStrip extends Span {
  private static final long serialVersionUID = 1L;

  private final Span standing = Parts.span("row");
  private final Span revision = new Span();
  private final Span number = new Span();
  private final Span saved = Parts.span("mute small wide");
  private final NativeButton undo;
  private final NativeButton redo;
  private final Span faults = Parts.span("tag err wide");
  private final Anchor review = new Anchor(Place.REVIEW_PATH, "");

  public DraftStrip(Runnable undo, Runnable redo) {
    this.undo = button("undo", undo);
    this.redo = button("redo", redo);
    addClassNames("row", "draftstrip");
    revision.add(Parts.hidden(Parts.span("dot")), number);
    saved.getElement().setAttribute("role", "status");
    standing.add(revision, saved);
    faults.getElement().setAttribute("data-faults", "");
    review.addClassNames("btn", "primary", "s");
    add(this.undo, this.redo, faults, review);
  }

  /** Which draft is shown, and that it is saved. */
  public Span standing() {
    return standing;
  }

  /** Shows a draft as it is now. */
  public void show(DraftView draft, ZoneId zone) {
    Words words = Words.here();
    revision.setClassName(draft.isSealed() ? "rev review" : "rev draft");
    number.setText(words.of("strip.draft", words.number(draft.version().draft())));
    saved.setText(saved(draft, zone));
    show(undo, draft.mayEdit(), draft.undo(), "strip.undo", "strip.undo.step");
    show(redo, draft.mayEdit(), draft.redo(), "strip.redo", "strip.redo.step");
    faults.setVisible(!draft.faults().isEmpty());
    faults.setText(words.of("strip.faults", words.number(draft.faults().size())));
    review.setText(words.of("strip.to-review"));
  }

  private static String saved(DraftView draft, ZoneId zone) {
    Words words = Words.here();
    if (draft.savedAt().isEmpty()) return words.of("strip.untouched");
    String time = words.time(draft.savedAt().get().atZone(zone));
    long changes = draft.steps().stream().filter(step -> !step.isUndone()).count();
    return changes == 1
        ? words.of("strip.saved.one", time)
        : words.of("strip.saved", words.number(changes), time);
  }

  private static void show(
      NativeButton button, boolean mayEdit, Optional<String> step, String name, String full) {
    Words words = Words.here();
    String said = step.map(each -> words.of(full, each)).orElseGet(() -> words.of(name));
    Parts.named(button, said).getElement().setAttribute("title", said);
    button.setVisible(mayEdit);
    button.setEnabled(step.isPresent());
  }

  private static NativeButton button(String icon, Runnable clicked) {
    NativeButton button = Parts.button("btn quiet icon s", clicked, Icons.icon(icon));
    button.getElement().setAttribute("data-" + icon, "");
    return button;
  }
}
