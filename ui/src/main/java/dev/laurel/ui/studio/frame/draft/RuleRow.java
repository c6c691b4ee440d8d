package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.editing.RulePages.Fate;
import dev.laurel.engine.editing.RulePages.Rule;
import dev.laurel.engine.editing.RulePages.State;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule as sentences that are its editor, with what is wrong with it below them. */
public final class RuleRow extends Article {
  private static final long serialVersionUID = 1L;

  /**
   * @param number among its siblings, from 1
   */
  public RuleRow(DraftHost host, Rule rule, int number) {
    Words words = Words.here();
    String title = Sentences.title(rule.passage().title());
    addClassName("rule");
    if (rule.state() == State.OFF || rule.state() == State.ENDED) addClassName("off");
    Parts.named(this, title);
    getElement().setAttribute("data-rule", rule.place());
    Div text = Parts.div("text");
    for (Sentence sentence : rule.passage().sentences())
      text.add(new EditableSentence(host, title, sentence, rule.faults(), rule.fate() == Fate.NEW));
    Div meta = Parts.div("meta said");
    meta.add(
        EditableSentence.alone(host, meta, "titleword", rule.place() + "/title", title, title));
    text.add(meta);
    rule.faults().forEach(fault -> text.add(new MendNote(host, fault, title)));
    Div end = Parts.div("end", tags(rule, words).toArray(Component[]::new));
    Span place = Parts.hidden(Parts.span("p", words.number(number)));
    add(place, text, end);
    if (!host.draft().mayEdit()) return;
    // For the hand: keys and the menu have the same.
    place.add(Parts.span("grip", Icons.small("grip")));
    end.add(
        ElementMenu.button(
            host,
            text,
            new ElementMenu.Subject(rule.place(), title, Optional.of(rule.isActive()), true)));
    end.add(hidden(host, rule, title, true), hidden(host, rule, title, false));
  }

  /** By a key alone: the menu has the same for the hand. */
  private static NativeButton hidden(DraftHost host, Rule rule, String title, boolean up) {
    Optional<Edit> moved = ElementMenu.move(host.draft().tree(), rule.place(), up);
    NativeButton button =
        Parts.hidden(
            Parts.button(
                "bykey",
                () ->
                    moved.ifPresent(edit ->
                        host.edit(Words.here().of("words.step.moved", title), List.of(edit)))));
    button
        .getElement()
        .setAttribute("data-move", up ? "up" : "down")
        .setAttribute("tabindex", "-1");
    return button;
  }

  /** Whether it applies today, and what the draft made of it. */
  static List<Span> tags(Rule rule, Words words) {
    List<Span> tags = new ArrayList<>();
    switch (rule.fate()) {
      case NEW -> tags.add(Parts.span("tag draft", words.of("words.fate.new")));
      case CHANGED -> tags.add(Parts.span("tag review", words.of("words.fate.changed")));
      case SAME -> {}
    }
    switch (rule.state()) {
      case RUNNING -> {
        if (rule.fate() == Fate.SAME)
          tags.add(Parts.span("tag live", words.of("words.state.running")));
      }
      case OFF -> tags.add(Parts.span("tag ended", words.of("words.state.off")));
      case ENDED -> tags.add(Parts.span("tag ended", words.of("words.state.ended")));
      case SCHEDULED ->
          tags.add(
              Parts.span(
                  "tag sched",
                  words.of("words.state.from", rule.from().map(words::day).orElse(""))));
    }
    return tags;
  }
}
