/**
 * Random values of the rule language for property tests.
 *
 * <p>Way in: {@link dev.laurel.rules.random.RandomPacks}. Knows the language records and nothing
 * that reads, writes or checks them, so that it can be their judge.
 */
@NullMarked
package dev.laurel.rules.random;

import org.jspecify.annotations.NullMarked;
