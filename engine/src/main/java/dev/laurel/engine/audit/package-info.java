/**
 * The books of {@link dev.laurel.engine.history} as one for whoever reads them: who did what, when
 * and why, what came of it, and whether anybody rewrote it.
 *
 * <p>Way in: {@link dev.laurel.engine.audit.Audit}. Only reads, by way of the rooms that write the
 * books.
 */
@NullMarked
package dev.laurel.engine.audit;

import org.jspecify.annotations.NullMarked;
