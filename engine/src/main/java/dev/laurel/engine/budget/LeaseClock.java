package dev.laurel.engine.budget;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Tells what time it is for everybody, and how much time went by here.
 *
 * @param wall the true time, which may be set forward and back
 * @param nanos nanoseconds since some moment of this process, never set
 */
public record LeaseClock(InstantSource wall, LongSupplier nanos) {}
