package dev.laurel.engine.revision;

import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.revision.LadderPlan.HeadStartPlan;
import dev.laurel.engine.revision.LadderPlan.MarkPlan;
import dev.laurel.engine.revision.LadderPlan.MatchPlan;
import dev.laurel.engine.revision.LadderPlan.TierPlan;
import dev.laurel.engine.revision.LadderPlan.WarningPlan;
import dev.laurel.engine.rulebase.Layout;
import dev.laurel.engine.rulebase.RuleBase.Row;
import dev.laurel.engine.rulebase.RuleBase.Rule;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.HeadStart;
import dev.laurel.rules.language.Ladder.Match;
import dev.laurel.rules.language.Ladder.Milestone;
import dev.laurel.rules.language.Ladder.Tier;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes a pack's ladders into plans, once their rules have been added. Not thread-safe. */
final class LadderPlans {
  private final Pack pack;
  private final List<Rule> rules;
  private final Layout layout;
  private final List<MetricPlan> metrics;

  /**
   * @param rules all rules, among which those of the tiers are
   */
  LadderPlans(Pack pack, List<Rule> rules, Layout layout, List<MetricPlan> metrics) {
    this.pack = pack;
    this.rules = rules;
    this.layout = layout;
    this.metrics = metrics;
  }

  /**
   * One plan for each ladder.
   *
   * @param ladderRules by ladder and tier the indexes of entry, renewal and challenges
   */
  List<LadderPlan> of(List<List<int[]>> ladderRules) {
    List<LadderPlan> plans = new ArrayList<>();
    for (int i = 0; i < ladderRules.size(); i++) {
      Ladder ladder = pack.ladders().get(i);
      List<TierPlan> tiers = new ArrayList<>();
      for (int t = 0; t < ladder.tiers().size(); t++)
        tiers.add(tier(ladder, ladder.tiers().get(t), ladderRules.get(i).get(t)));
      List<Integer> slots = new ArrayList<>(List.of(layout.slot("member.tiers." + ladder.id())));
      if (i == 0) slots.add(layout.slot("member.tier"));
      plans.add(
          new LadderPlan(
              ladder,
              List.copyOf(tiers),
              List.copyOf(slots),
              fading(tiers),
              marks(ladder),
              matches(ladder, ladderRules.get(i))));
    }
    return plans;
  }

  /** All that ladders give, by events or by time. */
  static List<Outcome> outcomes(Pack pack) {
    List<Outcome> all = new ArrayList<>();
    for (Ladder ladder : pack.ladders()) {
      ladder.milestones().forEach(milestone -> all.addAll(milestone.then()));
      for (Tier tier : ladder.tiers()) {
        tier.milestones().forEach(milestone -> all.addAll(milestone.then()));
        all.addAll(tier.onUpgrade());
        all.addAll(tier.onRenewal());
      }
    }
    return all;
  }

  private static List<MatchPlan> matches(Ladder ladder, List<int[]> indexes) {
    List<MatchPlan> matches = new ArrayList<>();
    for (int rank = 0; rank < ladder.tiers().size(); rank++) {
      Tier tier = ladder.tiers().get(rank);
      for (int i = 0; i < tier.matches().size(); i++) {
        Match match = tier.matches().get(i);
        matches.add(
            new MatchPlan(
                placeOf(ladder, tier, match),
                rank,
                match.status(),
                match.span(),
                indexes.get(rank)[2 + i],
                match.until()));
      }
    }
    return List.copyOf(matches);
  }

  /** Where the pack says that status elsewhere is matched; what must be reached is named so too. */
  static String placeOf(Ladder ladder, Tier tier, Match match) {
    return "ladders/" + ladder.id() + "/tiers/" + tier.id() + "/matches/" + match.id();
  }

  private static Optional<RulePlan> onMove(String place, Tier tier, List<Outcome> then) {
    return then.isEmpty()
        ? Optional.empty()
        : Optional.of(gift(place, tier.id(), onMove(place), then));
  }

  private static Trigger onMove(String place) {
    return new Trigger.TierChange(place, Trigger.TierChange.Direction.UP);
  }

  private List<MarkPlan> marks(Ladder ladder) {
    String place = "ladders/" + ladder.id();
    List<MarkPlan> marks = new ArrayList<>();
    for (Milestone milestone : ladder.milestones())
      marks.add(mark(place, MarkPlan.ANY_TIER, milestone));
    for (int rank = 0; rank < ladder.tiers().size(); rank++) {
      Tier tier = ladder.tiers().get(rank);
      for (Milestone milestone : tier.milestones())
        marks.add(mark(place + "/tiers/" + tier.id(), rank, milestone));
    }
    return List.copyOf(marks);
  }

