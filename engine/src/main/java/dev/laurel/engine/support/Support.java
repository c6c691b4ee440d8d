package dev.laurel.engine.support;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.history.Entry;
import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.History;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.history.Verification;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.TimelineEntry;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.EventKey;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.vault.PersonalField;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Helps single members. Thread-safe. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}; those with an {@link Actor} may throw
 * {@link dev.laurel.engine.access.NotPermittedException}.
 */
public final class Support {
  /** A reason is not longer, in UTF-16 code units. */
  public static final int LONGEST_REASON = 500;

  /**
   * So many of the latest records are looked at for events that a process died before recording.
   */
  private static final int LOOKED_BACK = 100;

  private static final String ONLY_TRIED = "only-tried";

  private final HistoryStore store;
  private final History history;
  private final Operation operation;
  private final InstantSource clock;

  /**
   * @param clock the programme's, so that an adjustment lies in the time of the other events
   */
  public Support(HistoryStore store, Operation operation, InstantSource clock) {
    this.store = store;
    this.history = new History(store, clock);
    this.operation = operation;
    this.clock = clock;
  }

  /** Records what stands in the book and was not recorded since, because a process died. */
  public void settle() {
    long from = Math.max(0, history.head().number() - LOOKED_BACK);
    List<Event> events =
        history.after(from, LOOKED_BACK).stream()
            .flatMap(record -> ByHand.event(record).stream())
            .toList();
    if (!events.isEmpty()) operation.record(events);
  }

  /**
   * Gives a member points, or takes them.
   *
   * @param points below 0 takes: what is there, then as the kind says
   * @param why kept for ever, in words that name nobody
   */
  public Adjusting adjust(Actor actor, String member, String kind, BigDecimal points, String why) {
    actor.require(Permission.ADJUST_POINTS);
    Optional<Refusal> wrong = wrong(why).or(() -> wrong(actor, member, kind, points));
    if (wrong.isPresent()) return new Adjusting.Refused(wrong.get());
    var what = new Event.Body.Adjustment(kind, units(kind, points).orElseThrow(), why.strip());
    return record(ByHand.adjusted(actor, member, what));
  }

  /**
   * Uses a benefit for a member.
   *
   * @param why kept for ever, in words that name nobody
   */
  public Adjusting use(Actor actor, String member, String benefit, String why) {
    actor.require(Permission.ADJUST_POINTS);
    Optional<Refusal> wrong = wrong(why).or(() -> unknown(actor, member));
    return wrong.isPresent()
        ? new Adjusting.Refused(wrong.get())
        : record(ByHand.used(actor, member, benefit, why.strip()));
  }

  /** Redeems points by hand. */
  public Redeeming redeeming() {
    return new Redeeming(this);
  }

  /** Writes an act into the book, then has its event recorded. */
  Adjusting record(Entry act) {
    HistoryRecord record = append(act);
    Event event = ByHand.event(record).orElseThrow();
    String key = EventKey.of(event);
    return switch (operation.record(List.of(event)).getFirst()) {
      case Recording.Recorded(var applied) -> decided(record, key, applied);
      case Recording.Replayed(var applied) -> decided(record, key, applied);
      case Recording.Busy _ -> new Adjusting.Underway(key);
      case Recording.Conflict _ ->
          refused(
              record,
              "not-recorded",
              "Nothing was done: another event is called %s. Try again.".formatted(key));
      case Recording.Ahead _ ->
          refused(
              record,
              "not-recorded",
              "Nothing was done: the clocks of the servers differ. Have them set, then try again.");
    };
  }

  private Adjusting decided(HistoryRecord record, String key, Applied applied) {
    return DecisionReader.refusalOf(applied.decision())
        .map(refusal -> refused(record, refusal.code(), refusal.message()))
        .orElseGet(() -> new Adjusting.Adjusted(key));
  }

  private Adjusting refused(HistoryRecord record, String code, String sentence) {
    append(ByHand.refused(record, sentence));
    return new Adjusting.Refused(new Refusal(code, sentence));
  }

  /** What an adjustment would do. */
  public Adjusting tryAdjusting(Actor actor, String member, String kind, BigDecimal points) {
    actor.require(Permission.ADJUST_POINTS);
    Optional<Refusal> wrong = wrong(actor, member, kind, points);
    if (wrong.isPresent()) return new Adjusting.Refused(wrong.get());
    return tried(
        actor, member, new Event.Body.Adjustment(kind, units(kind, points).orElseThrow(), ""));
  }

