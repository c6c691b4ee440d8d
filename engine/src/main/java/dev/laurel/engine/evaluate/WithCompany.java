package dev.laurel.engine.evaluate;

import dev.laurel.engine.decision.Bought;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.BudgetPlan;
import java.util.Optional;

/** Grants that know how those stand with whom something connects the member. Not thread-safe. */
record WithCompany(Remembered remembered, Company company) implements Grants {
  @Override
  public Grant take(BudgetPlan budget, Event event, long wanted) {
    return remembered.take(budget, event, wanted);
  }

  @Override
  public boolean isMember(String member) {
    return company.by(member).isPresent();
  }

  @Override
  public Optional<Given.By> by(String member) {
    return company.by(member);
  }

  @Override
  public Optional<Bought> bought(Event returning, String of) {
    return remembered.bought(returning, of);
  }
}