  private MarkPlan mark(String place, int rank, Milestone milestone) {
    int metric = metric(milestone.metric());
    return new MarkPlan(
        gift(
            place + "/milestones/" + milestone.id(),
            milestone.metric(),
            onMove(place),
            milestone.then()),
        rank,
        metric,
        units(metric, milestone.at()),
        milestone.each().map(each -> units(metric, each)).orElse(0L),
        milestone.atMost().map(Integer::longValue).orElse(Long.MAX_VALUE));
  }

  /**
   * What is given at a place, as a rule that nothing else meets.
   *
   * @param group what it hangs on
   * @param on what brings it about
   */
  static RulePlan gift(String place, String group, Trigger on, List<Outcome> then) {
    EarningRule rule =
        new EarningRule(
            place,
            Text.of(place),
            true,
            on,
            EarningRule.Scope.EVENT,
            Optional.empty(),
            List.of(),
            Rows.NONE,
            Rows.NONE,
            then,
            Optional.empty(),
            0,
            List.of());
    return new RulePlan(
        rule, group, EarningGroup.Meeting.ADD, List.of(), Optional.empty(), Optional.empty());
  }

  private TierPlan tier(Ladder ladder, Tier tier, int[] indexes) {
    String place = "ladders/" + ladder.id() + "/tiers/" + tier.id();
    return new TierPlan(
        tier.id(),
        indexes[0],
        indexes[1],
        tier.validity().orElse(ladder.validity()),
        tier.descent().orElse(ladder.descent()),
        tier.grace().or(ladder::grace).filter(span -> span.count() > 0),
        tier.extension(),
        onMove(place + "/onUpgrade", tier, tier.onUpgrade()),
        onMove(place + "/onRenewal", tier, tier.onRenewal()),
        tier.headStarts().stream()
            .filter(start -> start.units().signum() > 0)
            .map(start -> headStart(place, start))
            .toList(),
        tier.warnings().stream()
            .map(each ->
                new WarningPlan(
                    place + "/warnings/" + each.id(), each.daysBefore(), each.message()))
            .toList());
  }

  private HeadStartPlan headStart(String place, HeadStart start) {
    int metric = metric(start.metric());
    return new HeadStartPlan(
        place + "/headStarts/" + start.id(), metric, units(metric, start.units()));
  }

  private int metric(String id) {
    for (int i = 0; i < metrics.size(); i++) if (metrics.get(i).metric().id().equals(id)) return i;
    throw new IllegalArgumentException("The programme has no metric %s.".formatted(id));
  }

  /** In the metric's own unit. */
  private long units(int metric, BigDecimal number) {
    boolean money = metrics.get(metric).metric().counts() instanceof Metric.Count.Spend;
    int decimals = money ? layout.currencyDecimals() : Layout.DECIMALS;
    return number.movePointRight(decimals).longValueExact();
  }

  private LadderPlan.Fading fading(List<TierPlan> tiers) {
    EventTerms terms = EventTerms.of(pack);
    List<String> tallied = new ArrayList<>();
    metrics.forEach(plan -> tallied.add("metrics." + plan.metric().id()));
    pack.programme().counters().forEach(c -> tallied.add("counters." + c.id()));
    Set<Integer> tallies = new TreeSet<>();
    boolean daily = false;
    for (TierPlan tier : tiers) {
      if (tier.entry() < 0) continue;
      for (Row row : rules.get(tier.entry()).when())
        for (String path : Layout.paths(row.condition()))
          if (tallied.contains(path)) {
            tallies.add(tallied.indexOf(path));
            daily |= isCountedDown(path);
          } else daily |= !path.equals("member.enrolled") && !terms.isAttribute(path);
    }
    return new LadderPlan.Fading(tallies, daily);
  }

  /**
   * Whether something may be taken from it once it is settled where the member stands, by what
   * comes of that: the next day must be looked at then, though time takes nothing.
   *
   * @param path of a metric or a counter
   */
  private boolean isCountedDown(String path) {
    Set<String> counters = new TreeSet<>();
    for (MetricPlan plan : metrics)
      if (path.equals("metrics." + plan.metric().id())
          && plan.metric().counts() instanceof Metric.Count.OfCounter(var counter))
        counters.add(counter);
    if (path.startsWith("counters.")) counters.add(path.substring("counters.".length()));
    return Stream.of(
            outcomes(pack).stream(),
            pack.challenges().stream()
                .flatMap(challenge -> challenge.steps().stream())
                .flatMap(step -> step.then().stream()),
            Stream.concat(
                    pack.earning().stream().flatMap(group -> group.rules().stream()),
                    pack.campaigns().stream().flatMap(campaign -> campaign.allRules().stream()))
                .filter(rule -> rule.on() instanceof Trigger.TierChange)
                .flatMap(rule -> rule.then().stream()))
        .flatMap(all -> all)
        .anyMatch(outcome ->
            outcome instanceof Outcome.Count(var counter, var by)
                && by.signum() < 0
                && counters.contains(counter));
  }
}
