package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.date;
import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.percent;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.span;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;

import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Availability;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Point kinds: how they are earned, kept, lost and given away. */
final class PointKindSentences {
  private final Grammar grammar;

  PointKindSentences(Grammar grammar) {
    this.grammar = grammar;
  }

  Passage kind(String place, PointKind kind) {
    Lines lines = new Lines(place);
    Phrase.Named name = grammar.names().own(Thing.POINT_KIND, kind.id(), kind.title());
    lines.add(
        say(
            "kind.use",
            new Phrase.Units(name, Optional.empty()),
            what(place + "/use", say("kind.use", kind.use()))));
    lines.add(
        say(
            "kind.counted",
            what(place + "/unit", say("kind.unit", kind.unit())),
            what(place + "/rounding", say("rounding", kind.rounding()))));
    lines.add(say("kind.available", available(place + "/available", kind.available())));
    lines.add(
        kind.expiry() instanceof Expiry.Never
            ? say("kind.lasting", when(place + "/expiry", say("kind.never-expire")))
            : say("kind.expiry", expiry(place + "/expiry", kind.expiry())));
    kind.worth()
        .ifPresent(worth ->
            lines.add(
                say("kind.worth", howMuch(place + "/worth", grammar.operands().money(worth)))));
    lines.add(
        say("kind.shortfall", what(place + "/shortfall", say("shortfall", kind.shortfall()))));
    kind.caps().forEach(cap -> cap(place + "/caps/" + cap.id(), cap, lines));
    lines.add(
        kind.transfer()
            .map(transfer -> transfer(place + "/transfer", transfer))
            .orElseGet(() -> say("kind.no-transfer")));
    lines.add(
        kind.pooling()
            .map(pooling ->
                say("kind.pooling", number(place + "/pooling/members", pooling.members())))
            .orElseGet(() -> say("kind.no-pooling")));
    return lines.passage(name, List.of());
  }

  /** When points lapse of whoever holds these tiers. */
  Phrase expiry(PointKind kind, Set<String> tiers) {
    return expiry(
        "", kind.expiry() instanceof Expiry.ByTier byTier ? byTier.heldWith(tiers) : kind.expiry());
  }

  private Phrase available(String place, Availability available) {
    return switch (available) {
      case Availability.AtOnce _ -> when(place, say("available.at-once"));
      case Availability.After after -> say("available.after", span(place + "/span", after.span()));
      case Availability.On on -> say("available.on", date(place + "/day", on.day()));
      case Availability.AtEvent at ->
          say(
              "available.at-event",
              when(place + "/event", grammar.names().of(Thing.EVENT, at.event())));
    };
  }

  private Phrase expiry(String place, Expiry expiry) {
    return switch (expiry) {
      case Expiry.Never _ -> when(place, say("expiry.never"));
      case Expiry.After after -> after(place, after);
      case Expiry.On on -> say("expiry.on", date(place + "/day", on.day()), edge(place, on.edge()));
      case Expiry.Inactivity idle ->
          say(
              "expiry.inactivity",
              span(place + "/span", idle.span()),
              activity(place + "/events", idle.events()),
              edge(place, idle.edge()));
      case Expiry.ByTier byTier -> byTier(place, byTier);
    };
  }

  private Phrase after(String place, Expiry.After after) {
    Phrase length = span(place + "/span", after.span());
    Phrase edge = edge(place, after.edge());
    Phrase lapse =
        switch (after.carriedTo()) {
          case NONE -> say("expiry.after", length, edge);
          case END_OF_MONTH, END_OF_QUARTER, END_OF_YEAR ->
              say(
                  "expiry.after-carried",
                  length,
                  when(place + "/carriedTo", say("expiry.carried-to", after.carriedTo())),
                  edge);
        };
    String at = place + "/unlessActive";
    return after
        .unlessActive()
        .map(active ->
            say(
                "expiry.unless-active",
                lapse,
                grammar.periods().noun(at + "/each", active.each()),
                activity(at + "/events", active.events())))
        .orElse(lapse);
  }

  private Phrase byTier(String place, Expiry.ByTier byTier) {
    List<Phrase> cases = new ArrayList<>();
    for (Expiry.ByTier.Row row : byTier.rows()) {
      String at = place + "/rows/" + row.id();
      Phrase tiers =
          row.tiers().isEmpty()
              ? say("expiry.no-tier")
              : grammar.contexts().anyOf(at + "/tiers", Thing.TIER, row.tiers());
      cases.add(say("expiry.row", tiers, expiry(at + "/expiry", row.expiry())));
    }
    cases.add(say("expiry.otherwise", expiry(place + "/otherwise", byTier.otherwise())));
    return say("expiry.by-tier", joined(Join.SEMICOLON, cases));
  }

  private static Phrase edge(String place, Edge edge) {
    return when(place + "/edge", say("edge", edge));
  }

  /** The events that count as activity. */
  private Phrase activity(String place, List<String> events) {
    List<Phrase> types =
        events.stream().map(event -> grammar.names().of(Thing.EVENT, event)).toList();
    return when(
        place,
        types.isEmpty()
            ? say("activity.purchase")
            : say("activity.events", joined(Join.OR, types)));
  }

  private void cap(String place, PointKind.Cap cap, Lines lines) {
    lines.add(
        place,
        say(
            "cap",
            what(place + "/of", say("cap", cap.of())),
            number(place + "/atMost", cap.atMost()),
            grammar.periods().each(place + "/over", cap.over(), "each.all")));
  }

  private Phrase transfer(String place, PointKind.Transfer transfer) {
    List<Phrase> pieces = new ArrayList<>();
    pieces.add(say("transfer.least", number(place + "/least", transfer.least())));
    Phrase each = grammar.periods().each(place + "/over", transfer.over(), "each.transfer");
    pieces.add(
        transfer
            .atMost()
            .map(most -> say("transfer.at-most", number(place + "/atMost", most), each))
            .orElseGet(() -> say("transfer.without-ceiling", each)));
    pieces.add(say("transfer.fee", percent(place + "/feePercent", transfer.feePercent())));
    return say("transfer", joined(Join.COMMA, pieces));
  }
}
