package dev.laurel.engine.explain;

import dev.laurel.engine.decision.Finding;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.HeadStart;
import dev.laurel.rules.language.Ladder.Match;
import dev.laurel.rules.language.Ladder.Milestone;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Ladder.Warning;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rules that findings name are called. Immutable. */
final class RuleNames {
  private final Sentences sentences;
  private final Set<String> tiers = new HashSet<>();
  private final Set<String> rules = new HashSet<>();
  private final Set<String> campaigns = new HashSet<>();
  private final Map<String, Phrase> gifts = new HashMap<>();

  RuleNames(Pack pack, Sentences sentences) {
    this.sentences = sentences;
    for (Ladder ladder : pack.ladders()) {
      ladder.tiers().forEach(tier -> tiers.add(ladder.id() + "/" + tier.id()));
      gifts(ladder);
    }
    for (Challenge challenge : pack.challenges()) gifts(challenge);
    for (Benefit benefit : pack.benefits())
      gifts.put("benefits/" + benefit.id(), sentences.name(Thing.BENEFIT, benefit.id()));
    for (Message message : pack.messages())
      gifts.put("messages/" + message.id(), sentences.name(Thing.MESSAGE, message.id()));
    for (OfferSet set : pack.offers())
      for (OfferSet.Offer offer : set.of())
        gifts.put("offers/" + set.id() + "/" + offer.id(), new Phrase.Told(offer.title()));
    for (Segment segment : pack.segments())
      gifts.put("segments/" + segment.id(), sentences.name(Thing.SEGMENT, segment.id()));
    for (Metric metric : pack.programme().metrics())
      gifts.put(
          "programme/metrics/" + metric.id() + "/rollover",
          message("rollover", List.of(sentences.name(Thing.METRIC, metric.id()))));
    pack.earning().forEach(group -> group.rules().forEach(this::rule));
    for (Campaign campaign : pack.campaigns()) {
      campaigns.add(campaign.id());
      campaign.allRules().forEach(this::rule);
    }
  }

  /**
   * A rule or campaign by its title; a tier's own rule by the tier's and what it is for, and so
   * what ladders and tiers give.
   */
  Phrase of(String id) {
    if (isTierRule(id)) {
      String[] parts = id.split("/", -1);
      return new Phrase.Message(
          "told.rule." + parts[2], List.of(sentences.name(Thing.TIER, parts[1])));
    }
    Phrase gift = gifts.get(id);
    if (gift != null) return gift;
    boolean campaign = campaigns.contains(id) && !rules.contains(id);
    return sentences.name(campaign ? Thing.CAMPAIGN : Thing.RULE, id);
  }

  /** What a ladder gives at this place; empty where it is no such place. */
  Optional<Phrase> given(String place) {
    return Optional.ofNullable(gifts.get(place));
  }

  /** The rule, and for which reasons it grants tiers. */
  private void rule(EarningRule rule) {
    rules.add(rule.id());
    reasons(rule.id(), rule.then());
  }

  /** The challenge, and what its steps give. */
  private void gifts(Challenge challenge) {
    String place = "challenges/" + challenge.id();
    Phrase name = sentences.name(Thing.CHALLENGE, challenge.id());
    gifts.put(place, name);
    for (Challenge.Step step : challenge.steps()) {
      gifts.put(
          place + "/steps/" + step.id(),
          message("challenge-step", List.of(new Phrase.Number(step.at()), name)));
      reasons(place + "/steps/" + step.id(), step.then());
    }
  }

  /** For which reasons tiers are granted at a place. */
  private void reasons(String place, List<Outcome> then) {
    for (int i = 0; i < then.size(); i++)
      if (then.get(i) instanceof Outcome.GrantTier grant)
        gifts.put(Finding.TierGranted.reasonOf(place, i), new Phrase.Told(grant.reason()));
  }

  /** What the ladder and its tiers give, by its place. */
  private void gifts(Ladder ladder) {
    String place = "ladders/" + ladder.id();
    for (Milestone mark : ladder.milestones()) {
      gifts.put(place + "/milestones/" + mark.id(), message("milestone", of(mark)));
      reasons(place + "/milestones/" + mark.id(), mark.then());
    }
    for (Tier tier : ladder.tiers()) {
      String of = place + "/tiers/" + tier.id();
      Phrase name = sentences.name(Thing.TIER, tier.id());
      gifts.put(of + "/onUpgrade", message("on-upgrade", List.of(name)));
      gifts.put(of + "/onRenewal", message("on-renewal", List.of(name)));
      reasons(of + "/onUpgrade", tier.onUpgrade());
      reasons(of + "/onRenewal", tier.onRenewal());
      for (HeadStart start : tier.headStarts())
        gifts.put(of + "/headStarts/" + start.id(), message("head-start", List.of(name)));
      for (Warning warning : tier.warnings())
        gifts.put(of + "/warnings/" + warning.id(), message("warning", List.of(name)));
      for (Match match : tier.matches())
        gifts.put(
            of + "/matches/" + match.id(),
            message("match", List.of(new Phrase.Quoted(match.status()))));
      for (Milestone mark : tier.milestones()) {
        List<Phrase> words = new ArrayList<>(of(mark));
        words.add(name);
        gifts.put(of + "/milestones/" + mark.id(), message("milestone.tier", words));
        reasons(of + "/milestones/" + mark.id(), mark.then());
      }
    }
  }

  private List<Phrase> of(Milestone mark) {
    return List.of(
        sentences.value("metrics." + mark.metric(), Value.of(mark.at())),
        sentences.name(Thing.METRIC, mark.metric()));
  }

  private static Phrase message(String what, List<Phrase> words) {
    return new Phrase.Message("told.rule." + what, words);
  }

  /** Whether it is a tier's own rule, {@code ladder/tier/entry} or {@code ladder/tier/renewal}. */
  boolean isTierRule(String id) {
    int last = id.lastIndexOf('/');
    return last > 0 && tiers.contains(id.substring(0, last));
  }
}
