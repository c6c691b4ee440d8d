package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Ladder.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether what a tier asks for can be asked. */
final class RequirementCheck {
  private static final Setting SETTING = Setting.ofMember("what a tier asks for");

  private final Inspection in;

  RequirementCheck(Inspection in) {
    this.in = in;
  }

  void check(Requirement requirement, Place at) {
    requirement(requirement, at, new HashSet<>());
  }

  private void requirement(Requirement requirement, Place at, Set<String> ids) {
    if (!ids.add(requirement.id()))
      in.sink()
          .add(
              "duplicate-id",
              at.of("id"),
              requirement.id(),
              "The id \"%s\" is given twice.".formatted(requirement.id()),
              "Give one of the two another id.");
    switch (requirement) {
      case Requirement.Reaches(var _, var metric, var atLeast) ->
          in.ofMetric(metric, atLeast, at.of("atLeast"));
      case Requirement.Holds(var _, var when) -> {
        if (when.isEmpty())
          in.sink().emptyList(at.of("when"), "No row says what holds.", "Add one.");
        in.rows(when, SETTING, at.of("when"));
      }
      case Requirement.AllOf(var _, var of) -> parts(of, at.of("of"), ids);
      case Requirement.AnyOf(var _, var of) -> parts(of, at.of("of"), ids);
      case Requirement.SomeOf(var _, var least, var of) -> {
        parts(of, at.of("of"), ids);
        if (!of.isEmpty() && least > of.size())
          in.sink()
              .add(
                  "too-many-asked",
                  at.of("least"),
                  String.valueOf(least),
                  "At least %d of %d can never be met.".formatted(least, of.size()),
                  "Ask for %d at most.".formatted(of.size()));
      }
    }
  }

  private void parts(List<Requirement> of, Place at, Set<String> ids) {
    if (of.isEmpty())
      in.sink().emptyList(at, "Nothing says what must be reached.", "Name at least one.");
    at.each(of, Requirement::id, (place, part) -> requirement(part, place, ids));
  }
}
