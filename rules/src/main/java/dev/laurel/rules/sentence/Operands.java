package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.say;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Kind;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.HiddenWord;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.ZoneWord;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Paths as words, and values as their paths' types want them said. */
final class Operands {
  static final String TIER = "member.tier";
  static final String SEGMENTS = "member.segments";
  private static final String TIERS = "member.tiers.";
  private static final String EVENT_TYPE = "event.type";
  private static final String WEEKDAY = "event.weekday";
  private static final String MONTH = "event.month";

  /** Paths that every programme has; the language has a template for each. */
  private static final Set<String> BUILT_IN =
      Set.of(
          TIER,
          "member.enrolled",
          "member.daysEnrolled",
          "member.inBirthMonth",
          "member.onBirthday",
          "member.onAnniversary",
          "member.daysSinceLastPurchase",
          SEGMENTS,
          EVENT_TYPE,
          "event.date",
          "event.time",
          WEEKDAY,
          MONTH,
          "event.dayOfMonth",
          "event.dayFromMonthEnd",
          "event.score",
          "event.place",
          "event.topic",
          "event.referrer",
          "event.referred",
          "event.channel",
          "event.purpose",
          "event.given",
          "event.message",
          "event.outcome",
          "purchase.amount",
          "purchase.tax",
          "purchase.shipping",
          "purchase.discount",
          "purchase.paidWithPoints",
          "purchase.paidWithGiftCard",
          "purchase.quantity",
          "purchase.number",
          "purchase.channel",
          "purchase.store",
          "purchase.payment",
          "purchase.country",
          "purchase.tags",
          "line.amount",
          "line.quantity",
          "line.product",
          "line.category",
          "line.brand",
          "line.tags");

  /** Paths of which "true" and "false" are said as sentences of their own. */
  private static final Set<String> STATES =
      Set.of("member.inBirthMonth", "member.onBirthday", "member.onAnniversary");

  private final Names names;
  private final Dictionary dictionary;
  private final Periods periods;

  Operands(Names names, Dictionary dictionary, Periods periods) {
    this.names = names;
    this.dictionary = dictionary;
    this.periods = periods;
  }

  /** The words for a path. */
  Phrase of(String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    String rest = path.substring(dot + 1);
    Optional<Phrase> declared =
        switch (first) {
          case "metrics" -> names.metric(rest).map(this::metric);
          case "counters" -> names.counter(rest).map(c -> counter(c.id(), c.over()));
          case "points" -> names.kind(rest).map(k -> say("operand.points", kind(k.id())));
          case "member", "purchase", "line", "event" -> attribute(path, first);
          default -> Optional.empty();
        };
    return declared.orElseGet(() -> builtIn(path));
  }

  /** The words for an attribute that the vocabulary declares. */
  Phrase own(String path) {
    return attribute(path, path.substring(0, path.indexOf('.')))
        .orElseGet(() -> say("operand.unknown", new Phrase.Quoted(path)));
  }

  /** The words for a path that every programme has, whatever the vocabulary declares. */
  Phrase builtIn(String path) {
    if (BUILT_IN.contains(path)) return say("operand." + path);
    if (path.startsWith(TIERS))
      return say("operand.tiers", names.of(Thing.LADDER, path.substring(TIERS.length())));
    return ZoneWord.of(path)
        .map(zoned -> say("operand.in-zone", builtIn(zoned.word()), new Phrase.Code(zoned.zone())))
        .or(() -> HiddenWord.of(path).map(this::hidden))
        .orElseGet(() -> say("operand.unknown", new Phrase.Quoted(path)));
  }

  private Phrase hidden(HiddenWord word) {
    Thing thing = word.of() == HiddenWord.Of.GROUPS ? Thing.CAMPAIGN : Thing.SEGMENT;
    return say("operand.hidden", word.of(), names.of(thing, word.id()));
  }

  /** The group of a campaign by its title, or a stage of life. */
  private Optional<Phrase> hidden(HiddenWord word, String text) {
    return switch (word.of()) {
      case GROUPS ->
          Optional.of(
              HiddenWord.variantOf(text)
                  .map(variant -> names.variant(word.id(), variant))
                  .orElseGet(() -> say("group." + text)));
      case STAGES -> Optional.of(say("segment.stage." + text));
      case RECENCY, FREQUENCY, MONEY -> Optional.empty();
    };
  }

  /** What the path's own word is about. */
  Kind kindOf(String path) {
    if (path.startsWith("member.")) return Kind.WHO;
    if (inOwnZone(path).startsWith("event.")) return Kind.WHEN;
    if (path.startsWith("purchase.") || path.startsWith("line.")) return Kind.WHAT;
    if (HiddenWord.of(path).isPresent()) return Kind.WHO;
    return Kind.HOW_MUCH;
  }

  /** The word in the programme's zone that a word in a campaign's own zone is said like. */
  private static String inOwnZone(String path) {
    return ZoneWord.of(path).map(ZoneWord::word).orElse(path);
  }

  /** What the word for the path's bound is about. */
  Kind kindOfValue(String path) {
    Kind kind = kindOf(path);
    boolean number =
        typeOf(path).filter(t -> t == Word.Type.NUMBER || t == Word.Type.MONEY).isPresent();
    return number && kind != Kind.WHEN ? Kind.HOW_MUCH : kind;
  }

  Optional<Word.Type> typeOf(String path) {
    return dictionary.find(path).map(Word::type);
  }

  boolean isState(String path) {
    return STATES.contains(path) && names.find(Thing.ATTRIBUTE, path).isEmpty();
  }

