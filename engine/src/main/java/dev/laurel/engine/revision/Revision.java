package dev.laurel.engine.revision;

import dev.laurel.engine.rulebase.Layout;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.TableIndex;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.HiddenWord;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A pack made ready to decide with. Immutable and thread-safe; one per published revision and JVM.
 *
 * @param digest SHA-256 of the pack's canonical form, in hex
 * @param metricSet digest of what the metrics and counters count; a member's state carries it
 * @param zones zones of campaigns other than the programme's, by the prefix of their words
 * @param rules the earning rules by id; the index is the rule's index in {@code base}
 * @param metrics in the pack's order, then those that segments need; counters follow them in a
 *     state's tallies
 * @param segments in the pack's order
 * @param challenges in the pack's order
 * @param benefits in the pack's order
 * @param offers of all sets, the best of each set first
 * @param groups of those campaigns that run and have a control group or variants
 * @param tables each rate table's index by its id
 * @param periods the named periods by id
 * @param occasions to what its rules answer beside events
 */
public record Revision(
    Pack pack,
    String digest,
    String metricSet,
    ZoneId zone,
    Dictionary dictionary,
    RuleBase base,
    Map<String, ZoneId> zones,
    List<RulePlan> rules,
    List<MetricPlan> metrics,
    List<LadderPlan> ladders,
    List<SegmentPlan> segments,
    List<ChallengePlan> challenges,
    List<BenefitPlan> benefits,
    List<OfferPlan> offers,
    List<GroupPlan> groups,
    Map<String, Table> tables,
    Map<String, Period> periods,
    Occasions occasions) {

  /** So many are looked at for one who falls into the groups that are asked for. */
  private static final int MOST_MEMBERS = 1_000_000;

  /** A rate table and how rows are found in it. */
  public record Table(RateTable table, TableIndex index) {}

  /**
   * Makes a pack ready.
   *
   * @param pack one that was read without faults
   * @throws NotEvaluatedException when the pack uses constructs that are not evaluated yet
   */
  public static Revision of(Pack pack, String digest) {
    List<String> constructs = notEvaluated(pack);
    if (!constructs.isEmpty()) throw new NotEvaluatedException(pack.pack().id(), constructs);
    return new Compiler(pack, digest).compile();
  }

  /** Each construct of the pack that is not evaluated yet, with its place; none where all is. */
  public static List<String> notEvaluated(Pack pack) {
    return NotEvaluated.in(pack).stream().map(NotEvaluated.Found::toString).toList();
  }

  /** This revision with a rule base that holds no rule, under which nothing may ever happen. */
  public Revision withoutRules() {
    return new Revision(
        pack,
        digest,
        metricSet,
        zone,
        dictionary,
        RuleBase.of(List.of(), base.layout()),
        zones,
        rules,
        metrics,
        ladders,
        segments,
        challenges,
        benefits,
        offers,
        groups,
        tables,
        periods,
        occasions);
  }

  /** Whether anything gives to a side of a referral. */
  public boolean refers() {
    Stream<RulePlan> gifts = ladders.stream().flatMap(ladder -> ladder.gifts().stream());
    Stream<RulePlan> steps =
        challenges.stream()
            .flatMap(challenge -> challenge.steps().stream())
            .map(step -> step.gift());
    Stream<Outcome> given =
        Stream.of(rules.stream(), gifts, steps)
            .flatMap(plans -> plans)
            .flatMap(plan -> plan.rule().then().stream());
    Stream<Outcome> offered = offers.stream().flatMap(plan -> plan.offer().then().stream());
    return Stream.concat(given, offered).anyMatch(Outcome::isOfReferral);
  }

  /** The budgets of all campaigns that run, and the stocks of benefits, by their keys. */
  public SortedMap<String, BudgetPlan> budgets() {
    SortedMap<String, BudgetPlan> budgets = new TreeMap<>();
    for (RulePlan rule : rules)
      rule.campaign()
          .ifPresent(campaign -> campaign.budgets().forEach(b -> budgets.put(b.key(), b)));
    for (BenefitPlan benefit : benefits)
      benefit.stock().ifPresent(stock -> budgets.put(stock.key(), stock));
    return budgets;
  }

  /**
   * A member's id with which a member falls into these groups, and into no other control group.
   *
   * @param id what it begins with
   * @param groups by campaign {@code control} or a variant's id
   */
  public String memberOf(String id, Map<String, String> groups) {
    String member = id;
    for (int i = 1; i <= MOST_MEMBERS && !isOf(member, groups); i++) member = id + "-" + i;
    return member;
  }

  private boolean isOf(String member, Map<String, String> groups) {
    long seed = this.groups.isEmpty() ? 0 : GroupPlan.seedOf(member);
    for (GroupPlan plan : this.groups) {
      String wanted = groups.get(plan.campaign());
      String group = plan.of(seed);
      boolean control = group.equals(HiddenWord.CONTROL);
      if (wanted == null ? control : !group.equals(groupOf(wanted))) return false;
    }
    return true;
  }

  private static String groupOf(String wanted) {
    return wanted.equals(HiddenWord.CONTROL) ? wanted : HiddenWord.variant(wanted);
  }

  /** The metrics that the pack declares. */
  public List<MetricPlan> declared() {
    return metrics.subList(0, pack.programme().metrics().size());
  }

  /**
   * The segments that ask for fifths of the population, one for each time that they look at; empty
   * where none does.
   */
  public List<SegmentPlan.Rfm> rfm() {
    return segments.stream().flatMap(plan -> plan.rfm().stream()).distinct().toList();
  }

  public Layout layout() {
    return base.layout();
  }

  /** The point kind of this id. */
  public PointKind kind(String id) {
    List<PointKind> kinds = pack.programme().pointKinds();
    for (int i = 0; i < kinds.size(); i++) if (kinds.get(i).id().equals(id)) return kinds.get(i);
    throw new IllegalArgumentException("The programme has no points called %s.".formatted(id));
  }

  /** The index of the ladder of this id. */
  public int ladder(String id) {
    for (int i = 0; i < ladders.size(); i++) if (ladders.get(i).ladder().id().equals(id)) return i;
    throw new IllegalArgumentException("The programme has no ladder called %s.".formatted(id));
  }

  /** The period of this id. */
  public Period period(String id) {
    Period period = periods.get(id);
    if (period == null)
      throw new IllegalArgumentException("The programme has no period called %s.".formatted(id));
    return period;
  }

  /** Over which period the tally of this index in a state counts: metrics first, then counters. */
  public Period tallied(int index) {
    return index < metrics.size()
        ? metrics.get(index).period()
        : period(pack.programme().counters().get(index - metrics.size()).over());
  }

  /** The rate table of this id. */
  public Table table(String id) {
    Table table = tables.get(id);
    if (table == null)
      throw new IllegalArgumentException("The pack has no table called %s.".formatted(id));
    return table;
  }

  /** How many decimal places the programme's currency has. */
  public int currencyDecimals() {
    return layout().currencyDecimals();
  }
}
