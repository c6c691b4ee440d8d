/**
 * How all members stand together: sums over them, counted by a pass in pages and kept as of an
 * instant, so that nobody who looks at them waits.
 *
 * <p>Way in: {@link dev.laurel.engine.overview.Overviews}. One overview is kept for each day, which
 * lets two of them be compared. The same pass remembers where members stand on the ladders, by
 * which is told at once who would stand where by another form of a ladder, and draws a sample of
 * members for whoever cannot ask all. Reads members' states and changes nothing; sums are
 * associative, so that parts may be counted apart. Must not know how anything is stored.
 */
@NullMarked
package dev.laurel.engine.overview;

import org.jspecify.annotations.NullMarked;
