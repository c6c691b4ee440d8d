package dev.laurel.engine.recording;

import dev.laurel.engine.budget.Budgets;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Applies claimed events to members' records by compare-and-set, each once, whoever else tries the
 * same. Thread-safe.
 */
final class Applying implements AutoCloseable {
  private static final int TRIES = 24;
  private static final int AT_ONCE = 16;
  private static final ThreadFactory DAEMONS =
      Thread.ofPlatform().daemon().name("applying-", 0).factory();

  private final Stores stores;
  private final Supplier<Fold> inForce;
  private final Drain drain;
  private final Budgets budgets;
  private final MemberLocks locks = new MemberLocks();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, DAEMONS);
  private volatile Deciding deciding;

  Applying(Stores stores, Supplier<Fold> inForce, Drain drain, Budgets budgets) {
    this.stores = stores;
    this.budgets = budgets;
    this.inForce = inForce;
    this.drain = drain;
    this.deciding = new Deciding(inForce.get(), budgets);
  }

  /**
   * Applies events of several members, side by side, so that their writes reach the disk together.
   *
   * @param byMember each with events of that member
   * @return by key what came of each event, now or before; without those that too many others kept
   *     from being applied
   */
  Map<String, Applied> apply(Map<String, List<Event>> byMember) {
    Map<String, Applied> answers = new HashMap<>();
    if (byMember.size() == 1) {
      byMember.forEach((member, events) -> answers.putAll(apply(member, events)));
      return answers;
    }
    List<Future<Map<String, Applied>>> all = new ArrayList<>();
    byMember.forEach((member, events) -> all.add(threads.submit(() -> apply(member, events))));
    Optional<RuntimeException> failed = Optional.empty();
    for (Future<Map<String, Applied>> each : all)
      try {
        answers.putAll(each.get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RuntimeException cause))
          throw new IllegalStateException("A member's events could not be applied.", e);
        failed = Optional.of(cause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return answers;
      }
    if (failed.isPresent()) throw failed.get();
    return answers;
  }

  /**
   * Applies what is not applied yet.
   *
   * @return by key what came of each event, now or before; without those that too many others kept
   *     from being applied
   */
  private Map<String, Applied> apply(String member, Collection<Event> events) {
    Map<String, Event> left = new LinkedHashMap<>();
    events.stream().sorted(Event.ORDER).forEach(event -> left.put(EventKey.of(event), event));
    Map<String, Applied> answers = new HashMap<>();
    ReentrantLock lock = locks.of(member);
    lock.lock();
    try {
      for (int tries = 0; tries < TRIES && !left.isEmpty(); tries++) {
        Optional<MemberRecord> found = stores.members().find(member);
        known(found, left, answers);
        if (left.isEmpty()) break;
        Deciding.Step step = step(member, found);
        for (Event event : left.values()) {
          if (step.isFull()) break;
          step.event(event);
        }
        if (put(step)) {
          step.applied().forEach(applied -> answer(applied, left, answers));
          tries = -1;
        } else pause(tries);
      }
    } finally {
      lock.unlock();
    }
    return answers;
  }

  /** Takes out what was applied before: what lies in the outbox, then what stands in the ledger. */
  private void known(
      Optional<MemberRecord> found, Map<String, Event> left, Map<String, Applied> answers) {
    found.ifPresent(record -> record.outbox().forEach(a -> answer(a, left, answers)));
    if (left.isEmpty()) return;
    for (String key : stores.decisions().known(left.keySet()))
      stores.decisions().find(key).ifPresent(applied -> answer(applied, left, answers));
  }

  private void answer(Applied applied, Map<String, Event> left, Map<String, Applied> answers) {
    budgets.decided(applied.key(), () -> DecisionReader.givenOf(applied.decision()));
    if (left.remove(applied.key()) != null) answers.put(applied.key(), applied);
  }

  /** The next step of a record; a full outbox is drained first, so that it stays bounded. */
  private Deciding.Step step(String member, Optional<MemberRecord> found) {
    List<Applied> carried = found.map(MemberRecord::outbox).orElse(List.of());
    if (Outbox.isFull(carried)) {
      drain.now(Set.of(found.orElseThrow()));
      carried = List.of();
    }
    return deciding().new Step(member, found, carried);
  }

  private boolean put(Deciding.Step step) {
    MemberRecord next = step.record();
    if (!stores.members().put(next)) return false;
    drain.later(next);
    return true;
  }

  private Deciding deciding() {
    Fold fold = inForce.get();
    Deciding now = deciding;
    if (now.fold() != fold) {
      now = new Deciding(fold, budgets);
      deciding = now;
    }
    return now;
  }

  private static void pause(int tries) {
    try {
      TimeUnit.MICROSECONDS.sleep(200L << Math.min(tries, 8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Brings one member to an instant; whether there was anything to do. */
  boolean passTime(String member, Instant until) {
    ReentrantLock lock = locks.of(member);
    lock.lock();
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        Optional<MemberRecord> found = stores.members().find(member);
        if (found.flatMap(MemberRecord::dueAt).filter(at -> !at.isAfter(until)).isEmpty())
          return false;
        Deciding.Step step = step(member, found);
        step.time(until);
        if (put(step)) return true;
        pause(tries);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
