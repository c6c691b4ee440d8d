/**
 * Random programmes of the kind that is evaluated, random members and what happens to them: dense
 * enough that rules meet, with values on thresholds and one step beside, and instants on the edges
 * of days, periods and hours and one millisecond beside.
 *
 * <p>Way in: {@link dev.laurel.engine.random.RandomCases}. The same seed gives the same case.
 */
@NullMarked
package dev.laurel.engine.random;

import org.jspecify.annotations.NullMarked;
