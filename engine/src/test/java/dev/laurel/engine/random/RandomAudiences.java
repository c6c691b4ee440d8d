package dev.laurel.engine.random;

import dev.laurel.rules.check.ConditionCheck;
import dev.laurel.rules.check.Setting;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.language.Segment.Membership.Lifecycle.Stage;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Segments, what is given to them only, campaigns whose members fall into groups, and challenges.
 * They stand beside the rest of a random pack and throw dice of their own.
 */
final class RandomAudiences {
  private static final List<String> IDS =
      List.of("some", "classy", "local", "lively", "mixed", "ranked");

  private final Dice dice;
  private final Dice referring;
  private final Dice coding;
  private final Pools pools;
  private final RandomProgramme programmes;
  private final RandomConditions conditions;
  private final RandomRules rules;

  RandomAudiences(Dice dice, Pools pools, ConditionCheck words) {
    this.referring = dice.apart("referring");
    this.coding = dice.apart("coding");
    this.dice = dice;
    this.pools = pools.with(dice);
    this.programmes = new RandomProgramme(dice, this.pools);
    this.conditions = new RandomConditions(dice, this.pools, words);
    this.rules = new RandomRules(dice, this.pools, programmes, conditions, "for-");
  }

  List<Segment> segments(Programme programme) {
    List<Segment> all = new ArrayList<>();
    all.add(
        segment(
            "some", new Membership.Meets(ofMember(), dice.chance(70) ? Rows.NONE : ofMember())));
    all.add(segment("classy", inClass(programme)));
    all.add(
        segment(
            "local",
            dice.chance(50)
                ? new Membership.Attributed(
                    Membership.Attributed.Dimension.SOURCE,
                    "member.city",
                    dice.some(List.of("Graz", "Linz", "Wien"), 1, 2))
                : new Membership.Attributed(
                    Membership.Attributed.Dimension.NEED,
                    "member.interests",
                    dice.some(List.of("tea", "books", "spa"), 1, 2))));
    all.add(
        segment(
            "lively",
            new Membership.Lifecycle(
                dice.pick(Stage.values()),
                Span.parse(dice.pick("1 day", "3 days", "10 days")),
                Span.parse(dice.pick("2 days", "5 days", "20 days")),
                Span.parse(dice.pick("20 days", "30 days")))));
    all.add(segment("ranked", ranked(dice.apart("ranked"))));
    all.add(segment("mixed", new Membership.Meets(mixed(), Rows.NONE)));
    return dice.shuffled(all);
  }

  private static Segment segment(String id, Membership is) {
    return new Segment(id, Text.of(id), is, List.of());
  }

  private Rows ofMember() {
    return conditions.rows(Setting.ofMember("a segment"), false, 1, 2);
  }

  private Membership inClass(Programme programme) {
    Metric metric = dice.pick(programme.metrics());
    boolean money = metric.counts() instanceof Metric.Count.Spend;
    BigDecimal bound = money ? pools.spent() : new BigDecimal(dice.pick("1", "2", "5", "20"));
    return new Membership.InClass(
        dice.pick(Membership.InClass.Dimension.values()),
        metric.id(),
        dice.chance(50) ? Optional.of(bound) : Optional.empty(),
        Optional.of(bound.add(new BigDecimal(money ? "30" : "3"))));
  }

  private static Membership ranked(Dice own) {
    List<Integer> all = List.of(1, 2, 3, 4, 5);
    return new Membership.Rfm(
        own.some(all, 2, 5),
        own.some(all, 2, 5),
        own.some(all, 2, 5),
        own.pick("Lifetime", "CalendarYear", "Rolling", "Rolling9", "CalendarMonth"));
  }

  private Rows mixed() {
    Condition one = holds(dice.pick("some", "classy"));
    Condition other = holds(dice.pick("local", "lively"));
    return new Rows(
        Map.of(
            "both",
            dice.chance(50)
                ? new Condition.Any(List.of(one, other))
                : new Condition.All(List.of(one, new Condition.Not(other)))));
  }

  private static Condition holds(String segment) {
    return new Condition.Holds(new Operand.Attribute("member.segments"), Value.of(segment));
  }

  /** What a tier has, what rules hand out, and what points are redeemed for. */
  List<Benefit> benefits() {
    return List.of(
        benefit(
            "tiered",
            List.of(dice.pick("status-base", "status-silver"), "rhythm-silver"),
            dice.chance(70) ? List.of() : audience(),
            new Price.Free(),
            dice.maybe(80, () -> entitlement(Optional.empty())),
            Optional.empty()),
        benefit(
            "given",
            List.of(),
            List.of(),
            new Price.Free(),
            dice.maybe(90, () -> entitlement(dice.maybe(80, this::validity))),
            dice.maybe(30, () -> (long) dice.between(1, 4))),
        benefit(
            "priced",
            List.of(),
            dice.chance(85) ? List.of() : audience(),
            new Price.Fixed("main", BigDecimal.ONE),
            dice.maybe(60, () -> entitlement(dice.maybe(70, this::validity))),
            dice.maybe(50, () -> (long) dice.between(1, 2))));
  }

  private Benefit benefit(
      String id,
      List<String> tiers,
      List<String> segments,
      Price price,
      Optional<Benefit.Entitlement> entitlement,
      Optional<Long> stock) {
    return new Benefit(
        id,
        Text.of(id),
        Optional.empty(),
        tiers,
        segments,
        Rows.NONE,
        price,
        entitlement,
        stock,
        dice.maybe(60, () -> Span.parse(dice.pick("1 day", "3 days", "0 days"))),
        codes(entitlement, !tiers.isEmpty()));
  }

