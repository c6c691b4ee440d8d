/**
 * An invented history for the sample pack {@code cafe}: members, and a year of what they do.
 *
 * <p>Way in: {@link dev.laurel.samples.cafe.CafeHistory}. Uses the engine's events and their JSON
 * form; knows no rule and decides nothing, so that the history stays the same when the rules
 * change.
 */
@NullMarked
package dev.laurel.samples.cafe;

import org.jspecify.annotations.NullMarked;
