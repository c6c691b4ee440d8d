package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.micros;
import static dev.laurel.engine.explain.Phrases.sentence;

import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.revision.RulePlan;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what ceilings cut, or how often a rule applies by them, and what campaigns' budgets do not
 * pay for. Immutable and thread-safe.
 */
final class Ceilings {
  private final Revision revision;
  private final Sentences sentences;
  private final Amounts amounts;
  private final OfBenefits ofBenefits;
  private final Set<String> ofTimes;

  Ceilings(Revision revision, Sentences sentences, Amounts amounts, OfBenefits ofBenefits) {
    this.revision = revision;
    this.sentences = sentences;
    this.amounts = amounts;
    this.ofBenefits = ofBenefits;
    Set<String> places = new TreeSet<>();
    for (RulePlan plan : revision.rules()) {
      for (Limit limit : plan.rule().limits())
        if (limit.of() == Limit.Of.TIMES) places.add(plan.id() + "/" + limit.id());
      for (Limit limit : plan.groupLimits())
        if (limit.of() == Limit.Of.TIMES) places.add(plan.placeOf(limit));
    }
    ofTimes = Set.copyOf(places);
  }

  /** Whether a ceiling is on how often rules apply, not on points. */
  boolean isOfTimes(String limit) {
    return ofTimes.contains(limit);
  }

  Sentence of(Finding.LimitReached reached, Phrase rule) {
    return Optional.ofNullable(revision.budgets().get(reached.limit()))
        .map(budget -> ofBudget(reached, budget, rule))
        .or(() -> ofBenefits.mostHeld(reached, rule))
        .orElseGet(() -> ofCeiling(reached, rule));
  }

  private Sentence ofCeiling(Finding.LimitReached reached, Phrase rule) {
    return sentence(
        isOfTimes(reached.limit()) ? "told.finding.limit.times" : "told.finding.limit",
        rule,
        micros(reached.wanted()),
        micros(reached.given()),
        new Phrase.Quoted(reached.limit()));
  }

  /** What a campaign's budget does not pay for, or a place that is not there. */
  private Sentence ofBudget(Finding.LimitReached reached, BudgetPlan budget, Phrase rule) {
    Phrase campaign = sentences.name(Thing.CAMPAIGN, budget.campaign());
    return switch (budget.of()) {
      case STOCK -> ofBenefits.outOfStock(reached, rule);
      case PLACES ->
          sentence("told.finding.places", rule, campaign, Phrases.number(budget.total()));
      case POINTS ->
          reached.given() == 0
              ? sentence("told.finding.budget.nothing", rule, campaign)
              : sentence(
                  "told.finding.budget.points",
                  rule,
                  micros(reached.wanted()),
                  micros(reached.given()),
                  campaign);
      case MONEY ->
          reached.given() == 0
              ? sentence("told.finding.budget.nothing", rule, campaign)
              : sentence(
                  "told.finding.budget.money",
                  rule,
                  amounts.worth(reached.wanted()),
                  amounts.worth(reached.given()),
                  campaign);
    };
  }
}
