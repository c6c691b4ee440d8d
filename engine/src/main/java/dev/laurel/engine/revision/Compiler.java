package dev.laurel.engine.revision;

import dev.laurel.engine.rulebase.Layout;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Row;
import dev.laurel.engine.rulebase.RuleBase.Rule;
import dev.laurel.engine.rulebase.RuleBase.Target;
import dev.laurel.engine.rulebase.TableIndex;
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.HiddenMetrics;
import dev.laurel.rules.vocabulary.HiddenWord;
import dev.laurel.rules.vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a pack into a revision, once. Not thread-safe. */
final class Compiler {
  private final Pack pack;
  private final String digest;
  private final Dictionary dictionary;
  private final Schedules schedules = new Schedules();
  private final HiddenWords hidden = new HiddenWords();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Period> periods = new TreeMap<>();

  Compiler(Pack pack, String digest) {
    this.pack = pack;
    this.digest = digest;
    this.dictionary = Dictionary.of(pack);
    pack.programme().periods().forEach(p -> periods.put(p.id(), p.is()));
  }

  Revision compile() {
    List<RulePlan> plans = plans();
    plans.forEach(this::addRule);
    List<Metric> metrics = new ArrayList<>(pack.programme().metrics());
    metrics.addAll(HiddenMetrics.of(pack));
    int[] metricRules = metrics.stream().mapToInt(this::addMetric).toArray();
    List<List<int[]>> ladderRules = pack.ladders().stream().map(this::addLadder).toList();
    int firstSegment = rules.size();
    SegmentRules segments = new SegmentRules(pack, dictionary, hidden);
    pack.segments().forEach(segment -> rules.add(segments.rule(segment)));
    int firstBenefit = rules.size();
    pack.benefits().forEach(benefit -> rules.add(MemberRules.of(benefit, pack)));
    List<OfferPlan> offers = OfferPlan.of(pack.offers(), rules.size());
    offers.forEach(offer -> rules.add(offer.asRule()));
    int firstChallenge = rules.size();
    pack.challenges().forEach(this::addChallenge);
    int firstGroup = rules.size();
    List<Campaign> grouped = campaigns().filter(GroupPlan::isGrouped).toList();
    grouped.forEach(this::addComparison);
    Layout layout = layout(plans);
    List<MetricPlan> metricPlans = metricPlans(metrics, metricRules, ladderRules, layout);
    return new Revision(
        pack,
        digest,
        MetricSets.digest(pack.programme(), metrics),
        pack.programme().zone(),
        dictionary,
        RuleBase.of(rules, layout),
        schedules.zones(),
        plans,
        metricPlans,
        new LadderPlans(pack, rules, layout, metricPlans).of(ladderRules),
        segments.plans(firstSegment, layout, metricPlans),
        challenges(firstChallenge),
        benefits(firstBenefit),
        offers,
        groups(grouped, firstGroup, layout),
        tables(layout),
        periods,
        Occasions.of(triggers(plans), types()));
  }

  private List<Trigger> triggers(List<RulePlan> plans) {
    return Stream.concat(
            plans.stream().map(plan -> plan.rule().on()),
            pack.challenges().stream().map(Challenge::on))
        .toList();
  }

  private List<ChallengePlan> challenges(int first) {
    List<ChallengePlan> plans = new ArrayList<>();
    for (Challenge challenge : pack.challenges())
      plans.add(ChallengePlan.of(challenge, first + plans.size(), periods));
    return List.copyOf(plans);
  }

  private List<BenefitPlan> benefits(int first) {
    List<BenefitPlan> plans = new ArrayList<>();
    for (Benefit benefit : pack.benefits())
      plans.add(
          new BenefitPlan(
              benefit,
              first + plans.size(),
              benefit
                  .entitlement()
                  .flatMap(Benefit.Entitlement::over)
                  .map(id -> java.util.Objects.requireNonNull(periods.get(id), id)),
              BudgetPlan.of(benefit)));
    return List.copyOf(plans);
  }

