package dev.laurel.engine.operation;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.code.ShownCodes;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.delivery.Deliveries;
import dev.laurel.engine.draft.Published;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.governance.Publishing;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.overview.Overviews;
import dev.laurel.engine.population.KnownQuintiles;
import dev.laurel.engine.population.QuintilePass;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.Claim;
import dev.laurel.engine.recording.EventKey;
import dev.laurel.engine.recording.LeaseStore;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.recording.Slices;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.vault.ErasedMemberException;
import dev.laurel.engine.vault.Erasure;
import dev.laurel.engine.vault.PersonalField;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.SealedProfiles;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.sentence.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
  private final CurrentForm form;
  private final Recorder recorder;
  private final Pass pass;
  private final MemberReading members;
  private final Insight insight;
  private final LiveRevisions live;
  private final Overviews overviews;
  private final QuintilePass quintiles;
  private final Loading loading = new Loading();
  private final Deliveries deliveries;

  private Operation(
      Storage storage,
      Vault vault,
      Revisions revisions,
      KnownQuintiles quintiles,
      LaurelClock clock) {
    this.storage = storage;
    this.form = new CurrentForm(revisions, vault);
    this.stores = storage.stores(SealedProfiles.of(vault, form::terms));
    this.revisions = revisions;
    this.clock = clock;
    this.vault = vault;
    this.recorder = new Recorder(stores, revisions, form, clock, clock.leases());
    this.deliveries =
        new Deliveries(
            stores.messages(),
            recorder::record,
            new MembersWrittenTo(stores.members(), vault),
            clock);
    this.pass = new Pass(recorder, deliveries, revisions, clock);
    this.members = new MemberReading(stores, revisions, recorder, clock);
    this.overviews =
        new Overviews(
            stores.members(),
            storage.overviews(),
            revisions::timeline,
            clock,
            clock.leases().nanos());
    this.quintiles =
        new QuintilePass(
            stores.members(),
            stores.leases(),
            storage.quintiles(),
            quintiles,
            revisions::timeline,
            clock);
    this.live = new LiveRevisions(revisions, clock);
    this.insight = new Insight(this, stores, revisions, vault, form, clock);
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
    KnownQuintiles quintiles = new KnownQuintiles(storage.quintiles(), clock.leases().nanos());
    Revisions revisions =
        Revisions.open(
            storage.revisions(), quintiles, pack, clock.instant(), clock.leases().nanos());
    Operation operation = new Operation(storage, vault, revisions, quintiles, clock);
    operation.recorder.start();
    return operation;
  }

  /** Sums over all members, as of when they were last counted. */
  public Overviews overviews() {
    return overviews;
  }

  /**
   * Takes the snapshot of the population that is due today, where the programme asks for one.
   *
   * @return it; empty where none was due, or another process takes it
   */
  public Optional<Quintiles> takeSnapshot() {
    return quintiles.run(() -> false);
  }

  /** Hands over messages to whoever delivers them. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** How far a history is that is being loaded. */
  public Loading loading() {
    return loading;
  }

  /** Reads what people look at. */
  public Insight insight() {
    return insight;
  }

  /** From now on does by itself what falls due, each time after so long. */
  public void start(Duration every) {
    start(every, () -> true);
  }

  /**
   * As {@link #start(Duration)}, but time does not pass yet while a history is being loaded, of
   * which a member's next event may be older than today.
   *
   * @param passes asked each time; from other threads
   */
  public void start(Duration every, BooleanSupplier passes) {
    pass.start(every, passes);
    // A history that is being loaded is not the population yet.
    overviews.start(ends -> {
      if (passes.getAsBoolean()) quintiles.run(ends);
    });
  }

  /** Who does a work that one process at a time should do. */
  public LeaseStore leases() {
    return stores.leases();
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

  /**
   * What is known of the person; empty where nothing is, or not any more.
   *
   * @throws dev.laurel.engine.access.NotPermittedException when the actor may not see what is
   *     personal
   */
  public Optional<PersonalFields> person(Actor actor, String member) {
    actor.require(Permission.SEE_PERSONAL_DATA);
    return vault.find(member);
  }

  /**
   * Which fields of a person are known; none of them is told.
   *
   * @throws dev.laurel.engine.access.NotPermittedException when the actor may not read about
   *     members
   */
  public List<PersonalField> known(Actor actor, String member) {
    actor.require(Permission.READ_MEMBERS);
    return List.copyOf(vault.find(member).orElse(PersonalFields.NONE).known().keySet());
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
    revisions.confirmed();
    passTime();
  }

  /**
   * What an event would do to its member, who need not exist; nothing is kept, and nothing is taken
   * of budgets.
   *
   * @param speaker tells the whys, see {@link Explanations#speaker}
   * @throws TooFarAheadException when it lies more than {@link #MOST_TRIED_AHEAD} ahead
   */
  public Trial tryOut(Event event, Speaker speaker) {
    return members.tryOut(event, speaker);
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

  /**
   * Where a member stands now, brought to this instant; empty where nobody is known by the id.
   *
   * @throws dev.laurel.engine.access.NotPermittedException when the actor may not read about
   *     members
   */
  public Optional<MemberView> member(Actor actor, String id) {
    actor.require(Permission.READ_MEMBERS);
    return members.member(id).map(view -> view.with(ShownCodes.to(actor)));
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
    return members.decisions(member, afterPlace, limit);
  }

  /**
   * What was decided of an event, and why.
   *
   * @param key see {@link EventKey}
   * @param speaker tells the whys, see {@link Explanations#speaker}
   */
  public Optional<ExplainedDecision> decision(String key, Speaker speaker) {
    return recorder.decision(key).map(applied -> explained(applied, speaker));
  }

  Optional<Applied> applied(String key) {
    return recorder.decision(key);
  }

  private ExplainedDecision explained(Applied applied, Speaker speaker) {
    Optional<Event> event =
        stores.events().find(EventKey.first(applied.key())).map(Claim::event).map(form::read);
    return revisions.of(DecisionReader.revision(applied.decision())).of(applied, event, speaker);
  }

  public ProgrammeView programme() {
    Instant now = clock.instant();
    RevisionStore.Head inForce = revisions.inForce(now);
    return new ProgrammeView(
        revisions.told(now).revision(),
        inForce.number(),
        inForce.inForceSince(),
        now,
        clock.isDemo(),
        clock.ahead());
  }

  /** The revisions in their order, those to come included; none that was withdrawn. */
  public List<RevisionStore.Head> revisions() {
    return revisions.all();
  }

  /** A revision with its pack, as it is kept. */
  public Optional<StoredRevision> revision(int number) {
    return revisions.find(number);
  }

  /** The revision in force, as it is kept. */
  public StoredRevision inForce() {
    int number = revisions.inForce(clock.instant()).number();
    return revisions.find(number).orElseThrow();
  }

  /** The revisions as those see them who draft. */
  public Published published() {
    return live;
  }

  /**
   * Puts revisions in force; who may, is asked by {@link dev.laurel.engine.governance.Governance}.
   */
  public Publishing publishing() {
    return live;
  }

  /** How events are read that come in: by the words of the newest revision. */
  public EventJson events() {
    return form.json();
  }

  /** By what events and attributes are read: the words of the newest revision. */
  public EventTerms terms() {
    return form.terms();
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

  /** For how long the outbox has waited that has waited longest to be drained by this process. */
  public Duration outboxAge() {
    return recorder.outboxAge();
  }

  /** See {@link Health#dueBacklog}. */
  public int dueBacklog() {
    Instant now = clock.instant();
    int due = 0;
    for (int slice = 0; slice < Slices.COUNT && due < Health.MOST_DUE; slice++)
      due += stores.members().due(slice, now, Health.MOST_DUE - due).size();
    return due;
  }

  /** Ends what runs by itself and drains what waits. The store stays open. */
  @Override
  public void close() {
    pass.close();
    overviews.close();
    recorder.close();
  }
}
