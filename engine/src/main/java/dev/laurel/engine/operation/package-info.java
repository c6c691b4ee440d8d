/**
 * A programme in operation: events are recorded under the revision in force, time passes by itself,
 * and whoever asks is told where members stand and why.
 *
 * <p>Way in: {@link dev.laurel.engine.operation.Operation}; the ports {@link
 * dev.laurel.engine.operation.RevisionStore} and {@link dev.laurel.engine.operation.ClockStore} are
 * implemented elsewhere. Decides nothing itself and must not know which database keeps anything.
 * {@link dev.laurel.engine.operation.Insight}, which people look through, asks whether they may.
 */
@NullMarked
package dev.laurel.engine.operation;

import org.jspecify.annotations.NullMarked;
