package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.say;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.sentence.Phrase.Named;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The titles of everything that a pack declares, and what of it a sentence about something else
 * asks for. Immutable and thread-safe.
 */
final class Names {
  private final Currency currency;
  private final Map<Thing, Map<String, Named>> byThing = new EnumMap<>(Thing.class);
  private final Map<String, PointKind> kinds;
  private final Map<String, Programme.NamedPeriod> periods;
  private final Map<String, Metric> metrics;
  private final Map<String, Programme.Counter> counters;
  private final Map<String, RateTable> tables;
  private final Map<String, Set<String>> ladders = new HashMap<>();
  private final Map<String, Text> variants = new HashMap<>();

  private Names(Pack pack) {
    Programme programme = pack.programme();
    currency = programme.currency();
    kinds = byId(programme.pointKinds(), PointKind::id);
    periods = byId(programme.periods(), Programme.NamedPeriod::id);
    metrics = byId(programme.metrics(), Metric::id);
    counters = byId(programme.counters(), Programme.Counter::id);
    tables = byId(pack.tables(), RateTable::id);
    Declared declared = new Declared(pack);
    for (Thing thing : Thing.values()) byThing.put(thing, declared.named(thing));
    for (Campaign campaign : pack.campaigns())
      for (Campaign.Variant variant : campaign.variants())
        variants.putIfAbsent(campaign.id() + "/" + variant.id(), variant.title());
    for (Ladder ladder : pack.ladders())
      ladders
          .computeIfAbsent(ladder.id(), _ -> new TreeSet<>())
          .addAll(ladder.tiers().stream().map(Ladder.Tier::id).toList());
  }

  static Names of(Pack pack) {
    return new Names(pack);
  }

  Currency currency() {
    return currency;
  }

  Optional<PointKind> kind(String id) {
    return Optional.ofNullable(kinds.get(id));
  }

  Optional<Programme.NamedPeriod> period(String id) {
    return Optional.ofNullable(periods.get(id));
  }

  /** Whether no other period of the pack is the same under another name. */
  boolean isOnly(Programme.NamedPeriod period) {
    return periods.values().stream().filter(p -> p.is().equals(period.is())).count() < 2;
  }

  Optional<Metric> metric(String id) {
    return Optional.ofNullable(metrics.get(id));
  }

  Optional<Programme.Counter> counter(String id) {
    return Optional.ofNullable(counters.get(id));
  }

  Optional<RateTable> table(String id) {
    return Optional.ofNullable(tables.get(id));
  }

  /** A variant of a campaign by its title; by its id where the pack has none of it. */
  Phrase variant(String campaign, String id) {
    Text title = variants.get(campaign + "/" + id);
    return say("group.variant", title == null ? new Phrase.Quoted(id) : new Phrase.Told(title));
  }

  boolean holds(String ladder, String tier) {
    return ladders.getOrDefault(ladder, Set.of()).contains(tier);
  }

  Optional<Named> find(Thing thing, String id) {
    return Optional.ofNullable(byThing.getOrDefault(thing, Map.of()).get(id));
  }

  /** The thing by its title; where the pack declares none, that it is unknown. */
  Phrase of(Thing thing, String id) {
    Optional<Named> named = find(thing, id);
    if (named.isPresent()) return named.get();
    if (thing == Thing.EVENT && Vocabulary.BUILT_IN_EVENTS.contains(id)) return say("event." + id);
    return say("unknown." + Phrases.kebab(thing), new Phrase.Quoted(id));
  }

  /** The element that is spoken of itself, under the title it has. */
  Named own(Thing thing, String id, Text title) {
    return find(thing, id)
        .filter(named -> named.title().equals(title))
        .orElse(new Named(thing, id, title, true));
  }

