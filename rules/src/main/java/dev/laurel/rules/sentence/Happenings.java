package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.date;
import static dev.laurel.rules.sentence.Phrases.each;
import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;
import static dev.laurel.rules.sentence.Phrases.who;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Scenario.Happening;
import dev.laurel.rules.language.Scenario.Line;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Join;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What happens in scenarios, and the facts that come with it. */
final class Happenings {
  private final Names names;
  private final Operands operands;

  Happenings(Names names, Operands operands) {
    this.names = names;
    this.operands = operands;
  }

  Phrase of(String place, Happening happening) {
    return switch (happening) {
      case Happening.Purchase purchase -> purchase(place, purchase);
      case Happening.Return back -> back(place, back);
      case Happening.Redemption redemption -> redemption(place, redemption);
      case Happening.Other other ->
          with(
              say("happening.event", when(place + "/event", names.of(Thing.EVENT, other.event()))),
              eventAttributes(place, other.attributes()));
      case Happening.Change change ->
          say(
              "happening.change",
              joined(
                  Join.COMMA,
                  attributes(place, "member.", change.attributes()),
                  "happening.no-change"));
      case Happening.Grant grant ->
          say(
              "happening.grant",
              who(place + "/tier", names.of(Thing.TIER, grant.tier())),
              date(place + "/until", grant.until()),
              what(place + "/reason", new Phrase.Quoted(grant.reason())));
      case Happening.Adjust adjust ->
          say(
              "happening.adjust",
              points(place, adjust.points(), adjust.kind()),
              what(place + "/reason", new Phrase.Quoted(adjust.reason())));
      case Happening.Use use ->
          say("happening.use", what(place + "/benefit", names.of(Thing.BENEFIT, use.benefit())));
      case Happening.Transfer transfer ->
          say(
              "happening.transfer",
              points(place, transfer.points(), transfer.kind()),
              who(place + "/to", new Phrase.Quoted(transfer.to())));
      case Happening.JoinPool(var pool) ->
          say("happening.join-pool", what(place + "/pool", new Phrase.Quoted(pool)));
      case Happening.LeavePool(var pool) ->
          say("happening.leave-pool", what(place + "/pool", new Phrase.Quoted(pool)));
    };
  }

  /** The attributes of an event, some of which every programme has. */
  private List<Phrase> eventAttributes(String place, Map<String, Datum> attributes) {
    return attributes(place, "event.", attributes, operands::of);
  }

  /** The attributes as facts: "the member's "Favourite shop" "Soho"". */
  List<Phrase> attributes(String place, String prefix, Map<String, Datum> attributes) {
    return attributes(place, prefix, attributes, operands::own);
  }

  private List<Phrase> attributes(
      String place, String prefix, Map<String, Datum> attributes, Function<String, Phrase> name) {
    List<Phrase> facts = new ArrayList<>();
    attributes.forEach((id, datum) -> {
      String path = prefix + id;
      facts.add(
          say("fact", name.apply(path), what(place + "/attributes/" + id, datum(path, datum))));
    });
    return facts;
  }

  private Phrase purchase(String place, Happening.Purchase purchase) {
    List<Phrase> facts = new ArrayList<>();
    purchase
        .id()
        .ifPresent(id -> facts.add(say("purchase.id", what(place + "/id", new Phrase.Quoted(id)))));
    money(place, "purchase", "tax", purchase.tax(), facts);
    money(place, "purchase", "shipping", purchase.shipping(), facts);
    money(place, "purchase", "discount", purchase.discount(), facts);
    money(place, "purchase", "paidWithPoints", purchase.paidWithPoints(), facts);
    money(place, "purchase", "paidWithGiftCard", purchase.paidWithGiftCard(), facts);
    text(place, "purchase", "channel", purchase.channel(), facts);
    text(place, "purchase", "store", purchase.store(), facts);
    text(place, "purchase", "payment", purchase.payment(), facts);
    text(place, "purchase", "country", purchase.country(), facts);
    tags(place, "purchase.tags", purchase.tags(), facts);
    facts.addAll(attributes(place, "purchase.", purchase.attributes()));
    lines(place, purchase.lines(), facts);
    Phrase happening =
        purchase
            .amount()
            .map(sum ->
                say("happening.purchase-of", howMuch(place + "/amount", operands.money(sum))))
            .orElseGet(() -> say("happening.purchase"));
    return with(happening, facts);
  }

  private Phrase back(String place, Happening.Return back) {
    List<Phrase> facts = new ArrayList<>();
    money(place, "purchase", "amount", back.amount(), facts);
    lines(place, back.lines(), facts);
    return with(
        back.of()
            .map(id -> say("happening.return", what(place + "/of", new Phrase.Quoted(id))))
            .orElseGet(() -> say("happening.return-of-unknown")),
        facts);
  }

  private Phrase redemption(String place, Happening.Redemption redemption) {
    Phrase points = points(place, redemption.points(), redemption.kind());
    return redemption
        .benefit()
        .map(id ->
            say(
                "happening.redemption",
                points,
                what(place + "/benefit", names.of(Thing.BENEFIT, id))))
        .orElseGet(() -> say("happening.redemption.open", points));
  }

  private Phrase points(String place, BigDecimal points, String kind) {
    return operands.points(place + "/points", points, place + "/kind", kind);
  }

  private void lines(String place, List<Line> lines, List<Phrase> facts) {
    if (!lines.isEmpty())
      facts.add(
          say("purchase.lines", joined(Join.SEMICOLON, each(lines, place + "/lines", this::line))));
  }

  private Phrase line(String place, Line line) {
    List<Phrase> facts = new ArrayList<>();
    money(place, "line", "amount", Optional.of(line.amount()), facts);
    if (line.quantity().compareTo(BigDecimal.ONE) != 0)
      facts.add(
          fact("line.quantity", howMuch(place + "/quantity", new Phrase.Number(line.quantity()))));
    text(place, "line", "product", line.product(), facts);
    text(place, "line", "category", line.category(), facts);
    text(place, "line", "brand", line.brand(), facts);
    tags(place, "line.tags", line.tags(), facts);
    facts.addAll(attributes(place, "line.", line.attributes()));
    return joined(Join.COMMA, facts);
  }

  private void money(
      String place, String of, String name, Optional<BigDecimal> amount, List<Phrase> facts) {
    amount.ifPresent(
        sum -> facts.add(fact(of + "." + name, howMuch(place + "/" + name, operands.money(sum)))));
  }

  private void text(
      String place, String of, String name, Optional<String> text, List<Phrase> facts) {
    text.ifPresent(words ->
        facts.add(fact(of + "." + name, what(place + "/" + name, new Phrase.Quoted(words)))));
  }

  private void tags(String place, String path, List<String> tags, List<Phrase> facts) {
    if (!tags.isEmpty()) facts.add(fact(path, what(place + "/tags", texts(tags))));
  }

  private Phrase fact(String path, Phrase value) {
    return say("fact", operands.builtIn(path), value);
  }

  private Phrase datum(String path, Datum datum) {
    return switch (datum) {
      case Datum.One(Value value) -> operands.value(path, value);
      case Datum.Several(List<String> texts) ->
          texts.isEmpty() ? say("datum.none") : say("datum.several", texts(texts));
    };
  }

  private static Phrase texts(List<String> texts) {
    return joined(Join.AND, texts.stream().map(text -> (Phrase) new Phrase.Quoted(text)).toList());
  }

  private static Phrase with(Phrase happening, List<Phrase> facts) {
    return facts.isEmpty()
        ? happening
        : say("happening.with", happening, joined(Join.COMMA, facts));
  }
}
