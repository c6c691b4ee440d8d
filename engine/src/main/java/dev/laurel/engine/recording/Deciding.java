package dev.laurel.engine.recording;

import dev.laurel.engine.budget.Budgets;
import dev.laurel.engine.code.Codes;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.decision.LedgerEntry;
import dev.laurel.engine.decision.OutgoingJson;
import dev.laurel.engine.decision.Pools;
import dev.laurel.engine.decision.Stood;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.message.Outgoing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Turns events into what is kept of their decisions, under the revisions known. Thread-safe. */
final class Deciding {
  /** So many decisions back it is looked for what the same instant brought. */
  private static final int RECENT = 64;

  private final Timeline timeline;
  private final Budgets budgets;
  private final Codes codes;
  private final Stores stores;
  private final EventForm form;
  private final Arrival arrival;
  private final Readers readers;
  private final Map<String, DecisionJson> json = new ConcurrentHashMap<>();

  /**
   * @param form in which events are kept that have to be decided once more
   * @param clock tells when an event came that is not kept yet
   */
  Deciding(Timeline timeline, Budgets budgets, Stores stores, EventForm form, InstantSource clock) {
    this.timeline = timeline;
    this.budgets = budgets;
    this.codes = Codes.secret(stores.codes());
    this.stores = stores;
    this.form = form;
    this.readers = new Readers(timeline);
    this.arrival = new Arrival(timeline, stores.events(), clock);
  }

  Timeline timeline() {
    return timeline;
  }

  /** How decisions are written that were made by the revision of this decision. */
  private DecisionJson json(Decision decision) {
    return json.computeIfAbsent(
        decision.revision(),
        _ ->
            DecisionJson.of(
                EventTerms.of(timeline.at(decision.asOf()).decider().revision().pack())));
  }

  /** What happens to another account, as it stands in this one's record until it is claimed. */
  private byte[] written(Event event, Decision decision) {
    JsonWriter to = new JsonWriter();
    EventJson.of(EventTerms.of(timeline.at(decision.asOf()).decider().revision().pack()))
        .write(event, to);
    return to.toBytes();
  }

  /**
   * A step of which nothing is kept, and by which nothing is taken of budgets.
   *
   * @param decided is given what is decided
   */
  Step trial(String member, Optional<MemberRecord> from, List<Decision> decided) {
    List<Applied> outbox = from.map(MemberRecord::outbox).orElse(List.of());
    return new Step(member, from, outbox, Optional.of(decided), false);
  }

  /** A member's record on the way to its next version. Not thread-safe. */
  final class Step {
    private final String member;
    private final long version;
    private final List<Applied> outbox;
    private final List<Applied> applied = new ArrayList<>();

    private final FellDue due = new FellDue(stores.decisions(), readers, this);
    private final Optional<List<Decision>> trial;
    private final boolean probes;
    private MemberState state;
    private long places;
    private Optional<Redo> redo;

    /**
     * @param outbox what is carried over
     */
    Step(String member, Optional<MemberRecord> from, List<Applied> outbox) {
      this(member, from, outbox, Optional.empty(), false);
    }

    private Step(
        String member,
        Optional<MemberRecord> from,
        List<Applied> outbox,
        Optional<List<Decision>> trial,
        boolean probes) {
      this.trial = trial;
      this.probes = probes;
      this.member = member;
      this.version = from.map(MemberRecord::version).orElse(0L);
      this.outbox = outbox;
      this.state = from.map(MemberRecord::state).orElseGet(this::begin);
      this.places = from.map(MemberRecord::places).orElse(0L);
      this.redo = from.flatMap(MemberRecord::redo);
    }

    /** The state of the member before anything happened. */
    MemberState begin() {
      return timeline.at(Instant.MIN).begin(member);
    }

