package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.support.Adjusting;
import dev.laurel.engine.support.Support;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.LongText;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.Words;
import java.util.function.Consumer;

/** Uses a benefit for a member, with a reason. */
final class UseCard extends Section {
  private static final long serialVersionUID = 1L;

  private final transient Support support;
  private final transient SignedIn who;
  private final transient Consumer<String> done;
  private final String member;
  private final String benefit;
  private final String title;
  private final LongText reason;
  private final Paragraph effect = Parts.paragraph("effect");

  /**
   * @param done is told in a sentence what was done
   * @param cancelled takes the card away
   */
  UseCard(
      Support support,
      SignedIn who,
      Pack pack,
      String member,
      String benefit,
      Consumer<String> done,
      Runnable cancelled) {
    this.support = support;
    this.who = who;
    this.member = member;
    this.benefit = benefit;
    this.done = done;
    Words words = Words.here();
    title =
        pack.benefits().stream()
            .filter(each -> each.id().equals(benefit))
            .findFirst()
            .map(Benefit::title)
            .map(words::of)
            .orElse(benefit);
    reason = new LongText(words.of("member.adjust.why"), Support.LONGEST_REASON);
    effect.getElement().setAttribute("role", "status");
    addClassNames("card", "adjust");
    add(
        new Header(new H2(words.of("holdings.use.this", title))),
        Parts.div(
            "body",
            effect,
            reason,
            Parts.paragraph("xs mute", words.of("member.adjust.kept")),
            Parts.div(
                "acts row",
                Parts.button("btn primary", this::use, Parts.text(words.of("holdings.use"))),
                Parts.button("btn quiet", cancelled, Parts.text(words.of("member.cancel"))))));
  }

  private void use() {
    switch (support.use(who.actor(), member, benefit, reason.text())) {
      case Adjusting.Adjusted _ -> done.accept(Words.here().of("holdings.used", title));
      case Adjusting.Refused(var refusal) -> {
        effect.removeAll();
        effect.add(Parts.text(Refusals.say(refusal)));
      }
      case Adjusting.Would _ -> throw new IllegalStateException("Nothing was only tried.");
    }
  }
}
