package dev.laurel.engine.governance;

import java.time.Instant;

/**
 * That somebody read exactly this and wants it. Immutable.
 *
 * @param digest of what was approved
 */
public record Approval(String digest, String by, Instant at, String note) {}
