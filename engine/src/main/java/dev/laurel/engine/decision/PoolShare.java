package dev.laurel.engine.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a decision on a member of a pool gives to the pool, or has it give up. Immutable.
 *
 * @param pool the pool's id
 * @param kind the point kind
 * @param given what goes on to the pool, in the kind's unit; of a correction the difference, below
 *     0 where less goes on than did
 * @param taken what the pool is to give up of what goods earned that came back; of a correction the
 *     difference too; below 0 where it is given back what it gave up
 * @param active the day of an activity that keeps the pool's points of the kind alive
 * @see "engine/docs/decisions/059-pools.md"
 */
public record PoolShare(
    String pool, String kind, long given, long taken, Optional<LocalDate> active) {
  /** By something that keeps no points alive. */
  public PoolShare(String pool, String kind, long given, long taken) {
    this(pool, kind, given, taken, Optional.empty());
  }

  boolean isNothing() {
    return given == 0 && taken == 0 && active.isEmpty();
  }
}
