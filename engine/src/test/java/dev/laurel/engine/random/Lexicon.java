package dev.laurel.engine.random;

import static dev.laurel.rules.language.Vocabulary.Type.CHOICE;
import static dev.laurel.rules.language.Vocabulary.Type.DATE;
import static dev.laurel.rules.language.Vocabulary.Type.LIST;
import static dev.laurel.rules.language.Vocabulary.Type.MONEY;
import static dev.laurel.rules.language.Vocabulary.Type.NUMBER;
import static dev.laurel.rules.language.Vocabulary.Type.TEXT;
import static dev.laurel.rules.language.Vocabulary.Type.TIME;
import static dev.laurel.rules.language.Vocabulary.Type.TRUTH;

import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.language.Vocabulary.Attribute;
import dev.laurel.rules.language.Vocabulary.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that all random programmes share: attributes of every type for whatever has any. */
final class Lexicon {
  private Lexicon() {}

  /** The id of the message that all programmes have. */
  static final String MESSAGE = "soon";

  static final Message SOON =
      new Message(
          MESSAGE,
          Text.of("Soon"),
          Text.of("Until {date}"),
          "mail",
          "status",
          Optional.empty(),
          List.of());

  /** Status elsewhere. */
  static final List<String> STATUSES = List.of("ace", "king");

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              attribute("vip", TRUTH),
              attribute("level", NUMBER),
              attribute("city", CHOICE, "Graz", "Linz", "Wien"),
              attribute("since", DATE),
              attribute("wakes", TIME),
              attribute("allowance", MONEY),
              attribute("interests", LIST),
              attribute("nick", TEXT)),
          List.of(
              attribute("nights", NUMBER),
              attribute("fee", MONEY),
              attribute("gift", TRUTH),
              attribute("due", DATE),
              attribute("slot", TIME),
              attribute("coupon", TEXT)),
          List.of(
              attribute("weight", NUMBER),
              attribute("list", MONEY),
              attribute("organic", TRUTH),
              attribute("made", DATE)),
          List.of(
              new EventType(
                  "stay",
                  Text.of("Stay"),
                  List.of(
                      attribute("nights", NUMBER),
                      attribute("paid", MONEY),
                      attribute("room", CHOICE, "single", "double"),
                      attribute("late", TRUTH),
                      attribute("out", TIME),
                      attribute("arrival", DATE),
                      attribute("extras", LIST))),
              new EventType(
                  "tour",
                  Text.of("Tour"),
                  List.of(
                      attribute("score", NUMBER),
                      attribute("place", TEXT),
                      attribute("status", TEXT)))),
          List.of(
              new Vocabulary.Named("mail", Text.of("mail")),
              new Vocabulary.Named("text", Text.of("text"))),
          List.of(
              new Vocabulary.Purpose("status", Text.of("status")),
              new Vocabulary.Purpose("news", Text.of("news"))));

  /** What texts and lists without choices of their own are made of, by path. */
  private static final Map<String, List<String>> TEXTS =
      Map.ofEntries(
          Map.entry("purchase.channel", List.of("web", "store", "app")),
          Map.entry("purchase.store", List.of("Graz", "Wien")),
          Map.entry("purchase.payment", List.of("card", "cash")),
          Map.entry("purchase.country", List.of("AT", "DE")),
          Map.entry("purchase.tags", List.of("gift", "promo", "staff")),
          Map.entry("line.product", List.of("p1", "p2", "p3")),
          Map.entry("line.category", List.of("coffee", "tea", "books")),
          Map.entry("line.brand", List.of("Ada", "Bo")),
          Map.entry("line.tags", List.of("new", "fair")),
          Map.entry("event.place", List.of("Graz", "Wien")),
          Map.entry("event.status", STATUSES),
          Map.entry("event.topic", List.of("late", "broken")),
          Map.entry("event.referrer", List.of("other", "friend")),
          Map.entry("event.referred", List.of("other", "nobody")),
          Map.entry("event.channel", List.of("mail", "mail", "text", "fax")),
          Map.entry("event.purpose", List.of("status", "news", "status", "else")),
          Map.entry("event.message", List.of("hello", "soon", "bye")),
          Map.entry("event.outcome", List.of("opened", "failed")),
          Map.entry("event.extras", List.of("spa", "parking")),
          Map.entry("member.interests", List.of("tea", "books", "spa")),
          Map.entry("member.nick", List.of("Ada", "O'Neil \"x\"")),
          Map.entry("purchase.coupon", List.of("TEN", "TWENTY")));

  /** The texts that the word of this path may have. */
  static List<String> texts(String path) {
    return TEXTS.getOrDefault(path, List.of("one", "two"));
  }

  /** The attributes that a type of event brings along, built in and declared, with their paths. */
  static List<String> broughtBy(String event) {
    return switch (event) {
      case "purchase" ->
          List.of(
              "purchase.channel",
              "purchase.store",
              "purchase.payment",
              "purchase.country",
              "purchase.tags",
              "purchase.nights",
              "purchase.fee",
              "purchase.gift",
              "purchase.due",
              "purchase.slot",
              "purchase.coupon");
      case "line" ->
          List.of(
              "line.product",
              "line.category",
              "line.brand",
              "line.tags",
              "line.weight",
              "line.list",
              "line.organic",
              "line.made");
      case "member" ->
          List.of(
              "member.vip",
              "member.level",
              "member.city",
              "member.since",
              "member.wakes",
              "member.allowance",
              "member.interests",
              "member.nick");
      case "checkIn" -> List.of("event.place");
      case "review", "survey" -> List.of("event.score");
      case "complaint" -> List.of("event.topic");
      case "consent" -> List.of("event.channel", "event.purpose", "event.given");
      case "messageOutcome" -> List.of("event.message", "event.outcome");
      case "tour" -> List.of("event.score", "event.place", "event.status");
      case "stay" ->
          List.of(
              "event.nights",
              "event.paid",
              "event.room",
              "event.late",
              "event.out",
              "event.arrival",
              "event.extras");
      default -> List.of();
    };
  }

  private static Attribute attribute(String id, Vocabulary.Type type, String... values) {
    return new Attribute(id, Text.of(id), type, List.of(values), false);
  }
}