    /** Decides an event, and whatever is later anew; nothing may be left to be decided anew. */
    void event(Event event) {
      String key = EventKey.of(event);
      time(event.occurredAt());
      boolean late = isLate(event);
      Optional<Refusal> tooLate = arrival.tooLate(event);
      if (tooLate.isPresent()) {
        add(timeline.refuse(state, event, tooLate.get()), key);
        return;
      }
      if (!late) {
        fold(event, fold -> grants(key, fold), due::keep);
        return;
      }
      Optional<Refusal> beside = Pools.tooLate(state, event).or(() -> spentSince(event, key));
      if (beside.isPresent()) refuse(event, key, beside.get());
      else late(event, key);
    }

    /**
     * Refuses what came late. That it is refused has its place among the others, where a return
     * that names it finds it.
     */
    private void refuse(Event event, String key, Refusal why) {
      add(timeline.refuse(state, event, why), key);
      Redo from = new Redo(places, state.asOf(), key);
      Snapshot base = anew(from).base(event.occurredAt());
      if (!anew(from).isReturnedTo(event, base)) return;
      redo = Optional.of(new Redo(base.place(), state.asOf(), key));
      state = base.state();
      anew(redo.get()).run(Optional.empty());
    }

    void fold(Event event, Function<Fold, Grants> grants, Consumer<Decision> each) {
      try {
        state = timeline.fold(state, event, grants, each);
      } catch (ArithmeticException beyond) {
        Decision refused = timeline.refuse(state, event, Refusal.beyondRange(event));
        each.accept(refused);
        state = refused.after();
      }
    }

    private void late(Event event, String key) {
      Redo from = new Redo(places, state.asOf(), key);
      Snapshot base = anew(from).base(event.occurredAt());
      redo = Optional.of(new Redo(base.place(), state.asOf(), key));
      state = base.state();
      anew(redo.get()).run(Optional.of(event));
    }

    /** Why an event that comes late has nothing left of what it asks for. */
    private Optional<Refusal> spentSince(Event event, String key) {
      if (probes || !SpentSince.asks(event)) return Optional.empty();
      if (event.body() instanceof Event.Body.Use)
        return probe(new ArrayList<>())
            .notNow(event, key)
            .or(() -> probe(new ArrayList<>()).usedSince(event, key));
      List<Decision> tried = new ArrayList<>();
      probe(tried).late(event, key);
      return SpentSince.refusal(event, tried);
    }

    /** Tries something as of this step, to be thrown away. */
    private Step probe(List<Decision> tried) {
      return new Step(member, Optional.of(record()), newest(), Optional.of(tried), true);
    }

    /** What can be used is counted, not owed: it must be there in its place, and still now. */
    private Optional<Refusal> notNow(Event event, String key) {
      Event now = new Event(event.source(), event.id(), member, state.asOf(), event.body());
      List<Decision> tried = new ArrayList<>();
      fold(now, fold -> grants(key, fold), tried::add);
      return tried.getLast().refusal().map(_ -> SpentSince.refusal(event));
    }

    /** Nor may it take away what somebody was told since is used. */
    private Optional<Refusal> usedSince(Event event, String key) {
      Having.Unfound before = Having.Unfound.in(state);
      late(event, key);
      return Having.Unfound.in(state).exceeds(before)
          ? Optional.of(SpentSince.refusal(event))
          : Optional.empty();
    }

    /** Goes on with what is left to be decided anew, as far as there is room. */
    void goOn() {
      redo.ifPresent(left -> anew(left).run(Optional.empty()));
    }

    private Rederiving anew(Redo left) {
      return new Rederiving(timeline, stores, form, readers, this, left);
    }

    /** Nothing is left to be decided anew. */
    void done() {
      redo = Optional.empty();
    }

    /** Whether an event has its place before something that was decided already. */
    private boolean isLate(Event event) {
      int order = event.occurredAt().compareTo(state.asOf());
      if (order != 0 || places == 0) return order < 0;
      // What came late itself was decided last and need not be the last of its instant.
      List<DecisionReader.Named> ofInstant =
          recent().stream()
              .map(applied -> DecisionReader.named(applied.decision()))
              .filter(named -> named.occurredAt().equals(event.occurredAt()))
              .toList();
      return ofInstant.isEmpty()
          || ofInstant.size() >= RECENT
          || !ofInstant.stream()
              .allMatch(named -> Event.Body.Due.isType(named.type()) || named.isBefore(event));
    }

