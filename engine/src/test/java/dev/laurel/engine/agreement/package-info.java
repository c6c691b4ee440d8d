/**
 * The engine compared with the oracle: the same packs, members and events told by both, line by
 * line.
 *
 * <p>The only room that knows both sides.
 */
@NullMarked
package dev.laurel.engine.agreement;

import org.jspecify.annotations.NullMarked;
