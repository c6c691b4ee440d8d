package dev.laurel.engine.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Port: messages on their way. Implementations are thread-safe; a write that returns is durable.
 * All methods may throw when the store cannot be reached; then the write may or may not have
 * happened, and is safely tried again.
 */
public interface MessageStore {
  /** Keeps messages that were made; those that are there already are left alone. */
  void add(Collection<MessageRecord> made);

  Optional<MessageRecord> find(String id);

  /**
   * Puts a record in the place of the one with the version before it.
   *
   * @return whether it is there now; false where another one came first
   */
  boolean put(MessageRecord record);

  /** Messages of a channel that are due at or before this instant, earliest first. */
  List<MessageRecord> due(String channel, Instant until, int limit);

  /** Messages to a member, the latest first by when they may be delivered, then by id. */
  List<MessageRecord> ofMember(String member, int limit);

  /** Messages of which an outcome may not be an event of the member yet, in no order. */
  List<MessageRecord> open(int limit);
}
