package dev.laurel.engine.message;

import java.util.Locale;
import java.util.Optional;

/** What became of a message, each further than the one before it. */
public enum MessageOutcome {
  FAILED(MessageRecord.State.FAILED),
  DELIVERED(MessageRecord.State.DELIVERED),
  OPENED(MessageRecord.State.OPENED),
  ANSWERED(MessageRecord.State.ANSWERED);

  private final MessageRecord.State state;

  MessageOutcome(MessageRecord.State state) {
    this.state = state;
  }

  /** The state of a message of which this is the furthest that is known. */
  MessageRecord.State state() {
    return state;
  }

  /** As rules and interfaces name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this word. */
  public static Optional<MessageOutcome> of(String word) {
    for (MessageOutcome each : values()) if (each.word().equals(word)) return Optional.of(each);
    return Optional.empty();
  }
}
