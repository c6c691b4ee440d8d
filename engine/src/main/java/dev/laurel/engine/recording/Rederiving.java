package dev.laurel.engine.recording;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.decision.Stood;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.message.Outgoing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides anew whatever a late event comes before, and corrects what turns out otherwise. What
 * stands as it was decided is left alone. Not thread-safe; used once.
 *
 * @see "engine/docs/decisions/028-late-events.md"
 */
final class Rederiving {
  /** The ids that {@link dev.laurel.engine.fold.Fold} gives: what, of what, day, and which one. */
  private static final Pattern DUE =
      Pattern.compile("([a-z_]+):(?:(.*):)?\\d{4,}-\\d\\d-\\d\\d(?::\\d+)?");

  private static final int PAGE = 200;
  private static final int SNAPSHOTS = 8;

  private final Timeline timeline;
  private final Stores stores;
  private final EventForm form;
  private final Readers readers;
  private final Deciding.Step step;
  private final Redo redo;
  private final Map<String, Stood> stood = new LinkedHashMap<>();
  private final Set<String> derived = new HashSet<>();

  /** What fell due, by time; earlier ones are done with. */
  private final Deque<String> due = new ArrayDeque<>();

  private final Remembered remembered = new Remembered();

  private final Mailed mailed = new Mailed();

  /** From when on it is decided anew. */
  private Instant from = Instant.MIN;

  Rederiving(
      Timeline timeline,
      Stores stores,
      EventForm form,
      Readers readers,
      Deciding.Step step,
      Redo redo) {
    this.timeline = timeline;
    this.stores = stores;
    this.form = form;
    this.readers = readers;
    this.step = step;
    this.redo = redo;
  }

  /** How the member stood last before an instant, as far as that was kept. */
  Snapshot base(Instant before) {
    String member = step.member();
    long below = Long.MAX_VALUE;
    List<Snapshot> page;
    do {
      page = stores.members().snapshots(member, below, SNAPSHOTS);
      for (Snapshot snapshot : page) {
        if (snapshot.asOf().isBefore(before) && stands(snapshot)) return snapshot;
        below = snapshot.place();
      }
    } while (page.size() == SNAPSHOTS);
    return new Snapshot(member, 0, step.begin());
  }

  /** Whether nothing was decided since that comes before it. */
  private boolean stands(Snapshot snapshot) {
    for (Applied later : after(snapshot.place())) {
      StoredDecision decision = readers.read(later);
      if (!isTooLate(decision) && !decision.occurredAt().isAfter(snapshot.asOf())) return false;
    }
    return true;
  }

  private static boolean isTooLate(StoredDecision decision) {
    return decision.refusal().map(Refusal::code).filter(Arrival.TOO_LATE::equals).isPresent();
  }

  /** Whether anything that was decided since may be a return of this event. */
  boolean isReturnedTo(Event event, Snapshot since) {
    for (Applied later : after(since.place())) {
      DecisionReader.Named named = DecisionReader.named(later.decision());
      if (named.type().equals(KnownPurchases.RETURN) && named.source().equals(event.source()))
        return true;
    }
    return false;
  }

  /** What was decided after a place, in the order of places. */
  private Collection<Applied> after(long place) {
    TreeMap<Long, Applied> all = new TreeMap<>();
    long last = place;
    List<Applied> page;
    do {
      page = stores.decisions().ofMember(step.member(), last, PAGE);
      for (Applied applied : page) all.put(applied.place(), applied);
      if (!page.isEmpty()) last = page.getLast().place();
    } while (page.size() == PAGE);
    for (Applied applied : step.newest())
      if (applied.place() > place) all.put(applied.place(), applied);
    return all.values();
  }

  /**
   * Decides anew from the step's state on, as far as there is room; the step is told when all is
   * done.
   *
   * @param late the event that came late; empty where it is decided already
   */
  void run(Optional<Event> late) {
    from = step.state().asOf();
    for (Applied applied : after(redo.place())) stood(applied);
    stood.entrySet().stream()
        .filter(each -> isDue(each.getValue().latest()))
        .sorted(Comparator.comparing(each -> each.getValue().latest().occurredAt()))
        .forEach(each -> due.add(each.getKey()));
    List<Event> events = events();
    late.ifPresent(events::add);
    events.sort(Event.ORDER);
    int next = 0;
    while (next < events.size()) {
      Instant at = events.get(next).occurredAt();
      time(at);
      while (next < events.size() && events.get(next).occurredAt().equals(at))
        fold(events.get(next++));
      if (next < events.size() && !step.hasRoom()) return;
    }
    time(redo.until());
    step.done();
  }

