package dev.laurel.engine.recording;

import dev.laurel.engine.member.MemberState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a member, replaced as one. Immutable.
 *
 * @param version counts the replacements, from 1
 * @param places how many decisions were kept of the member so far
 * @param dueAt when something next falls due by time alone; empty where nothing does
 * @param outbox what was decided but may not stand in the ledger yet, in the order of places
 * @param redo where the state is one of the past still, what is left to be decided anew
 */
public record MemberRecord(
    String member,
    long version,
    MemberState state,
    long places,
    Optional<Instant> dueAt,
    List<Applied> outbox,
    Optional<Redo> redo) {
  /** The most bytes that a record may have, whatever the length of the member's history. */
  public static final int MOST_BYTES = 256 * 1024;

  public MemberRecord {
    outbox = List.copyOf(outbox);
  }

  /** A record of which nothing is left to be decided anew. */
  public MemberRecord(
      String member,
      long version,
      MemberState state,
      long places,
      Optional<Instant> dueAt,
      List<Applied> outbox) {
    this(member, version, state, places, dueAt, outbox, Optional.empty());
  }

  /** The record that follows it, in which nothing differs. */
  MemberRecord again() {
    return new MemberRecord(member, version + 1, state, places, dueAt, outbox, redo);
  }

  /** The record that follows it, in which nothing differs but when something falls due. */
  MemberRecord due(Instant at) {
    return new MemberRecord(member, version + 1, state, places, Optional.of(at), outbox, redo);
  }
}
