/**
 * What one change of the draft's rules would have done: the past of members, decided anew.
 *
 * <p>Way in: {@link dev.laurel.engine.rehearsal.Rehearsals}. The change is made to the revision in
 * force alone, and both decide the same events of the same members; what differs is told. Where
 * members are many a fixed sample of them is asked, and that is said with what comes of it. Changes
 * nothing that is kept.
 *
 * @see <a href="../../../../../../../docs/decisions/053-rehearsals.md">053</a>
 */
@NullMarked
package dev.laurel.engine.rehearsal;

import org.jspecify.annotations.NullMarked;
