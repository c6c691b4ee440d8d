package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.percent;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.span;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.who;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Circumstance;
import dev.laurel.rules.sentence.Phrase.Circumstances;
import dev.laurel.rules.sentence.Phrase.Join;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Segments: who belongs to them. */
final class SegmentSentences {
  private final Grammar grammar;

  SegmentSentences(Grammar grammar) {
    this.grammar = grammar;
  }

  Passage segment(String place, Segment segment) {
    Lines lines = new Lines(place);
    Phrase name = grammar.names().own(Thing.SEGMENT, segment.id(), segment.title());
    lines.add(say("segment", name, membership(place + "/is", segment.is())));
    segment.alerts().forEach(alert -> alert(place + "/alerts/" + alert.id(), alert, lines));
    return lines.passage(name, List.of());
  }

  /** The members who belong. */
  Phrase membership(String place, Membership membership) {
    return switch (membership) {
      case Membership.Meets meets -> {
        List<Circumstance> conditions =
            grammar.contexts().asked(place, meets.when(), meets.unless());
        yield conditions.isEmpty()
            ? say("segment.all")
            : say("segment.meets", new Circumstances(conditions));
      }
      case Membership.Rfm rfm ->
          say(
              "segment.rfm",
              fifths(place + "/recency", rfm.recency()),
              fifths(place + "/frequency", rfm.frequency()),
              fifths(place + "/money", rfm.money()),
              grammar.periods().over(place + "/over", rfm.over()));
      case Membership.InClass in -> inClass(place, in);
      case Membership.Attributed by ->
          say(
              "segment.attributed",
              what(place + "/dimension", say("segment.attributed", by.dimension())),
              who(place + "/attribute", grammar.operands().of(by.attribute())),
              who(
                  place + "/values",
                  joined(
                      Join.OR,
                      by.values().stream()
                          .map(text -> grammar.operands().value(by.attribute(), Value.of(text)))
                          .toList(),
                      "table.no-value")));
      case Membership.Lifecycle cycle ->
          say(
              "segment.lifecycle",
              who(place + "/stage", say("segment.stage", cycle.stage())),
              span(place + "/newFor", cycle.newFor()),
              span(place + "/activeFor", cycle.activeFor()),
              span(place + "/lostAfter", cycle.lostAfter()));
    };
  }

  private static Phrase fifths(String place, List<Integer> fifths) {
    List<Phrase> numbers =
        fifths.stream()
            .map(fifth -> (Phrase) new Phrase.Number(BigDecimal.valueOf(fifth)))
            .toList();
    return howMuch(
        place,
        numbers.isEmpty()
            ? say("segment.any-fifth")
            : say("segment.fifths", joined(Join.OR, numbers)));
  }

  private Phrase inClass(String place, Membership.InClass in) {
    String path = "metrics." + in.metric();
    return say(
        "segment.in-class",
        what(place + "/dimension", say("segment.in-class", in.dimension())),
        what(place + "/metric", metric(in.metric(), path)),
        bounds(place, path, in));
  }

  /** Each bound is a word of its own, so that it can be changed where it stands. */
  private Phrase bounds(String place, String path, Membership.InClass in) {
    Optional<Phrase> low =
        in.from().map(Value::of).map(from -> between(place + "/from", path, from, true));
    Optional<Phrase> high =
        in.below().map(Value::of).map(below -> between(place + "/below", path, below, false));
    if (low.isPresent() && high.isPresent()) return say("is.within", low.get(), high.get());
    return low.or(() -> high).orElseGet(() -> howMuch(place, say("is.known")));
  }

  private Phrase between(String place, String path, Value bound, boolean low) {
    Optional<Value> one = Optional.of(bound);
    Optional<Value> none = Optional.empty();
    return howMuch(place, grammar.conditions().between(path, low ? one : none, low ? none : one));
  }

  /** The metric as an operand, or that it is unknown. */
  private Phrase metric(String id, String path) {
    return grammar.names().metric(id).isPresent()
        ? grammar.operands().of(path)
        : grammar.names().of(Thing.METRIC, id);
  }

  private static void alert(String place, Segment.Alert alert, Lines lines) {
    List<Phrase> bounds = new ArrayList<>();
    alert
        .belowPercent()
        .ifPresent(
            share -> bounds.add(say("alert.below", percent(place + "/belowPercent", share))));
    alert
        .abovePercent()
        .ifPresent(
            share -> bounds.add(say("alert.above", percent(place + "/abovePercent", share))));
    lines.add(place, say("alert", joined(Join.OR, bounds, "alert.never")));
  }
}
