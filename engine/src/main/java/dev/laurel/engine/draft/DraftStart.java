package dev.laurel.engine.draft;

import java.time.Instant;

/**
 * How a draft began. Immutable.
 *
 * @param number counts the drafts of a programme, from 1
 * @param baseRevision the number of the revision that it began with
 * @param baseDigest of that revision
 */
public record DraftStart(int number, int baseRevision, String baseDigest, String by, Instant at) {}
