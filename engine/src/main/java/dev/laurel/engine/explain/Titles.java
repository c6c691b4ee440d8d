package dev.laurel.engine.explain;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.sentence.Phrase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What things of a pack are called. Immutable. */
final class Titles {
  private final Map<String, Text> rules = new TreeMap<>();
  private final Map<String, Text> tiers = new TreeMap<>();
  private final Map<String, Text> ladders = new TreeMap<>();
  private final Map<String, Text> kinds = new TreeMap<>();
  private final Map<String, Text> counters = new TreeMap<>();
  private final Map<String, Text> events = new TreeMap<>();

  Titles(Pack pack) {
    for (EarningGroup group : pack.earning()) add(group.rules());
    for (Campaign campaign : pack.campaigns()) {
      rules.put(campaign.id(), campaign.title());
      add(campaign.rules());
    }
    for (Ladder ladder : pack.ladders()) {
      ladders.put(ladder.id(), ladder.title());
      ladder.tiers().forEach(tier -> tiers.put(tier.id(), tier.title()));
    }
    for (PointKind kind : pack.programme().pointKinds()) kinds.put(kind.id(), kind.title());
    for (Programme.Counter counter : pack.programme().counters())
      counters.put(counter.id(), counter.title());
    pack.vocabulary()
        .map(Vocabulary::events)
        .orElse(List.of())
        .forEach(event -> events.put(event.id(), event.title()));
  }

  private void add(List<EarningRule> all) {
    all.forEach(rule -> rules.put(rule.id(), rule.title()));
  }

  /** A rule or campaign by its title; a tier's own rule by the tier's and what it is for. */
  Phrase rule(String id) {
    if (!isTierRule(id)) return named(Thing.RULE, id, rules);
    String[] parts = id.split("/", -1);
    return new Phrase.Message("told.rule." + parts[2], List.of(tier(parts[1])));
  }

  /** Whether it is a tier's own rule, {@code ladder/tier/entry} or {@code ladder/tier/renewal}. */
  boolean isTierRule(String id) {
    String[] parts = id.split("/", -1);
    return parts.length == 3 && ladders.containsKey(parts[0]) && tiers.containsKey(parts[1]);
  }

  Phrase.Named tier(String id) {
    return named(Thing.TIER, id, tiers);
  }

  Phrase.Named ladder(String id) {
    return named(Thing.LADDER, id, ladders);
  }

  Phrase.Named kind(String id) {
    return named(Thing.POINT_KIND, id, kinds);
  }

  Phrase.Named counter(String id) {
    return named(Thing.COUNTER, id, counters);
  }

  /** An event type: declared ones by their title, built-in ones by their word. */
  Phrase event(String id) {
    Text title = events.get(id);
    return title == null
        ? new Phrase.Code(id)
        : new Phrase.Named(Thing.EVENT, id, title, isShared(title, events));
  }

  private static Phrase.Named named(Thing thing, String id, Map<String, Text> titles) {
    Text title = titles.getOrDefault(id, Text.of(id));
    return new Phrase.Named(thing, id, title, isShared(title, titles));
  }

  private static boolean isShared(Text title, Map<String, Text> titles) {
    return titles.values().stream().filter(title::equals).count() > 1;
  }
}
