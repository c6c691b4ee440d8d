package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.editing.Answers;
import dev.laurel.engine.editing.Preview;
import dev.laurel.engine.editing.Wording;
import dev.laurel.rules.fault.Fault;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.util.ArrayList;
import java.util.List;

/** The window in which something else is said instead of a word. */
final class WordEditor extends WordPop {
  private static final long serialVersionUID = 1L;

  private final transient Wording wording;
  private final String about;
  private final String text;
  private final Div said = Parts.div("says");
  private final Div wrong = Parts.div("wrong");
  private final WordValues in;

  /**
   * @param about what the sentence is about, for the name of the step
   * @param text the word as it reads now
   */
  WordEditor(DraftHost host, Component opener, Wording wording, String about, String text) {
    super(host, opener, name(wording, text));
    this.wording = wording;
    this.about = about;
    this.text = text;
    said.getElement().setAttribute("aria-live", "polite");
    wrong.getElement().setAttribute("role", "alert");
    in = new WordValues(host, wording, name(wording, text), this::look, this::keep);
    add(in, wrong, said);
    add(foot(acts().toArray(Component[]::new)));
  }

  private static String name(Wording wording, String text) {
    return wording instanceof Wording.Asked asked && !asked.about().isBlank()
        ? asked.about()
        : Words.here().of("words.instead", text);
  }

  private List<Component> acts() {
    Words words = Words.here();
    List<Component> acts = new ArrayList<>();
    if (!(wording instanceof Wording.One)) {
      NativeButton keep = Parts.button("btn fix s", this::keep, Parts.text(words.of("words.keep")));
      keep.getElement().setAttribute("data-keep", "");
      acts.add(keep);
    }
    if (wording.leftOut().isPresent())
      acts.add(
          Parts.button("btn quiet s", this::leaveOut, Parts.text(words.of("words.leave-out"))));
    return acts;
  }

  /** Says what would be read if it were kept now, and what would be wrong with it. */
  private void look() {
    wrong.removeAll();
    said.removeAll();
    switch (host().answers().say(wording, in.values(), in.operator())) {
      case Answers.NotTaken(var why) -> wrong.setText(sentence(why));
      case Answers.Taken(var edits) -> {
        if (edits.isEmpty()) return;
        Preview preview = Preview.of(host().draft(), edits, wording.place(), host().speaker());
        preview.sentence().ifPresent(said::setText);
        preview.faults().stream().findFirst().map(Fault::message).ifPresent(wrong::setText);
      }
    }
  }

  private void keep() {
    done(host().answers().say(wording, in.values(), in.operator()), false);
  }

  private void leaveOut() {
    done(host().answers().leaveOut(wording), true);
  }

  private void done(Answers.Answered answered, boolean out) {
    switch (answered) {
      case Answers.NotTaken(var why) -> wrong.setText(sentence(why));
      case Answers.Taken(var edits) -> {
        if (edits.isEmpty()) host().close(this);
        else host().edit(step(edits, out), edits);
      }
    }
  }

  private String step(List<Edit> edits, boolean out) {
    Words words = Words.here();
    if (out) return words.of("words.step.without", about, text);
    return Preview.of(host().draft(), edits, wording.place(), host().speaker())
        .word()
        .map(now -> words.of("words.step", about, now))
        .orElseGet(() -> words.of("words.step.other", about, text));
  }

  static String sentence(Answers.Why why) {
    Words words = Words.here();
    return switch (why) {
      case NO_NUMBER -> words.of("words.why.no-number");
      case OUT_OF_RANGE -> words.of("words.why.out-of-range");
      case TOO_MANY_DECIMALS -> words.of("words.why.decimals");
      case NO_DATE -> words.of("words.why.no-date");
      case NO_TIME -> words.of("words.why.no-time");
      case ENDS_BEFORE -> words.of("words.why.ends-before");
      case EMPTY -> words.of("words.why.empty");
      case NO_CHOICE -> words.of("words.why.no-choice");
    };
  }
}
