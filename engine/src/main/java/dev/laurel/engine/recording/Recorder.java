package dev.laurel.engine.recording;

import dev.laurel.engine.budget.Budgets;
import dev.laurel.engine.budget.LeaseClock;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records events, each exactly once. Several recorders, in one process or in several, may share the
 * stores. Thread-safe.
 *
 * <p>All methods that write may throw {@link StoreUnavailableException}; what was asked may then
 * have happened or not, and asking again tells and does it at most once.
 */
public final class Recorder implements AutoCloseable {
  /** So far may clocks be apart. */
  public static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Stores stores;
  private final EventForm form;
  private final InstantSource clock;
  private final Drain drain;
  private final Budgets budgets;
  private final Applying applying;
  private final Gathering gathering;
  private final Recovery recovery;
  private final DuePass duePass;

  /**
   * @param inForce by which revisions is decided; asked for each event
   * @param clock tells when an event comes in
   * @param leases tells the true time, by which processes share budgets
   */
  public Recorder(
      Stores stores, InForce inForce, EventForm form, InstantSource clock, LeaseClock leases) {
    this.stores = stores;
    this.form = form;
    this.clock = clock;
    this.drain = new Drain(stores, form, clock);
    this.budgets = new Budgets(stores.budgets(), new Settling(), leases);
    this.applying = new Applying(stores, inForce, form, clock, drain, budgets);
    drain.deliverBy(event -> applying.apply(Map.of(event.member(), List.of(event))));
    this.gathering = new Gathering(stores.events(), applying);
    this.recovery = new Recovery(stores, form, applying, drain);
    this.duePass = new DuePass(stores, applying);
  }

  /** Finishes what was begun before, then begins to drain by itself. */
  public void start() {
    recover();
    drain.start();
  }

  /** How many members' outboxes wait to be drained. */
  public int backlog() {
    return drain.backlog();
  }

  /** For how long the outbox has waited that has waited longest; zero where none waits. */
  public Duration outboxAge() {
    return drain.age();
  }

  /** Records one event. */
  public Recording record(Event event) {
    return record(List.of(event)).getFirst();
  }

  /**
   * Records events, those of one member in the order of their time.
   *
   * @return what came of each, in the order in which they were given
   */
  public List<Recording> record(List<Event> events) {
    Instant now = clock.instant();
    form.ready(events);
    Answers answers = new Answers();
    List<Claim> claims = new ArrayList<>();
    Map<String, List<Event>> byMember = new LinkedHashMap<>();
    Map<String, Duration> ahead = new HashMap<>();
    for (Event event : events) {
      Claim claim = claim(event, now);
      claims.add(claim);
      ahead(claim, now).ifPresent(by -> ahead.put(claim.key(), by));
      if (!ahead.containsKey(claim.key()) && answers.isFirst(claim))
        byMember.computeIfAbsent(event.member(), m -> new ArrayList<>()).add(event);
    }
    if (events.size() == 1 && !byMember.isEmpty()) alone(events.getFirst(), answers);
    else if (!byMember.isEmpty())
      answers.add(applying.claimed(byMember, () -> claim(answers).keySet()));
    byMember.values().forEach(own -> own.removeIf(event -> answers.isDone(EventKey.of(event))));
    byMember.values().removeIf(List::isEmpty);
    answers.add(applying.apply(byMember));
    return claims.stream().map(claim -> answer(claim, ahead, answers)).toList();
  }

  /** An event that came by itself goes with others that do. */
  private void alone(Event event, Answers answers) {
    String key = EventKey.of(event);
    gathering
        .record(event, answers.claimOf(key))
        .ifPresentOrElse(
            outcome -> {
              outcome.before().ifPresent(claim -> answers.before(Map.of(key, claim)));
              outcome.applied().ifPresent(applied -> answers.add(Map.of(key, applied)));
            },
            () -> claim(answers));
  }

  /** Claims what is not claimed yet; those that were. */
  private Map<String, Claim> claim(Answers answers) {
    Map<String, Claim> before = stores.events().claim(answers.claims().values());
    answers.before(before);
    return before;
  }

  private static Recording answer(Claim claim, Map<String, Duration> ahead, Answers answers) {
    Duration by = ahead.get(claim.key());
    return by == null ? answers.to(claim) : new Recording.Ahead(by);
  }

