package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.say;

import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.sentence.Phrase.Join;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a tier asks for, after a verb: "with $100.00 of "Spend" in the last 12 months", "when the
 * member's balance of Stars is at least 50".
 */
final class Requirements {
  private final Operands operands;
  private final Conditions conditions;

  Requirements(Operands operands, Conditions conditions) {
    this.operands = operands;
    this.conditions = conditions;
  }

  Phrase of(String place, Requirement requirement) {
    return switch (requirement) {
      case Requirement.Reaches reaches -> reaches(place, reaches);
      case Requirement.Holds holds ->
          say(
              "when",
              conditions.all(place + "/when", holds.when()).orElseGet(() -> say("condition.none")));
      case Requirement.AllOf all ->
          all.of().size() > 1
              ? joined(Join.BOTH, parts(place, all.of(), this::part))
              : few("requirement.all", place, all.of());
      case Requirement.AnyOf any ->
          any.of().size() > 1
              ? joined(Join.EITHER, parts(place, any.of(), this::part))
              : few("requirement.any", place, any.of());
      case Requirement.SomeOf some ->
          say("requirement.some", number(place + "/least", some.least()), list(place, some.of()));
    };
  }

  /** The requirement within another. */
  private Phrase part(String place, Requirement requirement) {
    return switch (requirement) {
      case Requirement.Reaches reaches -> reaches(place, reaches);
      case Requirement.SomeOf some -> of(place, some);
      case Requirement.Holds _, Requirement.AllOf _, Requirement.AnyOf _ ->
          say("condition.group", of(place, requirement));
    };
  }

  private Phrase reaches(String place, Requirement.Reaches reaches) {
    return say(
        "requirement.reaches",
        operands.amountOf(
            place + "/atLeast", reaches.atLeast(), place + "/metric", reaches.metric()));
  }

  /** A family of one part or none, which "and" and "or" cannot join. */
  private Phrase few(String key, String place, List<Requirement> of) {
    return say(key, list(place, of));
  }

  private Phrase list(String place, List<Requirement> of) {
    return joined(Join.SEMICOLON, parts(place, of, this::of), "requirement.none");
  }

  private static List<Phrase> parts(
      String place, List<Requirement> of, BiFunction<String, Requirement, Phrase> phrase) {
    return of.stream().map(part -> phrase.apply(place + "/of/" + part.id(), part)).toList();
  }
}
