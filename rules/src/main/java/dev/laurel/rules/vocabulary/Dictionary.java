package dev.laurel.rules.vocabulary;

import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.vocabulary.Word.Source;
import dev.laurel.rules.vocabulary.Word.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The words of one pack. Immutable and thread-safe. */
public final class Dictionary {
  /** The days of the week as {@code event.weekday} names them. */
  public static final List<String> WEEKDAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private final Map<String, Word> words;

  private Dictionary(Map<String, Word> words) {
    this.words = Collections.unmodifiableMap(words);
  }

  public static Dictionary of(Pack pack) {
    Collector in = new Collector();
    in.builtIn();
    pack.ladders().forEach(in::ladder);
    if (!pack.ladders().isEmpty()) {
      Ladder main = pack.ladders().getFirst();
      in.add("member.tier", Type.TIER, main.id(), tiers(main), Source.MEMBER, main.title());
    }
    pack.programme()
        .metrics()
        .forEach(m -> in.add("metrics." + m.id(), typeOf(m), Source.MEMBER, m.title()));
    pack.programme()
        .counters()
        .forEach(c -> in.add("counters." + c.id(), Type.NUMBER, Source.MEMBER, c.title()));
    pack.programme()
        .pointKinds()
        .forEach(k -> in.add("points." + k.id(), Type.NUMBER, Source.MEMBER, k.title()));
    pack.vocabulary().ifPresent(in::vocabulary);
    return new Dictionary(in.words);
  }

  /** The word of this path. */
  public Optional<Word> find(String path) {
    return Optional.ofNullable(words.get(path));
  }

  /** All paths, in order. */
  public Set<String> paths() {
    return words.keySet();
  }

  private static Type typeOf(Metric metric) {
    return metric.counts() instanceof Metric.Count.Spend ? Type.MONEY : Type.NUMBER;
  }

  private static List<String> tiers(Ladder ladder) {
    return ladder.tiers().stream().map(Ladder.Tier::id).toList();
  }

  /** Gathers the words while a dictionary is made. */
  private static final class Collector {
    private final Map<String, Word> words = new TreeMap<>();

    void add(String path, Type type, String of, List<String> choices, Source source, Text title) {
      words.put(path, new Word(path, type, of, choices, source, title));
    }

    void add(String path, Type type, Source source, Text title) {
      add(path, type, "", List.of(), source, title);
    }

    void all(Type type, Source source, String... paths) {
      for (String path : paths) add(path, type, source, Text.of(path));
    }

    void builtIn() {
      all(Type.DATE, Source.MEMBER, "member.enrolled");
      all(Type.NUMBER, Source.MEMBER, "member.daysEnrolled", "member.daysSinceLastPurchase");
      all(
          Type.TRUTH,
          Source.MEMBER,
          "member.inBirthMonth",
          "member.onBirthday",
          "member.onAnniversary");
      all(Type.LIST, Source.MEMBER, "member.segments");
      all(Type.TEXT, Source.EVENT, "event.type", "event.place", "event.topic");
      all(Type.DATE, Source.EVENT, "event.date");
      all(Type.TIME, Source.EVENT, "event.time");
      all(Type.NUMBER, Source.EVENT, "event.month", "event.dayOfMonth", "event.score");
      add("event.weekday", Type.TEXT, "", WEEKDAYS, Source.EVENT, Text.of("event.weekday"));
      all(
          Type.MONEY,
          Source.PURCHASE,
          "purchase.amount",
          "purchase.tax",
          "purchase.shipping",
          "purchase.discount",
          "purchase.paidWithPoints",
          "purchase.paidWithGiftCard");
      all(Type.NUMBER, Source.PURCHASE, "purchase.quantity", "purchase.number");
      all(
          Type.TEXT,
          Source.PURCHASE,
          "purchase.channel",
          "purchase.store",
          "purchase.payment",
          "purchase.country");
      all(Type.LIST, Source.PURCHASE, "purchase.tags");
      all(Type.MONEY, Source.LINE, "line.amount");
      all(Type.NUMBER, Source.LINE, "line.quantity");
      all(Type.TEXT, Source.LINE, "line.product", "line.category", "line.brand");
      all(Type.LIST, Source.LINE, "line.tags");
    }

    void ladder(Ladder ladder) {
      add(
          "member.tiers." + ladder.id(),
          Type.TIER,
          ladder.id(),
          tiers(ladder),
          Source.MEMBER,
          ladder.title());
    }

    void vocabulary(Vocabulary vocabulary) {
      vocabulary.member().forEach(a -> attribute("member.", a, Source.MEMBER));
      vocabulary.purchase().forEach(a -> attribute("purchase.", a, Source.PURCHASE));
      vocabulary.product().forEach(a -> attribute("line.", a, Source.LINE));
      for (Vocabulary.EventType event : vocabulary.events())
        event.attributes().forEach(a -> attribute("event.", a, Source.EVENT));
    }

    private void attribute(String prefix, Vocabulary.Attribute attribute, Source source) {
      Type type =
          switch (attribute.type()) {
            case NUMBER -> Type.NUMBER;
            case MONEY -> Type.MONEY;
            case TEXT, CHOICE -> Type.TEXT;
            case LIST -> Type.LIST;
            case TRUTH -> Type.TRUTH;
            case DATE -> Type.DATE;
            case TIME -> Type.TIME;
          };
      String path = prefix + attribute.id();
      add(path, type, "", attribute.values(), source, attribute.title());
    }
  }
}
