package dev.laurel.engine.explain;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentences;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rules that findings name are called. Immutable. */
final class RuleNames {
  private final Sentences sentences;
  private final Set<String> tiers = new HashSet<>();
  private final Set<String> rules = new HashSet<>();
  private final Set<String> campaigns = new HashSet<>();

  RuleNames(Pack pack, Sentences sentences) {
    this.sentences = sentences;
    for (Ladder ladder : pack.ladders())
      ladder.tiers().forEach(tier -> tiers.add(ladder.id() + "/" + tier.id()));
    pack.earning().forEach(group -> group.rules().forEach(rule -> rules.add(rule.id())));
    for (Campaign campaign : pack.campaigns()) {
      campaigns.add(campaign.id());
      campaign.rules().forEach(rule -> rules.add(rule.id()));
    }
  }

  /** A rule or campaign by its title; a tier's own rule by the tier's and what it is for. */
  Phrase of(String id) {
    if (isTierRule(id)) {
      String[] parts = id.split("/", -1);
      return new Phrase.Message(
          "told.rule." + parts[2], List.of(sentences.name(Thing.TIER, parts[1])));
    }
    boolean campaign = campaigns.contains(id) && !rules.contains(id);
    return sentences.name(campaign ? Thing.CAMPAIGN : Thing.RULE, id);
  }

  /** Whether it is a tier's own rule, {@code ladder/tier/entry} or {@code ladder/tier/renewal}. */
  boolean isTierRule(String id) {
    int last = id.lastIndexOf('/');
    return last > 0 && tiers.contains(id.substring(0, last));
  }
}
