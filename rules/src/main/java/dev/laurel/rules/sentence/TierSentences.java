package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.date;
import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.span;
import static dev.laurel.rules.sentence.Phrases.times;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;
import static dev.laurel.rules.sentence.Phrases.who;

import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ladders and tiers. A tier's sentences are whole: they say what it takes over from its ladder. */
final class TierSentences {
  private final Grammar grammar;
  private final Requirements requirements;

  TierSentences(Grammar grammar) {
    this.grammar = grammar;
    this.requirements = new Requirements(grammar.operands(), grammar.conditions());
  }

  Passage ladder(String place, Ladder ladder) {
    Lines lines = new Lines(place);
    List<Phrase> tiers =
        ladder.tiers().stream().map(t -> grammar.names().of(Thing.TIER, t.id())).toList();
    lines.add(
        say("ladder.tiers", who(place + "/tiers", joined(Join.LIST, tiers, "ladder.no-tiers"))));
    lines.add(
        say("ladder.upgrade", when(place + "/upgrade", say("ladder.upgrade", ladder.upgrade()))));
    lines.add(
        say(
            "ladder.held",
            validity(place + "/validity", ladder.validity()),
            when(place + "/renewal", say("ladder.renewal", ladder.renewal()))));
    lines.add(say("ladder.ends", when(place + "/ends", say("ladder.ends", ladder.ends()))));
    lines.add(descent(place, ladder.descent()));
    ladder.grace().ifPresent(grace -> lines.add(grace(place, grace)));
    milestones(place, ladder.milestones(), lines);
    return lines.passage(
        grammar.names().own(Thing.LADDER, ladder.id(), ladder.title()),
        ladder.tiers().stream().map(tier -> tier(place, ladder, tier)).toList());
  }

  /** One tier; what it takes over from its ladder stands at the ladder's place. */
  Passage tier(String ladderPlace, Ladder ladder, Tier tier) {
    String place = ladderPlace + "/tiers/" + tier.id();
    Lines lines = new Lines(place);
    Phrase name = grammar.names().own(Thing.TIER, tier.id(), tier.title());
    boolean base = tier.entry().isEmpty() && isFirst(ladder, tier);
    Phrase reached = reached(place, ladder, tier, name, base);
    lines.add(
        held(ladderPlace, place, ladder, tier)
            .map(held -> say("tier.reached-and-held", reached, held))
            .orElseGet(() -> say("tier.reached-only", reached)));
    if (tier.byInvitation()) lines.add(say("tier.by-invitation"));
    if (tier.descent().isPresent() || (!base && endsEver(ladder, tier)))
      lines.add(
          descent(
              tier.descent().isPresent() ? place : ladderPlace,
              tier.descent().orElse(ladder.descent())));
    String gracePlace = tier.grace().isPresent() ? place : ladderPlace;
    tier.grace().or(ladder::grace).ifPresent(grace -> lines.add(grace(gracePlace, grace)));
    tier.extension()
        .ifPresent(most -> lines.add(say("tier.extension", span(place + "/extension", most))));
    tier.warnings().forEach(warning -> warning(place, warning, lines));
    given(place + "/onUpgrade", "tier.on-upgrade", tier.onUpgrade(), lines);
    given(place + "/onRenewal", "tier.on-renewal", tier.onRenewal(), lines);
    tier.headStarts().forEach(start -> headStart(place, start, lines));
    milestones(place, tier.milestones(), lines);
    tier.matches().forEach(match -> match(place, match, lines));
    return lines.passage(name, List.of());
  }

  /** What a tier or a part of it asks for, after a verb. */
  Phrase requirement(String place, Ladder.Requirement requirement) {
    return requirements.of(place, requirement);
  }

  private static boolean isFirst(Ladder ladder, Tier tier) {
    return !ladder.tiers().isEmpty() && ladder.tiers().getFirst().id().equals(tier.id());
  }

  private static Validity validity(Ladder ladder, Tier tier) {
    return tier.validity().orElse(ladder.validity());
  }

  private static boolean endsEver(Ladder ladder, Tier tier) {
    return !(validity(ladder, tier) instanceof Validity.ForEver);
  }

  private Phrase reached(String place, Ladder ladder, Tier tier, Phrase name, boolean base) {
    if (base) return say("tier.base", name);
    return tier.entry()
        .map(entry ->
            say("tier.reached", ladder.upgrade(), name, requirements.of(place + "/entry", entry)))
        .orElseGet(() -> say("tier.no-entry", name));
  }