  private static List<GroupPlan> groups(List<Campaign> grouped, int first, Layout layout) {
    List<GroupPlan> plans = new ArrayList<>();
    for (Campaign campaign : grouped) {
      int slot = layout.slot(new HiddenWord(HiddenWord.Of.GROUPS, campaign.id()).path());
      plans.add(GroupPlan.of(campaign, first + plans.size(), slot));
    }
    return List.copyOf(plans);
  }

  private Stream<Campaign> campaigns() {
    return pack.campaigns().stream().filter(Campaign::active);
  }

  /** All types of event that some rule or metric looks at. */
  private Set<String> types() {
    return rules.stream().flatMap(rule -> rule.trigger().stream()).collect(Collectors.toSet());
  }

  private List<RulePlan> plans() {
    List<RulePlan> plans = new ArrayList<>();
    for (EarningGroup group : pack.earning())
      for (EarningRule rule : group.rules())
        if (rule.active())
          plans.add(
              new RulePlan(
                  rule,
                  group.id(),
                  group.meeting(),
                  group.limits(),
                  Optional.empty(),
                  Optional.empty()));
    campaigns()
        .forEach(campaign -> {
          plans(campaign, campaign.rules(), Optional.empty(), plans);
          campaign.variants().forEach(v -> plans(campaign, v.rules(), Optional.of(v.id()), plans));
        });
    // By id, so that the order in which rules stand in the pack never matters.
    plans.sort(java.util.Comparator.comparing(RulePlan::id));
    return plans;
  }

  private static void plans(
      Campaign campaign, List<EarningRule> rules, Optional<String> variant, List<RulePlan> plans) {
    RulePlan.CampaignPlan own =
        new RulePlan.CampaignPlan(
            campaign.id(), campaign.exclusion(), campaign.priority(), BudgetPlan.of(campaign));
    for (EarningRule rule : rules)
      if (rule.active())
        plans.add(
            new RulePlan(
                rule,
                "campaigns/" + campaign.id(),
                campaign.meeting(),
                campaign.limits(),
                Optional.of(own),
                variant));
  }

  private void addRule(RulePlan plan) {
    EarningRule rule = plan.rule();
    List<Row> inForce = new ArrayList<>();
    List<Row> when = new ArrayList<>(Occasions.rowsOf(rule.on()));
    List<Row> unless = new ArrayList<>();
    rule.inForce().ifPresent(term -> inForce.addAll(schedules.of(term)));
    campaign(plan)
        .ifPresent(c -> {
          inForce.addAll(schedules.of(c.schedule()));
          SegmentRules.audience(c.id() + "/audience", c.audience()).ifPresent(when::add);
          when.addAll(Rules.rows(c.id() + "/", c.when()));
          unless.addAll(Rules.rows(c.id() + "/", c.unless()));
          group(c, plan.variant()).ifPresent(when::add);
        });
    SegmentRules.audience("audience", rule.audience()).ifPresent(when::add);
    when.addAll(Rules.rows("", rule.when()));
    unless.addAll(Rules.rows("", rule.unless()));
    rules.add(
        new Rule(
            rule.id(),
            plan.perLine() ? Target.LINE : Target.EVENT,
            Optional.of(Occasions.wordOf(rule.on())),
            inForce,
            when,
            unless));
  }

  /** In which group of the campaign members get a rule; empty where it has no groups. */
  private Optional<Row> group(Campaign campaign, Optional<String> variant) {
    if (!GroupPlan.isGrouped(campaign)) return Optional.empty();
    if (variant.isEmpty() && campaign.controlPercent().signum() == 0) return Optional.empty();
    Operand group = hidden.text(HiddenWord.Of.GROUPS, campaign.id());
    return Optional.of(
        new Row(
            campaign.id() + "/group",
            variant
                .map(id -> comparison(group, Comparator.EQUAL, HiddenWord.variant(id)))
                .orElseGet(() -> comparison(group, Comparator.NOT_EQUAL, HiddenWord.CONTROL))));
  }

  private static Condition comparison(Operand operand, Comparator comparator, String text) {
    return new Condition.Comparison(operand, comparator, Value.of(text));
  }

