package dev.laurel.engine.explain;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rules of a pack in the order in which people read them. Immutable. */
final class RulesInOrder {
  /** Where a rule stands. */
  private record Standing(int place, Text group, Function<Sentences, List<Sentence>> says) {}

  private final Map<String, Standing> rules = new HashMap<>();

  private RulesInOrder(Pack pack) {
    for (EarningGroup group : pack.earning())
      for (EarningRule rule : group.rules())
        add(rule, "earning/" + group.id() + "/rules/" + rule.id(), group.title());
    for (Campaign campaign : pack.campaigns()) {
      // A campaign that is not in force is told as a whole, where its rules would stand.
      rules.putIfAbsent(
          campaign.id(), new Standing(rules.size(), campaign.title(), _ -> List.of()));
      for (EarningRule rule : campaign.rules())
        add(rule, "campaigns/" + campaign.id() + "/rules/" + rule.id(), campaign.title());
      for (Campaign.Variant variant : campaign.variants())
        for (EarningRule rule : variant.rules())
          add(
              rule,
              "campaigns/%s/variants/%s/rules/%s".formatted(campaign.id(), variant.id(), rule.id()),
              campaign.title());
    }
    for (Challenge challenge : pack.challenges()) add(challenge);
    for (Ladder ladder : pack.ladders())
      for (Ladder.Tier tier : ladder.tiers()) {
        String place = ladder.id() + "/" + tier.id();
        tier.entry().ifPresent(asked -> add(place + "/entry", ladder, asked));
        tier.renewal().ifPresent(asked -> add(place + "/renewal", ladder, asked));
      }
  }

  static RulesInOrder of(Pack pack) {
    return new RulesInOrder(pack);
  }

  private void add(EarningRule rule, String place, Text group) {
    rules.put(
        rule.id(),
        new Standing(rules.size(), group, sentences -> sentences.rule(place, rule).sentences()));
  }

  private void add(Challenge challenge) {
    String place = "challenges/" + challenge.id();
    rules.put(
        place,
        new Standing(
            rules.size(),
            challenge.title(),
            sentences -> sentences.challenge(place, challenge).sentences()));
    for (Challenge.Step step : challenge.steps())
      rules.put(
          place + "/steps/" + step.id(),
          new Standing(rules.size(), challenge.title(), _ -> List.of()));
  }

  private void add(String id, Ladder ladder, Ladder.Requirement asked) {
    rules.put(
        id,
        new Standing(
            rules.size(),
            ladder.title(),
            sentences ->
                List.of(
                    new Sentence("ladders/" + id, sentences.requirement("ladders/" + id, asked)))));
  }

  /** Its number in the order; after all others where the pack does not have it. */
  int place(String rule) {
    return Optional.ofNullable(rules.get(rule)).map(Standing::place).orElse(Integer.MAX_VALUE);
  }

  Optional<Text> group(String rule) {
    return Optional.ofNullable(rules.get(rule)).map(Standing::group);
  }

  /** What the rule says. */
  List<Sentence> says(String rule, Sentences sentences) {
    return Optional.ofNullable(rules.get(rule))
        .map(standing -> standing.says().apply(sentences))
        .orElse(List.of());
  }
}
