package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.support.Adjusting;
import dev.laurel.engine.support.Support;
import dev.laurel.ui.studio.frame.LongText;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.Words;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does something for a member for which nothing is asked but a reason. */
final class ReasonCard extends Section {
  private static final long serialVersionUID = 1L;

  private final transient Function<String, Adjusting> act;
  private final transient Consumer<String> done;
  private final transient Said said;
  private final LongText reason;
  private final Paragraph effect = Parts.paragraph("effect");

  /**
   * Its words, by their keys.
   *
   * @param button on the button that does it
   * @param done once it is done
   * @param what fills in title and what was done
   */
  record Said(String title, String button, String done, String what) {}

  /**
   * @param act does it for a reason
   * @param done is told in a sentence what was done
   * @param cancelled takes the card away
   */
  ReasonCard(
      Said said, Function<String, Adjusting> act, Consumer<String> done, Runnable cancelled) {
    this.said = said;
    this.act = act;
    this.done = done;
    Words words = Words.here();
    reason = new LongText(words.of("member.adjust.why"), Support.LONGEST_REASON);
    effect.getElement().setAttribute("role", "status");
    addClassNames("card", "adjust");
    add(
        new Header(new H2(words.of(said.title(), said.what()))),
        Parts.div(
            "body",
            effect,
            reason,
            Parts.paragraph("xs mute", words.of("member.adjust.kept")),
            Parts.div(
                "acts row",
                Parts.button("btn primary", this::act, Parts.text(words.of(said.button()))),
                Parts.button("btn quiet", cancelled, Parts.text(words.of("member.cancel"))))));
  }

  private void act() {
    switch (act.apply(reason.text())) {
      case Adjusting.Adjusted _ -> done.accept(Words.here().of(said.done(), said.what()));
      case Adjusting.Underway _ -> done.accept(Words.here().of("member.underway"));
      case Adjusting.Refused(var refusal) -> {
        effect.removeAll();
        effect.add(Parts.text(Refusals.say(refusal)));
      }
      case Adjusting.Would _ -> throw new IllegalStateException("Nothing was only tried.");
    }
  }
}
