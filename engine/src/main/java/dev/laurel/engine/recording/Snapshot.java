package dev.laurel.engine.recording;

import dev.laurel.engine.member.MemberState;
import java.time.Instant;

/**
 * How a member stood, kept so that what comes late need not be folded from the beginning.
 * Immutable.
 *
 * @param place the place of the last decision that led to the state
 */
public record Snapshot(String member, long place, MemberState state) {
  /** So many decisions lie between one and the next at most. */
  static final int EVERY = 64;

  Instant asOf() {
    return state.asOf();
  }

  /** Whether a record stands at one that is to be kept. */
  static boolean isDue(MemberRecord record) {
    if (record.redo().isPresent() || record.outbox().isEmpty()) return false;
    long before = record.outbox().getFirst().place() - 1;
    return record.places() / EVERY > before / EVERY;
  }

  static Snapshot of(MemberRecord record) {
    return new Snapshot(record.member(), record.places(), record.state());
  }
}
