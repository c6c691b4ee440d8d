package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.RulePlan.CampaignPlan;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.PointKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What campaigns may cost, and how many members may profit by them. Budgets cut what is left by all
 * other ceilings, so that what one campaign is cut by never changes what another asks for; whoever
 * finds no place in a campaign is as if it did not run. What is not given yet is taken for granted,
 * and asked for.
 *
 * <p>What points cost is rounded up to a millionth of the currency for each rule and kind.
 *
 * @see "engine/docs/decisions/034-budgets-in-shares.md"
 */
final class CampaignBudgets {
  private static final Period EVER = new Period.Lifetime();

  private final Working working;
  private final Given given;
  private final List<Ask.OfBudget> asks = new ArrayList<>(0);
  private Optional<Taken> taken = Optional.empty();

  /** What was needed of that which was given; only few events need any. */
  private record Taken(
      Map<String, Long> used, Map<String, Boolean> places, Map<String, Long> shares) {
    Taken() {
      this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }
  }

  CampaignBudgets(Working working, Given given) {
    this.working = working;
    this.given = given;
  }

  /** The same without budgets and places. */
  static Given without(Given given) {
    return given == Given.NOTHING ? given : given.with(Map.of(), Map.of(), Map.of());
  }

  /** What must be given before the decision counts. */
  List<Ask> asks() {
    return asks.isEmpty() ? List.of() : List.copyOf(asks);
  }

  /** What of that which was given was needed, as it was used. */
  Given used() {
    return taken
        .map(all -> given.with(all.used(), all.places(), all.shares()))
        .orElseGet(() -> without(given));
  }

  private Taken taken() {
    if (taken.isEmpty()) taken = Optional.of(new Taken());
    return taken.get();
  }

  /** Whether the member has a place in the rule's campaign; a finding says where there is none. */
  boolean hasPlace(Candidate candidate) {
    Optional<BudgetPlan> plan = plan(candidate);
    if (plan.isEmpty()) return true;
    String key = plan.get().key();
    if (working.used(key, EVER) > 0) return true;
    Boolean granted = given.places().get(key);
    if (granted == null) {
      Ask.OfBudget ask = new Ask.OfBudget(plan.get(), 1);
      if (!asks.contains(ask)) asks.add(ask);
      return true;
    }
    taken().places().put(key, granted);
    if (!granted)
      working.findings.add(
          new Finding.LimitReached(
              candidate.id(), key, candidate.applications() * FactsMaker.MICROS, 0));
    return granted;
  }

  private static Optional<BudgetPlan> plan(Candidate candidate) {
    Optional<CampaignPlan> campaign = candidate.plan().campaign();
    return campaign.isEmpty() ? Optional.empty() : campaign.get().budget(BudgetPlan.Of.PLACES);
  }

  /** By the rules that stayed the member takes places, for ever. */
  void takePlaces(Iterable<Candidate> applied) {
    for (Candidate candidate : applied) {
      Optional<BudgetPlan> plan = plan(candidate);
      if (plan.isEmpty() || working.used(plan.get().key(), EVER) > 0) continue;
      String key = plan.get().key();
      working.use(key, EVER, FactsMaker.MICROS);
      if (taken.isPresent() && taken.get().places().containsKey(key))
        taken.get().shares().put(key, share(key));
    }
  }

  /**
   * As many of a stock as there are, up to so many; all of them where it is not known yet.
   *
   * @param wanted pieces, more than 0
   */
  long take(BudgetPlan stock, long wanted) {
    Optional<Long> left = left(stock, wanted);
    if (left.isEmpty()) return wanted;
    long may = Math.min(wanted, left.get());
    use(stock, may);
    return may;
  }

  /**
   * What is left of that which was given; empty where nothing was given yet, which then is asked
   * for, together with what was asked for before in the same decision.
   */
  private Optional<Long> left(BudgetPlan budget, long wanted) {
    Long granted = given.budgets().get(budget.key());
    if (granted != null)
      return Optional.of(granted - taken().used().getOrDefault(budget.key(), 0L));
    long before = 0;
    for (Ask.OfBudget ask : List.copyOf(asks))
      if (ask.budget().equals(budget)) {
        before = ask.wanted();
        asks.remove(ask);
      }
    asks.add(new Ask.OfBudget(budget, Math.addExact(before, wanted)));
    return Optional.empty();
  }

