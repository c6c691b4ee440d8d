package dev.laurel.engine.decision;

import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.RolloverPlan;
import dev.laurel.engine.revision.RolloverPlan.Threshold;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.RuleBase;
import dev.laurel.engine.rulebase.RuleBase.Hit;
import dev.laurel.rules.language.Period;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Carries what stands above the threshold of the tier that was reached into the next period of a
 * metric.
 *
 * @see "engine/docs/decisions/029-rollover.md"
 */
final class Rollovers {
  private final Working working;
  private final FactsMaker factsMaker;

  Rollovers(Working working, FactsMaker factsMaker) {
    this.working = working;
    this.factsMaker = factsMaker;
  }

  /** Carries what the metric's period that ended with the day before leaves, if it leaves any. */
  void carry(String id) {
    for (int i = 0; i < working.revision.metrics().size(); i++) {
      MetricPlan metric = working.revision.metrics().get(i);
      if (metric.metric().id().equals(id) && metric.rollover().isPresent())
        carry(i, metric, metric.rollover().get());
    }
  }

  private void carry(int index, MetricPlan metric, RolloverPlan rollover) {
    LocalDate begins = Calendar.start(metric.period(), working.day, working.enrolled());
    if (!begins.equals(working.day)) return;
    long value =
        factsMaker.read(
            metric, working.tally(index), working.day, working.enrolled(), Reading.BEFORE);
    Optional<Threshold> reached = reached(rollover, value);
    if (reached.isEmpty()) return;
    long surplus = value - reached.get().units();
    long units = rollover.carried(surplus);
    if (units == 0) return;
    working.add(index, metric.period(), units);
    if (working.revision.pack().programme().returns().isPresent())
      working.use(rollover.place(), metric.period(), surplus);
    working.findings.add(
        new Finding.RolledOver(
            rollover.place(),
            metric.metric().id(),
            reached.get().tier(),
            FactsMaker.micros(working.revision, metric, reached.get().units()),
            FactsMaker.micros(working.revision, metric, value),
            FactsMaker.micros(working.revision, metric, units)));
  }

  /** The highest threshold that the value stands at or above, of a tier whose entry is met. */
  private Optional<Threshold> reached(RolloverPlan rollover, long value) {
    Set<Integer> met = new HashSet<>();
    Facts standing = factsMaker.standing(working.state(), working.day, Reading.BEFORE);
    try (RuleBase.Session session = working.revision.base().open()) {
      for (Hit hit : session.standing(standing)) met.add(hit.rule());
    }
    return rollover.thresholds().stream()
        .filter(threshold -> threshold.units() <= value && met.contains(threshold.entry()))
        .findFirst();
  }

  /**
   * Takes back of what was carried into a period as much as is too much once units of the period
   * before have been taken back.
   *
   * @param period of the metric
   * @param of a day of the period before
   */
  static void takeBack(Working working, int index, Period period, long units, LocalDate of) {
    Optional<RolloverPlan> rollover = working.revision.metrics().get(index).rollover();
    if (rollover.isEmpty() || units <= 0) return;
    LocalDate next = Calendar.end(period, of, working.enrolled());
    long surplus = working.used(rollover.get().place(), period, next);
    if (surplus <= 0) return;
    long left = Math.max(0, surplus - units);
    working.use(rollover.get().place(), period, left - surplus, next);
    working.uncount(
        index,
        period,
        rollover.get().carried(surplus) - rollover.get().carried(left),
        Optional.of(next));
  }
}