  /** How bounds of this path are compared in words: tiers by rank, dates by before and after. */
  Family familyOf(String path, Comparator comparator, Value bound) {
    boolean equality = comparator == Comparator.EQUAL || comparator == Comparator.NOT_EQUAL;
    Family plain = equality ? Family.PLAIN : Family.NUMBER;
    return switch (bound) {
      case Value.Number number ->
          month(path, number.number()).isPresent() ? Family.MONTH : Family.NUMBER;
      case Value.Text _ ->
          typeOf(path).filter(type -> type == Word.Type.TIER).isPresent() ? Family.TIER : plain;
      case Value.Truth _ -> plain;
      case Value.Date _ -> Family.DATE;
      case Value.Time _ -> Family.TIME;
    };
  }

  /** Ways of comparing in words; a plain one knows no order. */
  enum Family {
    NUMBER,
    TIER,
    DATE,
    TIME,
    MONTH,
    PLAIN
  }

  /** A value of this path. */
  Phrase value(String path, Value value) {
    return switch (value) {
      case Value.Number number -> number(path, number.number());
      case Value.Text text -> text(path, text.text());
      case Value.Truth truth -> say(truth.truth() ? "value.true" : "value.false");
      case Value.Date date -> new Phrase.Date(date.date());
      case Value.Time time -> new Phrase.Time(time.time());
    };
  }

  /** A number of this path: money where the path is an amount. */
  Phrase number(String path, BigDecimal number) {
    if (typeOf(path).filter(type -> type == Word.Type.MONEY).isPresent()) return money(number);
    Optional<Month> month = month(path, number);
    return month.isPresent() ? new Phrase.MonthOfYear(month.get()) : new Phrase.Number(number);
  }

  /** So much money in the pack's currency. */
  Phrase money(BigDecimal amount) {
    return new Phrase.Money(amount, names.currency());
  }

  /**
   * So much of a metric over its period, such as {@code $100.00 of "Spend" in the last 12 months}.
   */
  Phrase amountOf(String numberPlace, BigDecimal number, String metricPlace, String metric) {
    Phrase units = unitsOf(numberPlace, number, metricPlace, metric);
    return names
        .metric(metric)
        .map(m -> say("metric.over", units, periods.over(m.over())))
        .orElse(units);
  }

  /** So many units of a metric. */
  private Phrase unitsOf(String numberPlace, BigDecimal number, String metricPlace, String metric) {
    return say(
        "metric.units",
        Phrases.howMuch(numberPlace, number("metrics." + metric, number)),
        Phrases.what(metricPlace, names.of(Thing.METRIC, metric)));
  }

  /** So many points of a kind, each of the two a word. */
  Phrase points(String numberPlace, BigDecimal points, String kindPlace, String kind) {
    Phrase named = names.of(Thing.POINT_KIND, kind);
    return say(
        pointsKey(named),
        Phrases.number(numberPlace, points),
        Phrases.what(kindPlace, units(named, points)));
  }

  /** So many points of a kind, without words of their own. */
  Phrase points(BigDecimal points, String kind) {
    Phrase named = names.of(Thing.POINT_KIND, kind);
    return say(pointsKey(named), new Phrase.Number(points), units(named, points));
  }

  private static String pointsKey(Phrase named) {
    return named instanceof Phrase.Named ? "points" : "points.unknown";
  }

  private static Phrase units(Phrase named, BigDecimal count) {
    return named instanceof Phrase.Named title
        ? new Phrase.Units(title, Optional.of(count))
        : named;
  }

  /** A point kind in general, such as "Stars". */
  Phrase kind(String id) {
    Phrase named = names.of(Thing.POINT_KIND, id);
    return named instanceof Phrase.Named title ? new Phrase.Units(title, Optional.empty()) : named;
  }

  private Optional<Phrase> attribute(String path, String of) {
    return names.find(Thing.ATTRIBUTE, path).map(named -> say("operand.own." + of, named));
  }

  private Phrase metric(Metric metric) {
    return say("operand.metric", names.of(Thing.METRIC, metric.id()), periods.over(metric.over()));
  }

  private Phrase counter(String id, String over) {
    return say("operand.counter", names.of(Thing.COUNTER, id), periods.over(over));
  }

  private Phrase text(String path, String text) {
    Optional<String> ladder = ladderOf(path);
    if (ladder.isPresent())
      return names.holds(ladder.get(), text)
          ? names.of(Thing.TIER, text)
          : say("unknown.tier", new Phrase.Quoted(text));
    if (path.equals(SEGMENTS)) return names.of(Thing.SEGMENT, text);
    if (path.equals(EVENT_TYPE)) return names.of(Thing.EVENT, text);
    Optional<Phrase> hidden = HiddenWord.of(path).flatMap(word -> hidden(word, text));
    if (hidden.isPresent()) return hidden.get();
    int weekday = inOwnZone(path).equals(WEEKDAY) ? Dictionary.WEEKDAYS.indexOf(text) : -1;
    return weekday < 0 ? new Phrase.Quoted(text) : new Phrase.Weekday(DayOfWeek.of(weekday + 1));
  }

  private Optional<String> ladderOf(String path) {
    return dictionary.find(path).filter(word -> word.type() == Word.Type.TIER).map(Word::of);
  }

  private static Optional<Month> month(String path, BigDecimal number) {
    if (!inOwnZone(path).equals(MONTH)) return Optional.empty();
    return Stream.of(Month.values())
        .filter(month -> number.compareTo(BigDecimal.valueOf(month.getValue())) == 0)
        .findFirst();
  }
}
