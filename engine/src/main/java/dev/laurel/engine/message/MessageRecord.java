package dev.laurel.engine.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message on its way to the member, replaced as one. Immutable.
 *
 * @param event the key of the event whose decision made it
 * @param version counts the replacements, from 1
 * @param dueAt when it may be handed over next: from when on it may be delivered, or when the lease
 *     of whoever has it ends; empty where nobody is to deliver it any more
 * @param handedOver how often it was handed over
 * @param outcomes what became of it, each with when
 * @param open whether an outcome is kept that may not be an event of the member yet
 */
public record MessageRecord(
    Outgoing message,
    String member,
    String event,
    long version,
    State state,
    Optional<Instant> dueAt,
    int handedOver,
    Map<MessageOutcome, Instant> outcomes,
    boolean open) {
  /** How far its delivery has come. */
  public enum State {
    /** Until it may be delivered, or until a deliverer takes it. */
    WAITING,
    /** A deliverer has it, who has not said yet what became of it. */
    HANDED_OVER,
    DELIVERED,
    FAILED,
    OPENED,
    ANSWERED,
    /** The member withdrew consent before it was handed over. */
    WITHDRAWN,
    /** The member was erased before it was handed over. */
    DROPPED,
    /** It might have gone so long before it was made that nobody gets it any more. */
    STALE
  }

  /** A message that might have gone longer ago than this when it is made is too late to send. */
  public static final Duration LATEST = Duration.ofDays(7);

  public MessageRecord {
    EnumMap<MessageOutcome, Instant> sorted = new EnumMap<>(MessageOutcome.class);
    sorted.putAll(outcomes);
    outcomes = Collections.unmodifiableMap(sorted);
  }

  /**
   * A message that was made by an event: it waits, unless it is too late to send, such as thanks
   * for a purchase of years ago that an import brings.
   *
   * @param now when it is made
   */
  public static MessageRecord made(Outgoing message, String member, String event, Instant now) {
    return message.from().isBefore(now.minus(LATEST))
        ? new MessageRecord(
            message, member, event, 1, State.STALE, Optional.empty(), 0, Map.of(), false)
        : waiting(message, member, event);
  }

  /** A message that was made by an event and waits. */
  public static MessageRecord waiting(Outgoing message, String member, String event) {
    return new MessageRecord(
        message, member, event, 1, State.WAITING, Optional.of(message.from()), 0, Map.of(), false);
  }

  public String id() {
    return message.id();
  }

  /** The record that follows it, in which it waits until another instant. */
  public MessageRecord waitingUntil(Instant until) {
    return next(state, Optional.of(until), handedOver, outcomes, open);
  }

  /** The record that follows it, in which a deliverer has it for so long. */
  public MessageRecord handedOver(Instant leaseEnd) {
    return next(State.HANDED_OVER, Optional.of(leaseEnd), handedOver + 1, outcomes, open);
  }

  /** The record that follows it, in which its member was erased. */
  public MessageRecord dropped() {
    return given(State.DROPPED);
  }

  /** The record that follows it, in which its member does not want it any more. */
  public MessageRecord withdrawn() {
    return given(State.WITHDRAWN);
  }

  /** In which nobody is to deliver it any more. */
  private MessageRecord given(State up) {
    return next(up, Optional.empty(), handedOver, outcomes, open);
  }

  /**
   * The record that follows it once it is known what became of it.
   *
   * @param at when; of an outcome that is known already nothing changes
   */
  public MessageRecord after(MessageOutcome outcome, Instant at) {
    EnumMap<MessageOutcome, Instant> all = new EnumMap<>(MessageOutcome.class);
    all.putAll(outcomes);
    all.putIfAbsent(outcome, at);
    // What was opened was delivered, whatever is told last.
    State furthest = outcome.state();
    for (MessageOutcome each : all.keySet())
      if (each.compareTo(outcome) > 0) furthest = each.state();
    return next(furthest, Optional.empty(), handedOver, all, true);
  }

  /** The record that follows it once all its outcomes are events of the member. */
  public MessageRecord closed() {
    return next(state, dueAt, handedOver, outcomes, false);
  }

  private MessageRecord next(
      State changed,
      Optional<Instant> due,
      int times,
      Map<MessageOutcome, Instant> all,
      boolean isOpen) {
    return new MessageRecord(message, member, event, version + 1, changed, due, times, all, isOpen);
  }
}
