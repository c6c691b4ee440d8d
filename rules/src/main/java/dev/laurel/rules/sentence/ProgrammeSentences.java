package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.date;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.span;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;

import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The pack's identity and the programme as a whole. */
final class ProgrammeSentences {
  private final Grammar grammar;
  private final PointKindSentences kinds;
  private final MetricSentences metrics;

  ProgrammeSentences(Grammar grammar) {
    this.grammar = grammar;
    this.kinds = new PointKindSentences(grammar);
    this.metrics = new MetricSentences(grammar);
  }

  Passage identity(String place, Pack.Identity pack) {
    Lines lines = new Lines(place);
    lines.add(
        say(
            "pack.identity",
            what(place + "/title", new Phrase.Told(pack.title())),
            what(place + "/version", new Phrase.Quoted(pack.version())),
            what(place + "/id", new Phrase.Quoted(pack.id())),
            number(place + "/format", pack.format())));
    pack.description()
        .ifPresent(text ->
            lines.add(say("description", what(place + "/description", new Phrase.Told(text)))));
    pack.asOf().ifPresent(day -> lines.add(say("pack.as-of", date(place + "/asOf", day))));
    pack.source()
        .ifPresent(
            text -> lines.add(say("pack.source", what(place + "/source", new Phrase.Told(text)))));
    return lines.passage(say("section.pack"), List.of());
  }

  Passage programme(String place, Programme programme) {
    Lines lines = new Lines(place);
    lines.add(say("programme.title", what(place + "/title", new Phrase.Told(programme.title()))));
    lines.add(
        say("programme.zone", when(place + "/zone", new Phrase.Code(programme.zone().getId()))));
    lines.add(
        say(
            "programme.currency",
            what(place + "/currency", new Phrase.Code(programme.currency().getCurrencyCode()))));
    programme
        .returns()
        .ifPresentOrElse(
            returns -> returns(place + "/returns", returns, lines),
            () -> lines.add(say("returns.unsaid")));
    programme
        .revision()
        .ifPresentOrElse(
            change -> revision(place + "/revision", change, lines),
            () -> lines.add(say("revision.unsaid")));
    lines.add(
        programme
            .latestArrival()
            .map(late -> say("programme.late", span(place + "/latestArrival", late)))
            .orElseGet(() -> say("programme.late.any")));
    return lines.passage(say("section.programme"), parts(place, programme));
  }

  /** When points lapse of whoever holds these tiers. */
  Phrase expiry(PointKind kind, Set<String> tiers) {
    return kinds.expiry(kind, tiers);
  }

  Passage kind(String place, PointKind kind) {
    return kinds.kind(place, kind);
  }

  Passage metric(String place, Metric metric) {
    return metrics.metric(place, metric);
  }

  private List<Passage> parts(String place, Programme programme) {
    List<Passage> parts = new ArrayList<>();
    programme
        .pointKinds()
        .forEach(kind -> parts.add(kinds.kind(place + "/pointKinds/" + kind.id(), kind)));
    programme
        .periods()
        .forEach(period -> parts.add(period(place + "/periods/" + period.id(), period)));
    programme
        .metrics()
        .forEach(metric -> parts.add(metrics.metric(place + "/metrics/" + metric.id(), metric)));
    programme
        .counters()
        .forEach(
            counter -> parts.add(metrics.counter(place + "/counters/" + counter.id(), counter)));
    return parts;
  }

  Passage period(String place, Programme.NamedPeriod period) {
    Lines lines = new Lines(place);
    Phrase name = grammar.names().own(Thing.PERIOD, period.id(), period.title());
    lines.add(say("period.is", name, when(place + "/is", grammar.periods().is(period.is()))));
    return lines.passage(name, List.of());
  }

  private static void returns(String place, Programme.Returns returns, Lines lines) {
    Phrase share = what(place + "/share", say("returns.share", returns.share()));
    List<Phrase> sources =
        returns.from().stream().map(source -> say("returns.from", source)).toList();
    lines.add(
        place,
        sources.isEmpty()
            ? say("returns", share)
            : say("returns.from", share, what(place + "/from", joined(Join.THEN, sources))));
    lines.add(
        place,
        say(
            "returns.unknown",
            what(place + "/unknown", say("returns.unknown", returns.unknown()))));
    lines.add(
        place,
        say(
            "returns.metrics",
            what(
                place + "/metrics",
                say(returns.metrics() ? "returns.metrics.too" : "returns.metrics.not"))));
  }

  private static void revision(String place, Programme.Change change, Lines lines) {
    lines.add(
        place,
        say(
            "revision.standing",
            when(place + "/standing", say("revision.standing", change.standing()))));
    lines.add(
        place, say("revision.lots", what(place + "/lots", say("revision.lots", change.lots()))));
  }
}
