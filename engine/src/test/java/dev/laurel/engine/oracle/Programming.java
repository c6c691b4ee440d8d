package dev.laurel.engine.oracle;

import dev.laurel.engine.member.Quintiles;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.HiddenMetrics;
import dev.laurel.rules.vocabulary.HiddenWord;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A pack, with what is looked up in it by name. Immutable. */
final class Programming {
  /** Built-in words whose values an event brings along, as it does with those of the vocabulary. */
  private static final Set<String> BROUGHT =
      Set.of(
          "purchase.channel",
          "purchase.store",
          "purchase.payment",
          "purchase.country",
          "purchase.tags",
          "line.product",
          "line.category",
          "line.brand",
          "line.tags",
          "event.place",
          "event.topic",
          "event.referrer",
          "event.referred",
          "event.channel",
          "event.purpose",
          "event.given",
          "event.message",
          "event.outcome",
          "event.score");

  private final Pack pack;
  private final List<Quintiles> population;
  private final List<Metric> metrics;
  private final Dictionary dictionary;
  private final Set<String> brought = new HashSet<>(BROUGHT);

  Programming(Pack pack, List<Quintiles> population) {
    this.pack = pack;
    this.population = List.copyOf(population);
    this.metrics =
        Stream.concat(pack.programme().metrics().stream(), HiddenMetrics.of(pack).stream())
            .toList();
    this.dictionary = Dictionary.of(pack);
    pack.vocabulary().ifPresent(this::bring);
  }

  private void bring(Vocabulary vocabulary) {
    vocabulary.member().forEach(a -> brought.add("member." + a.id()));
    vocabulary.purchase().forEach(a -> brought.add("purchase." + a.id()));
    vocabulary.product().forEach(a -> brought.add("line." + a.id()));
    vocabulary.events().forEach(e -> e.attributes().forEach(a -> brought.add("event." + a.id())));
  }

  Pack pack() {
    return pack;
  }

  ZoneId zone() {
    return pack.programme().zone();
  }

  int decimals() {
    return pack.programme().currency().getDefaultFractionDigits();
  }

  LocalDate day(Instant at) {
    return at.atZone(zone()).toLocalDate();
  }

  List<PointKind> kinds() {
    return pack.programme().pointKinds();
  }

  /** Those of the pack, and those by which members are ranked. */
  List<Metric> metrics() {
    return metrics;
  }

  boolean isDeclared(Metric metric) {
    return pack.programme().metrics().contains(metric);
  }

  Metric metric(String id) {
    return metrics.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
  }

  /** The last snapshot that holds on a day. */
  Optional<Quintiles> population(LocalDate day) {
    Optional<Quintiles> last = Optional.empty();
    for (Quintiles each : population) if (!day(each.from()).isAfter(day)) last = Optional.of(each);
    return last;
  }

  List<Programme.Counter> counters() {
    return pack.programme().counters();
  }

  List<Ladder> ladders() {
    return pack.ladders();
  }

  PointKind kind(String id) {
    return kinds().stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
  }

  Period period(String id) {
    return pack.programme().periods().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow()
        .is();
  }

  RateTable table(String id) {
    return pack.tables().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  Optional<Word> word(String path) {
    return dictionary
        .find(path)
        .or(() ->
            HiddenWord.of(path)
                .map(_ ->
                    new Word(
                        path, Word.Type.TEXT, "", List.of(), Word.Source.MEMBER, Text.of(path))));
  }

  /** Units of a kind as points. */
  static BigDecimal points(PointKind kind, long units) {
    return BigDecimal.valueOf(units, kind.unit() == PointKind.Unit.HUNDREDTHS ? 2 : 0);
  }

  /** How many units a point has. */
  static long unitsPerPoint(PointKind kind) {
    return kind.unit() == PointKind.Unit.HUNDREDTHS ? 100 : 1;
  }

  /** An attribute that holds one value, where it is of the word's type. */
  Optional<Datum> attribute(String path, Map<String, Datum> attributes) {
    return datum(path, attributes)
        .filter(datum ->
            datum instanceof Datum.One(Value value)
                && switch (dictionary.find(path).orElseThrow().type()) {
                  case NUMBER, MONEY -> value instanceof Value.Number;
                  case TEXT -> value instanceof Value.Text;
                  case TRUTH -> value instanceof Value.Truth;
                  case DATE -> value instanceof Value.Date;
                  case TIME -> value instanceof Value.Time;
                  case LIST, TIER -> false;
                });
  }

  /** An attribute that is a list. */
  Optional<Datum.Several> texts(String path, Map<String, Datum> attributes) {
    return datum(path, attributes)
        .filter(datum ->
            datum instanceof Datum.Several
                && dictionary.find(path).orElseThrow().type() == Word.Type.LIST)
        .map(Datum.Several.class::cast);
  }

  private Optional<Datum> datum(String path, Map<String, Datum> attributes) {
    if (!brought.contains(path)) return Optional.empty();
    return Optional.ofNullable(attributes.get(path.substring(path.indexOf('.') + 1)));
  }
}
