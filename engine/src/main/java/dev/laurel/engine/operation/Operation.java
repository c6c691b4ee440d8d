package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.Claim;
import dev.laurel.engine.recording.EventForm;
import dev.laurel.engine.recording.EventKey;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.vault.ErasedMemberException;
import dev.laurel.engine.vault.Erasure;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.SealedEvents;
import dev.laurel.engine.vault.SealedProfiles;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A programme in operation over what a store keeps. Thread-safe. All methods but {@link #health}
 * and {@link #programme} may throw {@link dev.laurel.engine.recording.StoreUnavailableException}.
 */
public final class Operation implements AutoCloseable {
  /** The most decisions of one page. */
  public static final int LARGEST_PAGE = 1_000;

  /** An event that is only tried may lie so far ahead. */
  public static final Duration MOST_TRIED_AHEAD = Duration.ofDays(1_100);

  private final Storage storage;
  private final Stores stores;
  private final Revisions revisions;
  private final LaurelClock clock;
  private final Vault vault;
  private final EventForm form;
  private final Fold fold;
  private final MemberViews views;
  private final Recorder recorder;
  private final Pass pass;

  private Operation(Storage storage, Vault vault, Revisions revisions, LaurelClock clock) {
    EventTerms terms = EventTerms.of(revisions.current().revision().pack());
    this.storage = storage;
    this.stores = storage.stores(SealedProfiles.of(vault, terms));
    this.revisions = revisions;
    this.clock = clock;
    this.vault = vault;
    this.form = SealedEvents.of(vault, terms);
    this.fold = new Fold(revisions.current().revision(), revisions.inForce().number());
    this.views = new MemberViews(fold.decider());
    this.recorder = new Recorder(stores, () -> fold, form, clock, clock.leases());
    this.pass = new Pass(recorder, clock);
  }

  /**
   * Opens a programme: what was begun before is finished. Time does not pass by itself before
   * {@link #start}.
   *
   * @param vault of the same store; seals what is personal
   * @param pack put in force where the store is empty; where it is not, it must be the one in force
   * @throws NotOpenedException when it cannot be run as asked
   * @throws dev.laurel.engine.revision.NotEvaluatedException when the pack uses what is not
   *     evaluated yet
   */
  public static Operation open(
      Storage storage, Vault vault, Optional<PackResult.Read> pack, LaurelClock clock) {
    Revisions revisions = Revisions.open(storage.revisions(), pack, clock.instant());
    Operation operation = new Operation(storage, vault, revisions, clock);
    operation.recorder.start();
    return operation;
  }

  /** From now on does by itself what falls due, each time after so long. */
  public void start(Duration every) {
    pass.start(every);
  }

  /** Records events; see {@link Recorder#record(List)}. */
  public List<Recording> record(List<Event> events) {
    return recorder.record(events);
  }

  /**
   * Keeps what is personal of a member whose enrolment was recorded. One that is replayed adds only
   * what is missing, since it may have been changed meanwhile; of whoever was erased nothing is
   * kept.
   */
  public void keep(Recording recorded, String member, PersonalFields fields) {
    boolean keeps =
        switch (recorded) {
          case Recording.Recorded _ -> true;
          case Recording.Replayed _ -> vault.find(member).isEmpty();
          case Recording.Conflict _, Recording.Ahead _, Recording.Busy _ -> false;
        };
    if (!keeps) return;
    try {
      vault.put(member, fields);
    } catch (ErasedMemberException e) {
      // Erased between two lines of ours: the erasure counts.
    }
  }

  /** What is known of the person; empty where nothing is, or not any more. */
  public Optional<PersonalFields> person(String member) {
    return vault.find(member);
  }

  /** When a member was erased, and by whom; empty where the member was not. */
  public Optional<Erasure> erasure(String member) {
    return vault.erasure(member);
  }

  /** Erases all that is personal of a member; see {@link Vault#erase}. */
  public Erasure erase(String member, String by, String why) {
    return vault.erase(member, by, why);
  }

  /**
   * Does for every member what falls due by now.
   *
   * @return how many members were due
   */
  public int passTime() {
    return recorder.passTime(clock.instant());
  }

  /**
   * Puts the clock of a demonstration forward, and does what falls due by then.
   *
   * @throws IllegalStateException when it is not for a demonstration
   * @throws IllegalArgumentException when it would go back or too far
   */
  public void advance(Duration by) {
    clock.advance(by);
    passTime();
  }

  /**
   * What an event would do to its member, who need not exist; nothing is kept, and nothing is taken
   * of budgets.
   *
   * @throws TooFarAheadException when it lies more than {@link #MOST_TRIED_AHEAD} ahead
   */
  public Trial tryOut(Event event) {
    if (event.occurredAt().isAfter(clock.instant().plus(MOST_TRIED_AHEAD)))
      throw new TooFarAheadException();
    Optional<MemberRecord> found = stores.members().find(event.member());
    MemberState before = found.map(MemberRecord::state).orElseGet(() -> fold.begin(event.member()));
    List<Decision> decisions = new ArrayList<>();
    MemberState after;
    try {
      after = fold.fold(before, event, recorder.looking(fold), decisions::add);
    } catch (ArithmeticException beyond) {
      decisions.clear();
      Decision refused = fold.refuse(before, event);
      decisions.add(refused);
      after = refused.after();
    }
    Told told = revisions.current();
    long kept = found.map(MemberRecord::places).orElse(0L);
    return new Trial(
        decisions.stream().map(d -> told.of(EventKey.of(d.event()), d)).toList(),
        views.of(after, kept, after.asOf()));
  }

  /** An event that was to be tried lies too far ahead. */
  public static final class TooFarAheadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The same as it is said of other faults of events. */
    public Fault fault() {
      return Fault.at(
          "ahead",
          "occurredAt",
          "",
          "The event lies more than %,d days ahead.".formatted(MOST_TRIED_AHEAD.toDays()),
          "Try one that lies nearer.");
    }
  }

  /** Where a member stands now, brought to this instant; empty where nobody is known by the id. */
  public Optional<MemberView> member(String id) {
    Instant now = clock.instant();
    recorder.passTime(id, now);
    return stores.members().find(id).map(record -> view(record, now));
  }

  private MemberView view(MemberRecord record, Instant now) {
    Instant asOf = record.state().asOf().isAfter(now) ? record.state().asOf() : now;
    return views.of(record.state(), record.places(), asOf);
  }

  /**
   * The states of all members as they are kept, in the order of their ids as the store has it.
   *
   * @param after the last id that was told before, or an empty text
   */
  List<MemberState> states(String after, int limit) {
    return stores.members().page(after, limit).stream().map(MemberRecord::state).toList();
  }

  /**
   * The decisions on a member with their ledger entries, in the order in which they were made.
   *
   * @param afterPlace the last place that was told before, or 0
   * @param limit 1 to {@link #LARGEST_PAGE}
   * @return empty where nobody is known by the id
   */
  public Optional<Page<Applied>> decisions(String member, long afterPlace, int limit) {
    if (limit < 1 || limit > LARGEST_PAGE)
      throw new IllegalArgumentException(
          "A page has 1 to %d items, not %d.".formatted(LARGEST_PAGE, limit));
    return stores.members().find(member).map(record -> page(record, afterPlace, limit));
  }

  /**
   * What stands in the ledger, and what is still in the outbox of a record that was read before it:
   * of the places up to the record's last one there is then none that is in neither.
   */
  private Page<Applied> page(MemberRecord record, long afterPlace, int limit) {
    SortedMap<Long, Applied> all = new TreeMap<>();
    for (Applied applied : record.outbox())
      if (applied.place() > afterPlace) all.put(applied.place(), applied);
    for (Applied applied : stores.decisions().ofMember(record.member(), afterPlace, limit))
      if (applied.place() <= record.places()) all.put(applied.place(), applied);
    List<Applied> items = all.values().stream().limit(limit).toList();
    long last = items.isEmpty() ? afterPlace : items.getLast().place();
    return new Page<>(items, last < record.places() ? OptionalLong.of(last) : OptionalLong.empty());
  }

  /**
   * What was decided of an event, and why.
   *
   * @param key see {@link EventKey}
   */
  public Optional<ExplainedDecision> decision(String key) {
    return recorder.decision(key).map(this::explained);
  }

  private ExplainedDecision explained(Applied applied) {
    Optional<Event> event = stores.events().find(applied.key()).map(Claim::event).map(form::read);
    return revisions.of(DecisionReader.revision(applied.decision())).of(applied, event);
  }

  public ProgrammeView programme() {
    return new ProgrammeView(
        revisions.current().revision(),
        revisions.inForce().number(),
        revisions.inForce().inForceSince(),
        clock.instant(),
        clock.isDemo(),
        clock.ahead());
  }

  /** The revision in force, as its store keeps it. */
  public StoredRevision inForce() {
    return revisions.inForce();
  }

  public Health health() {
    Instant now = clock.instant();
    boolean reachable = storage.isReachable();
    return new Health(reachable, outboxBacklog(), reachable ? dueBacklog() : 0, now, clock.ahead());
  }

  /** See {@link Health#outboxBacklog}. */
  public int outboxBacklog() {
    return recorder.backlog();
  }

  /** See {@link Health#dueBacklog}. */
  public int dueBacklog() {
    return stores.members().due(clock.instant(), Health.MOST_DUE).size();
  }

  /** Ends what runs by itself and drains what waits. The store stays open. */
  @Override
  public void close() {
    pass.close();
    recorder.close();
  }
}
