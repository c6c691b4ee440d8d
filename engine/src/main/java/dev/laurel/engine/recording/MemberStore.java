package dev.laurel.engine.recording;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: the members' records. Implementations are thread-safe; a write that returns is durable. All
 * methods may throw {@link StoreUnavailableException}; then the write may or may not have happened.
 */
public interface MemberStore {
  Optional<MemberRecord> find(String member);

  /** The records of those of these members that have one, by member. */
  Map<String, MemberRecord> find(Collection<String> members);

  /**
   * Puts a record in the place of the one with the version before it; the first one where there is
   * none.
   *
   * @return whether it is there now; false where another one came first
   */
  boolean put(MemberRecord record);

  /**
   * Puts records as {@link #put} does, each by itself.
   *
   * @param records of different members
   * @return whether all are there now; false where another one came first of one or more of them,
   *     and then it is not told of which
   */
  boolean putAll(Collection<MemberRecord> records);

  /**
   * Empties the outboxes of these members' records, but not of a member who has another version by
   * now.
   *
   * @param versions by member
   */
  void drained(Map<String, Long> versions);

  /** Members whose outbox is not empty, at most so many, in their order after this one. */
  List<MemberRecord> undrained(String after, int limit);

  /**
   * Members of whom something falls due at or before this instant, earliest first.
   *
   * @param slice see {@link Slices}
   */
  List<String> due(int slice, Instant until, int limit);

  /** Keeps snapshots; those that are there already are left alone. */
  void keep(Collection<Snapshot> snapshots);

  /** Snapshots of a member, of places below this one, the latest first, at most so many. */
  List<Snapshot> snapshots(String member, long below, int limit);

  /** Members in their order after this one, at most so many. */
  List<MemberRecord> page(String after, int limit);
}
