package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.each;
import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.span;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.who;

import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Join;
import java.util.List;

/** What is given, as clauses. */
final class Outcomes {
  private final Names names;
  private final Operands operands;
  private final Contexts contexts;

  Outcomes(Names names, Operands operands, Contexts contexts) {
    this.names = names;
    this.operands = operands;
    this.contexts = contexts;
  }

  /** Of whom and of what the sentence around has spoken already. */
  enum Manner {
    /** "Members earn", "once per purchase". */
    EVERY_PURCHASE("earns.many", "to.members", "purchase"),
    /** "The member earns", "once per purchase". */
    PURCHASE("earns.one", "to.member", "purchase"),
    /** "The member earns", "once per event". */
    EVENT("earns.one", "to.member", "event");

    private final String earns;
    private final String earner;
    private final String event;

    Manner(String earns, String earner, String event) {
      this.earns = earns;
      this.earner = earner;
      this.event = event;
    }
  }

  /** All of them together. */
  Phrase of(String place, List<Outcome> outcomes, Manner manner) {
    return joined(Join.ALSO, each(outcomes, place, (at, o) -> of(at, o, manner)), "outcome.none");
  }

  /** One of them as a clause. */
  Phrase of(String place, Outcome outcome, Manner manner) {
    return switch (outcome) {
      case Outcome.Points points ->
          say(
              "outcome.points",
              earner(place + "/to", points.to(), manner),
              operands.points(place + "/points", points.points(), place + "/kind", points.kind()));
      case Outcome.PerAmount per -> rounded(perAmount(place, per, manner), per.kind(), manner);
      case Outcome.PerUnit per -> rounded(perUnit(place, per, manner), per.kind(), manner);
      case Outcome.ByTable by -> rounded(byTable(place, by, manner), by.kind(), manner);
      case Outcome.Multiply multiply ->
          say(
              "outcome.multiply",
              sources(place + "/of", multiply.of()),
              number(place + "/by", multiply.by()));
      case Outcome.MultiplyByTable multiply ->
          say(
              "outcome.multiply-by-table",
              sources(place + "/of", multiply.of()),
              what(place + "/table", names.of(Thing.TABLE, multiply.table())));
      case Outcome.GrantTier grant ->
          say(
              "outcome.grant-tier",
              who(place + "/tier", names.of(Thing.TIER, grant.tier())),
              span(place + "/span", grant.span()),
              what(place + "/reason", new Phrase.Told(grant.reason())));
      case Outcome.Count count ->
          say(
              count.by().signum() < 0 ? "outcome.count.down" : "outcome.count.up",
              what(place + "/counter", names.of(Thing.COUNTER, count.counter())),
              number(place + "/by", count.by().abs()));
      case Outcome.Entitle entitle ->
          say(
              "outcome.entitle",
              what(place + "/benefit", names.of(Thing.BENEFIT, entitle.benefit())),
              Phrases.times(place + "/count", entitle.count()),
              who(place + "/to", say("to", entitle.to())));
      case Outcome.Send send ->
          say("outcome.send", what(place + "/message", names.of(Thing.MESSAGE, send.message())));
      case Outcome.Offer offer ->
          say("outcome.offer", what(place + "/offer", names.of(Thing.OFFER, offer.offer())));
    };
  }

  private Phrase perAmount(String place, Outcome.PerAmount per, Manner manner) {
    Phrase points = operands.points(place + "/points", per.points(), place + "/kind", per.kind());
    Phrase each = howMuch(place + "/each", operands.money(per.each()));
    Phrase base = contexts.base(place + "/of", per.of());
    Phrase spent =
        switch (per.steps()) {
          case IN_PROPORTION -> say("outcome.per-amount", members(manner), points, each, base);
          case WHOLE_ONLY ->
              say(
                  "outcome.per-amount.whole",
                  members(manner),
                  points,
                  what(place + "/steps", say("steps.whole")),
                  each,
                  base);
        };
    return switch (per.crossing()) {
      case TIER_BEFORE -> spent;
      case FROM_THAT_CENT, TIER_AFTER ->
          say("crossing", spent, what(place + "/crossing", say("crossing", per.crossing())));
    };
  }

  private Phrase perUnit(String place, Outcome.PerUnit per, Manner manner) {
    return say(
        "outcome.per-unit",
        members(manner),
        operands.points(place + "/points", per.points(), place + "/kind", per.kind()),
        what(place + "/attribute", operands.of(per.attribute())));
  }

  private Phrase byTable(String place, Outcome.ByTable by, Manner manner) {
    return say(
        "outcome.by-table",
        members(manner),
        what(place + "/kind", operands.kind(by.kind())),
        what(place + "/table", names.of(Thing.TABLE, by.table())),
        contexts.base(place + "/of", by.of()));
  }

  /** Says the kind's rounding, which is done once for all rules that give the kind. */
  private Phrase rounded(Phrase earned, String kind, Manner manner) {
    return names.kind(kind).map(k -> rounded(earned, k, manner)).orElse(earned);
  }

  private static Phrase rounded(Phrase earned, PointKind kind, Manner manner) {
    return kind.rounding() == Rounding.EXACT
        ? say("rounded.not", earned)
        : say("rounded." + manner.event, earned, rounding(kind));
  }

  /** How a kind is rounded and to what. */
  static Phrase rounding(PointKind kind) {
    Phrase rounding = say("rounding", kind.rounding());
    return switch (kind.unit()) {
      case WHOLE -> rounding;
      case HUNDREDTHS -> say("rounding.to-hundredths", rounding);
    };
  }

  private static Phrase members(Manner manner) {
    return say(manner.earns, say(manner.earner));
  }

  private static Phrase earner(String place, Outcome.To to, Manner manner) {
    return switch (to) {
      case MEMBER -> say(manner.earns, who(place, say(manner.earner)));
      case REFERRER, REFERRED, POOL -> say("earns.one", who(place, say("to", to)));
    };
  }

  /** Rules and groups whose points are multiplied. */
  private Phrase sources(String place, List<String> ids) {
    return what(
        place, joined(Join.AND, ids.stream().map(this::source).toList(), "outcome.no-rule"));
  }

  private Phrase source(String id) {
    return names.find(Thing.GROUP, id).isPresent() && names.find(Thing.RULE, id).isEmpty()
        ? say("outcome.group", names.of(Thing.GROUP, id))
        : names.of(Thing.RULE, id);
  }
}
