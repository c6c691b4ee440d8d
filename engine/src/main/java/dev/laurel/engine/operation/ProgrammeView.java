package dev.laurel.engine.operation;

import dev.laurel.engine.revision.Revision;
import java.time.Duration;
import java.time.Instant;

/**
 * Which programme runs, by which revision. Immutable.
 *
 * @param number the revision's
 * @param now by the programme's clock
 * @param demoClock whether that clock may be put forward
 * @param clockAhead how far it is ahead of the true time
 */
public record ProgrammeView(
    Revision revision,
    int number,
    Instant inForceSince,
    Instant now,
    boolean demoClock,
    Duration clockAhead) {}