  /** Adds the rule that says which purchases are compared between the groups of a campaign. */
  private void addComparison(Campaign campaign) {
    List<Row> when = new ArrayList<>();
    SegmentRules.audience("audience", campaign.audience()).ifPresent(when::add);
    when.addAll(Rules.rows("", campaign.when()));
    hidden.text(HiddenWord.Of.GROUPS, campaign.id());
    rules.add(
        new Rule(
            GroupPlan.placeOf(campaign.id()),
            Target.EVENT,
            Optional.of("purchase"),
            schedules.of(campaign.schedule()),
            when,
            Rules.rows("", campaign.unless())));
  }

  private void addChallenge(Challenge challenge) {
    List<Row> when = new ArrayList<>(Occasions.rowsOf(challenge.on()));
    SegmentRules.audience("audience", challenge.audience()).ifPresent(when::add);
    when.addAll(Rules.rows("", challenge.when()));
    rules.add(
        new Rule(
            ChallengePlan.placeOf(challenge.id()),
            Target.EVENT,
            Optional.of(Occasions.wordOf(challenge.on())),
            challenge.inForce().map(schedules::of).orElse(List.of()),
            when,
            List.of()));
  }

  private Optional<Campaign> campaign(RulePlan plan) {
    return plan.campaign()
        .flatMap(own -> pack.campaigns().stream().filter(c -> c.id().equals(own.id())).findFirst());
  }

  /**
   * Adds the rule that says which events a metric counts; -1 where it counts awards or a counter.
   */
  private int addMetric(Metric metric) {
    return switch (metric.counts()) {
      case Metric.Count.PointsEarned c -> -1;
      case Metric.Count.OfCounter c -> -1;
      case Metric.Count.Spend(var base, var when) -> addMetric(metric, "purchase", when);
      case Metric.Count.Purchases(var when) -> addMetric(metric, "purchase", when);
      case Metric.Count.Events(var event, var when) -> addMetric(metric, event, when);
      case Metric.Count.Sum(var event, var attribute, var when) ->
          addMetric(metric, event, attribute.startsWith("line."), when);
      case Metric.Count.DistinctDays(var event, var when) -> addMetric(metric, event, when);
    };
  }

  private int addMetric(Metric metric, String event, Rows when) {
    return addMetric(metric, event, false, when);
  }

  private int addMetric(Metric metric, String event, boolean perLine, Rows when) {
    boolean line = perLine || when.byId().values().stream().anyMatch(Lines::asksOfOneLine);
    rules.add(
        new Rule(
            "metrics/" + metric.id(),
            line ? Target.LINE : Target.EVENT,
            Optional.of(event),
            List.of(),
            Rules.rows("", when),
            List.of()));
    return rules.size() - 1;
  }

  /**
   * Adds the rules of each tier; per tier the indexes of entry, renewal and the challenges of its
   * matches, -1 where none.
   */
  private List<int[]> addLadder(Ladder ladder) {
    List<int[]> indexes = new ArrayList<>();
    for (Ladder.Tier tier : ladder.tiers()) {
      String place = ladder.id() + "/" + tier.id();
      int entry = tier.entry().map(r -> addRequirement(place + "/entry", r)).orElse(-1);
      int renewal = tier.renewal().map(r -> addRequirement(place + "/renewal", r)).orElse(entry);
      int[] all = new int[2 + tier.matches().size()];
      all[0] = entry;
      all[1] = renewal;
      for (int i = 0; i < tier.matches().size(); i++) {
        Ladder.Match match = tier.matches().get(i);
        String of = LadderPlans.placeOf(ladder, tier, match);
        all[2 + i] = match.challenge().map(r -> addRequirement(of, r)).orElse(-1);
      }
      indexes.add(all);
    }
    return indexes;
  }

  private int addRequirement(String id, Requirement requirement) {
    List<Row> rows =
        requirement instanceof Requirement.AllOf(var name, var of)
            ? of.stream().map(r -> new Row(r.id(), condition(r))).toList()
            : List.of(new Row(requirement.id(), condition(requirement)));
    rules.add(new Rule(id, Target.STANDING, Optional.empty(), List.of(), rows, List.of()));
    return rules.size() - 1;
  }

