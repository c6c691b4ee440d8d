/**
 * What a programme does to a member, told a second time and as plainly as possible: the oracle with
 * which the engine is compared. It keeps the whole history in lists, adds everything up again
 * whenever it is asked, walks through time day by day, and has no index, no rule engine and no
 * tally.
 *
 * <p>Way in: {@link dev.laurel.engine.oracle.Interpreter}. Written from what the language says;
 * must not know the engine's decisions, rule base, revisions, folds or states, or it would agree
 * with their errors.
 */
@NullMarked
package dev.laurel.engine.oracle;

import org.jspecify.annotations.NullMarked;