  private void stood(Applied applied) {
    StoredDecision decision = readers.read(applied);
    if (!decision.occurredAt().isAfter(from) || isTooLate(decision)) return;
    List<Posting> postings = readers.postings(applied);
    stood.merge(
        EventKey.first(applied.key()),
        Stood.of(decision, postings),
        (before, _) -> before.then(decision, postings));
    for (Outgoing message : decision.messages())
      mailed.add(
          EventKey.first(applied.key()),
          message.message(),
          decision.asOf().atZone(zone(decision)).toLocalDate());
  }

  /** The events that are decided once more. */
  private List<Event> events() {
    List<String> keys = new ArrayList<>();
    stood.forEach((key, each) -> {
      if (!isDue(each.latest())) keys.add(key);
    });
    Map<String, Claim> claims = stores.events().find(keys);
    List<Event> events = new ArrayList<>();
    for (String key : keys) {
      Claim claim = claims.get(key);
      if (claim == null)
        throw new IllegalStateException("The event %s was decided but is not kept.".formatted(key));
      events.add(form.read(claim.event()));
    }
    return events;
  }

  private void fold(Event event) {
    step.fold(event, fold -> again(event, fold), this::decided);
  }

  private Grants again(Event event, Fold fold) {
    String key = EventKey.of(event);
    Optional<Stood> before = before(event, key);
    String as = before.map(each -> EventKey.again(key, each.times() + 1)).orElse(key);
    return new Again(before, step.known(as, fold, from), remembered, mailed);
  }

  private void decided(Decision decision) {
    String key = EventKey.of(decision.event());
    derived.add(key);
    mailed.decided(key);
    remembered.add(decision);
    Optional<Stood> before = before(decision.event(), key);
    if (before.isEmpty()) step.add(decision, key);
    else correct(before.get(), decision, key);
  }

  /**
   * What stands of an event. What fell due once and then did not any more may lie further back than
   * where it is decided anew from, and fall due again.
   */
  private Optional<Stood> before(Event event, String key) {
    Stood before = stood.get(key);
    if (before != null || !(event.body() instanceof Body.Due)) return Optional.ofNullable(before);
    Optional<Stood> behind = step.stood(key);
    behind.ifPresent(each -> mailed.made(key, each.messages()));
    return behind;
  }

  private void correct(Stood before, Decision decision, String key) {
    before
        .corrected(decision, redo.because())
        .ifPresent(made -> step.add(made, EventKey.again(key, before.times() + 1)));
  }

  /** Does what falls due up to an instant, and undoes what does not any more. */
  private void time(Instant until) {
    while (!due.isEmpty() && !latest(due.getFirst()).occurredAt().isAfter(until)) {
      String key = due.removeFirst();
      // What is counted of it counts on its day, and before all that is later.
      pass(latest(key).occurredAt());
      if (derived.add(key)) undo(Objects.requireNonNull(stood.get(key), key), key);
    }
    pass(until);
  }

  private void pass(Instant until) {
    step.time(until, fold -> Grants.each(event -> again(event, fold)), this::decided);
  }

  /** What was undone before already may have made messages too, which no state counts yet. */
  private void undo(Stood before, String key) {
    if (before.isUndone() && before.messages().isEmpty()) return;
    StoredDecision was = before.latest();
    Decision undone = step.undo(due(was), notDue(was), before.messages());
    mailed.decided(key);
    if (!before.isUndone()) correct(before, undone, key);
  }

  private StoredDecision latest(String key) {
    return Objects.requireNonNull(stood.get(key), key).latest();
  }

  private Refusal notDue(StoredDecision was) {
    return new Refusal(
        "not-due",
        "What fell due on %s does not any more, since %s came late."
            .formatted(was.occurredAt().atZone(zone(was)).toLocalDate(), redo.because()));
  }

  private ZoneId zone(StoredDecision of) {
    return timeline.at(of.asOf()).decider().revision().zone();
  }

  private static boolean isDue(StoredDecision decision) {
    return Body.Due.isType(decision.type());
  }

  /** The event of time that was decided. */
  private static Event due(StoredDecision was) {
    Matcher name = DUE.matcher(was.event());
    if (!name.matches())
      throw new IllegalStateException(
          "Time brings about nothing called %s.".formatted(was.event()));
    Body.Due.What what = Body.Due.What.valueOf(name.group(1).toUpperCase(Locale.ROOT));
    String of = Optional.ofNullable(name.group(2)).orElse("");
    return new Event(
        was.source(), was.event(), was.member(), was.occurredAt(), new Body.Due(what, of));
  }
}
