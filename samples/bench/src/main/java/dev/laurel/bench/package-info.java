/**
 * Measures Laurel: decisions beside other engines, how times grow, publications, and intake.
 *
 * <p>Way in: {@link dev.laurel.bench.Bench}. Uses the workloads of {@code dev.laurel.samples.bench}
 * and the engine as any other user of the library would.
 *
 * @see "engine/docs/decisions/040-the-bench.md"
 */
@NullMarked
package dev.laurel.bench;

import org.jspecify.annotations.NullMarked;
