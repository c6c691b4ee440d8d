package dev.laurel.engine.decision;

import dev.laurel.engine.revision.OfferPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.revision.RulePlan;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the best offer of a set: of those of the highest score the first by id whose conditions are
 * met. What it gives is given as the rule's own. Immutable and thread-safe.
 *
 * @see "engine/docs/decisions/073-offers.md"
 */
final class Offers {
  private final Revision revision;
  private final long minorPerUnit;

  /** Of programmes without offers one is enough for all decisions: it never looks at anything. */
  private final Optional<Choice> none;

  Offers(Revision revision) {
    this.revision = revision;
    this.minorPerUnit = Tens.power(revision.currencyDecimals());
    this.none =
        revision.offers().isEmpty()
            ? Optional.of(new Choice(Facts.none(revision.layout())))
            : Optional.empty();
  }

  /** The rules with whatever they may give, all offers of their sets included. */
  List<Rated> widest(List<Rated> rules) {
    return rules.stream().map(rule -> rule.offers() ? with(rule, plans(rule)) : rule).toList();
  }

  /** The offers of the sets that a rule names, the best of each set first. */
  private List<OfferPlan> plans(Rated rule) {
    List<OfferPlan> plans = new ArrayList<>();
    for (Outcome outcome : rule.plan().rule().then())
      if (outcome instanceof Outcome.Offer(var set)) plans.addAll(of(set));
    return plans;
  }

  private List<OfferPlan> of(String set) {
    return revision.offers().stream().filter(plan -> plan.set().equals(set)).toList();
  }

  private Rated with(Rated rule, List<OfferPlan> offers) {
    EarningRule own = rule.plan().rule();
    List<Outcome> then = new ArrayList<>(own.then());
    offers.forEach(plan -> then.addAll(plan.offer().then()));
    RulePlan plan = rule.plan();
    return Rated.of(
        rule.index(),
        new RulePlan(
            new EarningRule(
                own.id(),
                own.title(),
                own.active(),
                own.on(),
                own.per(),
                own.inForce(),
                own.audience(),
                own.when(),
                own.unless(),
                then,
                own.exclusion(),
                own.priority(),
                own.limits()),
            plan.group(),
            plan.meeting(),
            plan.groupLimits(),
            plan.campaign(),
            plan.variant()),
        minorPerUnit);
  }

  /** Chooses for a member. */
  Choice by(Facts facts) {
    return none.isPresent() ? none.get() : new Choice(facts);
  }

  /** What is due with what the offers give that it makes. */
  List<Candidate> with(List<Candidate> due, Choice choice) {
    if (none.isPresent()) return due;
    return due.stream()
        .map(each -> new Candidate(choice.of(each.rated()), each.lines(), each.times()))
        .toList();
  }

  /** What is chosen by what rules look at in one decision. Not thread-safe. */
  final class Choice {
    private final Facts facts;
    private Optional<Set<Integer>> met = Optional.empty();
    private final Map<String, Optional<OfferPlan>> best = new HashMap<>(0);

    private Choice(Facts facts) {
      this.facts = facts;
    }

    /** The rule with what the offers give that it makes. */
    Rated of(Rated rule) {
      if (!rule.offers()) return rule;
      List<OfferPlan> made = new ArrayList<>();
      for (Outcome outcome : rule.plan().rule().then())
        if (outcome instanceof Outcome.Offer(var set)) best(set).ifPresent(made::add);
      return made.isEmpty() ? rule : with(rule, made);
    }

    private Optional<OfferPlan> best(String set) {
      return best.computeIfAbsent(
          set, id -> Offers.this.of(id).stream().filter(plan -> isMet(plan)).findFirst());
    }

    private boolean isMet(OfferPlan plan) {
      if (met.isEmpty()) met = Optional.of(hits());
      return met.get().contains(plan.rule());
    }

    private Set<Integer> hits() {
      Set<Integer> rules = new HashSet<>();
      try (RuleBase.Session session = revision.base().open()) {
        for (Hit hit : session.member(facts)) rules.add(hit.rule());
      }
      return rules;
    }

    /** Tells what a rule offers that applied, and why not what would have been better. */
    void tell(Working working, Candidate rule) {
      if (!rule.rated().offers()) return;
      for (Outcome outcome : rule.plan().rule().then())
        if (outcome instanceof Outcome.Offer(var set)) tell(working, rule.id(), set);
    }

    private void tell(Working working, String rule, String set) {
      for (OfferPlan plan : Offers.this.of(set)) {
        if (isMet(plan)) {
          working.findings.add(new Finding.Offered(rule, plan.place()));
          return;
        }
        List<Unmet> rows =
            plan.rule() < revision.base().size()
                ? revision.base().unmet(plan.rule(), facts)
                : List.of();
        working.findings.add(new Finding.PassedOver(rule, plan.place(), rows));
      }
    }
  }
}
