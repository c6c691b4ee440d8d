package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Grants that know of one member's events what was decided of them, as long as they are folded in
 * one go. Not thread-safe.
 */
public final class Remembered implements Grants {
  private final Grants budgets;
  private final Predicate<String> members;
  private final boolean needed;
  private final Map<String, Bought> events = new HashMap<>();

  /**
   * @param budgets asked for everything else
   * @param revision by which the member is folded; without terms for returns nothing is held
   */
  public Remembered(Grants budgets, Revision revision) {
    this(budgets, revision, _ -> false);
  }

  /**
   * @param members tells whether there is a member of an id
   */
  public Remembered(Grants budgets, Revision revision, Predicate<String> members) {
    this.budgets = budgets;
    this.members = members;
    this.needed = revision.pack().programme().returns().isPresent();
  }

  /** Grants nothing of budgets, and holds all. */
  public Remembered() {
    this.budgets = Grants.NONE;
    this.members = _ -> false;
    this.needed = true;
  }

  /** Notes what was decided of the member's next event. */
  public void add(Decision decision) {
    if (!needed || decision.event().body() instanceof Body.Due) return;
    Event event = decision.event();
    events.put(
        name(event.source(), event.id()),
        Bought.other(event.id(), event.type(), decision.refusal().isPresent()));
    decision.bought().ifPresent(bought -> events.put(name(event.source(), bought.event()), bought));
  }

  @Override
  public Grant take(BudgetPlan budget, Event event, long wanted) {
    return budgets.take(budget, event, wanted);
  }

  @Override
  public boolean isMember(String member) {
    return members.test(member);
  }

  @Override
  public Optional<Bought> bought(Event returning, String of) {
    return Optional.ofNullable(events.get(name(returning.source(), of)));
  }

  private static String name(String source, String id) {
    return source + ":" + id;
  }
}
