package dev.laurel.engine.decision;

import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.LadderPlan.HeadStartPlan;
import dev.laurel.engine.revision.MetricPlan;

/** What tiers give of metrics at the start of their periods. */
final class HeadStarts {
  private HeadStarts() {}

  /** Gives what the tier held gives of those metrics whose periods begin on this day. */
  static void give(Working working, int ladder) {
    LadderPlan plan = working.revision.ladders().get(ladder);
    int held = plan.rank(working.standing(ladder).tier());
    for (HeadStartPlan start : plan.tiers().get(held).headStarts()) {
      MetricPlan metric = working.revision.metrics().get(start.metric());
      if (!Calendar.start(metric.period(), working.day, working.enrolled()).equals(working.day))
        continue;
      working.add(start.metric(), metric.period(), start.units());
      working.findings.add(
          new Finding.HeadStart(
              start.place(),
              metric.metric().id(),
              FactsMaker.micros(working.revision, metric, start.units())));
    }
  }
}
