package dev.laurel.engine.recording;

import dev.laurel.engine.budget.Budgets;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import java.time.Instant;
import java.time.InstantSource;
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
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies claimed events to members' records by compare-and-set, each once, whoever else tries the
 * same. Thread-safe.
 */
final class Applying implements AutoCloseable {
  private static final int TRIES = 24;
  private static final int AT_ONCE = 16;

  /** From so many members on it is worth while to decide them in several threads. */
  private static final int SIDE_BY_SIDE = 16;

  private static final Logger LOG = LoggerFactory.getLogger(Applying.class);
  private static final ThreadFactory DAEMONS =
      Thread.ofPlatform().daemon().name("applying-", 0).factory();

  private final Stores stores;
  private final InForce inForce;
  private final InstantSource clock;
  private final Drain drain;
  private final Budgets budgets;
  private final EventForm form;
  private final MemberLocks locks = new MemberLocks();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, DAEMONS);

  /** Threads of their own: whoever waits for them may hold what the others wait for. */
  private final ExecutorService deciders =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("deciding-", 0).factory());

  private volatile Deciding deciding;

  Applying(
      Stores stores,
      InForce inForce,
      EventForm form,
      InstantSource clock,
      Drain drain,
      Budgets budgets) {
    this.stores = stores;
    this.form = form;
    this.budgets = budgets;
    this.inForce = inForce;
    this.clock = clock;
    this.drain = drain;
    this.deciding = new Deciding(inForce.timeline(), budgets, stores, form, clock);
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
   * Claims events and applies those that nobody had claimed before, in as few steps as can be.
   *
   * @param byMember each with events of that member, no event twice
   * @param claim claims them all; tells the keys of those that somebody had claimed before
   * @return by key what came of events; what came of those that are missing has to be found out by
   *     {@link #apply(Map)}
   */
  Map<String, Applied> claimed(
      Map<String, List<Event>> byMember, Supplier<? extends Set<String>> claim) {
    List<String> held = byMember.keySet().stream().filter(m -> locks.of(m).tryLock()).toList();
    try {
      // Read before they are claimed: whoever else applies one of them later replaces this version,
      // and then the record here is not put. So nobody need be asked whether it was applied before.
      Map<String, MemberRecord> found = stores.members().find(held);
      Set<String> before = claim.get();
      List<Deciding.Step> steps =
          each(
              held,
              member ->
                  decided(
                      member,
                      Optional.ofNullable(found.get(member)),
                      byMember.getOrDefault(member, List.of()).stream()
                          .filter(event -> !before.contains(EventKey.of(event)))
                          .sorted(Event.ORDER)
                          .toList()));
      List<MemberRecord> records = steps.stream().map(Deciding.Step::record).toList();
      if (records.isEmpty() || !stores.members().putAll(records)) return Map.of();
      records.forEach(drain::later);
      Map<String, Applied> answers = new HashMap<>();
      for (Deciding.Step step : steps)
        for (Applied applied : step.applied()) {
          decided(applied);
          answers.put(applied.key(), applied);
        }
      for (MemberRecord record : records) if (record.redo().isPresent()) whole(record.member());
      return answers;
    } finally {
      held.forEach(member -> locks.of(member).unlock());
    }
  }

  /** A step with these events; empty where there are none or they cannot be decided together. */
  private Optional<Deciding.Step> decided(
      String member, Optional<MemberRecord> found, List<Event> events) {
    if (events.isEmpty() || found.flatMap(MemberRecord::redo).isPresent()) return Optional.empty();
    try {
      Deciding.Step step = step(member, found, events);
      for (Event event : events) {
        if (step.isFull()) break;
        step.event(event);
      }
      return Optional.of(step);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whoever sent it is told when it is tried by itself; the others go on.
      LOG.debug("Events of member {} are tried one by one", member, e);
      return Optional.empty();
    }
  }

  /** Does it for each, side by side where they are many. */
  private List<Deciding.Step> each(
      List<String> members, Function<String, Optional<Deciding.Step>> doing) {
    if (members.size() < SIDE_BY_SIDE)
      return members.stream().map(doing).flatMap(Optional::stream).toList();
    List<Future<Optional<Deciding.Step>>> all =
        members.stream().map(member -> deciders.submit(() -> doing.apply(member))).toList();
    List<Deciding.Step> steps = new ArrayList<>();
    all.forEach(each -> result(each).ifPresent(steps::add));
    return steps;
  }

  /** What a thread came to; what it threw is thrown. */
  private static <T> T result(Future<T> of) {
    try {
      return of.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      if (e.getCause() instanceof Error cause) throw cause;
      throw new IllegalStateException("A member's events could not be applied.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("It was broken off.", e);
    }
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
        Optional<MemberRecord> found = whole(member);
        known(found, left, answers);
        if (left.isEmpty()) break;
        Deciding.Step step = step(member, found, left.values());
        for (Event event : left.values()) {
          if (step.isFull()) break;
          step.event(event);
        }
        int before = left.size();
        boolean put = put(step);
        if (put) step.applied().forEach(applied -> answer(applied, left, answers));
        if (put && (left.size() < before || step.isUnderWay())) tries = -1;
        else pause(tries);
      }
      whole(member);
    } finally {
      lock.unlock();
    }
    return answers;
  }

  /**
   * A member's record of which nothing is left to be decided anew; what was left is decided first.
   * To be called by whoever has the member's lock.
   *
   * @throws StoreUnavailableException when too many others keep it from being done
   */
  private Optional<MemberRecord> whole(String member) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<MemberRecord> found = stores.members().find(member);
      if (found.flatMap(MemberRecord::redo).isEmpty()) return found;
      Deciding.Step step = step(member, found, List.of());
      step.goOn();
      if (put(step)) {
        step.applied().forEach(this::decided);
        tries = -1;
      } else pause(tries);
    }
    throw new StoreUnavailableException(
        "Too many others write to the member " + member + " at once.", new IllegalStateException());
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
    decided(applied);
    if (left.remove(applied.key()) != null) answers.put(applied.key(), applied);
  }

  /** What it does not use of budgets is free again. */
  private void decided(Applied applied) {
    budgets.decided(applied.key(), () -> DecisionReader.givenOf(applied.decision()));
  }

  /** The next step of a record; a full outbox is drained first, so that it stays bounded. */
  private Deciding.Step step(
      String member, Optional<MemberRecord> found, Collection<Event> events) {
    List<Applied> carried = found.map(MemberRecord::outbox).orElse(List.of());
    if (Outbox.isFull(carried)) {
      drain.now(Set.of(found.orElseThrow()));
      carried = List.of();
    }
    return deciding(isAhead(found, events)).new Step(member, found, carried);
  }

  private boolean put(Deciding.Step step) {
    MemberRecord next = step.record();
    if (!stores.members().put(next)) return false;
    drain.later(next);
    return true;
  }

  /** Whether something is judged as of an instant at which an unknown revision may be in force. */
  private boolean isAhead(Optional<MemberRecord> found, Collection<Event> events) {
    Instant now = clock.instant();
    return found.map(record -> record.state().asOf().isAfter(now)).orElse(false)
        || events.stream().anyMatch(event -> event.occurredAt().isAfter(now));
  }

  private Deciding deciding(boolean ahead) {
    Timeline timeline = ahead ? inForce.confirmed() : inForce.timeline();
    Deciding now = deciding;
    if (now.timeline() != timeline) {
      now = new Deciding(timeline, budgets, stores, form, clock);
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

  /**
   * Decides an event as it would be decided now, and keeps nothing of it.
   *
   * @param decided is given what is decided, in its order: what falls due, the event, corrections
   * @return the member's state after it
   */
  MemberState tried(Event event, List<Decision> decided) {
    Optional<MemberRecord> found = stores.members().find(event.member());
    Deciding.Step step =
        deciding(isAhead(found, List.of(event))).trial(event.member(), found, decided);
    step.goOn();
    step.event(event);
    return step.state();
  }

  /** Brings one member to an instant; whether there was anything to do. */
  boolean passTime(String member, Instant until) {
    ReentrantLock lock = locks.of(member);
    lock.lock();
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        Optional<MemberRecord> found = whole(member);
        if (found.flatMap(MemberRecord::dueAt).filter(at -> !at.isAfter(until)).isEmpty())
          return false;
        Deciding.Step step = step(member, found, List.of());
        step.time(until);
        if (put(step)) return true;
        pause(tries);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Writes down anew when something next falls due of a member, by the revisions known by now.
   *
   * @return whether that is another time than was written down
   */
  boolean renewDue(String member) {
    ReentrantLock lock = locks.of(member);
    lock.lock();
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        Optional<MemberRecord> found = whole(member);
        if (found.isEmpty()) return false;
        Deciding.Step step = step(member, found, List.of());
        if (step.record().dueAt().equals(found.get().dueAt())) return false;
        if (put(step)) return true;
        pause(tries);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Replaces a member's record by the same, so that nobody keeps what was decided on the one
   * before.
   *
   * @return whether that is so: false while something is left to be decided anew, or where others
   *     came first
   */
  boolean replace(String member) {
    Optional<MemberRecord> found = stores.members().find(member);
    if (found.isEmpty()) return true;
    return found.get().redo().isEmpty() && stores.members().put(found.get().again());
  }

  /** Has nobody look at a member before this instant for what falls due by time. */
  void postpone(String member, Instant until) {
    ReentrantLock lock = locks.of(member);
    lock.lock();
    try {
      stores.members().find(member).ifPresent(record -> stores.members().put(record.due(until)));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    threads.close();
    deciders.close();
  }
}
