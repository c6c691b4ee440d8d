package dev.laurel.engine.recording;

import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.decision.Stood;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.BudgetPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grants to what falls due once more: the codes that it gave out first it gives out again.
 *
 * @param stood by key what stands of each event
 * @param anew grants what was not asked for before
 */
record AgainByTime(Map<String, Stood> stood, Grants anew) implements Grants {
  @Override
  public Grant take(BudgetPlan budget, Event event, long wanted) {
    return anew.take(budget, event, wanted);
  }

  @Override
  public List<String> codes(BenefitPlan benefit, Event event, int count) {
    Optional<Stood> before = Optional.ofNullable(stood.get(EventKey.of(event)));
    return new Again(before, anew, new Remembered()).codes(benefit, event, count);
  }

  @Override
  public Optional<Given.Code> code(String code, Event event) {
    return anew.code(code, event);
  }
}
