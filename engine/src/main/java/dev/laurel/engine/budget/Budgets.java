package dev.laurel.engine.budget;

import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Grants budgets that all processes on a store share. Thread-safe.
 *
 * <p>A process takes a share of a budget and grants from it in memory, so that the budget itself is
 * seldom written. Before a grant counts it is noted, durably, that the event may use the share;
 * which share an event did use is told by its decision. So whoever finds a share whose process is
 * gone can tell from the decisions on the events noted what of it was used, and gives the rest
 * back.
 *
 * <p>All methods may throw when the store cannot be reached; what was asked can be asked again.
 *
 * @see "engine/docs/decisions/034-budgets-in-shares.md"
 */
public final class Budgets implements AutoCloseable {
  /** For so long a share is taken at a time. */
  public static final Duration LEASE = Duration.ofMinutes(1);

  /** So far may the clocks of processes be apart. */
  public static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private static final int PAGE = 500;

  /** Tells by events' keys what their decisions were given. */
  @FunctionalInterface
  public interface Decisions {
    /** Empty where there is no decision yet. */
    Optional<Given> find(String event);

    /**
     * Of an event that nobody may ever decide, such as what falls due of a member and does not any
     * more: what its decision was given, or that there is none, and that whoever decided it on what
     * was known so far could not keep that. Empty where it is on its way.
     */
    default Optional<Given> settled(String event) {
      return find(event);
    }
  }

  private final BudgetStore store;
  private final Decisions decisions;
  private final LeaseClock clock;
  private final Map<String, SharedBudget> budgets = new ConcurrentHashMap<>();
  private final Map<String, Set<SharedBudget>> undecided = new ConcurrentHashMap<>();

  /**
   * @param decisions of all events that ask
   */
  public Budgets(BudgetStore store, Decisions decisions, LeaseClock clock) {
    this.store = store;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * Grants to one event. What is granted is set aside until {@link #decided} tells what was used.
   *
   * @param revision the number of the revision that decides; the latest one says what the totals
   *     are
   * @param event the event's key
   */
  public Grants to(String event, int revision) {
    return (plan, _, wanted) -> {
      SharedBudget budget = of(plan.key());
      Grants.Grant grant = budget.take(plan, revision, event, wanted);
      if (grant.amount() > 0)
        undecided.computeIfAbsent(event, _ -> ConcurrentHashMap.newKeySet()).add(budget);
      return grant;
    };
  }

  /** Tells what would be granted now, and takes nothing. */
  public Grants looking(int revision) {
    return (plan, _, wanted) ->
        new Grants.Grant(Math.min(wanted, of(plan.key()).look(plan, revision)), 1);
  }

  private SharedBudget of(String key) {
    return budgets.computeIfAbsent(key, k -> new SharedBudget(k, store, clock));
  }

  /**
   * An event was decided, here or elsewhere, and its decision is durable.
   *
   * @param given what it was given; asked only where something is set aside for the event
   */
  public void decided(String event, Supplier<Given> given) {
    Set<SharedBudget> asked = undecided.remove(event);
    if (asked == null) return;
    Given used = given.get();
    for (SharedBudget budget : asked) budget.decided(event, used);
  }

  /**
   * Gives back what is not needed, and what processes that are gone have left behind. To be called
   * now and then, after what they left undecided was decided.
   */
  public void tend() {
    settle(LEASE.toNanos());
    for (SharedBudget budget : budgets.values()) {
      budget.giveBack(LEASE.toNanos() / 2);
      budget.forget();
    }
    String after = "";
    for (List<BudgetRecord> some = page(after); !some.isEmpty(); some = page(after)) {
      some.forEach(this::collect);
      after = some.getLast().key();
    }
  }

  private List<BudgetRecord> page(String after) {
    return store.page(after, PAGE);
  }

  /** Learns what others decided of events for which something has been set aside for so long. */
  private void settle(long nanos) {
    for (SharedBudget budget : budgets.values())
      for (String event : budget.undecided(nanos))
        decisions
            .find(event)
            .ifPresent(given -> {
              budget.decided(event, given);
              decided(event, () -> given);
            });
  }

  private void collect(BudgetRecord found) {
    SharedBudget budget = of(found.key());
    for (long share : found.shares().keySet()) {
      // Read before the notes are: whoever keeps the share meanwhile replaces the record.
      Optional<BudgetRecord> now =
          store.find(found.key()).filter(record -> budget.isLeft(record, share));
      if (now.isEmpty()) continue;
      used(found.key(), share).ifPresent(used -> budget.collect(now.get(), share, used));
    }
    budget.forget();
  }

  /** What was used of a share that was left behind; empty while an event of it is not decided. */
  private Optional<Long> used(String key, long share) {
    long used = 0;
    String after = "";
    for (List<String> some = store.noted(key, share, after, PAGE);
        !some.isEmpty();
        some = store.noted(key, share, after, PAGE)) {
      for (String event : some) {
        Optional<Given> given = decisions.settled(event);
        if (given.isEmpty()) return Optional.empty();
        if (given.get().shares().getOrDefault(key, 0L) == share)
          used = Math.addExact(used, given.get().used().getOrDefault(key, 0L));
      }
      after = some.getLast();
    }
    return Optional.of(used);
  }

  /** Gives back what is not used. The store stays open. */
  @Override
  public void close() {
    settle(0);
    for (SharedBudget budget : budgets.values()) {
      budget.giveBack(0);
      budget.forget();
    }
  }
}