    /** What was decided last, whether it is in the store yet or not. */
    private Collection<Applied> recent() {
      Map<Long, Applied> recent = new TreeMap<>();
      for (Applied applied : newest()) recent.put(applied.place(), applied);
      if (recent.size() < RECENT)
        for (Applied applied :
            stores.decisions().ofMember(member, Math.max(0, places - RECENT), RECENT))
          recent.put(applied.place(), applied);
      return recent.values();
    }

    Grants grants(String key, Fold fold) {
      return known(key, fold, Instant.MAX);
    }

    /** What budgets grant to an event, and what is known of purchases up to an instant. */
    Grants known(String key, Fold fold, Instant upTo) {
      return new KnownPurchases(
          trial.isPresent() ? budgets.looking(fold.number()) : budgets.to(key, fold.number()),
          stores.decisions(),
          readers,
          id -> stores.members().find(id).map(MemberRecord::state),
          upTo,
          stores.codes()::find,
          trial.isPresent() ? Optional.empty() : Optional.of(codes),
          this::newest);
    }

    /** What need not be in the store yet, in the order of places. */
    List<Applied> newest() {
      return Outbox.plus(outbox, applied);
    }

    String member() {
      return member;
    }

    MemberState state() {
      return state;
    }

    /**
     * Refuses what does not fall due any more.
     *
     * @param messages that it made and that are counted still
     */
    Decision undo(Event due, Refusal why, Set<String> messages) {
      Decision refused = timeline.refuse(state, due, why, messages);
      // Nothing happened, so that what comes before it still comes in time.
      state = state.withUsages(refused.after().usages());
      return refused;
    }

    void time(Instant until) {
      time(until, due::grants, due::keep);
    }

    void time(Instant until, Function<Fold, Grants> grants, Consumer<Decision> each) {
      state = timeline.passTime(state, until, grants, each);
    }

    /** What stands of what falls due; empty where it never did. */
    Optional<Stood> stood(String key) {
      return due.stood(key);
    }

    /**
     * @param key the event's, or that of a further decision on it
     */
    void add(Decision decision, String key) {
      due.added(key);
      trial.ifPresent(decided -> decided.add(decision));
      DecisionJson form = json(decision);
      JsonWriter to = new JsonWriter();
      form.write(decision, to);
      byte[] written = to.toBytes();
      List<byte[]> entries = new ArrayList<>();
      for (LedgerEntry entry : LedgerEntry.of(decision)) {
        to.clear();
        form.write(entry, to);
        entries.add(to.toBytes());
      }
      List<byte[]> sent = decision.sent().stream().map(event -> written(event, decision)).toList();
      List<byte[]> messages = new ArrayList<>();
      for (Outgoing message : decision.messages()) {
        to.clear();
        OutgoingJson.write(message, to);
        messages.add(to.toBytes());
      }
      applied.add(
          new Applied(key, member, ++places, decision.id(), written, entries, sent, messages));
    }

    List<Applied> applied() {
      return applied;
    }

    boolean isFull() {
      return isUnderWay() || Outbox.isFull(newest());
    }

    /** Whether something is left to be decided anew before anything else can happen. */
    boolean isUnderWay() {
      return redo.isPresent();
    }

    boolean hasRoom() {
      return trial.isPresent() || !Outbox.isFull(newest());
    }

    MemberRecord record() {
      return new MemberRecord(
          member,
          version + 1,
          state,
          places,
          // Whoever looks for what falls due finds it first, should nobody else go on with it.
          redo.isPresent() ? Optional.of(Instant.EPOCH) : timeline.nextDue(state),
          newest(),
          redo);
    }
  }
}
