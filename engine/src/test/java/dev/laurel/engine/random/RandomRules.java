package dev.laurel.engine.random;

import dev.laurel.rules.check.Setting;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.EarningRule.Term;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Outcome.PerAmount.Crossing;
import dev.laurel.rules.language.Outcome.PerAmount.Steps;
import dev.laurel.rules.language.RateTable.Gives;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Random earning rules. Their ids are given out in no order. */
final class RandomRules {
  private static final List<Trigger> OTHER_TRIGGERS =
      List.of(
          new Trigger.Redemption(),
          new Trigger.Enrolment(),
          new Trigger.Referral(),
          new Trigger.CheckIn(),
          new Trigger.Review(),
          new Trigger.Survey(),
          new Trigger.Complaint(),
          new Trigger.Event("stay"),
          new Trigger.Event("tour"));

  private final Dice dice;
  private final Dice crossings;
  private final Dice grants;
  private final Dice pooling;
  private final Dice referring;
  private final Pools pools;
  private final RandomProgramme programmes;
  private final RandomConditions conditions;
  private final List<String> ids;

  RandomRules(Dice dice, Pools pools, RandomProgramme programmes, RandomConditions conditions) {
    this(dice, pools, programmes, conditions, "rule-");
  }

  /** Rules of ids that begin with a prefix. */
  RandomRules(
      Dice dice,
      Pools pools,
      RandomProgramme programmes,
      RandomConditions conditions,
      String prefix) {
    this.dice = dice;
    this.crossings = dice.apart("crossings");
    this.grants = dice.apart("grants");
    this.pooling = dice.apart("pooling");
    this.referring = dice.apart("referring");
    this.pools = pools;
    this.programmes = programmes;
    this.conditions = conditions;
    List<String> all = new ArrayList<>();
    for (int i = 10; i < 100; i++) all.add(prefix + i);
    this.ids = dice.shuffled(all);
  }

  /** A rule that gives points or moves counters when something is bought. */
  EarningRule ofPurchase() {
    Scope per = dice.chance(40) ? Scope.LINE : Scope.EVENT;
    Setting setting = Setting.of(new Trigger.Purchase(), per);
    List<Outcome> then = new ArrayList<>();
    for (int i = dice.chance(75) ? 1 : 2; i > 0; i--)
      then.add(dice.chance(60) ? money(per) : fixed(setting));
    if (grants.chance(12)) then.add(grant());
    return rule(new Trigger.Purchase(), per, then);
  }

  /** A rule that answers to another event. */
  EarningRule ofOther(Trigger on) {
    Setting setting = Setting.of(on, Scope.EVENT);
    List<Outcome> then = new ArrayList<>(dice.times(dice.between(1, 2), () -> fixed(setting)));
    if (grants.chance(20)) then.set(0, grant());
    return rule(on, Scope.EVENT, then);
  }

  /** Rules that answer to what no event of the member brings about, and to returns. */
  List<EarningRule> ofOccasions() {
    List<EarningRule> rules = new ArrayList<>();
    for (Trigger on :
        List.of(
            new Trigger.Birthday(),
            new Trigger.Anniversary(),
            new Trigger.Inactivity(Span.parse("10 days")),
            new Trigger.Inactivity(Span.parse(dice.pick("1 day", "30 days", "1 month"))),
            move(),
            move(),
            move(),
            move())) if (dice.chance(70)) rules.add(ofOther(on));
    for (int i = dice.between(0, 2); i > 0; i--) rules.add(ofReturn());
    return List.copyOf(rules);
  }

  private Trigger move() {
    return new Trigger.TierChange(
        dice.pick("status", "rhythm"), dice.pick(Trigger.TierChange.Direction.values()));
  }

  /** A rule that answers to goods that come back. */
  private EarningRule ofReturn() {
    Setting setting = Setting.of(new Trigger.Return(), Scope.EVENT);
    Outcome gives = dice.chance(30) ? money(Scope.EVENT) : fixed(setting);
    return rule(new Trigger.Return(), Scope.EVENT, List.of(gives));
  }

  private Outcome grant() {
    return new Outcome.GrantTier(
        grants.pick("status-silver", "rhythm-silver"),
        Span.parse(grants.pick("0 days", "1 day", "10 days", "1 month")),
        Text.of("why"));
  }

  List<Trigger> otherTriggers() {
    return OTHER_TRIGGERS;
  }

  /**
   * A rule that multiplies.
   *
   * @param targets rules and groups of which some are multiplied, with what they answer to
   */
  EarningRule multiplier(Map<String, Set<Trigger>> targets) {
    Trigger on = dice.pick(List.copyOf(targets.values())).iterator().next();
    boolean purchase = on instanceof Trigger.Purchase;
    Scope per = purchase && dice.chance(35) ? Scope.LINE : Scope.EVENT;
    List<String> of = targets(on, targets);
    Outcome outcome =
        purchase && dice.chance(40)
            ? new Outcome.MultiplyByTable(RandomTables.id(Gives.MULTIPLIER, per), of)
            : new Outcome.Multiply(number("1", "1.5", "2", "3", "1.333333"), of);
    return rule(on, per, List.of(outcome));
  }