  /** Of what is handed out and used once in all. */
  private Optional<Benefit.Codes> codes(Optional<Benefit.Entitlement> terms, boolean isHeld) {
    boolean once = terms.map(of -> of.uses() == 1 && of.over().isEmpty()).orElse(true);
    return once && coding.chance(60) && !isHeld
        ? Optional.of(new Benefit.Codes("C-", coding.between(8, 32)))
        : Optional.empty();
  }

  private Benefit.Entitlement entitlement(Optional<Span> validFor) {
    return new Benefit.Entitlement(
        dice.between(1, 2),
        dice.maybe(50, () -> dice.pick("Day", "CalendarMonth", "Lifetime")),
        validFor,
        dice.pick(Edge.values()));
  }

  private Span validity() {
    return Span.parse(dice.pick("0 days", "1 day", "7 days", "1 month"));
  }

  private Outcome.To to(EarningRule rule) {
    if (rule.on() instanceof Trigger.Referral)
      return referring.pick(Outcome.To.REFERRED, Outcome.To.REFERRER);
    return referring.chance(25) ? Outcome.To.REFERRER : Outcome.To.MEMBER;
  }

  /** Hands out something beside what it gives. */
  private EarningRule handingOut(EarningRule rule) {
    List<Outcome> then = new ArrayList<>(rule.then());
    then.add(new Outcome.Entitle("given", dice.between(1, 2), to(rule)));
    return new EarningRule(
        rule.id(),
        rule.title(),
        rule.active(),
        rule.on(),
        rule.per(),
        rule.inForce(),
        rule.audience(),
        rule.when(),
        rule.unless(),
        then,
        rule.exclusion(),
        rule.priority(),
        rule.limits());
  }

  private List<String> audience() {
    return dice.some(IDS, 1, 3);
  }

  EarningGroup group() {
    List<EarningRule> own = new ArrayList<>();
    for (int i = dice.between(2, 3); i > 0; i--) own.add(withAudience(rules.ofPurchase()));
    own.add(withAudience(rules.ofOther(dice.pick(rules.otherTriggers()))));
    for (int i = 0; i < 2; i++) own.add(handingOut(rules.ofPurchase()));
    return new EarningGroup(
        "audiences",
        Text.of("audiences"),
        dice.pick(EarningGroup.Meeting.values()),
        rules.limits(15),
        own);
  }

  private EarningRule withAudience(EarningRule rule) {
    return new EarningRule(
        rule.id(),
        rule.title(),
        rule.active(),
        rule.on(),
        rule.per(),
        rule.inForce(),
        audience(),
        rule.when(),
        rule.unless(),
        rule.then(),
        rule.exclusion(),
        rule.priority(),
        rule.limits());
  }

  /** The id has a part in who falls into which group. */
  Campaign campaign() {
    String id = "grouped-" + dice.between(0, 999);
    return new Campaign(
        id,
        Text.of(id),
        true,
        new Campaign.Schedule(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        dice.chance(50) ? List.of() : audience(),
        Rows.NONE,
        Rows.NONE,
        Optional.empty(),
        rules.limits(70),
        Optional.empty(),
        new BigDecimal(dice.pick("0", "25", "33.33", "50")),
        dice.chance(25) ? List.of() : variants(),
        Optional.empty(),
        0,
        dice.pick(EarningGroup.Meeting.values()),
        List.of(rules.ofPurchase()));
  }

  private List<Campaign.Variant> variants() {
    int share = dice.pick(10, 50, 70);
    return dice.shuffled(
        List.of(
            new Campaign.Variant("a", Text.of("a"), share, List.of(rules.ofPurchase())),
            new Campaign.Variant("b", Text.of("b"), 100 - share, List.of(rules.ofPurchase()))));
  }

  List<Challenge> challenges() {
    List<Challenge> all = new ArrayList<>();
    for (Challenge.Kind kind : Challenge.Kind.values())
      for (int i = dice.between(1, 2); i > 0; i--)
        all.add(challenge(kind.name().toLowerCase(java.util.Locale.ROOT) + i, kind));
    return dice.shuffled(all);
  }

  private Challenge challenge(String id, Challenge.Kind kind) {
    Trigger on = dice.chance(70) ? new Trigger.Purchase() : dice.pick(rules.otherTriggers());
    boolean purchase = on instanceof Trigger.Purchase;
    boolean streak = kind == Challenge.Kind.STREAK;
    Setting setting = Setting.of(on, Scope.EVENT);
    return new Challenge(
        id,
        Text.of(id),
        kind,
        on,
        dice.chance(60) ? Rows.NONE : conditions.rows(setting, purchase, 1, 1),
        dice.maybe(15, rules::term),
        dice.chance(80) ? List.of() : audience(),
        streak
            ? Optional.of(dice.pick("Day", "CalendarWeek", "CalendarMonth", "MembershipYear"))
            : Optional.empty(),
        dice.maybe(40, () -> Span.parse(dice.pick("1 day", "7 days", "1 month"))),
        dice.chance(50),
        steps(setting));
  }

  private List<Challenge.Step> steps(Setting setting) {
    List<Challenge.Step> steps = new ArrayList<>();
    int at = 0;
    for (int i = dice.between(1, 2); i > 0; i--) {
      at += dice.between(1, 2);
      List<Outcome> then =
          new ArrayList<>(dice.times(dice.between(1, 2), () -> rules.fixed(setting)));
      if (dice.chance(25)) then.add(new Outcome.Entitle("given", 1, Outcome.To.MEMBER));
      steps.add(new Challenge.Step("at" + at, BigDecimal.valueOf(at), then));
    }
    return steps;
  }
}
