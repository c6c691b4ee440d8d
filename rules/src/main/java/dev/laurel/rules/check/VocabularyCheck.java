package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.language.Vocabulary.Attribute;
import dev.laurel.rules.language.Vocabulary.EventType;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether what the vocabulary adds leaves the built-in words and one another alone. */
final class VocabularyCheck {
  private static final Dictionary BUILT_IN = Dictionary.builtIn();

  /** Words of the language that a dictionary without ladders does not hold. */
  private static final Set<String> TAKEN = Set.of("member.tier", "member.tiers", "purchase.lines");

  private final Sink sink;
  private final Map<String, Attribute> ofEvents = new HashMap<>();

  VocabularyCheck(Inspection in) {
    this.sink = in.sink();
  }

  void check(Vocabulary vocabulary) {
    Place at = Place.ROOT.of("vocabulary");
    at.of("member").each(vocabulary.member(), Attribute::id, (p, a) -> ofOne("member.", a, p));
    at.of("purchase")
        .each(
            vocabulary.purchase(),
            Attribute::id,
            (p, a) -> {
              ofOne("purchase.", a, p);
              notPersonal(a, p);
            });
    at.of("product")
        .each(
            vocabulary.product(),
            Attribute::id,
            (p, a) -> {
              ofOne("line.", a, p);
              notPersonal(a, p);
            });
    at.of("events").each(vocabulary.events(), EventType::id, this::event);
  }

  private void event(Place at, EventType event) {
    if (Vocabulary.BUILT_IN_EVENTS.contains(event.id())
        || Vocabulary.UNANSWERED_EVENTS.contains(event.id())) reserved(event.id(), at);
    at.of("attributes").each(event.attributes(), Attribute::id, this::ofEvent);
  }

  private void ofOne(String prefix, Attribute attribute, Place at) {
    String path = prefix + attribute.id();
    if (TAKEN.contains(path) || BUILT_IN.find(path).isPresent()) reserved(attribute.id(), at);
    values(attribute, at);
  }

  private void ofEvent(Place at, Attribute attribute) {
    String path = "event." + attribute.id();
    // Some built-in words are carried by a few types of event; further types may carry them too.
    if (BUILT_IN.find(path).isPresent() && BUILT_IN.carriers(path).isEmpty())
      reserved(attribute.id(), at);
    else if (differs(path, attribute))
      sink.add(
          "conflicting-attribute",
          at,
          attribute.id(),
          "%s is of another type, or has other values, for another type of event.".formatted(path),
          "Give it the same type and values everywhere, or another id.");
    values(attribute, at);
    notPersonal(attribute, at);
  }

  private boolean differs(String path, Attribute attribute) {
    Attribute first = ofEvents.putIfAbsent(path, attribute);
    if (first != null)
      return first.type() != attribute.type() || !first.values().equals(attribute.values());
    return BUILT_IN
        .find(path)
        .filter(
            word -> word.type() != Word.Type.of(attribute.type()) || !attribute.values().isEmpty())
        .isPresent();
  }

  private void values(Attribute attribute, Place at) {
    Set<String> seen = new HashSet<>();
    at.of("values")
        .each(
            attribute.values(),
            value -> "",
            (place, value) -> {
              if (!seen.add(value)) sink.namedTwice(place, value);
            });
  }

  private void notPersonal(Attribute attribute, Place at) {
    if (attribute.personal())
      sink.add(
          "personal-in-event",
          at.of("personal"),
          "true",
          "Events are kept for ever, so that nothing they carry may be personal data.",
          "Make it an attribute of the member.");
  }

  private void reserved(String id, Place at) {
    sink.add(
        "reserved-id",
        at.of("id"),
        id,
        "\"%s\" is built in already.".formatted(id),
        "Use the built-in one, or give this one another id.");
  }
}
