package dev.laurel.ui.studio.earning;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.laurel.engine.editing.RulePages.Fate;
import dev.laurel.engine.editing.RulePages.Rule;
import dev.laurel.engine.editing.RulePages.State;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which of the rules are shown: by what became of them, and by what their sentences say. */
final class RuleFilter extends Div {
  private static final long serialVersionUID = 1L;

  private enum Look {
    ALL,
    IN_FORCE,
    CHANGED,
    TO_MEND
  }

  private final Runnable changed;
  private final Div looks = Parts.div("looks");
  private final Input search;
  private Look look = Look.ALL;

  RuleFilter(Runnable changed) {
    this.changed = changed;
    addClassName("bar");
    search = Parts.named(new Input(), Words.here().of("earning.find"));
    search.setPlaceholder(Words.here().of("earning.find"));
    search.setType("search");
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.getElement().setAttribute("data-search", "");
    search.addValueChangeListener(_ -> changed.run());
    add(looks, Parts.span("grow"), Parts.span("field", Icons.small("search"), search));
  }

  /** Shows how many rules there are of each kind. */
  void show(List<Rule> all) {
    Words words = Words.here();
    looks.removeAll();
    looks.add(
        Choices.of(
            words.of("earning.look"),
            List.of(
                choice(Look.ALL, words.of("earning.look.all"), all),
                choice(Look.IN_FORCE, words.of("earning.look.in-force"), all),
                choice(Look.CHANGED, words.of("earning.look.changed"), all),
                choice(Look.TO_MEND, words.of("earning.look.to-mend"), all)),
            look,
            chosen -> {
              look = chosen;
              changed.run();
            }));
  }

  private static Choices.Choice<Look> choice(Look look, String name, List<Rule> all) {
    long many = all.stream().filter(of(look)).count();
    return new Choices.Choice<>(look, name + " " + Words.here().number(many));
  }

  private static Predicate<Rule> of(Look look) {
    return switch (look) {
      case ALL -> _ -> true;
      case IN_FORCE -> rule -> rule.state() == State.RUNNING && rule.fate() != Fate.NEW;
      case CHANGED -> rule -> rule.fate() != Fate.SAME;
      case TO_MEND -> rule -> !rule.faults().isEmpty();
    };
  }

  boolean isAll() {
    return look == Look.ALL && wanted().isEmpty();
  }

  private String wanted() {
    return search.getValue().strip().toLowerCase(Locale.ROOT);
  }

  boolean takes(Rule rule) {
    return of(look).test(rule) && (wanted().isEmpty() || says(rule));
  }

  private boolean says(Rule rule) {
    Speaker speaker = Words.here().speaker();
    StringBuilder text = new StringBuilder(Sentences.title(rule.passage().title()));
    for (Sentence sentence : rule.passage().sentences())
      text.append(' ').append(speaker.say(sentence));
    return text.toString().toLowerCase(Locale.ROOT).contains(wanted());
  }
}
