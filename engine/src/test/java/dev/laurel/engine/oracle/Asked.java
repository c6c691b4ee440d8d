package dev.laurel.engine.oracle;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.oracle.Answer;
import dev.laurel.rules.oracle.Oracle;
import java.util.ArrayList;
import java.util.List;

/** What tiers ask for, and whether it is met. */
final class Asked {
  private final Page page;
  private final Known known;

  Asked(Page page, Known known) {
    this.page = page;
    this.known = known;
  }

  boolean isMet(Requirement requirement) {
    return Oracle.ask(condition(requirement), known) == Answer.MET;
  }

  /** Says of each tier's conditions whether they are met, and why not. */
  void tell() {
    for (Ladder ladder : page.programming.ladders())
      for (Tier tier : ladder.tiers()) {
        String place = ladder.id() + "/" + tier.id();
        tier.entry().ifPresent(requirement -> tell(place + "/entry", requirement));
        tier.renewal().ifPresent(requirement -> tell(place + "/renewal", requirement));
      }
  }

  private void tell(String rule, Requirement requirement) {
    if (isMet(requirement)) {
      page.add(Wording.fired(rule));
      return;
    }
    Reasons reasons = new Reasons(page.programming, rule, known);
    List<String> found = new ArrayList<>();
    List<Requirement> rows =
        requirement instanceof Requirement.AllOf(var id, var of) ? of : List.of(requirement);
    for (Requirement row : rows) reasons.unmet(row.id(), condition(row), found);
    page.add(Wording.notMet(rule));
    page.addAll(found.stream().distinct().toList());
  }

  private static Condition condition(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Reaches(var id, var metric, var atLeast) ->
          new Condition.Comparison(
              new Operand.Attribute("metrics." + metric), Comparator.AT_LEAST, Value.of(atLeast));
      case Requirement.Holds(var id, var when) -> when.all().orElseThrow();
      case Requirement.AllOf(var id, var of) ->
          of.size() == 1 ? condition(of.getFirst()) : new Condition.All(conditions(of));
      case Requirement.AnyOf(var id, var of) ->
          of.size() == 1 ? condition(of.getFirst()) : new Condition.Any(conditions(of));
      case Requirement.SomeOf(var id, int least, var of) ->
          of.size() == 1 ? condition(of.getFirst()) : new Condition.AtLeast(least, conditions(of));
    };
  }

  private static List<Condition> conditions(List<Requirement> of) {
    return of.stream().map(Asked::condition).toList();
  }
}
