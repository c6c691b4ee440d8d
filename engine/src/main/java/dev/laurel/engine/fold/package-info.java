/**
 * A member's history: events one after the other, with what falls due by time between them.
 *
 * <p>Way in: {@link dev.laurel.engine.fold.Fold}. Evaluation, replay, simulation and batch all go
 * through it. Knows decisions and states; knows no rule, file or storage.
 */
@NullMarked
package dev.laurel.engine.fold;

import org.jspecify.annotations.NullMarked;
