package dev.laurel.rules.vocabulary;

import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.vocabulary.Word.Source;
import dev.laurel.rules.vocabulary.Word.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of one pack. Immutable and thread-safe. */
public final class Dictionary {
  /** The days of the week as {@code event.weekday} names them. */
  public static final List<String> WEEKDAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private static final Set<String> WITH_RECEIPT = Set.of("purchase", "return");

  private final Map<String, Word> words;
  private final Map<String, Set<String>> carriers;

  private Dictionary(Collector in) {
    this.words = Collections.unmodifiableMap(in.words);
    this.carriers = Collections.unmodifiableMap(in.carriers);
  }

  /** The words that every programme has. */
  public static Dictionary builtIn() {
    Collector in = new Collector();
    in.builtIn(Vocabulary.BUILT_IN_EVENTS, List.of());
    return new Dictionary(in);
  }

  public static Dictionary of(Pack pack) {
    Collector in = new Collector();
    in.builtIn(eventTypes(pack), pack.segments().stream().map(Segment::id).toList());
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
    return new Dictionary(in);
  }

  /** The types of event, built in and declared. */
  private static List<String> eventTypes(Pack pack) {
    List<String> types = new ArrayList<>(Vocabulary.BUILT_IN_EVENTS);
    pack.vocabulary().ifPresent(v -> v.events().forEach(e -> types.add(e.id())));
    return types;
  }

  /** The word of this path. */
  public Optional<Word> find(String path) {
    return Optional.ofNullable(words.get(path));
  }

  /**
   * The types of event that carry the word of this path; empty where every event does, where the
   * member does, and where no word has this path.
   */
  public Set<String> carriers(String path) {
    Word word = words.get(path);
    if (word == null) return Set.of();
    return switch (word.source()) {
      case MEMBER -> Set.of();
      case EVENT -> carriers.getOrDefault(path, Set.of());
      case PURCHASE, LINE -> WITH_RECEIPT;
    };
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
    private final Map<String, Set<String>> carriers = new TreeMap<>();

    void add(String path, Type type, String of, List<String> choices, Source source, Text title) {
      words.put(path, new Word(path, type, of, choices, source, title));
    }

    void add(String path, Type type, Source source, Text title) {
      add(path, type, "", List.of(), source, title);
    }

    void all(Type type, Source source, String... paths) {
      for (String path : paths) add(path, type, source, Text.of(path));
    }

    void carried(String path, String event) {
      carriers.computeIfAbsent(path, p -> new TreeSet<>()).add(event);
    }

    void builtIn(List<String> events, List<String> segments) {
      all(Type.DATE, Source.MEMBER, "member.enrolled");
      all(Type.NUMBER, Source.MEMBER, "member.daysEnrolled", "member.daysSinceLastPurchase");
      all(
          Type.TRUTH,
          Source.MEMBER,
          "member.inBirthMonth",
          "member.onBirthday",
          "member.onAnniversary");
      add("member.segments", Type.LIST, "", segments, Source.MEMBER, Text.of("member.segments"));
      add("event.type", Type.TEXT, "", events, Source.EVENT, Text.of("event.type"));
      all(
          Type.TEXT,
          Source.EVENT,
          "event.place",
          "event.topic",
          "event.referrer",
          "event.referred");
      all(Type.TEXT, Source.EVENT, "event.channel", "event.purpose");
      all(Type.TEXT, Source.EVENT, "event.message", "event.outcome");
      all(Type.TRUTH, Source.EVENT, "event.given");
      carried("event.place", "checkIn");
      carried("event.topic", "complaint");
      carried("event.referrer", "referral");
      carried("event.referred", "referral");
      carried("event.score", "review");
      carried("event.score", "survey");
      carried("event.channel", "consent");
      carried("event.purpose", "consent");
      carried("event.given", "consent");
      carried("event.message", "messageOutcome");
      carried("event.outcome", "messageOutcome");
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
        for (Vocabulary.Attribute attribute : event.attributes()) {
          String path = "event." + attribute.id();
          // What every event has is carried by every event, whatever a pack declares.
          if (words.containsKey(path) && !carriers.containsKey(path)) continue;
          attribute("event.", attribute, Source.EVENT);
          carried(path, event.id());
        }
    }

    /** Adds an attribute, unless it takes the path of another word, which a pack check refuses. */
    private void attribute(String prefix, Vocabulary.Attribute attribute, Source source) {
      String path = prefix + attribute.id();
      if (words.containsKey(path)) return;
      add(path, Type.of(attribute.type()), "", attribute.values(), source, attribute.title());
    }
  }
}
