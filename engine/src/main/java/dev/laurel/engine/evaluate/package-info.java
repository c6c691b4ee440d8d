/**
 * A whole history of purchases folded through one revision: rows are read, sorted by member, folded
 * on all cores and written, in memory that does not grow with the history.
 *
 * <p>Way in: {@link dev.laurel.engine.evaluate.Evaluation}, and {@link
 * dev.laurel.engine.evaluate.SortedHistory} for whoever does something else with the same rows.
 * Knows files of rows, the fold and the JSON of what comes out of it; decides nothing itself.
 */
@NullMarked
package dev.laurel.engine.evaluate;

import org.jspecify.annotations.NullMarked;
