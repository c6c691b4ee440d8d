package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;
import static dev.laurel.rules.sentence.Phrases.who;

import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Circumstance;
import dev.laurel.rules.sentence.Phrase.Circumstances;
import dev.laurel.rules.sentence.Phrase.Role;
import java.util.ArrayList;
import java.util.List;

/** Messages and offers: what members are told and offered. */
final class MessageSentences {
  private final Grammar grammar;

  MessageSentences(Grammar grammar) {
    this.grammar = grammar;
  }

  Passage message(String place, Message message) {
    Lines lines = new Lines(place);
    Names names = grammar.names();
    lines.add(say("message.says", what(place + "/template", new Phrase.Told(message.template()))));
    lines.add(
        say(
            "message.sent",
            what(place + "/channel", names.of(Thing.CHANNEL, message.channel())),
            who(place + "/purpose", names.of(Thing.PURPOSE, message.purpose()))));
    message
        .quiet()
        .ifPresent(quiet ->
            lines.add(
                say(
                    "message.quiet",
                    when(place + "/quiet/from", new Phrase.Time(quiet.from())),
                    when(place + "/quiet/to", new Phrase.Time(quiet.to())))));
    grammar
        .contexts()
        .limits(place + "/limits", message.limits())
        .ifPresent(limits -> lines.add(say("message.limits", limits)));
    return lines.passage(names.own(Thing.MESSAGE, message.id(), message.title()), List.of());
  }

  Passage offers(String place, OfferSet offers) {
    Lines lines = new Lines(place);
    lines.add(say("offers"));
    return lines.passage(
        grammar.names().own(Thing.OFFER, offers.id(), offers.title()),
        offers.of().stream().map(offer -> offer(place + "/of/" + offer.id(), offer)).toList());
  }

  private Passage offer(String place, OfferSet.Offer offer) {
    Lines lines = new Lines(place);
    Contexts contexts = grammar.contexts();
    List<Circumstance> context = new ArrayList<>();
    contexts
        .audience(place + "/audience", offer.audience())
        .ifPresent(who -> context.add(new Circumstance(Role.AUDIENCE, who)));
    context.addAll(contexts.conditions(place, offer.when(), offer.unless()));
    Phrase then = grammar.outcomes().of(place + "/then", offer.then(), Outcomes.Manner.EVENT);
    lines.add(
        context.isEmpty()
            ? say("rule.always", then)
            : say("rule", new Circumstances(context), then));
    lines.add(say("offer.score", number(place + "/score", offer.score())));
    return lines.passage(new Phrase.Told(offer.title()), List.of());
  }
}