  /** What an event would do. */
  Adjusting tried(Actor actor, String member, Event.Body what) {
    var tried =
        operation
            .insight()
            .tryOut(actor, new Event(ByHand.SOURCE, ONLY_TRIED, member, clock.instant(), what));
    Optional<Decision.Refusal> not = tried.refusal();
    return not.isPresent()
        ? new Adjusting.Refused(new Refusal(not.get().code(), not.get().message()))
        : new Adjusting.Would(tried);
  }

  /** Who adjusted points or used a benefit and why, where that is what happened. */
  public Optional<Entry> byHand(Actor actor, TimelineEntry entry) {
    actor.require(Permission.READ_MEMBERS);
    String prefix = EventKey.of(ByHand.SOURCE, "");
    String number = entry.key().startsWith(prefix) ? entry.key().substring(prefix.length()) : "";
    if (!number.matches("[1-9][0-9]{0,17}")) return Optional.empty();
    // Whoever posts events can name any source: it counts only if all of it is the record's.
    return store.after(Long.parseLong(number) - 1, 1).stream()
        .filter(record -> String.valueOf(record.number()).equals(number))
        .filter(record -> record.recordedAt().equals(entry.occurredAt()))
        .filter(record -> ByHand.event(record).isPresent())
        .map(HistoryRecord::entry)
        .findFirst();
  }

  /** What personal data there is of a member; none of it is told. */
  public List<PersonalField> known(Actor actor, String member) {
    return operation.known(actor, member);
  }

  /**
   * Shows something personal, once it stands in the book that it is shown.
   *
   * @param why kept for ever, in words that name nobody
   */
  public Showing show(Actor actor, String member, PersonalField field, String why) {
    actor.require(Permission.SEE_PERSONAL_DATA);
    Optional<Refusal> wrong = wrong(why);
    if (wrong.isPresent()) return new Showing.Refused(wrong.get());
    var value = operation.person(actor, member).orElse(PersonalFields.NONE).known().get(field);
    if (value == null)
      return new Showing.Refused(
          new Refusal(
              "nothing-known",
              "Nothing is shown: it is not known of this member, or not any more. Look at the member again."));
    append(ByHand.shown(actor, member, field, why.strip()));
    return new Showing.Shown(value);
  }

  /**
   * What was done to members by hand and looked at, in order.
   *
   * @param limit 1 to {@link History#LARGEST_PAGE}
   */
  public List<HistoryRecord> history(Actor actor, long afterNumber, int limit) {
    actor.require(Permission.READ_HISTORY);
    return history.after(afterNumber, limit);
  }

  /** How far that history goes; to be noted elsewhere, see {@link History#verify}. */
  public Head historyHead(Actor actor) {
    actor.require(Permission.READ_HISTORY);
    return history.head();
  }

  /** Whether nothing in that history was tampered with; see {@link History#verify}. */
  public Verification verifyHistory(Actor actor, Head noted) {
    actor.require(Permission.READ_HISTORY);
    return history.verify(noted);
  }

  private HistoryRecord append(Entry entry) {
    while (true) {
      Optional<HistoryRecord> record = history.append(history.head(), entry);
      if (record.isPresent()) return record.get();
    }
  }

  static Optional<Refusal> wrong(String why) {
    if (why.isBlank())
      return refusal("no-reason", "Nothing was done: a reason is asked for. Write one sentence.");
    if (why.strip().length() > LONGEST_REASON)
      return refusal(
          "long-reason",
          "Nothing was done: a reason has at most %d characters. Write a shorter one."
              .formatted(LONGEST_REASON));
    return Optional.empty();
  }

  Optional<Refusal> wrong(Actor actor, String member, String kind, BigDecimal points) {
    if (points.signum() == 0)
      return refusal(
          "no-points", "Nothing was adjusted: 0 points change nothing. Write how many they are.");
    Faults faults = new Faults();
    EventTerms terms = operation.terms();
    terms.kind(kind, "kind", faults);
    terms.points(kind, points, "points", faults);
    Optional<Fault> fault = faults.sorted().stream().findFirst();
    if (fault.isPresent())
      return refusal(
          fault.get().code().equals("unknown-points") ? "unknown-points" : "bad-points",
          "Nothing was adjusted. " + fault.get().message() + " " + fault.get().remedy());
    return unknown(actor, member);
  }

  /** An event makes a member of whoever it names; a slip of a hand must not. */
  Optional<Refusal> unknown(Actor actor, String member) {
    return operation.member(actor, member).isPresent()
        ? Optional.empty()
        : refusal(
            "unknown-member",
            "Nothing was done: no event of a member %s is known. Look for the member again."
                .formatted(member));
  }

  Optional<Long> units(String kind, BigDecimal points) {
    return operation.terms().points(kind, points, "points", new Faults());
  }

  private static Optional<Refusal> refusal(String code, String sentence) {
    return Optional.of(new Refusal(code, sentence));
  }
}