  /** One that answers to the same, and any others. */
  private List<String> targets(Trigger on, Map<String, Set<Trigger>> targets) {
    List<String> meeting =
        targets.keySet().stream().filter(target -> targets.get(target).contains(on)).toList();
    List<String> of = new ArrayList<>(List.of(dice.pick(meeting)));
    of.addAll(dice.some(dice.chance(50) ? meeting : List.copyOf(targets.keySet()), 0, 2));
    return of.stream().distinct().toList();
  }

  private EarningRule rule(Trigger on, Scope per, List<Outcome> then) {
    Setting setting = Setting.of(on, per);
    boolean purchases = on instanceof Trigger.Purchase || on instanceof Trigger.Return;
    String id = ids.removeLast();
    return new EarningRule(
        id,
        Text.of(id),
        dice.chance(97),
        on,
        per,
        dice.maybe(15, this::term),
        List.of(),
        dice.chance(45) ? Rows.NONE : conditions.rows(setting, purchases, 1, 2),
        dice.chance(80) ? Rows.NONE : conditions.rows(setting, purchases, 1, 2),
        List.copyOf(then),
        dice.maybe(20, () -> dice.pick("one", "other")),
        dice.chance(60) ? 0 : dice.between(-2, 2),
        limits(25));
  }

  /** Days around those on which something happens. */
  Term term() {
    LocalDate one = pools.day();
    LocalDate other = pools.day();
    Optional<LocalDate> from = Optional.of(one.isBefore(other) ? one : other);
    Optional<LocalDate> to = Optional.of(one.isBefore(other) ? other : one);
    return switch (dice.between(1, 3)) {
      case 1 -> new Term(from, to);
      case 2 -> new Term(from, Optional.empty());
      default -> new Term(Optional.empty(), to);
    };
  }

  /** Ceilings of points and times, per event and per period. */
  List<Limit> limits(int percent) {
    if (!dice.chance(percent)) return List.of();
    return dice.some(
        List.of(
            new Limit("points", Limit.Of.POINTS, number("5", "20", "50"), Optional.empty()),
            new Limit(
                "points-in",
                Limit.Of.POINTS,
                number("20", "60", "100"),
                Optional.of(programmes.period())),
            new Limit("times", Limit.Of.TIMES, number("1", "2"), Optional.empty()),
            new Limit(
                "times-in",
                Limit.Of.TIMES,
                number("1", "2", "3"),
                Optional.of(programmes.period()))),
        1,
        2);
  }

  /** What is given for money, which only purchases have. */
  private Outcome money(Scope per) {
    String kind = kind();
    return dice.chance(35)
        ? new Outcome.ByTable(
            kind,
            RandomTables.id(dice.pick(Gives.POINTS_PER_AMOUNT, Gives.POINTS), per),
            dice.maybe(30, programmes::base))
        : new Outcome.PerAmount(
            kind,
            number("1", "2", "0.5", "10", "0.333333"),
            number("1", "1", "2.5", "10", "3"),
            dice.maybe(50, programmes::base),
            dice.pick(Steps.values()),
            crossings.chance(25) ? Crossing.TIER_BEFORE : crossings.pick(Crossing.values()));
  }

  /** What any event may give. */
  Outcome fixed(Setting setting) {
    List<String> numbers =
        conditions.known(setting).stream()
            .filter(word -> word.type() == Word.Type.NUMBER)
            .map(Word::path)
            .filter(path -> !path.startsWith("points.") && !path.startsWith("event.m"))
            .toList();
    String kind = kind();
    return switch (dice.between(1, 5)) {
      case 1, 2 ->
          new Outcome.Points(
              kind,
              kind.equals("fine") ? number("1.5", "0.25", "7") : number("1", "5", "10", "25"),
              to(setting, kind));
      case 3 -> new Outcome.Count(dice.pick("stamps", "nights"), number("1", "2", "0.5", "-1"));
      default -> new Outcome.PerUnit(kind, number("1", "2.5", "0.333333"), dice.pick(numbers));
    };
  }

  private Outcome.To to(Setting setting, String kind) {
    boolean pool = programmes.isPooled(kind) && pooling.chance(50);
    if (setting.events().equals(Set.of("referral")) && referring.chance(70))
      return referring.pick(Outcome.To.REFERRER, Outcome.To.REFERRED);
    if (referring.chance(20)) return Outcome.To.REFERRER;
    return pool ? Outcome.To.POOL : Outcome.To.MEMBER;
  }

  private String kind() {
    return dice.pick("main", "main", "fine", "qual");
  }

  private BigDecimal number(String... of) {
    return new BigDecimal(dice.pick(of));
  }
}
