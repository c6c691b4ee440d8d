package dev.laurel.engine.recording;

import java.time.Instant;

/**
 * That a member's record stands somewhere in the past, since what came after it is being decided
 * anew and was more than one step can hold. Immutable.
 *
 * @param place decisions after this one are decided anew, as far as they are later than the state
 * @param until up to when time had passed before
 * @param because the key of the event that came late
 */
public record Redo(long place, Instant until, String because) {}
