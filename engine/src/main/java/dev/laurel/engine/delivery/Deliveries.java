package dev.laurel.engine.delivery;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.Holdings;
import dev.laurel.engine.message.MessageOutcome;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.message.MessageStore;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.recording.StoreUnavailableException;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages over to deliverers, and takes down what became of them. Several, in one process or
 * in several, may share the store. Thread-safe. All methods may throw {@link
 * StoreUnavailableException}; those with an {@link Actor} may throw {@link
 * dev.laurel.engine.access.NotPermittedException}.
 *
 * @see "engine/docs/decisions/072-messages.md"
 */
public final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  /** The source of the events that tell what became of messages. */
  public static final String SOURCE = "delivery";

  /** So many are handed over at once at most, and so many of a member are told. */
  public static final int MOST = 200;

  /** For so long at most a deliverer may have a message without saying what became of it. */
  public static final Duration LONGEST_LEASE = Duration.ofHours(1);

  /** After so long it is looked again to what a member consents of whom that was not known. */
  private static final Duration UNTIL_KNOWN = Duration.ofMinutes(1);

  private static final int TRIES = 24;

  private final MessageStore store;
  private final Function<List<Event>, List<Recording>> recorder;
  private final Recipients recipients;
  private final InstantSource clock;

  /**
   * @param recorder records events, each exactly once
   * @param recipients tells whether members were erased, and to what they consent still
   * @param clock the programme's
   */
  public Deliveries(
      MessageStore store,
      Function<List<Event>, List<Recording>> recorder,
      Recipients recipients,
      InstantSource clock) {
    this.store = store;
    this.recorder = recorder;
    this.recipients = recipients;
    this.clock = clock;
  }

  /**
   * Hands over the messages of a channel that are due, earliest first. Nobody else has them before
   * the lease ends; after it they are handed over again, under the same ids.
   *
   * @param limit 1 to {@value #MOST}
   * @param lease more than zero, at most {@link #LONGEST_LEASE}
   */
  public List<MessageRecord> take(Actor actor, String channel, int limit, Duration lease) {
    actor.require(Permission.DELIVER_MESSAGES);
    if (limit < 1 || limit > MOST)
      throw new IllegalArgumentException("1 to %d messages are taken at once.".formatted(MOST));
    if (!lease.isPositive() || lease.compareTo(LONGEST_LEASE) > 0)
      throw new IllegalArgumentException(
          "A lease is longer than nothing and at most %s.".formatted(LONGEST_LEASE));
    Instant now = clock.instant();
    List<MessageRecord> taken = new ArrayList<>();
    // What is put off here, or had by another meanwhile, is not due any more at the next look.
    for (int look = 0; look < TRIES && taken.size() < limit; look++) {
      List<MessageRecord> due = store.due(channel, now, limit - taken.size());
      if (due.isEmpty()) break;
      taken.addAll(taken(due, now, lease));
    }
    return List.copyOf(taken);
  }

  /** Those of what is due that are handed over; of their members is asked for all at once. */
  private List<MessageRecord> taken(List<MessageRecord> due, Instant now, Duration lease) {
    Set<String> members = due.stream().map(MessageRecord::member).collect(Collectors.toSet());
    Set<String> erased = recipients.erased(members);
    Map<String, Set<String>> consents = recipients.consents(members);
    List<MessageRecord> taken = new ArrayList<>();
    for (MessageRecord record : due) {
      Optional<Set<String>> known = Optional.ofNullable(consents.get(record.member()));
      if (erased.contains(record.member())) store.put(record.dropped());
      // What was withdrawn goes to nobody any more, so it must be known for sure.
      else if (known.isEmpty()) store.put(record.waitingUntil(now.plus(UNTIL_KNOWN)));
      else if (!known.get().contains(consent(record))) store.put(record.withdrawn());
      else take(record, now, lease).ifPresent(taken::add);
    }
    return taken;
  }

  private static String consent(MessageRecord record) {
    return Holdings.consent(record.message().channel(), record.message().purpose());
  }

  private Optional<MessageRecord> take(MessageRecord record, Instant now, Duration lease) {
    Instant loud = record.message().quiet().map(quiet -> quiet.endAfter(now)).orElse(now);
    if (loud.isAfter(now)) {
      store.put(record.waitingUntil(loud));
      return Optional.empty();
    }
    MessageRecord mine = record.handedOver(now.plus(lease));
    return store.put(mine) ? Optional.of(mine) : Optional.empty();
  }

  /**
   * Takes down what became of a message, once however often it is told; it is then an event of the
   * member.
   *
   * @param at when, where the deliverer knows; a time ahead is now, and one at which the message
   *     could not be delivered yet is when it could
   * @return the message as it stands then; empty where there is none of this id
   */
  public Optional<MessageRecord> report(
      Actor actor, String id, MessageOutcome outcome, Optional<Instant> at) {
    actor.require(Permission.DELIVER_MESSAGES);
    Instant now = clock.instant();
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<MessageRecord> found = store.find(id);
      if (found.isEmpty()) return found;
      MessageRecord record = found.get();
      if (record.outcomes().containsKey(outcome)) return Optional.of(settled(record));
      MessageRecord told = record.after(outcome, when(record, at.orElse(now), now));
      if (store.put(told)) return Optional.of(settled(told));
    }
    throw new IllegalStateException("Too many others write to the message %s.".formatted(id));
  }

  /**
   * What becomes of a message is an event of its member. A deliverer whose clock was never set must
   * not put one before all that happened to the member, which would then be decided anew.
   */
  private static Instant when(MessageRecord record, Instant told, Instant now) {
    Instant from = record.message().from();
    Instant when = told.isBefore(from) ? from : told;
    return when.isAfter(now) ? now : when;
  }

  /** The messages to a member, the latest first. */
  public List<MessageRecord> ofMember(Actor actor, String member) {
    actor.require(Permission.READ_MEMBERS);
    return store.ofMember(member, MOST);
  }

  /**
   * Makes events of what was told and is none yet, since a process died in between. What cannot be
   * made one is told to the log and tried again at the next call.
   */
  public void settle() {
    for (MessageRecord record : store.open(MOST))
      try {
        settled(record);
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        // The others must not wait for it.
        LOG.error("What became of the message {} could not be recorded", record.id(), e);
      }
  }

  /** The record once its outcomes are events; each has a name of its own, so it counts once. */
  private MessageRecord settled(MessageRecord record) {
    if (!record.open()) return record;
    List<Event> events = new ArrayList<>();
    record.outcomes().forEach((outcome, at) -> events.add(event(record, outcome, at)));
    if (!isErased(record.member()) && !areRecorded(recorder.apply(events))) return record;
    MessageRecord closed = record.closed();
    return store.put(closed) ? closed : store.find(record.id()).orElse(record);
  }

  private boolean isErased(String member) {
    return !recipients.erased(Set.of(member)).isEmpty();
  }

  /** Whoever could not be recorded now is recorded later, since the message stays open. */
  private static boolean areRecorded(List<Recording> all) {
    return all.stream()
        .allMatch(each ->
            switch (each) {
              case Recording.Recorded _, Recording.Replayed _, Recording.Conflict _ -> true;
              case Recording.Ahead _, Recording.Busy _ -> false;
            });
  }

  private static Event event(MessageRecord record, MessageOutcome outcome, Instant at) {
    return new Event(
        SOURCE,
        record.id() + ":" + outcome.word(),
        record.member(),
        at,
        new Body.Other(
            "messageOutcome",
            Map.of(
                "message",
                Datum.of(Value.of(record.message().message())),
                "outcome",
                Datum.of(Value.of(outcome.word())))));
  }
}
