/**
 * Single-use codes: which were given out in the whole store, each once and for ever.
 *
 * <p>Ways in: {@link dev.laurel.engine.code.Codes}, by which whoever records events has codes given
 * to decisions; its port {@link dev.laurel.engine.code.CodeStore} is implemented elsewhere; {@link
 * dev.laurel.engine.code.ShownCodes}, by which whoever shows codes asks how much of them. Must not
 * know which database keeps anything, nor what is decided.
 *
 * @see <a href="../../../../../../../docs/decisions/071-codes.md">071</a>
 */
@NullMarked
package dev.laurel.engine.code;

import org.jspecify.annotations.NullMarked;
