package dev.laurel.ui.rest;

import dev.laurel.engine.operation.Operation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What is measured of a running programme: how long it takes to read events ({@code
 * laurel.intake}), to decide them ({@code laurel.decide}: those of one member up to its commit) and
 * to claim and commit them ({@code laurel.claim}, {@code laurel.commit}); and what waits ({@code
 * laurel.outbox.backlog}, {@code laurel.due.backlog}). Thread-safe.
 */
final class Meters {
  private static final double NANOS = 1e9;

  private final CompositeMeterRegistry registry = new CompositeMeterRegistry();
  private final Timer intake;
  private final Timer claim;
  private final Timer decide;
  private final Timer commit;
  private final Timer drain;
  private final ThreadLocal<Long> answeredAt = ThreadLocal.withInitial(this::nanos);

  Meters() {
    this.intake = timer("laurel.intake", "Reading and checking the events of a request");
    this.claim = timer("laurel.claim", "Claiming the events of a request in the store");
    this.decide = timer("laurel.decide", "Deciding events of one member up to their commit");
    this.commit = timer("laurel.commit", "Putting a member's new state in the store");
    this.drain = timer("laurel.drain", "Writing decisions and ledger entries to the store");
  }

  private Timer timer(String name, String what) {
    return Timer.builder(name)
        .description(what)
        .serviceLevelObjectives(
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(500))
        .register(registry);
  }

  /** From now on keeps what is measured there, and watches what waits. */
  void keep(Operation operation, MeterRegistry there) {
    registry.add(there);
    Gauge.builder("laurel.outbox.backlog", operation, Operation::outboxBacklog)
        .description("Members whose outbox waits to be drained by this process")
        .register(registry);
    Gauge.builder("laurel.outbox.age", operation, o -> o.outboxAge().toNanos() / NANOS)
        .description("For how long the first of them waits")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("laurel.due.backlog", operation, Operation::dueBacklog)
        .description("Members with something due that was not done yet, counted to 1,000")
        .register(registry);
  }

  <T> T intake(Supplier<T> work) {
    return Objects.requireNonNull(intake.record(work));
  }

  <T> T claim(Supplier<T> work) {
    return stored(() -> Objects.requireNonNull(claim.record(work)));
  }

  /** Commits what this thread decided since the store last answered it. */
  <T> T commit(Supplier<T> work) {
    decide.record(nanos() - answeredAt.get(), TimeUnit.NANOSECONDS);
    return stored(() -> Objects.requireNonNull(commit.record(work)));
  }

  void drain(Runnable work) {
    stored(() -> {
      drain.record(work);
      return true;
    });
  }

  /** Work in the store that has no timer of its own. */
  <T> T stored(Supplier<T> work) {
    T stored = work.get();
    answeredAt.set(nanos());
    return stored;
  }

  private long nanos() {
    return registry.config().clock().monotonicTime();
  }
}
