package dev.laurel.ui.studio.tryit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.operation.Tried;
import dev.laurel.engine.scenario.DraftScenarios;
import dev.laurel.engine.scenario.Keeping;
import dev.laurel.engine.scenario.ScenarioRun;
import dev.laurel.engine.scenario.TriedCase;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.LongText;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.ScenarioBars;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps the case as a scenario of the draft, and shows whether the draft's scenarios pass. */
final class KeepPane extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Drafts drafts;
  private final transient DraftScenarios scenarios;
  private final transient SignedIn who;
  private final transient CaseTrial trial;
  private final transient Supplier<TryCase> asked;
  private final transient Consumer<Boolean> opened;

  /**
   * @param asked the case as it is on the page
   * @param opened is told whether a name is asked for at the moment
   */
  KeepPane(
      Drafts drafts,
      DraftScenarios scenarios,
      SignedIn who,
      CaseTrial trial,
      Supplier<TryCase> asked,
      Consumer<Boolean> opened) {
    this.drafts = drafts;
    this.scenarios = scenarios;
    this.who = who;
    this.trial = trial;
    this.asked = asked;
    this.opened = opened;
    addClassName("keeping");
  }

  void close() {
    removeAll();
    opened.accept(false);
  }

  /** Asks for a name and a because. */
  void open() {
    Words words = Words.here();
    DraftView draft = drafts.view(who.actor());
    Input name = Parts.named(new Input(), words.of("try.keep.name"));
    name.getElement().setAttribute("maxlength", String.valueOf(DraftScenarios.LONGEST_TEXT));
    name.getElement().setAttribute("autofocus", "");
    LongText because = new LongText(words.of("try.keep.because"), DraftScenarios.LONGEST_TEXT);
    Paragraph told = Parts.paragraph("small not");
    told.getElement().setAttribute("role", "alert");
    removeAll();
    add(
        card(
            words.of("try.keep"),
            Parts.div(
                "longtext",
                Parts.hidden(Parts.span("lab", words.of("try.keep.name"))),
                Parts.div("field", name)),
            because,
            Parts.paragraph(
                "xs mute",
                words.of("try.keep.how", words.number(draft.version().draft()))
                    + (asked.get().member().isPresent() ? " " + words.of("try.keep.like") : "")),
            told,
            Parts.div(
                "row acts",
                Parts.button(
                    "btn primary",
                    () -> keep(draft, name.getValue(), because.text(), told),
                    Parts.text(words.of("try.keep.now"))),
                Parts.button("btn quiet", this::close, Parts.text(words.of("member.cancel"))))));
    opened.accept(true);
  }

  private static Section card(String heading, Component... body) {
    return Parts.with(
        new Section(), "card keep", new Header(new H2(heading)), Parts.div("body", body));
  }

  private void keep(DraftView seen, String name, String because, Paragraph told) {
    Words words = Words.here();
    CaseTrial.Answer answer = trial.of(asked.get());
    told.removeAll();
    if (answer.tried().isEmpty()) {
      told.add(Parts.text(words.of("try.keep.not-tried")));
      return;
    }
    TriedCase kept = trial.tried(asked.get(), answer.tried().get());
    switch (scenarios.keep(
        who.actor(), seen.version(), kept, words.language().tag(), name, because)) {
      case Keeping.Refused(var refusal) -> told.add(Parts.text(Refusals.say(refusal)));
      case Keeping.Kept(var scenario, var draft) -> show(scenario, draft, answer.tried().get());
    }
  }

  private void show(Scenario scenario, DraftView draft, Tried tried) {
    Words words = Words.here();
    Pack pack = draft.pack().orElseThrow();
    String title = words.of(scenario.title());
    Map<String, BigDecimal> expected =
        scenario.steps().getLast().expect().map(Scenario.Expected::earned).orElse(Map.of());
    removeAll();
    Section card =
        card(
            words.of("try.kept", title, words.number(draft.version().draft())),
            aloud(pack, scenario));
    if (differs(expected, tried))
      card.add(
          Parts.div(
              "body",
              Parts.paragraph("small", words.of("try.kept.differs", points(pack, expected)))));
    add(card);
    opened.accept(false);
    run();
  }

  /** The scenario as it can be read from now on. */
  private static Component aloud(Pack pack, Scenario scenario) {
    Div aloud = Parts.div("aloud");
    Passage passage =
        dev.laurel.rules.sentence.Sentences.of(pack)
            .scenario("scenarios/" + scenario.id(), scenario);
    passage
        .sentences()
        .forEach(sentence -> aloud.add(Parts.paragraph("sentence", Sentences.coloured(sentence))));
    return aloud;
  }

  private static boolean differs(Map<String, BigDecimal> expected, Tried tried) {
    for (Tried.Earned earned : tried.earned())
      if (expected.getOrDefault(earned.kind(), BigDecimal.ZERO).compareTo(earned.points()) != 0)
        return true;
    long some = expected.values().stream().filter(points -> points.signum() != 0).count();
    return some != tried.earned().size();
  }

  private static String points(Pack pack, Map<String, BigDecimal> points) {
    Words words = Words.here();
    List<String> all = new ArrayList<>();
    points.forEach((kind, many) ->
        all.add(words.number(many) + " " + words.of(Standings.kind(pack, kind).title())));
    return words.list(all);
  }

  /** Runs the scenarios of the draft, and shows what came of them below what is there. */
  void run() {
    Words words = Words.here();
    DraftView draft = drafts.view(who.actor());
    Component shown =
        switch (scenarios.run(who.actor())) {
          case ScenarioRun.Ran ran -> new ScenarioBars(ran, draft.pack().orElseThrow());
          case ScenarioRun.NotRun(var refusal) -> Parts.paragraph("small", Refusals.say(refusal));
        };
    Anchor review = new Anchor(Place.REVIEW_PATH, words.of("strip.to-review"));
    review.addClassNames("link", "small");
    Section card =
        Parts.with(
            new Section(),
            "card ran",
            new Header(
                new H2(words.of("try.tests", words.number(draft.version().draft()))),
                Parts.div("end", review)),
            Parts.div("body", shown));
    getChildren().filter(part -> part.hasClassName("ran")).toList().forEach(this::remove);
    add(card);
  }
}