  private void use(BudgetPlan budget, long units) {
    taken().used().merge(budget.key(), units, Long::sum);
    if (units > 0) taken().shares().put(budget.key(), share(budget.key()));
  }

  private long share(String key) {
    return given.shares().getOrDefault(key, 1L);
  }

  /** Cuts what is over a budget; rules last by id give way first. */
  void cut(Map<Candidate, List<Award>> awards) {
    for (CampaignPlan campaign : campaigns(awards.keySet())) {
      Map<Candidate, List<Award>> own = new TreeMap<>();
      awards.forEach((rule, given) -> {
        if (rule.plan().campaign().filter(c -> c.id().equals(campaign.id())).isPresent())
          own.put(rule, given);
      });
      for (BudgetPlan budget : campaign.budgets())
        if (budget.of() != BudgetPlan.Of.PLACES) cut(budget, own);
    }
  }

  /** The campaigns with budgets of some rules, by id; most often there are none. */
  private static Collection<CampaignPlan> campaigns(Iterable<Candidate> rules) {
    Map<String, CampaignPlan> campaigns = Map.of();
    for (Candidate rule : rules) {
      Optional<CampaignPlan> campaign = rule.plan().campaign();
      if (campaign.isEmpty() || campaign.get().budgets().isEmpty()) continue;
      if (campaigns.isEmpty()) campaigns = new TreeMap<>();
      campaigns.put(campaign.get().id(), campaign.get());
    }
    return campaigns.values();
  }

  private void cut(BudgetPlan budget, Map<Candidate, List<Award>> awards) {
    long wanted = 0;
    for (List<Award> own : awards.values()) wanted = Math.addExact(wanted, cost(budget, own));
    if (wanted == 0) return;
    Optional<Long> granted = left(budget, wanted);
    if (granted.isEmpty()) return;
    long left = granted.get();
    for (Map.Entry<Candidate, List<Award>> entry : awards.entrySet())
      left -= cut(budget, entry.getKey(), entry.getValue(), left);
    use(budget, granted.get() - left);
  }

  /** Cuts one rule's awards to what so much pays for; says what they cost then. */
  private long cut(BudgetPlan budget, Candidate rule, List<Award> awards, long may) {
    long wanted = cost(budget, awards);
    long left = may;
    for (int i = 0; i < awards.size(); i++) {
      Award award = awards.get(i);
      long units = paidFor(budget, award, left);
      if (units < award.units()) awards.set(i, award.cut(units));
      left -= cost(budget, awards.get(i));
    }
    if (may - left < wanted)
      working.findings.add(new Finding.LimitReached(rule.id(), budget.key(), wanted, may - left));
    return may - left;
  }

  private long cost(BudgetPlan budget, List<Award> awards) {
    long cost = 0;
    for (Award award : awards) cost = Math.addExact(cost, cost(budget, award));
    return cost;
  }

  private long cost(BudgetPlan budget, Award award) {
    PointKind kind = working.revision.kind(award.kind());
    long perPoint = perPoint(budget, kind);
    return Math.ceilDiv(Math.multiplyExact(award.units(), perPoint), Rounder.unitsPerPoint(kind));
  }

  /** As many units of the award as so much pays for. */
  private long paidFor(BudgetPlan budget, Award award, long may) {
    PointKind kind = working.revision.kind(award.kind());
    long perPoint = perPoint(budget, kind);
    if (perPoint == 0 || cost(budget, award) <= may) return award.units();
    return Math.multiplyExact(may, Rounder.unitsPerPoint(kind)) / perPoint;
  }

  /** What a point of this kind takes of a budget, in its unit. */
  private static long perPoint(BudgetPlan budget, PointKind kind) {
    return switch (budget.of()) {
      case POINTS -> FactsMaker.MICROS;
      case MONEY ->
          kind.use() == PointKind.Use.QUALIFYING
              ? 0
              : kind.worth().orElseThrow().movePointRight(6).longValueExact();
      case PLACES, STOCK -> 0;
    };
  }
}
