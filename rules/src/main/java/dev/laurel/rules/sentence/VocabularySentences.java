package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.what;

import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.sentence.Phrase.Join;
import java.util.ArrayList;
import java.util.List;

/** What the programme knows beyond the built-in words. */
final class VocabularySentences {
  private final Names names;

  VocabularySentences(Names names) {
    this.names = names;
  }

  Passage vocabulary(String place, Vocabulary vocabulary) {
    List<Passage> parts = new ArrayList<>();
    parts.addAll(attributes(place + "/member", "attribute.member", vocabulary.member()));
    parts.addAll(attributes(place + "/purchase", "attribute.purchase", vocabulary.purchase()));
    parts.addAll(attributes(place + "/product", "attribute.product", vocabulary.product()));
    vocabulary.events().forEach(type -> parts.add(event(place + "/events/" + type.id(), type)));
    vocabulary
        .channels()
        .forEach(channel ->
            parts.add(
                named(
                    place + "/channels/" + channel.id(),
                    "vocabulary.channel",
                    names.own(Thing.CHANNEL, channel.id(), channel.title()))));
    vocabulary
        .purposes()
        .forEach(purpose ->
            parts.add(
                named(
                    place + "/purposes/" + purpose.id(),
                    "vocabulary.purpose",
                    names.own(Thing.PURPOSE, purpose.id(), purpose.title()))));
    return new Passage(place, say("section.vocabulary"), List.of(), parts);
  }

  private Passage event(String place, Vocabulary.EventType type) {
    return named(
        place,
        "vocabulary.event",
        names.own(Thing.EVENT, type.id(), type.title()),
        attributes(place + "/attributes", "attribute.event", type.attributes()));
  }

  private static Passage named(String place, String key, Phrase name) {
    return named(place, key, name, List.of());
  }

  private static Passage named(String place, String key, Phrase name, List<Passage> parts) {
    Lines lines = new Lines(place);
    lines.add(say(key, what(place + "/title", name)));
    return lines.passage(name, parts);
  }

  private static List<Passage> attributes(
      String place, String key, List<Vocabulary.Attribute> attributes) {
    return attributes.stream().map(a -> attribute(place + "/" + a.id(), key, a)).toList();
  }

  private static Passage attribute(String place, String key, Vocabulary.Attribute attribute) {
    Lines lines = new Lines(place);
    Phrase title = new Phrase.Told(attribute.title());
    Phrase type =
        attribute.values().isEmpty()
            ? what(place + "/type", say("type", attribute.type()))
            : say(
                "type",
                attribute.type(),
                what(
                    place + "/values",
                    joined(
                        Join.OR,
                        attribute.values().stream()
                            .map(value -> (Phrase) new Phrase.Quoted(value))
                            .toList())));
    lines.add(say(key, what(place + "/title", title), type));
    if (attribute.personal())
      lines.add(say("attribute.personal", what(place + "/personal", say("personal"))));
    return lines.passage(title, List.of());
  }
}
