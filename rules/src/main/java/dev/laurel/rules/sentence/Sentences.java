package dev.laurel.rules.sentence;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;

/** The sentences of one pack. Immutable and thread-safe. */
public final class Sentences {
  private final Pack pack;
  private final Grammar grammar;
  private final EarningSentences earning;
  private final TierSentences tiers;

  private Sentences(Pack pack) {
    this.pack = pack;
    grammar = Grammar.of(pack);
    earning = new EarningSentences(grammar);
    tiers = new TierSentences(grammar);
  }

  public static Sentences of(Pack pack) {
    return new Sentences(pack);
  }

  public Passage rule(String place, EarningRule rule) {
    return earning.rule(place, rule);
  }

  public Passage group(EarningGroup group) {
    return earning.group("earning/" + group.id(), group);
  }

  public Passage ladder(Ladder ladder) {
    return tiers.ladder("ladders/" + ladder.id(), ladder);
  }

  public Phrase condition(String place, Condition condition) {
    return grammar.conditions().of(place, condition);
  }
}