  /** By how much it lies ahead; a clock that was set back does not undo what was claimed before. */
  private Optional<Duration> ahead(Claim claim, Instant now) {
    return Optional.of(Duration.between(now, claim.occurredAt()))
        .filter(by -> by.compareTo(MOST_AHEAD) > 0)
        .filter(by -> stores.events().find(claim.key()).isEmpty());
  }

  private Claim claim(Event event, Instant now) {
    return new Claim(
        EventKey.of(event),
        event.member(),
        event.occurredAt(),
        form.digest(event),
        form.write(event),
        now);
  }

  /**
   * Brings about what falls due by time up to and at this instant, member by member. What another
   * process is about to do is left to it. A member of whom it cannot be done is told to the log and
   * looked at again later, and does not keep it from the others.
   *
   * @return how many members were brought to it
   */
  public int passTime(Instant until) {
    return duePass.run(until);
  }

  /**
   * Writes down anew of all members when something next falls due, since a revision came that may
   * see it otherwise. Goes on where it or another process broke off.
   *
   * @param revision the revision's number; what was done for it or for a later one is not done
   *     again
   * @return how many members something else falls due of
   */
  public int renewDue(int revision) {
    return duePass.renew(revision);
  }

  /** Brings one member to an instant; whether there was anything to do. */
  public boolean passTime(String member, Instant until) {
    return applying.passTime(member, until);
  }

  /**
   * Applies what was claimed but not applied, drains what was applied but not drained, and gives
   * back what of budgets was taken but is not used. To be called at the start.
   *
   * @return how many events were found open
   */
  public int recover() {
    int events = recovery.all();
    budgets.tend();
    return events;
  }

  /**
   * As {@link #recover()}, for what others left: only what it found at the call before, too, and so
   * is not on its way. To be called now and then, and not by several at once.
   *
   * @return how many events were found left
   */
  public int recoverLeft() {
    int events = recovery.left();
    budgets.tend();
    return events;
  }

  /** What was decided of an event; whether it lies in the outbox still or in the ledger. */
  public Optional<Applied> decision(String key) {
    return members(key).stream()
        .flatMap(member -> stores.members().find(member).stream())
        .flatMap(record -> in(record, key).stream())
        .findFirst()
        .or(() -> stores.decisions().find(key));
  }

  /** What of budgets the decisions on events were given. */
  private final class Settling implements Budgets.Decisions {
    @Override
    public Optional<Given> find(String key) {
      return stores
          .decisions()
          .find(key)
          .or(() -> decision(key))
          .map(applied -> DecisionReader.givenOf(applied.decision()));
    }

    @Override
    public Optional<Given> settled(String key) {
      Optional<Given> given = find(key);
      if (given.isPresent() || stores.events().find(key).isPresent()) return given;
      // What falls due, and what is decided once more, nobody has claimed: it may not come about
      // any more. Whoever decided it on a record that is replaced now cannot keep that.
      for (String member : members(key)) if (!applying.replace(member)) return Optional.empty();
      return find(key).or(() -> Optional.of(Given.NOTHING));
    }
  }

  /** Whose event it is; of what time brings about, whose it may be. */
  private Set<String> members(String key) {
    String first = EventKey.first(key);
    return stores
        .events()
        .find(first)
        .map(claim -> Set.of(claim.member()))
        .orElseGet(() -> EventKey.membersOf(first));
  }

  /**
   * Decides an event as it would be decided now, late as it may be; nothing is kept, and nothing is
   * taken of budgets.
   *
   * @param decided is given what is decided, in its order: what falls due, the event, corrections
   * @return the member's state after it
   */
  public MemberState tried(Event event, List<Decision> decided) {
    return applying.tried(event, decided);
  }

  private static Optional<Applied> in(MemberRecord record, String key) {
    return Stream.ofNullable(record)
        .flatMap(r -> r.outbox().stream())
        .filter(applied -> applied.key().equals(key))
        .findFirst();
  }

  @Override
  public void close() {
    gathering.close();
    applying.close();
    drain.close();
    try {
      budgets.close();
    } catch (StoreUnavailableException e) {
      LOG.warn("What of budgets is not used comes back later: {}", e.getMessage());
    }
  }
}
