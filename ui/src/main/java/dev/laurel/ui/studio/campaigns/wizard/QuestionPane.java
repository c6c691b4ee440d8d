package dev.laurel.ui.studio.campaigns.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.editing.Audiences;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.tree.Tree;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftHost;
import dev.laurel.ui.studio.frame.draft.WordQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** What is asked now, with what can be answered. */
final class QuestionPane extends Div {
  private static final long serialVersionUID = 1L;

  private final transient DraftHost host;
  private final transient Asked asked;
  private final String about;

  /** One answer of several: choosing it makes these edits. */
  private record Answer(String said, String beside, boolean isChosen, List<Edit> edits) {}

  /**
   * @param about the campaign's title, for the names of steps
   * @param members how many members are meant by a choice, where that is known
   */
  QuestionPane(
      DraftHost host,
      Asked asked,
      Step step,
      String about,
      Function<Audiences.Who, OptionalLong> members) {
    this.host = host;
    this.asked = asked;
    this.about = about;
    addClassName("answers");
    switch (step) {
      case GETS, FOR -> {}
      case WHO -> add(answers(step, who(members)));
      case WHEN -> add(answers(step, when()));
      case COST -> add(answers(step, cost()));
    }
    if (step != Step.WHO) words(step);
  }

  private void words(Step step) {
    for (Run.Word word : asked.words(step))
      add(new WordQuestion(host, word.place(), about, word.text()));
  }

  private Component answers(Step step, List<Answer> answers) {
    Div all = Parts.named(Parts.div("choices"), step.question());
    all.getElement().setAttribute("role", "radiogroup");
    for (Answer answer : answers) {
      NativeButton button =
          Parts.button(
              "answer",
              () -> {
                if (!answer.edits().isEmpty())
                  host.edit(Words.here().of("words.step", about, answer.said()), answer.edits());
              },
              Parts.hidden(Parts.span("dot")),
              Parts.span("grow med", answer.said()),
              Parts.span("mute", answer.beside()));
      button
          .getElement()
          .setAttribute("role", "radio")
          .setAttribute("aria-checked", String.valueOf(answer.isChosen()));
      all.add(button);
    }
    return all;
  }

  private List<Answer> who(Function<Audiences.Who, OptionalLong> members) {
    Words words = Words.here();
    List<Answer> all = new ArrayList<>();
    for (Audiences.Choice choice : asked.audiences()) {
      OptionalLong many = members.apply(choice.who());
      all.add(
          new Answer(
              Asked.name(choice),
              many.isPresent() ? words.number(many.getAsLong()) : "",
              choice.isChosen(),
              choice.edits()));
    }
    return all;
  }

  private List<Answer> when() {
    Words words = Words.here();
    String schedule = asked.place() + "/schedule";
    boolean bounded = asked.has("schedule/from") || asked.has("schedule/to");
    List<Edit> always = new ArrayList<>();
    for (String end : List.of("from", "to"))
      if (asked.has("schedule/" + end)) always.add(new Edit.Remove(schedule + "/" + end));
    LocalDate today = host.today();
    List<Edit> days =
        List.of(
            new Edit.Set(schedule + "/from", Tree.text(today.toString())),
            new Edit.Set(schedule + "/to", Tree.text(today.plusMonths(1).toString())));
    return List.of(
        new Answer(words.of("campaigns.ask.when.days"), "", bounded, bounded ? List.of() : days),
        new Answer(words.of("campaigns.ask.when.always"), "", !bounded, always));
  }

  private List<Answer> cost() {
    Words words = Words.here();
    boolean points = asked.has("budget");
    boolean first = asked.has("firstMembers");
    List<Edit> none = new ArrayList<>();
    if (points) none.add(new Edit.Remove(asked.place() + "/budget"));
    if (first) none.add(new Edit.Remove(asked.place() + "/firstMembers"));
    List<Edit> toPoints = new ArrayList<>(none);
    List<Edit> toFirst = new ArrayList<>(none);
    toPoints.add(
        new Edit.Set(
            asked.place() + "/budget", Tree.branch().with("points", Tree.number("100000"))));
    toFirst.add(new Edit.Set(asked.place() + "/firstMembers", Tree.number("1000")));
    return List.of(
        new Answer(words.of("campaigns.ask.cost.none"), "", !points && !first, none),
        new Answer(
            words.of("campaigns.ask.cost.points"), "", points, points ? List.of() : toPoints),
        new Answer(words.of("campaigns.ask.cost.first"), "", first, first ? List.of() : toFirst));
  }
}
