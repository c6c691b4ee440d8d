/**
 * Whether a pack that could be read makes sense: names that resolve, words that have a value where
 * they are asked for, numbers that what they limit can reach.
 *
 * <p>Ways in: {@link dev.laurel.rules.check.PackCheck} for a whole pack, {@link
 * dev.laurel.rules.check.ConditionCheck} for one condition in its {@link
 * dev.laurel.rules.check.Setting}. Reports every fault at once and mends none. Knows the language
 * and its dictionary; knows no files, and evaluates nothing.
 */
@NullMarked
package dev.laurel.rules.check;

import org.jspecify.annotations.NullMarked;
