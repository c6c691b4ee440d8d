package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.scenario.DraftScenarios;
import dev.laurel.engine.scenario.ScenarioRun;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.FaultNote;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.ScenarioBars;
import dev.laurel.ui.studio.frame.Words;

/** Whether the draft is without fault, and whether its scenario tests pass. */
final class ChecksCard extends Section {
  private static final long serialVersionUID = 1L;

  private final transient DraftScenarios scenarios;
  private final transient SignedIn who;
  private final transient DraftView draft;
  private final Div tests = Parts.div("tests");

  ChecksCard(DraftScenarios scenarios, SignedIn who, DraftView draft) {
    this.scenarios = scenarios;
    this.who = who;
    this.draft = draft;
    Words words = Words.here();
    addClassNames("card", "checks");
    tests.getElement().setAttribute("aria-live", "polite");
    Div body = Parts.div("body");
    if (draft.faults().isEmpty())
      body.add(
          Parts.paragraph(
              "small row", Icons.small("check"), Parts.text(words.of("review.checks.no-fault"))));
    draft.faults().forEach(fault -> body.add(new FaultNote(fault)));
    body.add(tests);
    add(new Header(new H2(words.of("review.checks"))), body);
    if (draft.faults().isEmpty()) offer();
  }

  /** The page is there first; then the browser asks for what takes a moment. */
  private void offer() {
    NativeButton run =
        Parts.button("btn quiet s", this::run, Parts.text(Words.here().of("try.tests.run")));
    tests.add(run);
    tests.getElement().executeJs("return 0").then(_ -> run());
  }

  private void run() {
    tests.removeAll();
    switch (scenarios.run(who.actor())) {
      case ScenarioRun.Ran ran -> tests.add(new ScenarioBars(ran, draft.pack().orElseThrow()));
      case ScenarioRun.NotRun(var refusal) ->
          tests.add(Parts.paragraph("small", Refusals.say(refusal)));
    }
  }
}
