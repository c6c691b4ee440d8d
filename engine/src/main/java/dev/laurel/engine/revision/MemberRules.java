package dev.laurel.engine.revision;

import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Row;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes benefits into rules about the members who have them. */
final class MemberRules {
  private MemberRules() {}

  /** The rule by which members have a benefit. */
  static RuleBase.Rule of(Benefit benefit, Pack pack) {
    List<Row> rows = new ArrayList<>();
    tiers(benefit.tiers(), pack).ifPresent(rows::add);
    SegmentRules.audience("segments", benefit.segments()).ifPresent(rows::add);
    rows.addAll(Rules.rows("", benefit.when()));
    return new RuleBase.Rule(
        BenefitPlan.placeOf(benefit.id()),
        RuleBase.Target.MEMBER,
        Optional.empty(),
        List.of(),
        rows,
        List.of());
  }

  /** Any of these tiers on whatever ladder. */
  private static Optional<Row> tiers(List<String> tiers, Pack pack) {
    List<Condition> either = new ArrayList<>();
    for (Ladder ladder : pack.ladders()) {
      List<Value> own =
          ladder.tiers().stream()
              .map(Ladder.Tier::id)
              .filter(tiers::contains)
              .<Value>map(Value::of)
              .toList();
      if (!own.isEmpty())
        either.add(new Condition.OneOf(new Operand.Attribute("member.tiers." + ladder.id()), own));
    }
    if (either.isEmpty()) return Optional.empty();
    return Optional.of(
        new Row("tiers", either.size() == 1 ? either.getFirst() : new Condition.Any(either)));
  }
}
