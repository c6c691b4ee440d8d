/**
 * Which words a pack's conditions may use, and of which type each is: the built-in ones and those
 * that the pack's vocabulary, ladders, metrics, counters and point kinds add.
 *
 * <p>Way in: {@link dev.laurel.rules.vocabulary.Dictionary#of}, {@link
 * dev.laurel.rules.vocabulary.ZoneWord} for what no pack holds. Knows the language; gives words no
 * values.
 */
@NullMarked
package dev.laurel.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