  private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
    return things.stream()
        .collect(Collectors.toMap(id, t -> t, (first, _) -> first, LinkedHashMap::new));
  }

  /** Gathers titles while names are made. */
  private static final class Declared {
    private final Map<Thing, Map<String, Text>> titles = new EnumMap<>(Thing.class);
    private final Set<String> languages =
        Speaker.all().stream()
            .map(Speaker::language)
            .collect(Collectors.toCollection(TreeSet::new));

    Declared(Pack pack) {
      Programme programme = pack.programme();
      programme.pointKinds().forEach(k -> add(Thing.POINT_KIND, k.id(), k.title()));
      programme.periods().forEach(p -> add(Thing.PERIOD, p.id(), p.title()));
      programme.metrics().forEach(m -> add(Thing.METRIC, m.id(), m.title()));
      programme.counters().forEach(c -> add(Thing.COUNTER, c.id(), c.title()));
      for (Ladder ladder : pack.ladders()) {
        add(Thing.LADDER, ladder.id(), ladder.title());
        ladder.tiers().forEach(t -> add(Thing.TIER, t.id(), t.title()));
      }
      pack.earning()
          .forEach(g -> {
            add(Thing.GROUP, g.id(), g.title());
            rules(g.rules());
          });
      pack.tables().forEach(t -> add(Thing.TABLE, t.id(), t.title()));
      pack.challenges().forEach(c -> add(Thing.CHALLENGE, c.id(), c.title()));
      pack.campaigns().forEach(this::campaign);
      pack.segments().forEach(s -> add(Thing.SEGMENT, s.id(), s.title()));
      pack.benefits().forEach(b -> add(Thing.BENEFIT, b.id(), b.title()));
      pack.messages().forEach(m -> add(Thing.MESSAGE, m.id(), m.title()));
      pack.offers().forEach(o -> add(Thing.OFFER, o.id(), o.title()));
      pack.scenarios().forEach(s -> add(Thing.SCENARIO, s.id(), s.title()));
      pack.vocabulary().ifPresent(this::vocabulary);
    }

    private void campaign(Campaign campaign) {
      add(Thing.CAMPAIGN, campaign.id(), campaign.title());
      rules(campaign.rules());
      campaign.variants().forEach(v -> rules(v.rules()));
    }

    private void rules(List<EarningRule> rules) {
      rules.forEach(r -> add(Thing.RULE, r.id(), r.title()));
    }

    private void vocabulary(Vocabulary vocabulary) {
      attributes("member.", vocabulary.member());
      attributes("purchase.", vocabulary.purchase());
      attributes("line.", vocabulary.product());
      for (Vocabulary.EventType event : vocabulary.events()) {
        add(Thing.EVENT, event.id(), event.title());
        attributes("event.", event.attributes());
      }
      vocabulary.channels().forEach(c -> add(Thing.CHANNEL, c.id(), c.title()));
      vocabulary.purposes().forEach(p -> add(Thing.PURPOSE, p.id(), p.title()));
    }

    private void attributes(String prefix, List<Vocabulary.Attribute> attributes) {
      attributes.forEach(a -> add(Thing.ATTRIBUTE, prefix + a.id(), a.title()));
    }

    private void add(Thing thing, String id, Text title) {
      titles.computeIfAbsent(thing, _ -> new LinkedHashMap<>()).putIfAbsent(id, title);
      languages.addAll(title.byLanguage().keySet());
    }

    Map<String, Named> named(Thing thing) {
      Map<String, Text> all = titles.getOrDefault(thing, Map.of());
      Map<String, Set<String>> readers = new HashMap<>();
      all.forEach((id, title) ->
          languages.forEach(language ->
              readers
                  .computeIfAbsent(heard(thing, id, title, language), _ -> new TreeSet<>())
                  .add(id)));
      Set<String> shared =
          readers.values().stream()
              .filter(ids -> ids.size() > 1)
              .flatMap(Collection::stream)
              .collect(Collectors.toSet());
      Map<String, Named> named = new HashMap<>();
      all.forEach((id, title) -> {
        String shown = id.substring(id.indexOf('.') + 1);
        named.put(id, new Named(thing, shown, title, shared.contains(id)));
      });
      return named;
    }

    /**
     * What sets a title apart from others in a language. Attributes are told apart within what they
     * belong to; point kinds also where one's singular may be the other's plural.
     */
    private static String heard(Thing thing, String id, Text title, String language) {
      String words = language + "\n" + title.in(language);
      return switch (thing) {
        case ATTRIBUTE -> id.substring(0, id.indexOf('.') + 1) + words;
        case POINT_KIND -> words.toLowerCase(Locale.ROOT).replaceAll("s+$", "");
        case PERIOD,
            METRIC,
            COUNTER,
            LADDER,
            TIER,
            GROUP,
            RULE,
            TABLE,
            CHALLENGE,
            CAMPAIGN,
            SEGMENT,
            BENEFIT,
            MESSAGE,
            OFFER,
            EVENT,
            CHANNEL,
            PURPOSE,
            SCENARIO,
            ROW ->
            words;
      };
    }
  }
}
