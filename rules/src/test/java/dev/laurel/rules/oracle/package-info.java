/**
 * What a condition means, told a second time and as plainly as possible: the oracle which faster
 * evaluators are compared with, and random conditions and facts to compare them on.
 *
 * <p>Way in: {@link dev.laurel.rules.oracle.Oracle}, {@link
 * dev.laurel.rules.oracle.RandomConditions}, {@link dev.laurel.rules.oracle.RandomFacts}. Must not
 * know any other evaluator, or it would agree with its errors.
 */
@NullMarked
package dev.laurel.rules.oracle;

import org.jspecify.annotations.NullMarked;
