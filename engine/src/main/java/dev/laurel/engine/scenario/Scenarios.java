package dev.laurel.engine.scenario;

import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Population;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.scenario.ScenarioResult.Difference;
import dev.laurel.engine.scenario.ScenarioResult.Failed;
import dev.laurel.engine.scenario.ScenarioResult.Passed;
import dev.laurel.engine.scenario.ScenarioResult.Waiting;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Scenario.Happening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs scenarios. Thread-safe. */
public final class Scenarios {
  private static final String MEMBER = "member";

  private Scenarios() {}

  /**
   * Runs all scenarios of a pack, in its order.
   *
   * <p>A scenario waits where it says what it waits for. One that does not say so fails where its
   * pack uses what is not evaluated yet, and names it; nothing is passed over in silence.
   *
   * @param pack one that was read without faults
   */
  public static List<ScenarioResult> run(Pack pack, String digest) {
    List<String> notEvaluated = Revision.notEvaluated(pack);
    return notEvaluated.isEmpty()
        ? run(Revision.of(pack, digest))
        : pack.scenarios().stream().map(s -> notRun(s, notEvaluated)).toList();
  }

  /** The same of a revision. */
  static List<ScenarioResult> run(Revision revision) {
    Fold fold = new Fold(revision);
    return revision.pack().scenarios().stream().map(s -> run(fold, s)).toList();
  }

  /** What came of a scenario's last step. */
  record Came(MemberState state, Optional<Decision> decision) {}

  /**
   * What comes of a scenario, whatever it expects.
   *
   * @throws ArithmeticException when an amount has more decimals than its currency or kind
   */
  static Came cameOf(Revision revision, Scenario scenario) {
    return new Run(new Fold(revision), scenario).last();
  }

  private static ScenarioResult notRun(Scenario scenario, List<String> notEvaluated) {
    return scenario.waitsFor().isEmpty()
        ? new Failed(
            scenario,
            List.of(
                new Difference(
                    1,
                    "pack",
                    "only what is evaluated, or a scenario that says what it waits for",
                    String.join(", ", notEvaluated))))
        : new Waiting(scenario, scenario.waitsFor());
  }

  private static ScenarioResult run(Fold fold, Scenario scenario) {
    if (!scenario.waitsFor().isEmpty()) return new Waiting(scenario, scenario.waitsFor());
    List<Difference> differences = new Run(fold, scenario).all();
    return differences.isEmpty() ? new Passed(scenario) : new Failed(scenario, differences);
  }

  /** One scenario on its way. */
  private static final class Run {
    private final Fold fold;
    private final Revision revision;
    private final Scenario scenario;
    private final BudgetsInMemory budgets = new BudgetsInMemory();
    private final Remembered remembered;
    private final String member;
    private final List<Difference> differences = new ArrayList<>();

    Run(Fold fold, Scenario scenario) {
      this.fold = under(fold, scenario);
      this.revision = fold.decider().revision();
      this.scenario = scenario;
      this.remembered = new Remembered(budgets, revision, _ -> true);
      this.member = revision.memberOf(MEMBER, scenario.member().groups());
    }

    private static Fold under(Fold fold, Scenario scenario) {
      Population population =
          Population.of(fold.decider().revision().pack(), scenario.member().fifths());
      return population == Population.UNKNOWN ? fold : fold.under(population);
    }

    List<Difference> all() {
      last();
      return differences;
    }

    Came last() {
      LocalDate first =
          scenario.steps().isEmpty()
              ? LocalDate.EPOCH
              : scenario.steps().getFirst().at().toLocalDate();
      MemberState state = fold.decider().begin(member, scenario.member(), first);
      Came came = new Came(state, Optional.empty());
      for (int i = 0; i < scenario.steps().size(); i++)
        came = step(i + 1, scenario.steps().get(i), came.state());
      return came;
    }

    /** What a later step names it by; its number where it has no name of its own. */
    private static String name(Happening happening, int number) {
      return happening instanceof Happening.Purchase purchase && purchase.id().isPresent()
          ? purchase.id().get()
          : Integer.toString(number);
    }

    private static List<String> messages(List<Decision> decisions) {
      return decisions.stream()
          .flatMap(decision -> decision.messages().stream())
          .map(Outgoing::message)
          .toList();
    }

    private Came step(int number, Scenario.Step step, MemberState before) {
      Instant at = step.at().atZone(revision.zone()).toInstant();
      List<Decision> decisions = new ArrayList<>();
      Consumer<Decision> each =
          decision -> {
            decisions.add(decision);
            budgets.add(decision);
          };
      MemberState passed = fold.passTime(before, at, remembered, each);
      Optional<Event> event =
          step.event()
              .map(happening ->
                  new Event(
                      "scenario",
                      name(happening, number),
                      member,
                      at,
                      Happenings.body(happening, revision)));
      MemberState after = event.map(e -> fold.fold(passed, e, remembered, each)).orElse(passed);
      event.ifPresent(_ -> remembered.add(decisions.getLast()));
      Optional<Decision> decision = event.map(e -> decisions.getLast());
      step.expect()
          .ifPresent(expected ->
              differences.addAll(
                  new Expectations(
                          fold,
                          number,
                          step.at().toLocalDate(),
                          after,
                          decision,
                          messages(decisions))
                      .check(expected)));
      return new Came(after, decision);
    }
  }
}
