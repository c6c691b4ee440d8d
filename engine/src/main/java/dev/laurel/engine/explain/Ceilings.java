package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Explanations.micros;
import static dev.laurel.engine.explain.Explanations.sentence;

import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.revision.RulePlan;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import java.util.Set;
import java.util.TreeSet;

/** Says what ceilings cut: points, or how often a rule applies. Immutable and thread-safe. */
final class Ceilings {
  private final Set<String> ofTimes;

  Ceilings(Revision revision) {
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
    return sentence(
        isOfTimes(reached.limit()) ? "told.finding.limit.times" : "told.finding.limit",
        rule,
        micros(reached.wanted()),
        micros(reached.given()),
        new Phrase.Quoted(reached.limit()));
  }
}
