package dev.laurel.engine.random;

import dev.laurel.rules.check.Setting;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Descent;
import dev.laurel.rules.language.Ladder.HeadStart;
import dev.laurel.rules.language.Ladder.Match;
import dev.laurel.rules.language.Ladder.Milestone;
import dev.laurel.rules.language.Ladder.Moment;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Ladder.Validity;
import dev.laurel.rules.language.Ladder.Warning;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Outcome;
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
  private final Dice warnings;
  private final Dice grants;
  private final Dice referring;
  private final RandomProgramme programmes;

  RandomLadders(Dice dice, Pools pools, RandomProgramme programmes) {
    this.dice = dice;
    this.warnings = dice.apart("warnings");
    this.grants = dice.apart("grants");
    this.referring = dice.apart("referring");
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
    Validity validity = validity();
    boolean terms =
        !(validity instanceof Validity.WhileMet || validity instanceof Validity.ForEver);
    return new Ladder(
        id,
        Text.of(id),
        terms && dice.chance(30) ? Moment.AT_REVIEW : Moment.AT_ONCE,
        dice.pick(Moment.values()),
        validity,
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
    return switch (dice.between(1, 13)) {
      case 9 ->
          new Validity.ToEndOfMonth(
              programmes.repeatingPeriod(), dice.between(1, 12), dice.between(0, 1));
      case 1, 2 -> new Validity.WhileMet();
      case 4, 13 -> new Validity.ForEver();
      case 3, 5, 6, 10, 11, 12 ->
          new Validity.For(
              Span.parse(dice.pick("0 days", "1 day", "5 days", "10 days", "20 days", "1 month")));
      default -> new Validity.RestOfPeriod(programmes.repeatingPeriod(), dice.between(0, 1));
    };
  }

  /** The same with what its tiers ask for. */
  Ladder withConditions(Ladder ladder, Programme programme, RandomConditions conditions) {
    String metric = dice.pick(programme.metrics()).id();
    List<Tier> tiers = new ArrayList<>();
    for (int rank = 0; rank < ladder.tiers().size(); rank++)
      tiers.add(
          tier(ladder.tiers().get(rank), ladder.validity(), rank, metric, programme, conditions));
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
        marks(programme, 35));
  }

  /** The same, where reaching tiers and marks grants tiers of later ladders, so in no circle. */
  List<Ladder> granting(List<Ladder> ladders) {
    List<Ladder> granting = new ArrayList<>();
    for (int i = 0; i < ladders.size(); i++) {
      Ladder ladder = ladders.get(i);
      List<String> later =
          ladders.subList(i + 1, ladders.size()).stream()
              .flatMap(each -> each.tiers().stream().skip(1))
              .map(Tier::id)
              .toList();
      List<String> any =
          ladders.stream().flatMap(each -> each.tiers().stream().skip(1)).map(Tier::id).toList();
      granting.add(
          new Ladder(
              ladder.id(),
              ladder.title(),
              ladder.upgrade(),
              ladder.renewal(),
              ladder.validity(),
              ladder.ends(),
              ladder.descent(),
              ladder.grace(),
              ladder.tiers().stream().map(tier -> granting(tier, later, any)).toList(),
              marks(ladder.milestones(), any)));
    }
    return granting;
  }

  private Tier granting(Tier tier, List<String> later, List<String> any) {
    return new Tier(
        tier.id(),
        tier.title(),
        tier.entry(),
        tier.renewal(),
        tier.validity(),
        tier.descent(),
        tier.grace(),
        tier.byInvitation(),
        tier.extension(),
        tier.warnings(),
        with(tier.onUpgrade(), later, 30),
        with(tier.onRenewal(), any, 20),
        tier.headStarts(),
        marks(tier.milestones(), any),
        tier.matches());
  }

  private List<Milestone> marks(List<Milestone> marks, List<String> any) {
    return marks.stream()
        .map(mark ->
            new Milestone(
                mark.id(),
                mark.metric(),
                mark.at(),
                mark.each(),
                mark.atMost(),
                with(mark.then(), any, 25)))
        .toList();
  }

  private List<Outcome> with(List<Outcome> outcomes, List<String> tiers, int percent) {
    if (tiers.isEmpty() || !grants.chance(percent)) return outcomes;
    List<Outcome> more = new ArrayList<>(outcomes);
    if (grants.chance(30)) more.add(new Outcome.Entitle("given", 1, Outcome.To.MEMBER));
    more.add(
        new Outcome.GrantTier(
            grants.pick(tiers),
            Span.parse(grants.pick("0 days", "3 days", "20 days", "2 months")),
            Text.of("thanks")));
    return more;
  }

  /**
   * @param of the ladder's validity
   */
  private Tier tier(
      Tier tier,
      Validity of,
      int rank,
      String metric,
      Programme programme,
      RandomConditions conditions) {
    boolean byInvitation = rank > 0 && dice.chance(10);
    Optional<Requirement> entry =
        rank == 0 || byInvitation
            ? Optional.empty()
            : Optional.of(
                dice.chance(55)
                    ? reaches("reached", programme, metric, rank)
                    : requirement("asked", programme, conditions, rank, 2));
    Optional<Validity> validity = dice.maybe(rank == 0 ? 0 : 30, this::validity);
    boolean whileMet = validity.orElse(of) instanceof Validity.WhileMet;
    return new Tier(
        tier.id(),
        tier.title(),
        entry,
        rank == 0
            ? Optional.empty()
            : dice.maybe(35, () -> requirement("kept", programme, conditions, 1, 1)),
        validity,
        dice.maybe(rank == 0 ? 0 : 30, this::descent),
        dice.maybe(
            rank == 0 ? 0 : 35,
            () -> Span.parse(dice.pick("0 days", "3 days", "10 days", "1 month"))),
        byInvitation,
        rank == 0
            ? Optional.empty()
            : dice.maybe(40, () -> Span.parse(dice.pick("0 days", "5 days", "1 month"))),
        rank == 0 ? List.of() : warnings(),
        dice.chance(25) ? gifts() : List.of(),
        dice.chance(35) ? gifts() : List.of(),
        headStarts(programme),
        marks(programme, 20),
        rank == 1 || rank == 2
            ? dice.times(
                dice.chance(70) ? 1 : 0, () -> match(rank, whileMet, programme, conditions))
            : List.of());
  }

  private List<Warning> warnings() {
    return warnings.some(
        List.of(
            new Warning("soon", warnings.pick(1, 5, 14), Lexicon.MESSAGE),
            new Warning("later", warnings.pick(3, 30), Lexicon.MESSAGE)),
        0,
        1);
  }

  private Match match(
      int rank, boolean whileMet, Programme programme, RandomConditions conditions) {
    return new Match(
        "met",
        Lexicon.STATUSES.get(rank - 1),
        Span.parse(dice.pick("0 days", "5 days", "30 days", "2 months")),
        dice.maybe(
            whileMet ? 0 : 60,
            () -> requirement("challenge", programme, conditions, dice.between(1, 2), 1)),
        dice.maybe(15, pools::day));
  }

  private List<Milestone> marks(Programme programme, int percent) {
    List<Milestone> marks = new ArrayList<>();
    for (String id :
        List.of("m1", "m2").subList(0, dice.chance(percent) ? dice.between(1, 2) : 0)) {
      Metric metric = dice.pick(programme.metrics());
      BigDecimal once = once(metric);
      // What is given again for what it gives itself would grow beyond all bounds.
      boolean feedsItself =
          metric.counts() instanceof Metric.Count.PointsEarned
              || metric.counts() instanceof Metric.Count.OfCounter;
      marks.add(
          new Milestone(
              id,
              metric.id(),
              once.multiply(BigDecimal.valueOf(dice.between(1, 3))),
              dice.maybe(60, () -> dice.chance(70) ? once : once.add(once)),
              dice.maybe(feedsItself ? 100 : 30, () -> dice.between(1, 4)),
              gifts()));
    }
    return marks;
  }

  /** What a ladder or tier gives. */
  private List<Outcome> gifts() {
    return dice.times(dice.chance(80) ? 1 : 2, this::gift);
  }

  private Outcome gift() {
    String kind = dice.pick("main", "main", "fine", "qual");
    return switch (dice.between(1, 6)) {
      case 1 ->
          new Outcome.Count(
              dice.pick("stamps", "nights"), new BigDecimal(dice.pick("1", "0.5", "-1")));
      case 2 ->
          new Outcome.PerUnit(
              kind,
              new BigDecimal(dice.pick("1", "2.5", "0.333333")),
              dice.pick("metrics.buys", "metrics.days", "member.daysEnrolled"));
      default ->
          new Outcome.Points(
              kind,
              new BigDecimal(
                  kind.equals("fine") ? dice.pick("1.5", "0.25") : dice.pick("1", "5", "25")),
              referring.chance(25) ? Outcome.To.REFERRER : Outcome.To.MEMBER);
    };
  }

  private List<HeadStart> headStarts(Programme programme) {
    List<HeadStart> starts = new ArrayList<>();
    for (String id : List.of("start", "boost").subList(0, dice.chance(12) ? dice.between(1, 2) : 0))
      programmes
          .repeating(programme)
          .ifPresent(m -> starts.add(new HeadStart(id, m.id(), dice.pick(startsOf(m)))));
    return starts;
  }

  private List<BigDecimal> startsOf(Metric metric) {
    return metric.counts() instanceof Metric.Count.Spend
        ? List.of(pools.amount(), pools.spent())
        : List.of(BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("2.5"), BigDecimal.TEN);
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
    return new Requirement.Reaches(id, metric, once(counted).multiply(BigDecimal.valueOf(rank)));
  }

  /** What the metric reaches soon. */
  private BigDecimal once(Metric metric) {
    return switch (metric.counts()) {
      case Metric.Count.Spend s -> pools.spent();
      case Metric.Count.PointsEarned p -> BigDecimal.TEN;
      case Metric.Count.Purchases p -> BigDecimal.ONE;
      case Metric.Count.Events e -> BigDecimal.ONE;
      case Metric.Count.Sum s -> BigDecimal.ONE;
      case Metric.Count.DistinctDays d -> BigDecimal.ONE;
      case Metric.Count.OfCounter c -> BigDecimal.ONE;
    };
  }
}
