package dev.laurel.engine.operation;

import java.time.Duration;
import java.time.Instant;

/**
 * How a programme is doing. Immutable.
 *
 * @param reachable whether the store answers
 * @param outboxBacklog how many members' outboxes wait to be drained by this process
 * @param dueBacklog how many members have something due that was not done yet, counted to {@value
 *     #MOST_DUE}; 0 where the store does not answer
 * @param now by the programme's clock
 * @param clockAhead how far that clock is ahead of the true time
 */
public record Health(
    boolean reachable, int outboxBacklog, int dueBacklog, Instant now, Duration clockAhead) {
  /** Beyond so many, those that are due are not counted. */
  public static final int MOST_DUE = 1_000;
}
