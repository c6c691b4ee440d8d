package dev.laurel.rules.check;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.language.Vocabulary.Attribute;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.Word.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether attributes are declared, and hold what they are declared to hold. */
final class DatumCheck {
  private final Inspection in;
  private final Vocabulary vocabulary;

  DatumCheck(Inspection in) {
    this.in = in;
    this.vocabulary = in.pack().vocabulary().orElse(Vocabulary.EMPTY);
  }

  Map<String, Word> ofMember() {
    return words("member.", vocabulary.member());
  }

  Map<String, Word> ofPurchase() {
    return words("purchase.", vocabulary.purchase());
  }

  Map<String, Word> ofLine() {
    return words("line.", vocabulary.product());
  }

  /** What an event of this type carries beyond what every event does. */
  Map<String, Word> ofEvent(String event) {
    Map<String, Word> words = new TreeMap<>();
    Dictionary dictionary = in.conditions().dictionary();
    for (String path : dictionary.paths())
      if (path.startsWith("event.") && dictionary.carriers(path).contains(event))
        dictionary.find(path).ifPresent(word -> words.put(path.substring("event.".length()), word));
    return words;
  }

  private Map<String, Word> words(String prefix, List<Attribute> attributes) {
    Map<String, Word> words = new TreeMap<>();
    for (Attribute attribute : attributes)
      in.conditions()
          .dictionary()
          .find(prefix + attribute.id())
          .ifPresent(word -> words.put(attribute.id(), word));
    return words;
  }

  void check(Map<String, Datum> attributes, Map<String, Word> words, Place at) {
    attributes.forEach((id, datum) -> {
      Word word = words.get(id);
      if (word == null)
        in.sink().unknown("unknown-attribute", at.of(id), id, "an attribute", words::keySet);
      else datum(word, datum, at.of(id));
    });
  }

  private void datum(Word word, Datum datum, Place at) {
    switch (datum) {
      case Datum.One(var value) -> {
        if (word.type() == Type.LIST)
          in.sink()
              .add(
                  "wrong-type",
                  at,
                  LiteralCheck.text(value),
                  "%s is a list of texts.".formatted(word.path()),
                  "Write it in square brackets.");
        else literal(word, value, at);
      }
      case Datum.Several(var texts) -> {
        if (word.type() == Type.LIST) texts.forEach(text -> literal(word, Value.of(text), at));
        else
          in.sink()
              .add(
                  "wrong-type",
                  at,
                  String.join(", ", texts),
                  "%s is %s, and not a list."
                      .formatted(word.path(), LiteralCheck.noun(word.type())),
                  "Write one value.");
      }
    }
  }

  private void literal(Word word, Value value, Place at) {
    in.conditions().literals().check(word, value, at, in.sink());
  }
}