  /** For how long the tier is held and what renews it; empty where nothing ends it. */
  private Optional<Phrase> held(String ladderPlace, String place, Ladder ladder, Tier tier) {
    Validity validity = validity(ladder, tier);
    boolean whileMet = validity instanceof Validity.WhileMet;
    boolean unasked = tier.entry().isEmpty() && tier.renewal().isEmpty();
    if (unasked && tier.validity().isEmpty() && (whileMet || isFirst(ladder, tier)))
      return Optional.empty();
    String own = tier.validity().isPresent() ? place : ladderPlace;
    Phrase held = validity(own + "/validity", validity);
    boolean renewable = !whileMet && endsEver(ladder, tier) && tier.entry().isPresent();
    if (tier.renewal().isPresent())
      return Optional.of(
          say(
              "tier.renewed",
              ladder.renewal(),
              held,
              requirements.of(place + "/renewal", tier.renewal().get())));
    return Optional.of(
        renewable ? say("tier.renewed-alike", ladder.renewal(), held) : say("tier.held", held));
  }

  /** For how long it is held, after a verb. */
  Phrase validity(String place, Validity validity) {
    return switch (validity) {
      case Validity.WhileMet _ -> when(place, say("validity.while-met"));
      case Validity.ForEver _ -> when(place, say("validity.for-ever"));
      case Validity.For time -> say("validity.for", span(place + "/span", time.span()));
      case Validity.RestOfPeriod rest -> {
        Phrase period = grammar.periods().noun(place + "/period", rest.period());
        yield rest.more() == 0
            ? say("validity.rest", period)
            : say("validity.rest-and-more", period, number(place + "/more", rest.more()));
      }
      case Validity.ToEndOfMonth end ->
          say(
              "validity.to-end-of-month",
              when(place + "/month", Phrases.month(end.month())),
              number(place + "/yearsLater", end.yearsLater()),
              grammar.periods().noun(place + "/period", end.period()));
    };
  }

  private static Phrase descent(String place, Ladder.Descent descent) {
    return say("descent", who(place + "/descent", say("descent", descent)));
  }

  private static Phrase grace(String place, Span grace) {
    return say("grace", span(place + "/grace", grace));
  }

  private void warning(String place, Ladder.Warning warning, Lines lines) {
    String at = place + "/warnings/" + warning.id();
    lines.add(
        at,
        say(
            "tier.warning",
            number(at + "/daysBefore", warning.daysBefore()),
            what(at + "/message", grammar.names().of(Thing.MESSAGE, warning.message()))));
  }

  private void given(String place, String key, List<Outcome> outcomes, Lines lines) {
    if (!outcomes.isEmpty())
      lines.add(place, say(key, grammar.outcomes().of(place, outcomes, Outcomes.Manner.EVENT)));
  }

  private void headStart(String place, Ladder.HeadStart start, Lines lines) {
    String at = place + "/headStarts/" + start.id();
    lines.add(
        at,
        say(
            "tier.head-start",
            howMuch(
                at + "/units",
                grammar.operands().number("metrics." + start.metric(), start.units())),
            what(at + "/metric", grammar.names().of(Thing.METRIC, start.metric()))));
  }

  private void milestones(String place, List<Ladder.Milestone> milestones, Lines lines) {
    for (Ladder.Milestone milestone : milestones) {
      String at = place + "/milestones/" + milestone.id();
      List<Phrase> context = new ArrayList<>();
      context.add(
          say(
              "milestone.at",
              grammar
                  .operands()
                  .amountOf(at + "/at", milestone.at(), at + "/metric", milestone.metric())));
      milestone
          .each()
          .ifPresent(each ->
              context.add(
                  say(
                      "milestone.each",
                      howMuch(
                          at + "/each",
                          grammar.operands().number("metrics." + milestone.metric(), each)))));
      milestone
          .atMost()
          .ifPresent(most -> context.add(say("milestone.at-most", times(at + "/atMost", most))));
      Phrase then = grammar.outcomes().of(at + "/then", milestone.then(), Outcomes.Manner.EVENT);
      lines.add(at, say("rule", joined(Join.COMMA, context), then));
    }
  }

  private void match(String place, Ladder.Match match, Lines lines) {
    String at = place + "/matches/" + match.id();
    List<Phrase> pieces = new ArrayList<>();
    pieces.add(
        say(
            "match",
            what(at + "/status", new Phrase.Quoted(match.status())),
            span(at + "/span", match.span())));
    match
        .challenge()
        .ifPresent(r -> pieces.add(say("match.kept", requirements.of(at + "/challenge", r))));
    match.until().ifPresent(day -> pieces.add(say("match.until", date(at + "/until", day))));
    lines.add(at, say("match.sentence", joined(Join.SEMICOLON, pieces)));
  }
}
