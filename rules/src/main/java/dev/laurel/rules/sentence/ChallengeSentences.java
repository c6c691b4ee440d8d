package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.span;
import static dev.laurel.rules.sentence.Phrases.what;

import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Circumstance;
import dev.laurel.rules.sentence.Phrase.Circumstances;
import dev.laurel.rules.sentence.Phrase.Role;
import java.util.ArrayList;
import java.util.List;

/** Challenges, streaks and stamp cards. */
final class ChallengeSentences {
  private final Grammar grammar;

  ChallengeSentences(Grammar grammar) {
    this.grammar = grammar;
  }

  Passage challenge(String place, Challenge challenge) {
    Lines lines = new Lines(place);
    Phrase name = grammar.names().own(Thing.CHALLENGE, challenge.id(), challenge.title());
    lines.add(
        say("challenge", name, what(place + "/kind", say("challenge.kind", challenge.kind()))));
    lines.add(say("challenge.forward", new Circumstances(context(place, challenge))));
    challenge
        .every()
        .ifPresent(period ->
            lines.add(say("challenge.every", grammar.periods().noun(place + "/every", period))));
    challenge
        .within()
        .ifPresent(time -> lines.add(say("challenge.within", span(place + "/within", time))));
    lines.add(
        say(
            "challenge.repeats",
            what(
                place + "/repeats",
                say(challenge.repeats() ? "challenge.again" : "challenge.once"))));
    for (Challenge.Step step : challenge.steps()) {
      String at = place + "/steps/" + step.id();
      lines.add(
          at,
          say(
              "challenge.step",
              number(at + "/at", step.at()),
              grammar.outcomes().of(at + "/then", step.then(), Outcomes.Manner.EVENT)));
    }
    return lines.passage(name, List.of());
  }

  private List<Circumstance> context(String place, Challenge challenge) {
    Contexts contexts = grammar.contexts();
    List<Circumstance> context = new ArrayList<>();
    context.add(new Circumstance(Role.TRIGGER, contexts.trigger(place + "/on", challenge.on())));
    contexts
        .term(place + "/inForce", challenge.inForce())
        .ifPresent(term -> context.add(new Circumstance(Role.TERM, term)));
    contexts
        .audience(place + "/audience", challenge.audience())
        .ifPresent(who -> context.add(new Circumstance(Role.AUDIENCE, who)));
    context.addAll(contexts.conditions(place, challenge.when(), Rows.NONE));
    return context;
  }
}
