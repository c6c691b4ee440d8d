package dev.laurel.engine.budget;

import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants.Grant;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.recording.MemoryStores;
import dev.laurel.engine.revision.BudgetPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Processes that grant from one budget of 1,000 points, and the decisions that they have made.
 * Thread-safe.
 */
final class Processes {
  static final BudgetPlan PLAN = plan(1_000);

  final BudgetStore store = new MemoryStores().stores().budgets();
  private final Map<String, Given> decisions = new TreeMap<>();
  private volatile Instant now = Instant.parse("2026-03-01T09:00:00Z");

  static BudgetPlan plan(long total) {
    return new BudgetPlan("campaigns/spring/points", "spring", BudgetPlan.Of.POINTS, total);
  }

  /** A process of its own; all clocks go alike. */
  Budgets process() {
    return process(s -> s);
  }

  Budgets process(UnaryOperator<BudgetStore> flaw) {
    return new Budgets(flaw.apply(store), this::decision, clock());
  }

  LeaseClock clock() {
    return new LeaseClock(() -> now, () -> Duration.between(Instant.EPOCH, now).toNanos());
  }

  synchronized Optional<Given> decision(String event) {
    return Optional.ofNullable(decisions.get(event));
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  static Grant take(Budgets process, String event, long wanted) {
    return take(process, PLAN, 1, event, wanted);
  }

  static Grant take(Budgets process, BudgetPlan plan, int revision, String event, long wanted) {
    return process.to(event, revision).take(plan, event(event), wanted);
  }

  private static Event event(String id) {
    return new Event("till", id, "ann", Instant.EPOCH, new Body.Other("x", Map.of()));
  }

  /** An event is decided, if it is not yet, and uses so much of what it was granted. */
  synchronized void decides(String event, Grant grant, long used) {
    decisions.putIfAbsent(
        event,
        used == 0
            ? new Given(
                Map.of(PLAN.key(), 0L), Map.of(), Map.of(), Optional.empty(), Optional.empty())
            : new Given(
                Map.of(PLAN.key(), used),
                Map.of(),
                Map.of(PLAN.key(), grant.share()),
                Optional.empty(),
                Optional.empty()));
  }

  /** It is decided, and the process that decided learns of it. */
  void decides(Budgets process, String event, Grant grant, long used) {
    decides(event, grant, used);
    process.decided(event, () -> decision(event).orElseThrow());
  }

  /** What decisions have used. */
  synchronized long used() {
    return decisions.values().stream()
        .mapToLong(given -> given.used().getOrDefault(PLAN.key(), 0L))
        .sum();
  }

  /** What lies in the store: left, and in the shares. */
  long left() {
    return store.find(PLAN.key()).map(BudgetRecord::left).orElse(PLAN.total());
  }

  List<Long> shares() {
    return store.find(PLAN.key()).stream()
        .flatMap(record -> record.shares().values().stream())
        .map(BudgetRecord.Share::amount)
        .toList();
  }
}
