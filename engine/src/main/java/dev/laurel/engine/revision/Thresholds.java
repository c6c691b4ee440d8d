package dev.laurel.engine.revision;

import dev.laurel.engine.revision.RolloverPlan.Threshold;
import dev.laurel.engine.rulebase.Layout;
import dev.laurel.engine.rulebase.RuleBase.Row;
import dev.laurel.engine.rulebase.RuleBase.Rule;
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what entries to tiers ask for of a metric that has something carried over. */
final class Thresholds {
  private final List<Ladder> ladders;
  private final List<List<int[]>> ladderRules;
  private final List<Rule> rules;
  private final int moneyDecimals;

  /**
   * @param ladderRules by ladder and tier the indexes of entry, renewal and challenges
   */
  Thresholds(
      List<Ladder> ladders, List<List<int[]>> ladderRules, List<Rule> rules, int moneyDecimals) {
    this.ladders = ladders;
    this.ladderRules = ladderRules;
    this.rules = rules;
    this.moneyDecimals = moneyDecimals;
  }

  Optional<RolloverPlan> of(Metric metric) {
    return metric.rollover().map(rollover -> plan(metric, rollover));
  }

  private RolloverPlan plan(Metric metric, Metric.Rollover rollover) {
    int decimals = metric.counts() instanceof Metric.Count.Spend ? moneyDecimals : Layout.DECIMALS;
    List<Threshold> all = new ArrayList<>();
    for (int i = 0; i < ladders.size(); i++)
      for (int rank = 1; rank < ladders.get(i).tiers().size(); rank++) {
        int entry = ladderRules.get(i).get(rank)[0];
        if (entry < 0) continue;
        List<BigDecimal> asked = new ArrayList<>();
        for (Row row : rules.get(entry).when())
          collect(row.condition(), "metrics." + metric.id(), asked);
        for (BigDecimal least : asked)
          all.add(
              new Threshold(
                  ladders.get(i).id(),
                  ladders.get(i).tiers().get(rank).id(),
                  entry,
                  units(least, decimals)));
      }
    all.sort(java.util.Comparator.comparingLong(Threshold::units).reversed());
    return new RolloverPlan(
        "programme/metrics/" + metric.id() + "/rollover",
        rollover.atMost().map(most -> units(most, decimals)).orElse(Long.MAX_VALUE),
        rollover.percent(),
        all);
  }

  private static long units(BigDecimal number, int decimals) {
    return number.movePointRight(decimals).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /** What a condition asks for at least of an operand, wherever in it that stands. */
  private static void collect(Condition condition, String path, List<BigDecimal> to) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(part -> collect(part, path, to));
      case Condition.Any(var parts) -> parts.forEach(part -> collect(part, path, to));
      case Condition.AtLeast(var _, var parts) -> parts.forEach(part -> collect(part, path, to));
      case Condition.Comparison(Operand.Attribute(var of), var comparator, Value.Number(var least))
          when of.equals(path)
              && (comparator == Comparator.AT_LEAST || comparator == Comparator.GREATER) ->
          to.add(least);
      case Condition.Within(Operand.Attribute(var of), Value.Number(var least), var _, var _, var _)
          when of.equals(path) ->
          to.add(least);
      case Condition.Comparison _,
          Condition.Within _,
          Condition.Not _,
          Condition.OneOf _,
          Condition.Holds _,
          Condition.Present _,
          Condition.SomeLine _,
          Condition.EveryLine _ -> {}
    }
  }
}
