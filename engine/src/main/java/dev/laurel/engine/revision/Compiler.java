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
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.vocabulary.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes a pack into a revision, once. Not thread-safe. */
final class Compiler {
  private final Pack pack;
  private final String digest;
  private final Dictionary dictionary;
  private final Schedules schedules = new Schedules();
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
    List<Metric> metrics = pack.programme().metrics();
    int[] metricRules = metrics.stream().mapToInt(this::addMetric).toArray();
    List<List<int[]>> ladderRules = pack.ladders().stream().map(this::addLadder).toList();
    Layout layout = layout(plans);
    List<MetricPlan> metricPlans = metricPlans(metrics, metricRules, ladderRules, layout);
    return new Revision(
        pack,
        digest,
        MetricSets.digest(pack.programme()),
        pack.programme().zone(),
        dictionary,
        RuleBase.of(rules, layout),
        schedules.zones(),
        plans,
        metricPlans,
        new LadderPlans(pack, rules, layout, metricPlans).of(ladderRules),
        tables(layout),
        periods,
        Occasions.of(plans, types()));
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
              new RulePlan(rule, group.id(), group.meeting(), group.limits(), Optional.empty()));
    for (Campaign campaign : pack.campaigns())
      if (campaign.active())
        for (EarningRule rule : campaign.rules())
          if (rule.active())
            plans.add(
                new RulePlan(
                    rule,
                    "campaigns/" + campaign.id(),
                    campaign.meeting(),
                    List.of(),
                    Optional.of(
                        new RulePlan.CampaignPlan(
                            campaign.id(),
                            campaign.exclusion(),
                            campaign.priority(),
                            BudgetPlan.of(campaign)))));
    // By id, so that the order in which rules stand in the pack never matters.
    plans.sort(java.util.Comparator.comparing(RulePlan::id));
    return plans;
  }

  private void addRule(RulePlan plan) {
    EarningRule rule = plan.rule();
    List<Row> inForce = new ArrayList<>();
    List<Row> when = new ArrayList<>();
    List<Row> unless = new ArrayList<>();
    rule.inForce().ifPresent(term -> inForce.addAll(schedules.of(term)));
    campaign(plan)
        .ifPresent(c -> {
          inForce.addAll(schedules.of(c.schedule()));
          when.addAll(rows(c.id() + "/", c.when()));
          unless.addAll(rows(c.id() + "/", c.unless()));
        });
    when.addAll(rows("", rule.when()));
    unless.addAll(rows("", rule.unless()));
    rules.add(
        new Rule(
            rule.id(),
            plan.perLine() ? Target.LINE : Target.EVENT,
            Optional.of(Occasions.wordOf(rule.on())),
            inForce,
            when,
            unless));
  }

  private Optional<Campaign> campaign(RulePlan plan) {
    return plan.campaign()
        .flatMap(own -> pack.campaigns().stream().filter(c -> c.id().equals(own.id())).findFirst());
  }

  private static List<Row> rows(String prefix, Rows rows) {
    return rows.byId().entrySet().stream()
        .map(e -> new Row(prefix + e.getKey(), e.getValue()))
        .toList();
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
            rows("", when),
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
    for (Metric metric : pack.programme().metrics())
      if (metric.counts() instanceof Metric.Count.Sum sum) paths.add(sum.attribute());
    for (RateTable table : pack.tables()) table.columns().forEach(c -> paths.add(c.operand()));
    int decimals = Math.max(0, pack.programme().currency().getDefaultFractionDigits());
    return Layout.of(dictionary, conditions, paths, schedules.words(), decimals);
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