  private static Condition condition(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Reaches(var id, var metric, var atLeast) ->
          new Condition.Comparison(
              new Operand.Attribute("metrics." + metric),
              Comparator.AT_LEAST,
              new Value.Number(atLeast));
      case Requirement.Holds(var id, var when) ->
          when.all()
              .orElseThrow(
                  () -> new IllegalArgumentException("The requirement " + id + " asks nothing."));
      case Requirement.AllOf(var id, var of) ->
          of.size() == 1 ? condition(of.getFirst()) : new Condition.All(conditions(of));
      case Requirement.AnyOf(var id, var of) ->
          of.size() == 1 ? condition(of.getFirst()) : new Condition.Any(conditions(of));
      case Requirement.SomeOf(var id, var least, var of) ->
          of.size() == 1 ? condition(of.getFirst()) : new Condition.AtLeast(least, conditions(of));
    };
  }

  private static List<Condition> conditions(List<Requirement> of) {
    return of.stream().map(Compiler::condition).toList();
  }

  private Layout layout(List<RulePlan> plans) {
    List<Condition> conditions = new ArrayList<>();
    TreeSet<String> paths = new TreeSet<>(List.of("event.type"));
    for (Rule rule : rules) {
      rule.inForce().forEach(r -> conditions.add(r.condition()));
      rule.when().forEach(r -> conditions.add(r.condition()));
      rule.unless().forEach(r -> conditions.add(r.condition()));
    }
    for (RulePlan plan : plans)
      for (Outcome outcome : plan.rule().then())
        if (outcome instanceof Outcome.PerUnit unit) paths.add(unit.attribute());
    for (Outcome outcome : LadderPlans.outcomes(pack))
      if (outcome instanceof Outcome.PerUnit unit) paths.add(unit.attribute());
    for (Challenge challenge : pack.challenges())
      for (Challenge.Step step : challenge.steps())
        for (Outcome outcome : step.then())
          if (outcome instanceof Outcome.PerUnit unit) paths.add(unit.attribute());
    for (OfferSet set : pack.offers())
      for (OfferSet.Offer offer : set.of())
        for (Outcome outcome : offer.then())
          if (outcome instanceof Outcome.PerUnit unit) paths.add(unit.attribute());
    paths.addAll(hidden.words().keySet());
    for (Metric metric : pack.programme().metrics())
      if (metric.counts() instanceof Metric.Count.Sum sum) paths.add(sum.attribute());
    for (RateTable table : pack.tables()) table.columns().forEach(c -> paths.add(c.operand()));
    int decimals = Math.max(0, pack.programme().currency().getDefaultFractionDigits());
    Map<String, Word> extra = new TreeMap<>(schedules.words());
    extra.putAll(hidden.words());
    return Layout.of(dictionary, conditions, paths, extra, decimals);
  }

  private List<MetricPlan> metricPlans(
      List<Metric> metrics, int[] metricRules, List<List<int[]>> ladderRules, Layout layout) {
    Thresholds thresholds =
        new Thresholds(pack.ladders(), ladderRules, rules, layout.currencyDecimals());
    List<MetricPlan> plans = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      Metric metric = metrics.get(i);
      int attribute =
          metric.counts() instanceof Metric.Count.Sum sum ? layout.slot(sum.attribute()) : -1;
      Base base =
          metric.counts() instanceof Metric.Count.Spend spend
              ? spend.base().orElse(Base.USUAL)
              : Base.USUAL;
      Period period = java.util.Objects.requireNonNull(periods.get(metric.over()), metric.over());
      plans.add(
          new MetricPlan(
              metric,
              period,
              metricRules[i],
              layout.slot("metrics." + metric.id()),
              attribute,
              base,
              thresholds.of(metric)));
    }
    return plans;
  }

  private Map<String, Revision.Table> tables(Layout layout) {
    Map<String, Revision.Table> tables = new TreeMap<>();
    for (RateTable table : pack.tables())
      tables.put(table.id(), new Revision.Table(table, TableIndex.of(table, layout)));
    return tables;
  }
}
