package dev.laurel.engine.recording;

import dev.laurel.engine.decision.OutgoingJson;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.message.MessageRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what lies in outboxes to the decisions and the ledger, keeps the messages that it made for
 * whoever delivers them, claims what happens to other members by it, and then empties the outboxes:
 * in this order, so that nothing leaves the outbox that does not stand in the ledger and nothing
 * that is sent is lost. Thread-safe.
 */
final class Drain implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
  private static final int WAITING = 4_096;
  private static final int AT_ONCE = 256;
  private static final long PAUSE_MILLIS = 200;

  /** Nobody waits for a drain, and many together are written at the cost of few. */
  private static final long GATHERING_MILLIS = 50;

  private final Stores stores;
  private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(WAITING);
  private final EventForm form;
  private final InstantSource clock;
  private final Thread thread;

  /** What was claimed of other members and is to be applied, by nobody who holds a member. */
  private final Queue<Event> claimed = new ConcurrentLinkedQueue<>();

  private volatile Consumer<Event> delivering = _ -> {};
  private volatile boolean closing;

  /** Since when the first of those waits that are in hand. */
  private volatile Optional<Instant> inHand = Optional.empty();

  private record Waiting(MemberRecord record, Instant since) {}

  /**
   * @param clock by which it is told for how long something waits, and which messages are too late
   */
  Drain(Stores stores, EventForm form, InstantSource clock) {
    this.stores = stores;
    this.form = form;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("drain").daemon().unstarted(this::run);
  }

  /** By this, what happens to other members is applied; it may fail, and is then recovered. */
  void deliverBy(Consumer<Event> applying) {
    delivering = applying;
  }

  void start() {
    thread.start();
  }

  /** Has it drained soon; by whoever asks, where too many wait. */
  void later(MemberRecord record) {
    if (!waiting.offer(new Waiting(record, clock.instant()))) now(List.of(record));
  }

  /** How many records wait to be drained. */
  int backlog() {
    return waiting.size();
  }

  /** For how long the one has waited that has waited longest; zero where none waits. */
  Duration age() {
    Optional<Instant> since =
        inHand.or(() -> Optional.ofNullable(waiting.peek()).map(Waiting::since));
    Instant now = clock.instant();
    // The clock may have been set back.
    return since
        .filter(now::isAfter)
        .map(from -> Duration.between(from, now))
        .orElse(Duration.ZERO);
  }

  /** Drains these. */
  void now(Collection<MemberRecord> records) {
    Map<String, Applied> all = new LinkedHashMap<>();
    for (MemberRecord record : records)
      for (Applied applied : record.outbox()) all.put(applied.key(), applied);
    stores.decisions().write(all.values());
    List<Snapshot> snapshots = records.stream().filter(Snapshot::isDue).map(Snapshot::of).toList();
    if (!snapshots.isEmpty()) stores.members().keep(snapshots);
    stores.events().close(all.keySet());
    List<MessageRecord> made = messages(all.values());
    if (!made.isEmpty()) stores.messages().add(made);
    claim(all.values());
    Map<String, Long> newest = new LinkedHashMap<>();
    for (MemberRecord record : records) newest.merge(record.member(), record.version(), Math::max);
    stores.members().drained(newest);
  }

  /** Each has the same id each time, so that it is kept once however often it comes. */
  private List<MessageRecord> messages(Collection<Applied> all) {
    Instant now = clock.instant();
    List<MessageRecord> made = new ArrayList<>();
    for (Applied applied : all)
      for (byte[] message : applied.messages())
        made.add(
            MessageRecord.made(
                OutgoingJson.read(message), applied.member(), EventKey.first(applied.key()), now));
    return made;
  }

  /** The same key each time, so that it is claimed once however often an outbox is drained. */
  private void claim(Collection<Applied> all) {
    Map<String, Event> sent = new LinkedHashMap<>();
    for (Applied applied : all)
      applied.sent().stream().map(form::read).forEach(event -> sent.put(EventKey.of(event), event));
    if (sent.isEmpty()) return;
    form.ready(sent.values());
    Instant now = clock.instant();
    List<Claim> claims = new ArrayList<>();
    sent.forEach((key, event) ->
        claims.add(
            new Claim(
                key,
                event.member(),
                event.occurredAt(),
                form.digest(event),
                form.write(event),
                now)));
    sent.keySet().removeAll(stores.events().claim(claims).keySet());
    claimed.addAll(sent.values());
  }

  /**
   * Applies what was claimed of other members. To be called by nobody who holds a member.
   *
   * @return how many events it was
   */
  int deliver() {
    int events = 0;
    for (Event event = claimed.poll(); event != null; event = claimed.poll()) {
      events++;
      try {
        delivering.accept(event);
      } catch (StoreUnavailableException e) {
        // It stays claimed, which recovery finds.
        LOG.warn("What member {} gets waits: {}", event.member(), e.getMessage());
      } catch (RuntimeException e) {
        // It stays claimed too, and is tried again by recovery; the others must not wait for it.
        LOG.error("What member {} gets could not be applied; others go on", event.member(), e);
      }
    }
    return events;
  }

  private void run() {
    List<Waiting> some = new ArrayList<>(AT_ONCE);
    while (!closing || !waiting.isEmpty()) {
      try {
        if (some.isEmpty()) {
          Waiting first = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
          if (first == null) continue;
          some.add(first);
          inHand = Optional.of(first.since());
          if (!closing) TimeUnit.MILLISECONDS.sleep(GATHERING_MILLIS);
          waiting.drainTo(some, AT_ONCE - 1);
        }
        now(some.stream().map(Waiting::record).toList());
        deliver();
        done(some);
      } catch (StoreUnavailableException e) {
        LOG.warn("The outboxes of {} members wait: {}", some.size(), e.getMessage());
        if (closing || !pause()) return;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // They stay in their outboxes, which recovery finds; the others must not wait for them.
        LOG.error("The outboxes of {} members could not be drained", some.size(), e);
        done(some);
      }
    }
  }

  private void done(List<Waiting> some) {
    some.clear();
    inHand = Optional.empty();
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Drains what waits, where the store can be reached; what is left is found at the next start. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
