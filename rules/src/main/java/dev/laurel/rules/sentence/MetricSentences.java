package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.percent;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;

import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Thing;
import java.math.BigDecimal;
import java.util.List;

/** Metrics and counters: what is counted for each member. */
final class MetricSentences {
  private final Grammar grammar;

  MetricSentences(Grammar grammar) {
    this.grammar = grammar;
  }

  Passage metric(String place, Metric metric) {
    Lines lines = new Lines(place);
    Phrase name = grammar.names().own(Thing.METRIC, metric.id(), metric.title());
    lines.add(
        say(
            "metric.counts",
            name,
            grammar.periods().over(place + "/over", metric.over()),
            count(place + "/counts", metric.counts())));
    lines.add(
        say("metric.rounding", what(place + "/rounding", say("rounding", metric.rounding()))));
    lines.add(
        metric
            .rollover()
            .map(rollover -> rollover(place + "/rollover", metric, rollover))
            .orElseGet(() -> say("rollover.none")));
    return lines.passage(name, List.of());
  }

  Passage counter(String place, Programme.Counter counter) {
    Lines lines = new Lines(place);
    Phrase name = grammar.names().own(Thing.COUNTER, counter.id(), counter.title());
    lines.add(say("counter", name, grammar.periods().over(place + "/over", counter.over())));
    return lines.passage(name, List.of());
  }

  private Phrase count(String place, Count count) {
    return switch (count) {
      case Count.PointsEarned points ->
          say("count.points-earned", what(place + "/kind", grammar.operands().kind(points.kind())));
      case Count.Spend spend ->
          where(
              place,
              say("count.spend", grammar.contexts().base(place + "/base", spend.base())),
              spend.when());
      case Count.Purchases purchases ->
          where(place, what(place, say("count.purchases")), purchases.when());
      case Count.Events events ->
          where(place, say("count.events", event(place, events.event())), events.when());
      case Count.Sum sum ->
          where(
              place,
              say(
                  "count.sum",
                  what(place + "/attribute", grammar.operands().of(sum.attribute())),
                  event(place, sum.event())),
              sum.when());
      case Count.DistinctDays days ->
          where(place, say("count.distinct-days", event(place, days.event())), days.when());
      case Count.OfCounter counter ->
          say(
              "count.counter",
              what(place + "/counter", grammar.names().of(Thing.COUNTER, counter.counter())));
    };
  }

  private Phrase event(String place, String event) {
    return when(place + "/event", grammar.names().of(Thing.EVENT, event));
  }

  private Phrase where(String place, Phrase counted, Rows when) {
    return grammar
        .conditions()
        .all(place + "/when", when)
        .map(condition -> say("count.when", counted, condition))
        .orElse(counted);
  }

  private Phrase rollover(String place, Metric metric, Metric.Rollover rollover) {
    Phrase share = percent(place + "/percent", BigDecimal.valueOf(rollover.percent()));
    return rollover
        .atMost()
        .map(most ->
            say(
                "rollover.at-most",
                share,
                howMuch(
                    place + "/atMost", grammar.operands().number("metrics." + metric.id(), most))))
        .orElseGet(() -> say("rollover", share));
  }
}
