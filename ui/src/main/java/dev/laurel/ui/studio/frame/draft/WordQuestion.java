package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.html.Div;
import dev.laurel.engine.editing.Answers;
import dev.laurel.engine.editing.Wording;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.util.Optional;

/**
 * A word of the draft asked for in the page itself: what is typed or chosen is kept at once. The
 * fields stay as they are when the page is drawn anew, so that whoever types goes on typing.
 */
public final class WordQuestion extends Div {
  private static final long serialVersionUID = 1L;

  private final transient DraftHost host;
  private final String place;
  private final String about;
  private final Div wrong = Parts.div("wrong");
  private final transient Optional<WordValues> in;

  /**
   * @param about what the word is within, for the name of the step
   * @param name of what is asked
   */
  public WordQuestion(DraftHost host, String place, String about, String name) {
    this.host = host;
    this.place = place;
    this.about = about;
    addClassName("question");
    Parts.named(this, name).getElement().setAttribute("role", "group");
    wrong.getElement().setAttribute("role", "alert");
    in =
        host.wordings()
            .at(place)
            .map(wording -> new WordValues(host, wording, name, this::keep, this::keep));
    in.ifPresent(fields -> add(Parts.span("lab", name), fields, wrong));
  }

  private void keep() {
    wrong.removeAll();
    Optional<Wording> wording = host.wordings().at(place);
    if (wording.isEmpty() || in.isEmpty()) return;
    switch (host.answers().say(wording.get(), in.get().values(), in.get().operator())) {
      case Answers.NotTaken(var why) -> wrong.setText(WordEditor.sentence(why));
      case Answers.Taken(var edits) -> {
        if (!edits.isEmpty())
          host.edit(
              Words.here().of("words.step", about, String.join(" ", in.get().values())), edits);
      }
    }
  }
}
