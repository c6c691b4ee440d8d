/**
 * What a rule asks: a closed tree of conditions over typed operands, and its text form, a subset of
 * FEEL (the expression language of OMG DMN 1.5, chapter 10).
 *
 * <p>Way in: {@link dev.laurel.rules.condition.Condition} with its families, {@link
 * dev.laurel.rules.condition.Feel} to read and print the text form. This room gives conditions no
 * values and evaluates nothing; it knows no pack, no member and no engine.
 */
@NullMarked
package dev.laurel.rules.condition;

import org.jspecify.annotations.NullMarked;
