package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.what;

import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.sentence.Phrase.Circumstance;
import dev.laurel.rules.sentence.Phrase.Circumstances;
import dev.laurel.rules.sentence.Phrase.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Earning groups and rules. */
final class EarningSentences {
  private final Grammar grammar;

  EarningSentences(Grammar grammar) {
    this.grammar = grammar;
  }

  Passage group(String place, EarningGroup group) {
    Lines lines = new Lines(place);
    lines.add(meeting(place, group.meeting()));
    grammar
        .contexts()
        .limits(place + "/limits", group.limits())
        .ifPresent(limits -> lines.add(say("group.limits", limits)));
    return lines.passage(
        grammar.names().own(Thing.GROUP, group.id(), group.title()),
        rules(place + "/rules", group.rules()));
  }

  List<Passage> rules(String place, List<EarningRule> rules) {
    return rules.stream().map(rule -> rule(place + "/" + rule.id(), rule)).toList();
  }

  /** How rules that apply to one event meet. */
  static Phrase meeting(String place, EarningGroup.Meeting meeting) {
    return say("meeting", what(place + "/meeting", say("meeting", meeting)));
  }

  Passage rule(String place, EarningRule rule) {
    Lines lines = new Lines(place);
    if (!rule.active()) lines.add(say("rule.off", what(place + "/active", say("off"))));
    List<Circumstance> context = context(place, rule);
    Phrase outcomes =
        grammar.outcomes().of(place + "/then", rule.then(), manner(rule, context.isEmpty()));
    lines.add(
        context.isEmpty()
            ? say("rule.always", outcomes)
            : say("rule", new Circumstances(context), outcomes));
    grammar
        .contexts()
        .limits(place + "/limits", rule.limits())
        .ifPresent(limits -> lines.add(say("rule.limits", limits)));
    rule.exclusion()
        .ifPresent(name ->
            lines.add(say("rule.exclusion", what(place + "/exclusion", new Phrase.Quoted(name)))));
    lines.addPriority(rule.priority());
    return lines.passage(grammar.names().own(Thing.RULE, rule.id(), rule.title()), List.of());
  }

  private List<Circumstance> context(String place, EarningRule rule) {
    Contexts contexts = grammar.contexts();
    List<Circumstance> context = new ArrayList<>();
    contexts
        .term(place + "/inForce", rule.inForce())
        .ifPresent(term -> context.add(new Circumstance(Role.TERM, term)));
    trigger(place, rule).ifPresent(on -> context.add(new Circumstance(Role.TRIGGER, on)));
    contexts
        .audience(place + "/audience", rule.audience())
        .ifPresent(who -> context.add(new Circumstance(Role.AUDIENCE, who)));
    context.addAll(contexts.conditions(place, rule.when(), rule.unless()));
    return context;
  }

  /** What the rule answers to; "spent" and "multiplied" alone speak of a purchase as a whole. */
  private Optional<Phrase> trigger(String place, EarningRule rule) {
    String at = place + "/on";
    String per = place + "/per";
    boolean purchase = rule.on() instanceof Trigger.Purchase;
    return switch (rule.per()) {
      case EVENT ->
          purchase && speaksOfPurchase(rule.then())
              ? Optional.empty()
              : Optional.of(grammar.contexts().trigger(at, rule.on()));
      case LINE ->
          Optional.of(
              purchase
                  ? say(
                      "trigger.line-of-purchase",
                      what(per, say("per.line")),
                      Phrases.when(at, say("per.of-purchase")))
                  : say(
                      "trigger.line-of",
                      grammar.contexts().trigger(at, rule.on()),
                      what(per, say("per.its-lines"))));
    };
  }

  private static boolean speaksOfPurchase(List<Outcome> outcomes) {
    return outcomes.stream().anyMatch(EarningSentences::speaksOfPurchase);
  }

  private static boolean speaksOfPurchase(Outcome outcome) {
    return switch (outcome) {
      case Outcome.PerAmount _, Outcome.ByTable _, Outcome.Multiply _, Outcome.MultiplyByTable _ ->
          true;
      case Outcome.Points _,
          Outcome.PerUnit _,
          Outcome.GrantTier _,
          Outcome.Count _,
          Outcome.Entitle _,
          Outcome.Send _,
          Outcome.Offer _ ->
          false;
    };
  }

  private static Outcomes.Manner manner(EarningRule rule, boolean always) {
    if (!(rule.on() instanceof Trigger.Purchase)) return Outcomes.Manner.EVENT;
    return always || (rule.when().isEmpty() && rule.unless().isEmpty())
        ? Outcomes.Manner.EVERY_PURCHASE
        : Outcomes.Manner.PURCHASE;
  }
}
