package dev.laurel.engine.random;

import dev.laurel.rules.check.Setting;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Descent;
import dev.laurel.rules.language.Ladder.Moment;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random ladders of all validities, renewals and descents that are evaluated. */
final class RandomLadders {
  private static final Setting SETTING = Setting.ofMember("a tier");

  private final Dice dice;
  private final Pools pools;
  private final RandomProgramme programmes;

  RandomLadders(Dice dice, Pools pools, RandomProgramme programmes) {
    this.dice = dice;
    this.pools = pools;
    this.programmes = programmes;
  }

  /** Ladders whose tiers ask for nothing yet. */
  List<Ladder> ladders() {
    List<Ladder> ladders = new ArrayList<>();
    List<String> ids = List.of("status", "rhythm", "metrics");
    for (int i = 0; i < dice.between(2, 3); i++) ladders.add(ladder(ids.get(i)));
    return ladders;
  }

  private Ladder ladder(String id) {
    List<Tier> tiers = new ArrayList<>();
    for (String rung : List.of("base", "silver", "gold", "black").subList(0, dice.between(2, 4)))
      tiers.add(Tier.of(id + "-" + rung, Text.of(rung), Optional.empty()));
    return new Ladder(
        id,
        Text.of(id),
        Moment.AT_ONCE,
        dice.pick(Moment.values()),
        validity(),
        dice.pick(Edge.values()),
        descent(),
        Optional.empty(),
        tiers,
        List.of());
  }

  private Descent descent() {
    return dice.pick(Descent.values());
  }

  private Validity validity() {
    return switch (dice.between(1, 11)) {
      case 9 ->
          new Validity.ToEndOfMonth(
              programmes.repeatingPeriod(), dice.between(1, 12), dice.between(0, 1));
      case 1, 2 -> new Validity.WhileMet();
      case 4 -> new Validity.ForEver();
      case 3, 5, 6, 10, 11 ->
          new Validity.For(
              Span.parse(dice.pick("0 days", "1 day", "5 days", "10 days", "20 days", "1 month")));
      default -> new Validity.RestOfPeriod(programmes.repeatingPeriod(), dice.between(0, 1));
    };
  }

  /** The same with what its tiers ask for. */
  Ladder withConditions(Ladder ladder, Programme programme, RandomConditions conditions) {
    String metric = dice.pick(programme.metrics()).id();
    List<Tier> tiers = new ArrayList<>();
    for (int rank = 0; rank < ladder.tiers().size(); rank++) {
      Tier tier = ladder.tiers().get(rank);
      if (rank == 0) {
        tiers.add(tier);
        continue;
      }
      Requirement entry =
          dice.chance(55)
              ? reaches("reached", programme, metric, rank)
              : requirement("asked", programme, conditions, rank, 2);
      tiers.add(
          new Tier(
              tier.id(),
              tier.title(),
              Optional.of(entry),
              dice.maybe(35, () -> requirement("kept", programme, conditions, 1, 1)),
              dice.maybe(30, this::validity),
              dice.maybe(30, this::descent),
              Optional.empty(),
              false,
              Optional.empty(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()));
    }
    return new Ladder(
        ladder.id(),
        ladder.title(),
        ladder.upgrade(),
        ladder.renewal(),
        ladder.validity(),
        ladder.ends(),
        ladder.descent(),
        ladder.grace(),
        tiers,
        ladder.milestones());
  }

  private Requirement requirement(
      String id, Programme programme, RandomConditions conditions, int rank, int depth) {
    List<Requirement> parts = new ArrayList<>();
    int kind = dice.between(depth > 0 ? 1 : 4, 6);
    if (kind < 4)
      for (int i = 1; i <= dice.between(1, 3); i++)
        parts.add(requirement(id + i, programme, conditions, rank, depth - 1));
    return switch (kind) {
      case 1 -> new Requirement.AllOf(id, parts);
      case 2 -> new Requirement.AnyOf(id, parts);
      case 3 -> new Requirement.SomeOf(id, dice.between(1, parts.size()), parts);
      case 4 -> new Requirement.Holds(id, conditions.rows(SETTING, false, 1, 2));
      default -> reaches(id, programme, dice.pick(programme.metrics()).id(), rank);
    };
  }

  /** Higher tiers ask for more. */
  private Requirement reaches(String id, Programme programme, String metric, int rank) {
    Metric counted =
        programme.metrics().stream().filter(m -> m.id().equals(metric)).findFirst().orElseThrow();
    BigDecimal once =
        switch (counted.counts()) {
          case Metric.Count.Spend s -> pools.spent();
          case Metric.Count.PointsEarned p -> BigDecimal.TEN;
          case Metric.Count.Purchases p -> BigDecimal.ONE;
          case Metric.Count.Events e -> BigDecimal.ONE;
          case Metric.Count.Sum s -> BigDecimal.ONE;
          case Metric.Count.DistinctDays d -> BigDecimal.ONE;
          case Metric.Count.OfCounter c -> BigDecimal.ONE;
        };
    return new Requirement.Reaches(id, metric, once.multiply(BigDecimal.valueOf(rank)));
  }
}
