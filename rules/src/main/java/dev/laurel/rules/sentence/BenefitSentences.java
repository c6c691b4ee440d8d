package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.span;
import static dev.laurel.rules.sentence.Phrases.times;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;

import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Join;
import java.util.ArrayList;
import java.util.List;

/** Benefits: who gets them, at which price, how often. */
final class BenefitSentences {
  private final Grammar grammar;

  BenefitSentences(Grammar grammar) {
    this.grammar = grammar;
  }

  Passage benefit(String place, Benefit benefit) {
    Lines lines = new Lines(place);
    benefit
        .description()
        .ifPresent(text ->
            lines.add(say("description", what(place + "/description", new Phrase.Told(text)))));
    open(place, benefit, lines);
    lines.add(say("benefit.price", price(place + "/price", benefit.price())));
    benefit
        .entitlement()
        .ifPresent(entitled -> entitlement(place + "/entitlement", entitled, lines));
    benefit
        .stock()
        .ifPresent(stock -> lines.add(say("benefit.stock", number(place + "/stock", stock))));
    benefit
        .reservation()
        .ifPresent(
            time -> lines.add(say("benefit.reservation", span(place + "/reservation", time))));
    benefit
        .codes()
        .ifPresent(codes ->
            lines.add(
                place + "/codes",
                say(
                    "benefit.codes",
                    number(place + "/codes/length", codes.length()),
                    what(place + "/codes/prefix", new Phrase.Quoted(codes.prefix())))));
    return lines.passage(
        grammar.names().own(Thing.BENEFIT, benefit.id(), benefit.title()), List.of());
  }

  private void open(String place, Benefit benefit, Lines lines) {
    Contexts contexts = grammar.contexts();
    if (!benefit.tiers().isEmpty())
      lines.add(
          say("benefit.tiers", contexts.anyOf(place + "/tiers", Thing.TIER, benefit.tiers())));
    if (!benefit.segments().isEmpty())
      lines.add(
          say(
              "benefit.segments",
              contexts.anyOf(place + "/segments", Thing.SEGMENT, benefit.segments())));
    grammar
        .conditions()
        .all(place + "/when", benefit.when())
        .ifPresent(condition -> lines.add(say("benefit.when", condition)));
  }

  private Phrase price(String place, Price price) {
    Operands operands = grammar.operands();
    return switch (price) {
      case Price.Free _ -> what(place, say("price.free"));
      case Price.Fixed fixed ->
          say(
              "price.fixed",
              operands.points(place + "/points", fixed.points(), place + "/kind", fixed.kind()));
      case Price.Linear linear ->
          say(
              "price.linear",
              operands.points(place + "/points", linear.points(), place + "/kind", linear.kind()),
              howMuch(place + "/worth", operands.money(linear.worth())));
      case Price.Steps steps -> {
        List<Phrase> phrases = new ArrayList<>();
        for (Price.Steps.Step step : steps.steps()) {
          String at = place + "/steps/" + step.id();
          phrases.add(
              say(
                  "price.step",
                  number(at + "/points", step.points()),
                  howMuch(at + "/worth", operands.money(step.worth()))));
        }
        yield say(
            "price.steps",
            what(place + "/kind", operands.kind(steps.kind())),
            joined(Join.OR, phrases, "price.no-step"));
      }
    };
  }

  private void entitlement(String place, Benefit.Entitlement entitled, Lines lines) {
    lines.add(
        place,
        say(
            "entitlement.uses",
            times(place + "/uses", entitled.uses()),
            grammar.periods().each(place + "/over", entitled.over(), "each.all")));
    entitled
        .validFor()
        .ifPresent(time ->
            lines.add(
                place,
                say(
                    "entitlement.valid",
                    span(place + "/validFor", time),
                    when(place + "/edge", say("edge", entitled.edge())))));
  }
}
